"""The charge board: accused × provision × victim, each with its life, and what disappeared on the way.

`c` shows only what a correction is about: what the facts support and a step left out, what was added later
and how long that took, who asked. A day stands where a step is on record; `·` where it is not.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from tracker.domain.charge_life import Life, corrections
from tracker.tui import wording
from tracker.tui.actions import CHARGES, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.suggest import SHORT
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.column import Column
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger
from tracker.tui.widgets.why import Why

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.tui.app import TrackerApp


def _short(day: date | None) -> str:
    return f"{day.day:02d}-{day.month:02d}-{day.year % 100:02d}" if day else "·"


def _result(row: Life) -> str:
    if row.dropped:
        return f"dropped {_short(row.dropped)}"
    return f"{row.result} {_short(row.result_on)}" if row.result else "·"


def _noted(row: Life) -> str:
    """Return what to note in the few words that a column has room for; the panel says it whole."""
    if row.gone.startswith("the facts"):
        return "supported, not charged"
    if row.gone.endswith("sections are not recorded"):
        return "sections not recorded"
    return row.gone.partition(" of ")[0]


def _gone(row: Life) -> str:
    return "ledger--breach" if row.gone.startswith(("not in", "dropped", "the facts")) else ""


COLUMNS = (
    Column("Who", 4, lambda row: row.accused or "all"),
    Column("Provision", 21, lambda row: row.provision or row.as_written or "other", style=_gone),
    Column("For", 4, lambda row: row.victim or "all"),
    Column("Facts", 8, lambda row: SHORT.get(row.facts, "·")),
    Column("FIR", 8, lambda row: _short(row.fir)),
    Column("Added", 8, lambda row: _short(row.added), from_width=110),
    Column("Sheet", 8, lambda row: _short(row.sheet)),
    Column("Framed", 8, lambda row: _short(row.framed)),
    Column("Result", 10, _result, grows=1, most=30),
    Column("To note", 20, _noted, grows=2, from_width=110),
)


class ChargeBoard(Screen[None]):
    """The charges of the case `ref`, each with its life."""

    app: TrackerApp
    AUTO_FOCUS = "Ledger"
    CSS_PATH = "suggest.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHARGES)]

    def __init__(self, ref: str) -> None:
        """`ref` names the case."""
        super().__init__()
        self.ref, self.only = ref, False
        self.lives: tuple[Life, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the board, the panel of the chosen charge, and the line that counts."""
        yield Banner(f"{self.ref} · charge board")
        yield Ledger(COLUMNS, id="board", empty="No charge is on file, and the facts call for none.")
        yield Why()
        yield Static("", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Read the charges."""
        self.reload()

    def reload(self) -> None:
        """Read them again."""
        ref, today = self.ref, self.app.today

        def read(office: Office) -> tuple[Life, ...]:
            from tracker.services import charges

            return charges.board(office, ref, today)

        ask(self, read, self._show, group="board")

    def _show(self, lives: tuple[Life, ...]) -> None:
        self.lives = lives
        shown = corrections(lives) if self.only else list(lives)
        self.query_one(Ledger).fill(shown, keep=True)
        filed = sum(1 for row in lives if row.on_file)
        lost = sum(1 for row in lives if row.on_file and row.gone.startswith(("not in", "dropped")))
        what = "Corrections only (c: all). " if self.only else ""
        self.query_one("#line", Static).update(
            f"{what}{filed} on file, {lost} disappeared, {len(lives) - filed} supported and not charged"
        )

    @on(Ledger.Moved)
    def _say_why(self) -> None:
        row: Life | None = self.query_one(Ledger).chosen
        if row is not None:
            self.query_one(Why).say(told(row))

    def action_corrections(self) -> None:
        """Show only what a correction is about, or all again."""
        self.only = not self.only
        self._show(self.lives)

    def action_section(self) -> None:
        """Open the section of the chosen charge."""
        from tracker.tui.screens.statutes import StatutesScreen

        row: Life | None = self.query_one(Ledger).chosen
        if row is not None and row.provision:
            self.app.push_screen(StatutesScreen(row.provision))

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()


def told(row: Life) -> str:
    """Return the life of a charge in sentences."""
    from tracker.services.charges import WHEN

    written = f' written "{row.as_written}"' if row.as_written else ""
    with_ = f" with {row.with_}" if row.with_ else ""
    lines = [f"{row.provision or 'outside the catalogue'}{with_}{written}"]
    lines.append(
        f"facts: they support it {WHEN[row.facts]}" if row.facts else "facts: no pattern calls for it"
    )
    steps = [
        ("in the FIR", row.fir),
        ("added", row.added),
        ("in the charge sheet", row.sheet),
        ("framed", row.framed),
        (row.result, row.result_on),
        ("dropped", row.dropped),
    ]
    found = [f"{what} {wording.day(day)}" for what, day in steps if day]
    lines.append("life: " + (" → ".join(found) or "none"))
    if row.gone:
        lines.append(f"NOTE: {row.gone}")
    if row.asked:
        after = f", {row.days:,} days after the FIR" if row.days is not None else ""
        lines.append(f"added because: {row.asked}{after}")
    return "\n".join(lines)
