"""The docket: every case that the filter lets through, a page at a time. Enter opens one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, Header, Input, Static

from tracker.tui import wording
from tracker.tui.screens.case import CaseScreen
from tracker.tui.screens.flags import FlagsScreen
from tracker.tui.screens.hearing import HearingScreen
from tracker.tui.screens.record import RecordScreen
from tracker.tui.widgets.ledger import Column, Ledger

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp

EXAMPLE = "stage:prosecution_evidence lead:asha flag:default_bail due:<7d  (Enter)"
ORDERS = ("ref", "next_hearing", "stage_since", "lead")

COLUMNS = (
    Column("Ref", 14, lambda row: row.ref),
    Column("Title", 18, lambda row: row.title or "–", from_width=120, grows=True),
    Column("Stage", 20, lambda row: wording.stage(row.stage)),
    Column("Days", 5, lambda row: wording.number(row.days_in_stage)),
    Column("Waiting for", 26, lambda row: wording.event(row.waiting_for), from_width=100),
    Column("Next", 10, lambda row: wording.day(row.next_hearing)),
    Column("Lead", 8, lambda row: row.lead or "–", from_width=90),
    Column("Flags", 20, lambda row: wording.flags(row.flags), grows=True, style=wording.flag_style),
)


class DocketScreen(Screen[None]):
    """The list of cases, with its filter above and the chosen case's line below."""

    app: TrackerApp
    CSS_PATH = "docket.tcss"
    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter", key_display="/"),
        Binding("h", "hearing", "Hearing"),
        Binding("r", "record", "Record event"),
        Binding("f", "flags", "Flags"),
        Binding("s", "order", "Sort"),
        Binding("escape", "clear", "Clear the filter", show=False),
    ]

    def __init__(self) -> None:
        """Start with no filter, by ref."""
        super().__init__()
        self.order = ORDERS[0]
        self.filter = ""

    def compose(self) -> ComposeResult:
        """Lay out head, filter, cases, the chosen one's line."""
        yield Header()
        yield Input(
            placeholder="stage:prosecution_evidence lead:asha flag:default_bail due:<7d  (Enter)", id="filter"
        )
        yield Ledger(COLUMNS, id="cases")
        yield Static("Opening the office …", id="line")
        yield Footer()

    def reload(self) -> None:
        """Read the docket again with the filter and order as they stand."""
        if self.app.office is not None:
            self._prepare(self.filter, self.order)

    @work(thread=True, exclusive=True)
    def _prepare(self, text: str, order: str) -> None:
        """Read the filter (it may be wrong) off the screen's thread, then show its cases."""
        from tracker.services import docket
        from tracker.services.office import Refused

        office = self.app.office
        if office is None:
            return
        try:
            pages = docket.Pages(office, text, self.app.today, order=order)
        except Refused as error:
            self.app.call_from_thread(self.notify, str(error), title="Filter", severity="error")
            return
        self.app.call_from_thread(self.query_one(Ledger).show, pages)

    @on(Ledger.Loaded)
    def _say_count(self, event: Ledger.Loaded) -> None:
        said = f"{event.total:,} cases" if event.total != 1 else "1 case"
        by = f", by {self.order.replace('_', ' ')}"
        self.query_one("#line", Static).update(
            f"{said}{by}{'  ·  ' + self.filter if self.filter else ''}"
            if event.total
            else "No case matches. Esc clears the filter; `tracker import FILE` reads a register."
        )

    @on(Ledger.Chosen)
    def _open(self, event: Ledger.Chosen) -> None:
        self.app.push_screen(CaseScreen(event.row.ref))

    @on(Input.Submitted, "#filter")
    def _filter(self, event: Input.Submitted) -> None:
        self.filter = event.value.strip()
        self.query_one(Ledger).focus()
        self.reload()

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one("#filter", Input).focus()

    def action_clear(self) -> None:
        """Leave the filter, then clear it."""
        box = self.query_one("#filter", Input)
        if box.has_focus and box.value == self.filter:
            self.query_one(Ledger).focus()
        elif box.value or self.filter:
            box.value = self.filter = ""
            self.query_one(Ledger).focus()
            self.reload()

    def action_order(self) -> None:
        """Sort by the next column."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.reload()

    def action_flags(self) -> None:
        """Open the flags board under the same filter."""
        self.app.push_screen(FlagsScreen(self.filter))

    def action_hearing(self) -> None:
        """Record a hearing of the chosen case."""
        if (row := self.query_one(Ledger).chosen) is not None:
            self.app.push_screen(HearingScreen(row.ref), self._written)

    def action_record(self) -> None:
        """Record an event of the chosen case."""
        if (row := self.query_one(Ledger).chosen) is not None:
            self.app.push_screen(RecordScreen(row.ref), self._written)

    def _written(self, saved: Any) -> None:
        if saved is not None:
            self.app.refresh_all()
