"""The board of the Friday review: how many flags by kind, lead, station or court; a row opens its list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tracker.tui import wording
from tracker.tui.actions import BOARD, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.acting import Acting
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.column import Column
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from tracker.services.flagboard import BoardRow
    from tracker.services.office import Office

BY = ("kind", "lead", "station", "court")
HEADS = {"kind": "kind", "lead": "who leads", "station": "police station", "court": "court"}


def _many(name: str) -> Any:
    return lambda row: wording.number(getattr(row, name)) if getattr(row, name) else "·"


COLUMNS = (
    Column("Of which", 26, lambda row: row.name, grows=1, most=60),
    Column(
        "Breach", 7, _many("breach"), right=True, style=lambda row: "ledger--breach" if row.breach else ""
    ),
    Column(
        "Urgent", 7, _many("urgent"), right=True, style=lambda row: "ledger--urgent" if row.urgent else ""
    ),
    Column("Watch", 7, _many("watch"), right=True),
    Column("Info", 6, _many("info"), right=True),
    Column("All", 7, _many("standing"), right=True),
    Column("Snoozed", 8, _many("snoozed"), right=True, from_width=76),
    Column("Resolved", 8, _many("resolved"), right=True, from_width=90),
)


class FlagBoardScreen(Acting):
    """Flags counted."""

    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BOARD)]

    def __init__(self, filter_: str = "", by: str = "lead") -> None:
        """`filter_` is that of the list of flags it was opened from."""
        super().__init__()
        self.filter, self.by = filter_, by

    def compose(self) -> ComposeResult:
        """Lay out the board and the line that says what is counted."""
        yield Banner("Flags counted")
        yield Ledger(COLUMNS, id="board", empty="No flag stands. Nothing to review.")
        yield Static("", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Count."""
        self.reload()

    def reload(self) -> None:
        """Count again."""
        by, text, today = self.by, self.filter, self.app.today

        def read(office: Office) -> tuple[BoardRow, ...]:
            from tracker.services import flagboard

            return flagboard.rows(office, by, text, today)

        def show(rows: tuple[BoardRow, ...]) -> None:
            self.query_one(Ledger).fill(rows, keep=True)
            said = f"By {HEADS[by]}; b counts by {HEADS[self._after()]}, Enter opens the list"
            self.query_one("#line", Static).update(f"{said}  ·  {text}" if text else said)

        ask(self, read, show, group="flagboard")

    def _after(self) -> str:
        return BY[(BY.index(self.by) + 1) % len(BY)]

    def action_by(self) -> None:
        """Count by the next thing."""
        self.by = self._after()
        self.reload()

    def action_open(self) -> None:
        """Open the list behind the row under the cursor."""
        self._list(self.query_one(Ledger).chosen)

    @on(Ledger.Chosen)
    def open_chosen(self, event: Ledger.Chosen) -> None:
        """Open the list behind a row that was double-clicked."""
        self._list(event.row)

    def _list(self, row: Any) -> None:
        from tracker.tui.screens.flags import FlagsScreen

        if row is not None:
            self.app.push_screen(FlagsScreen(row.filter))
