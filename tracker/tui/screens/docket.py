"""The docket: every case that the filter lets through, a page at a time. Enter opens one.

The filter is read as the command line reads it. While it is typed, the line below offers what the last
word may become and Tab takes the first; Up and Down bring back what was asked before. The digits show the
person's saved views.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.keys import REPLACED_KEYS
from textual.widgets import Input, Static

from tracker.tui import wording
from tracker.tui.actions import DOCKET, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.acting import Acting
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.column import LONGEST_REF, Column
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from tracker.services import docket as service
    from tracker.services.desk import SavedView
    from tracker.services.office import Office

EXAMPLE = "stage:fir lead:asha flag:default_bail due:<7d"
ORDERS = {"ref": "ref", "next_hearing": "next hearing", "stage_since": "days at the stage", "lead": "lead"}

ALL = {
    "ref": Column("Ref", 14, lambda row: row.ref, order="ref", most=LONGEST_REF),
    "title": Column("Title", 20, lambda row: row.title or "–", from_width=130, grows=3, most=80),
    "stage": Column("Stage", 20, lambda row: wording.short_stage(row.stage), order="stage_since"),
    "since": Column("Since", 10, lambda row: wording.day(row.stage_since), order="stage_since"),
    "days": Column("Days", 5, lambda row: wording.number(row.days_in_stage), right=True, order="stage_since"),
    "waiting_for": Column(
        "Waiting for", 24, lambda row: wording.short_event(row.waiting_for), from_width=110, grows=1
    ),
    "next": Column("Next", 10, lambda row: wording.day(row.next_hearing), order="next_hearing"),
    "lead": Column("Lead", 8, lambda row: row.lead or "–", from_width=90, order="lead"),
    "flags": Column("Flags", 20, lambda row: wording.flags(row.flags), grows=2, style=wording.flag_style),
}
USUAL = tuple(name for name in ALL if name != "since")
COLUMNS = tuple(ALL[name] for name in USUAL)


def shown(chosen: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns: the usual ones as the width allows, or those that a person chose, always."""
    if not chosen:
        return COLUMNS
    return tuple(replace(ALL[name], from_width=0) for name in chosen if name in ALL)


class FilterBox(Input):
    """The filter's input: Tab completes, Up and Down bring back earlier filters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete"),
        Binding("enter", "submit", "Show"),
        Binding("up", "bring_back(-1)", "Earlier"),
        Binding("down", "bring_back(1)", "Later", show=False),
        Binding("escape", "screen.back", "Leave"),
    ]

    def __init__(self, value: str) -> None:
        """Start with a filter."""
        super().__init__(value, placeholder=f"/ {EXAMPLE}", id="filter", select_on_focus=False)
        self.past: list[str] = []
        self._at = 0

    def remember(self, text: str) -> None:
        """Keep a filter that was asked."""
        if text and (not self.past or self.past[-1] != text):
            self.past.append(text)
        self._at = len(self.past)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say that a slash is typed here as any letter is, so that no hint promises another use of it."""
        return key in REPLACED_KEYS or super().check_consume_key(key, character)

    def action_bring_back(self, by: int) -> None:
        """Bring back the filter asked before, or after."""
        if self.past:
            self._at = max(0, min(len(self.past), self._at + by))
            self.value = self.past[self._at] if self._at < len(self.past) else ""
            self.cursor_position = len(self.value)

    def action_complete(self) -> None:
        """Take the first of what the last word may become."""
        offers = self.offers()
        if not offers:
            return
        head, space, last = self.value.rpartition(" ")
        key, colon, value = last.partition(":")
        if colon:
            kept, comma, _ = value.rpartition(",")
            last = f"{key}:{kept}{comma}{offers[0]}"
        else:
            last = ("-" if last.startswith("-") else "") + offers[0]
        self.value = f"{head}{space}{last}"
        self.cursor_position = len(self.value)

    def offers(self) -> list[str]:
        """Return what the last word may become."""
        from tracker.services import filters

        return filters.complete(self.value, getattr(self.screen, "leads", ()))


class DocketScreen(Acting):
    """The list of cases, with its filter above and what it shows below."""

    CSS_PATH = "docket.tcss"
    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DOCKET)]

    def __init__(self, filter_: str = "") -> None:
        """Start with a filter, by ref."""
        super().__init__()
        self.order = "ref"
        self.filter = filter_
        self.leads: tuple[str, ...] = ()
        self.views: dict[str, SavedView] = {}
        self.chosen: tuple[str, ...] = ()
        """The columns that the person chose; empty for the usual ones."""

    def compose(self) -> ComposeResult:
        """Lay out banner, filter, cases, the line that says what is shown."""
        yield Banner("Docket")
        yield FilterBox(self.filter)
        empty = "No case matches. Esc clears the filter."
        yield Ledger(shown(()), id="cases", empty=empty, mark_by=lambda row: row.ref)
        yield Static("Opening the office …", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Read the docket."""
        self.reload(keep=False)

    def reload(self, keep: bool = True) -> None:
        """Read the docket again with the filter and order as they stand."""
        text, order, today = self.filter, self.order, self.app.today

        def read(office: Office) -> tuple[Any, tuple[str, ...], dict[str, SavedView], tuple[str, ...]]:
            from tracker.services import desk, docket

            pages: service.Pages = docket.Pages(office, text, today, order=order)
            return pages, docket.leads(office), desk.views(office), desk.columns(office)

        def show(got: tuple[Any, tuple[str, ...], dict[str, SavedView], tuple[str, ...]]) -> None:
            source, self.leads, self.views, self.chosen = got
            self.query_one(Ledger).columns = shown(self.chosen)
            self.query_one(Ledger).show(source, keep=keep)

        ask(self, read, show, refused=self._refused, group="docket")

    def _refused(self, why: Exception) -> None:
        self.app.refuse(why)
        self.query_one("#line", Static).update(str(why).partition("\n")[0])
        self.query_one(FilterBox).focus()

    @on(Ledger.Loaded)
    @on(Ledger.Marked)
    def _say_count(self) -> None:
        ledger = self.query_one(Ledger)
        total = ledger.total
        parts = ["1 case" if total == 1 else f"{total:,} cases", f"by {ORDERS[self.order]}"]
        if marked := len(ledger.marked):
            parts.insert(0, f"{marked:,} marked (J adjourns them, l gives them a lead, Esc unmarks)")
        named = next(
            (n for n, v in self.views.items() if v.filter == self.filter and v.order == self.order), ""
        )
        if named:
            parts.append(f"view {named}: {self.views[named].name}")
        if self.filter:
            parts.append(self.filter)
        elif not total:
            parts = ["No case yet: n writes one; `tracker import FILE` reads a register"]
            ledger.empty = "No case yet."
        self.query_one("#line", Static).update("  ·  ".join(parts))

    @on(Ledger.HeadClicked)
    def _sort(self, event: Ledger.HeadClicked) -> None:
        self.order = event.order
        self.reload(keep=False)

    @on(Input.Changed, "#filter")
    def _offer(self, event: Input.Changed) -> None:
        box = self.query_one(FilterBox)
        if box.has_focus:
            offers = box.offers()
            shown = "  ".join(offers[:12]) or "Enter shows the cases, Esc leaves"
            self.query_one("#line", Static).update(f"Tab: {shown}" if offers else shown)

    @on(Input.Submitted, "#filter")
    def _submit(self, event: Input.Submitted) -> None:
        self.filter_by(event.value.strip())

    def filter_by(self, text: str, order: str | None = None) -> None:
        """Show the cases of another filter; marks of the last one go."""
        self.query_one(Ledger).marked = {}
        box = self.query_one(FilterBox)
        self.filter = box.value = text
        self.order = order or self.order
        box.remember(text)
        self.query_one(Ledger).focus()
        self.reload(keep=False)

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one(FilterBox).focus()

    def action_back(self) -> None:
        """Leave the filter; clear it; go back to today."""
        box = self.query_one(FilterBox)
        if box.has_focus:
            box.value = self.filter
            self.query_one(Ledger).focus()
        elif self.query_one(Ledger).unmark():
            return
        elif self.filter:
            self.filter_by("")
        else:
            self.app.pop_screen()

    def action_order(self) -> None:
        """Sort by the next column."""
        names = list(ORDERS)
        self.order = names[(names.index(self.order) + 1) % len(names)]
        self.reload(keep=False)

    def action_assign(self) -> None:
        """Give the marked cases, or the one under the cursor, to another lead."""
        from tracker.tui.screens.assign import AssignScreen

        here = self.ref_here()
        refs = self.marked() or ((here,) if here else ())
        if refs:
            self.app.push_screen(AssignScreen(refs, self.leads), self._assigned)

    def _assigned(self, written: bool | None) -> None:
        if written:
            self.query_one(Ledger).unmark()

    def action_columns(self) -> None:
        """Choose the columns."""
        from tracker.tui.screens.columns import ColumnsScreen

        headings = {name: column.heading for name, column in ALL.items()}
        self.app.push_screen(ColumnsScreen(headings, self.chosen or USUAL), self._choose_columns)

    def _choose_columns(self, names: tuple[str, ...] | None) -> None:
        if names is None:
            return
        self.chosen = names
        self.query_one(Ledger).columns = shown(names)
        self.query_one(Ledger).refresh()

        def keep(office: Office) -> None:
            from tracker.services import desk

            desk.keep_columns(office, names)

        ask(self, keep, lambda _: None, group="columns", writes=True)

    def list_name(self) -> str:
        """Return what an exported file is called."""
        return "docket"

    def list_said(self) -> str:
        """Return what an exported file holds."""
        return f"{self.filter or 'all cases'}, by {ORDERS[self.order]}, as of {self.app.today:%d-%m-%Y}"

    def action_view(self, number: int) -> None:
        """Show a saved view."""
        view = self.views.get(str(number))
        if view is not None:
            self.filter_by(view.filter, view.order)

    def action_save_view(self) -> None:
        """Keep the filter and the order under a digit."""
        from tracker.tui.screens.saveview import SaveViewScreen

        self.app.push_screen(SaveViewScreen(self.filter, self.order, self.views), self._view_saved)

    def _view_saved(self, views: dict[str, SavedView] | None) -> None:
        if views is not None:
            self.views = views
            self.notify("Saved; its digit shows it again.")
