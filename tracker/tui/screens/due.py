"""Clocks that run out: what the law wants within a fortnight, custody first. The panel says the why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tracker.tui import wording
from tracker.tui.actions import DUE, bindings
from tracker.tui.asking import ask
from tracker.tui.caserows import why
from tracker.tui.screens.acting import Acting
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.column import LONGEST_REF, Column
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger
from tracker.tui.widgets.why import Why

if TYPE_CHECKING:
    from tracker.services.board import Clocks
    from tracker.services.office import Office
    from tracker.services.views import DueRow


def style(row: DueRow) -> str:
    """Return the style of a clock: what is past, and what ends within a week."""
    if row.days_left is None:
        return ""
    return "ledger--breach" if row.days_left < 0 else "ledger--urgent" if row.days_left <= 7 else ""


COLUMNS = (
    Column("Last day", 10, lambda row: wording.day(row.due_on)),
    Column("Days", 10, lambda row: wording.left(row.days_left), right=True, style=style),
    Column("Ref", 14, lambda row: row.ref, most=LONGEST_REF),
    Column("Who", 4, lambda row: row.who),
    Column("The law asks", 30, lambda row: row.says, grows=4, most=160),
    Column("Rule", 24, lambda row: row.cite, from_width=110, grows=1),
)


class DueScreen(Acting):
    """The clocks of the office that run out soon."""

    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DUE)]

    def compose(self) -> ComposeResult:
        """Lay out the clocks, the why of the chosen one, and the line that says what is shown."""
        yield Banner("Clocks, custody first")
        yield Ledger(COLUMNS, id="clocks", empty="No clock runs out within a fortnight.")
        yield Why()
        yield Static("", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Read the clocks."""
        self.reload()

    def reload(self) -> None:
        """Read the clocks again."""
        today = self.app.today

        def read(office: Office) -> Clocks:
            from tracker.services import board

            return board.running_out(office, today, most=500)

        ask(self, read, self._show, group="due")

    def _show(self, clocks: Clocks) -> None:
        self.query_one(Ledger).fill(clocks.rows, keep=True)
        more = "; the first 500 are shown, the filter due:<14d has all" if clocks.more else ""
        self.query_one("#line", Static).update(f"{len(clocks.rows):,} clocks end within a fortnight{more}")

    @on(Ledger.Moved)
    def _say_why(self) -> None:
        row = self.query_one(Ledger).chosen
        if row is not None:
            self.query_one(Why).say(why(row))
