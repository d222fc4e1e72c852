"""The flags board: every warning, worst first. The panel below says the why of the chosen one.

`/` asks for one kind of flag, with how many there are of each; `b` counts them by lead, station or court.
`R` resolves the chosen one, or those that are marked, with a note; `z` snoozes until a day, `v` shows those
that are, and `x` lets one stand again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tracker.tui import flagacts, wording
from tracker.tui.actions import FLAGS, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.acting import Acting
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.column import LONGEST_REF, Column
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger
from tracker.tui.widgets.why import Why

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.views import FlagRow

STATES = (None, "snoozed", "resolved")
STYLE = {"breach": "ledger--breach", "urgent": "ledger--urgent"}

COLUMNS = (
    Column("How bad", 7, lambda row: row.severity.upper(), style=lambda row: STYLE.get(row.severity, "")),
    Column("Flag", 21, lambda row: wording.flag(row.kind)),
    Column("Ref", 14, lambda row: row.ref, most=LONGEST_REF),
    Column("Who", 4, lambda row: row.who),
    Column("Since", 10, lambda row: wording.day(row.since), from_width=90),
    Column("Days", 5, lambda row: wording.number(row.days), right=True),
    Column("Rule", 18, lambda row: wording.handled(row.handled) or row.cite, grows=1),
    Column("What clears it", 20, lambda row: row.clear_by, grows=4, from_width=110),
)


NONE = "No flag stands. Nothing to chase today."


def which(row: FlagRow) -> tuple[object, ...]:
    """Return what tells a flag from all others."""
    return row.ref, row.kind, row.who, row.limit, row.since


class FlagsScreen(Acting):
    """All flags that hold today under a filter."""

    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FLAGS)]

    def __init__(self, filter_: str = "") -> None:
        """`filter_` is the docket's filter."""
        super().__init__()
        self.filter = filter_
        self.handled: str | None = None
        self.counts: dict[str, int] = {}
        self.states: dict[str, int] = {}

    def compose(self) -> ComposeResult:
        """Lay out the board, the why of the chosen flag, and the line that says what is shown."""
        yield Banner("Flags, worst first")
        yield Ledger(COLUMNS, id="board", empty=NONE, mark_by=which)
        yield Why()
        yield Static("", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Read the board."""
        self.reload(keep=False)

    def reload(self, keep: bool = True) -> None:
        """Read the board again."""
        text, today, handled = self.filter, self.app.today, self.handled

        def read(office: Office) -> tuple[Any, dict[str, int], dict[str, int]]:
            from tracker.services import flagboard, flags

            kinds = flags.counts(office, _without_kind(text), today, handled)
            states = flagboard.states(office, text, today)
            return flags.Pages(office, text, today, handled=handled), kinds, states

        def show(got: tuple[Any, dict[str, int], dict[str, int]]) -> None:
            source, self.counts, self.states = got
            ledger = self.query_one(Ledger)
            ledger.empty = f"No flag is {handled}; v goes on." if handled else NONE
            ledger.show(source, keep=keep)

        ask(self, read, show, group="flags")

    @on(Ledger.Loaded)
    @on(Ledger.Marked)
    def _loaded(self) -> None:
        ledger = self.query_one(Ledger)
        total = ledger.total
        said = "1 flag" if total == 1 else f"{total:,} flags"
        if marked := len(ledger.marked):
            said = f"{marked:,} marked (R resolves, z snoozes them, Esc unmarks)  ·  {said}"
        said += f" {self.handled}" if self.handled else ""
        others = [state or "standing" for state in STATES if state != self.handled]
        said += "".join(f"  ·  {self.states[one]:,} {one}" for one in others if self.states.get(one))
        self.query_one("#line", Static).update(f"{said}  ·  {self.filter}" if self.filter else said)
        if not total:
            self.query_one(Why).say("")

    @on(Ledger.Moved)
    def _say_why(self) -> None:
        row = self.query_one(Ledger).chosen
        if row is not None:
            said = f"{wording.handled(row.handled)}\n" if row.handled else ""
            self.query_one(Why).say(f"{said}{row.why}\n{row.cite}. Clears: {row.clear_by}")

    def action_kinds(self) -> None:
        """Ask for one kind."""
        from tracker.tui.screens.choose import ChooseScreen

        every = f"every kind ({sum(self.counts.values()):,})"
        lines = {"": every, **{kind: f"{wording.flag(kind)} ({n:,})" for kind, n in self.counts.items()}}
        self.app.push_screen(ChooseScreen("Which flags?", lines), self._chosen)

    def _chosen(self, kind: str | None) -> None:
        if kind is not None:
            self.query_one(Ledger).unmark()
            rest = _without_kind(self.filter)
            self.filter = f"{rest} flag:{kind}".strip() if kind else rest
            self.reload(keep=False)

    def action_states(self) -> None:
        """Show those that stand, then the snoozed, then the resolved."""
        self.query_one(Ledger).unmark()
        self.handled = STATES[(STATES.index(self.handled) + 1) % len(STATES)]
        self.reload(keep=False)

    def action_by(self) -> None:
        """Count them by lead, station, court or kind."""
        from tracker.tui.screens.flagboard import FlagBoardScreen

        self.app.push_screen(FlagBoardScreen(self.filter))

    def action_resolve(self) -> None:
        """Resolve the marked flags, or the chosen one, with a note."""
        self._handle(snooze=False)

    def action_snooze(self) -> None:
        """Snooze the marked flags, or the chosen one, until a day."""
        self._handle(snooze=True)

    def _handle(self, *, snooze: bool) -> None:
        ledger = self.query_one(Ledger)
        here = [ledger.chosen] if ledger.chosen is not None else []
        flagacts.handle(self, list(ledger.marked.values()) or here, ledger, snooze=snooze)

    def action_reopen(self) -> None:
        """Let the chosen flag stand again."""
        flagacts.reopen(self, self.query_one(Ledger).chosen)


def _without_kind(text: str) -> str:
    return " ".join(word for word in text.split(" ") if not word.startswith("flag:"))
