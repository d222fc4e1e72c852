"""What changed since this person last closed the program, newest first; Enter opens the case."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tracker.tui import wording
from tracker.tui.actions import CHANGED, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.acting import Acting
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.column import LONGEST_REF, Column
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from tracker.services.changes import ChangeRow
    from tracker.services.office import Office


def hour(at: datetime | None) -> str:
    """Return a day and an hour, or a dash."""
    return f"{at.day:02d}-{at.month:02d} {at:%H:%M}" if at else "–"


COLUMNS = (
    Column("When", 11, lambda row: hour(row.at)),
    Column("Who", 8, lambda row: row.who),
    Column("Ref", 13, lambda row: row.ref or "the office", most=LONGEST_REF),
    Column("What", 20, lambda row: row.says, grows=1),
)
FIRST_TIME = "What others change while you are away comes here."


class ChangedScreen(Acting):
    """All that changed since."""

    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHANGED)]

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Banner("Changed since you were last here")
        yield Ledger(COLUMNS, id="changed", empty="Nothing was changed.")
        yield Static("", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Read the list."""
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        left, here_from = self.app.left, self.app.here_from
        if left is None:
            self.query_one("#line", Static).update(FIRST_TIME)
            return
        seq = left.seq

        def read(office: Office) -> tuple[ChangeRow, ...]:
            from tracker.services import changes

            return changes.since(office, seq, here_from=here_from, most=1000)

        def show(rows: tuple[ChangeRow, ...]) -> None:
            self.query_one(Ledger).fill(rows, keep=True)
            since = f"{wording.weekday(left.at.date())} {left.at:%H:%M}" if left.at else "you left"
            more = "; the newest 1,000 are shown" if len(rows) == 1000 else ""
            self.query_one("#line", Static).update(f"{len(rows):,} entries since {since}{more}")

        ask(self, read, show, group="changed")
