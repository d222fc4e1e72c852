"""One case: where it stands, what waits, its people, charges, clocks, hearings and journal.

The strip on top says in words what is done, where the case is now, what comes next and the law's
limit for it. Each clock and flag opens its why in the panel below the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import ContentSwitcher, Static

from tracker.tui import casehead, casepanes, caserows, lineacts, recordpanes
from tracker.tui.actions import CASE, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.acting import Acting
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger
from tracker.tui.widgets.tabstrip import Tab, TabStrip
from tracker.tui.widgets.why import Why

if TYPE_CHECKING:
    from tracker.services.history import Change
    from tracker.services.links import Tie
    from tracker.services.office import Office
    from tracker.services.views import CaseView
    from tracker.tui.panerow import Row

EMPTY = {
    "clocks": "No clock has started: h and r record what starts one.",
    "flags": "No warning holds today.",
    "people": "Nobody is on file yet.",
    "charges": "No charge is on file yet.",
    "hearings": "No hearing yet: h records one.",
    "journal": "The journal is empty: r records the first event.",
    "witnesses": "No witness is listed yet: + adds one.",
    "papers": "No paper is registered yet: + adds one.",
    "notes": "No note yet: + writes one.",
    "links": "Not tied to another case yet: + adds a link.",
    "history": "Nothing was changed since it was filed.",
}


class CaseScreen(Acting):
    """The case `ref`, read again whenever something was written."""

    CSS_PATH = "case.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CASE)]

    def __init__(self, ref: str) -> None:
        """`ref` names the case."""
        super().__init__()
        self.ref = ref
        self.view: CaseView | None = None
        self.counts: dict[str, int] = {}
        self.ties: list[Row] = []
        """The rows of links by which other cases name this one."""

    def compose(self) -> ComposeResult:
        """Lay out banner, head, strip, tabs and the panel of the why."""
        yield Banner(f"Case {self.ref}")
        yield Static(self.ref, id="head", classes="title", markup=False)
        yield Static("", id="strip")
        yield TabStrip(id="tabs")
        with ContentSwitcher(initial="clocks-rows", id="panes"):
            for pane in casepanes.PANES:
                yield Ledger(casepanes.columns(pane), id=f"{pane}-rows", empty=EMPTY[pane])
        yield Why()
        yield Hints()

    def on_mount(self) -> None:
        """Read the case."""
        self._label_tabs({})
        self.reload()

    def on_resize(self) -> None:
        """Fit head and strip to the width."""
        if self.view is not None:
            self._head(self.view)

    def reload(self) -> None:
        """Read the case again."""
        ref, today = self.ref, self.app.today

        def read(office: Office) -> CaseView:
            import statutes
            from tracker.services import casework

            view = casework.show(office, ref, today)
            for charge in view.charges:
                row = statutes.provision(charge.get("provision") or "")
                if row is not None:
                    caserows.TITLES[row.id] = row.title
            return view

        ask(self, read, self._show, refused=self._gone, group="case")
        self._read_ties()
        if self.pane == "history":
            self._read_history()

    def _read_ties(self) -> None:
        ref = self.ref

        def read(office: Office) -> tuple[Tie, ...]:
            from tracker.services import links

            return links.pointing_at(office, ref)

        def show(found: tuple[Tie, ...]) -> None:
            self.ties = recordpanes.links_from(found)
            if self.view is not None and (found or self.counts.get("links")):
                self._fill_pane("links", self.view, keep=True)
                self._label_tabs(self.counts)

        ask(self, read, show, refused=lambda _: None, group="ties")

    def _read_history(self) -> None:
        ref = self.ref

        def read(office: Office) -> tuple[Change, ...]:
            from tracker.services import history

            return history.of(office, ref)

        def show(found: tuple[Change, ...]) -> None:
            self.query_one("#history-rows", Ledger).fill(caserows.changes(found), keep=True)

        ask(self, read, show, group="history")

    def _gone(self, why: Exception) -> None:
        from tracker.services.fresh import NoCase

        taken_back = self.view is not None and isinstance(why, NoCase)
        if not taken_back:
            self.app.refuse(why)
        if (taken_back or self.view is None) and self.app.screen is self:
            self.app.pop_screen()

    def _show(self, view: CaseView) -> None:
        first, self.view = self.view is None, view
        self._head(view)
        for pane in casepanes.PANES:
            if pane != "history":
                self._fill_pane(pane, view, keep=not first)
        self._label_tabs(self.counts)
        if first:
            self._ledger().focus()

    def _fill_pane(self, pane: str, view: CaseView, *, keep: bool) -> None:
        found = caserows.rows(pane, view, self.app.today) + (self.ties if pane == "links" else [])
        self.query_one(f"#{pane}-rows", Ledger).fill(found, keep=keep)
        self.counts[pane] = sum(row.list_ != "processes" for row in found)

    def _label_tabs(self, counts: dict[str, int]) -> None:
        strip = self.query_one(TabStrip)
        strip.tabs = {
            pane: Tab(casepanes.KEYS[pane], heading, counts.get(pane))
            for pane, heading in casepanes.PANES.items()
        }
        strip.active = self.pane

    def _head(self, view: CaseView) -> None:
        width = self.size.width - 2
        self.query_one("#head", Static).update(casehead.heading(view, width))
        self.query_one("#strip", Static).update(casehead.strip(view, width))

    @property
    def pane(self) -> str:
        """The tab that is open."""
        there = self.query(ContentSwitcher)  # none yet while the screen is being laid out
        return ((there.first().current if there else None) or "clocks-rows").removesuffix("-rows")

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The actions that are nothing for the tab that is open."""
        if self.pane == "flags":
            return ("edit", "add_line")
        reckoned = ("edit", "add_line") if self.pane in lineacts.COMPUTED else ()
        return ("resolve", "snooze", *reckoned)

    def _ledger(self) -> Ledger:
        return self.query_one(f"#{self.pane}-rows", Ledger)

    def turn(self, pane: str) -> None:
        """Turn to a tab."""
        self.query_one(ContentSwitcher).current = f"{pane}-rows"
        self.query_one(TabStrip).active = pane
        self._ledger().focus()
        self.refresh_bindings()
        self._say_why()
        if pane == "history":
            self._read_history()

    @on(Ledger.Moved)
    def _moved(self, event: Ledger.Moved) -> None:
        if event.ledger is self._ledger():
            self._say_why()

    def _say_why(self) -> None:
        row = self._ledger().chosen
        self.query_one(Why).say(row.why if row is not None else "")

    @on(TabStrip.Turned)
    def _turned(self, event: TabStrip.Turned) -> None:
        self.turn(event.name)

    @on(Ledger.Chosen)
    def open_chosen(self, event: Ledger.Chosen) -> None:
        """Open the row that was double-clicked."""
        self.action_edit()

    def action_edit(self) -> None:
        """Change the row under the cursor where it stands; a link opens its case."""
        row = self._ledger().chosen
        if row is not None:
            lineacts.edit(self, row)

    def action_edit_line(self) -> None:
        """Change the row under the cursor, of a link too."""
        row = self._ledger().chosen
        if row is not None:
            lineacts.edit(self, row, follow=False)

    def action_add_line(self) -> None:
        """Add a line to the list of this tab."""
        lineacts.add(self, self._ledger().chosen)

    def action_strike(self) -> None:
        """Strike the line under the cursor out, with a why."""
        row = self._ledger().chosen
        if row is not None:
            lineacts.strike(self, row)

    def action_resolve(self) -> None:
        """Resolve the flag under the cursor with a note."""
        lineacts.handle(self, self._ledger(), snooze=False)

    def action_snooze(self) -> None:
        """Snooze the flag under the cursor until a day."""
        lineacts.handle(self, self._ledger(), snooze=True)

    def action_head(self) -> None:
        """Change title, lead, tags, FIR and the days of the offence."""
        from tracker.tui.screens.edit import EditScreen

        self.app.push_screen(EditScreen(self.ref, "head", 1))

    def ref_here(self) -> str | None:
        """Return the case itself."""
        return self.ref

    def action_suggest(self) -> None:
        """See what the facts support and the charges lack."""
        from tracker.tui.screens.suggest import SuggestScreen

        self.app.push_screen(SuggestScreen(self.ref))

    def action_board(self) -> None:
        """See each charge's life."""
        from tracker.tui.screens.charges import ChargeBoard

        self.app.push_screen(ChargeBoard(self.ref))

    def action_age(self) -> None:
        """See what the age of the victim under the cursor moves; else of the first whose age is open."""
        from tracker.domain.ages import OPEN
        from tracker.tui.screens.age import AgeScreen

        victims = list(self.view.victims) if self.view is not None else []
        people = self.query_one("#people-rows", Ledger)
        cells = getattr(people.chosen, "cells", ()) if self._ledger() is people else ()
        here = [v["code"] for v in victims if v["code"] in cells]
        unsettled = [v["code"] for v in victims if (v.get("age") or {}).get("status", "unknown") in OPEN]
        found = [*here, *unsettled, *(v["code"] for v in victims)]
        if found:
            self.app.push_screen(AgeScreen(self.ref, found[0]))
        else:
            self.notify("No victim is on file yet.")

    def action_papers(self) -> None:
        """Choose a paper of the case, and open it as text."""
        from tracker.tui import paperkinds
        from tracker.tui.screens.choose import ChooseScreen
        from tracker.tui.screens.paper import PaperScreen

        victims = [one["code"] for one in self.view.victims] if self.view is not None else []
        kinds = paperkinds.kinds(self.ref, victims)

        def chosen(name: str | None) -> None:
            if name is not None:
                self.app.push_screen(PaperScreen(self.ref, kinds[name]))

        lines = {name: kind.label for name, kind in kinds.items()}
        self.app.push_screen(ChooseScreen("Which paper?", lines), chosen)

    def action_tab(self, number: int) -> None:
        """Turn to the tab of that number."""
        self.turn(list(casepanes.PANES)[number - 1])

    def action_links(self) -> None:
        """Turn to the links to other cases."""
        self.turn("links")

    def action_history(self) -> None:
        """Turn to the history."""
        self.turn("history")

    def action_next_tab(self, step: int = 1) -> None:
        """Turn to the next tab."""
        panes = list(casepanes.PANES)
        self.turn(panes[(panes.index(self.pane) + step) % len(panes)])

    def action_previous_tab(self) -> None:
        """Turn to the tab before."""
        self.action_next_tab(-1)
