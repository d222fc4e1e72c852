"""The flags board: every warning, worst first. The panel below says the why of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Header, Static

from tracker.tui import wording
from tracker.tui.widgets.ledger import Column, Ledger

if TYPE_CHECKING:
    from tracker.services.views import FlagRow
    from tracker.tui.app import TrackerApp

STYLE = {"breach": "ledger--breach", "urgent": "ledger--urgent"}

COLUMNS = (
    Column("How bad", 8, lambda row: row.severity.upper(), style=lambda row: STYLE.get(row.severity, "")),
    Column("Ref", 14, lambda row: row.ref),
    Column("Who", 5, lambda row: row.who),
    Column("Flag", 22, lambda row: row.kind.replace("_", " "), grows=True),
    Column("Since", 10, lambda row: wording.day(row.since)),
    Column("Days", 5, lambda row: wording.number(row.days)),
)


class FlagsScreen(Screen[None]):
    """All flags that hold today under a filter."""

    app: TrackerApp
    CSS_PATH = "flags.tcss"
    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.pop_screen", "Back")]

    def __init__(self, filter_: str = "") -> None:
        """`filter_` is the docket's filter."""
        super().__init__()
        self.filter = filter_

    def compose(self) -> ComposeResult:
        """Lay out the board and the why of the chosen flag."""
        yield Header()
        yield Static(
            f"Flags, worst first{': ' + self.filter if self.filter else ''}", id="head", classes="title"
        )
        yield Ledger(COLUMNS, id="board")
        with VerticalScroll(id="why-box", can_focus=False):
            yield Static("", id="why", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Read the board."""
        self.watch(self.query_one(Ledger), "cursor", self._say_why, init=False)
        self.reload()

    @work(thread=True, exclusive=True)
    def reload(self) -> None:
        """Read the board again."""
        from tracker.services import flags
        from tracker.services.office import Refused

        office = self.app.office
        if office is None:
            return
        try:
            pages = flags.Pages(office, self.filter, self.app.today)
        except Refused as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
            return
        self.app.call_from_thread(self.query_one(Ledger).show, pages)

    @on(Ledger.Loaded)
    def _loaded(self, event: Ledger.Loaded) -> None:
        if not event.total:
            self.query_one("#why", Static).update("No flag stands. Nothing to chase today.")
        else:
            self._say_why()

    def _say_why(self) -> None:
        row: FlagRow | None = self.query_one(Ledger).chosen
        if row is not None:
            text = f"{row.why}\n{row.cite}. Clears: {row.clear_by}"
            self.query_one("#why", Static).update(text)

    @on(Ledger.Chosen)
    def _open(self, event: Ledger.Chosen) -> None:
        from tracker.tui.screens.case import CaseScreen

        self.app.push_screen(CaseScreen(event.row.ref))
