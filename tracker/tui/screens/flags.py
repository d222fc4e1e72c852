"""The flags board: every warning, worst first. The panel below says the why of the chosen one.

`/` asks for one kind of flag, with how many there are of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

from tracker.tui import wording
from tracker.tui.actions import FLAGS, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.acting import Acting
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.ledger import Column, Ledger

if TYPE_CHECKING:
    from tracker.services.office import Office

STYLE = {"breach": "ledger--breach", "urgent": "ledger--urgent"}

COLUMNS = (
    Column("How bad", 7, lambda row: row.severity.upper(), style=lambda row: STYLE.get(row.severity, "")),
    Column("Flag", 21, lambda row: wording.flag(row.kind)),
    Column("Ref", 14, lambda row: row.ref),
    Column("Who", 4, lambda row: row.who),
    Column("Since", 10, lambda row: wording.day(row.since), from_width=90),
    Column("Days", 5, lambda row: wording.number(row.days), right=True),
    Column("Rule", 12, lambda row: row.cite, grows=1),
    Column("What clears it", 20, lambda row: row.clear_by, grows=2, from_width=110),
)


class FlagsScreen(Acting):
    """All flags that hold today under a filter."""

    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FLAGS)]

    def __init__(self, filter_: str = "") -> None:
        """`filter_` is the docket's filter."""
        super().__init__()
        self.filter = filter_
        self.counts: dict[str, int] = {}

    def compose(self) -> ComposeResult:
        """Lay out the board, the why of the chosen flag, and the line that says what is shown."""
        yield Banner("Flags, worst first")
        yield Ledger(COLUMNS, id="board", empty="No flag stands. Nothing to chase today.")
        with VerticalScroll(classes="why", can_focus=False):
            yield Static("", id="why", markup=False)
        yield Static("", id="line", classes="line", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the board."""
        self.reload(keep=False)

    def reload(self, keep: bool = True) -> None:
        """Read the board again."""
        text, today = self.filter, self.app.today

        def read(office: Office) -> tuple[Any, dict[str, int]]:
            from tracker.services import flags

            return flags.Pages(office, text, today), flags.counts(office, _without_kind(text), today)

        def show(got: tuple[Any, dict[str, int]]) -> None:
            source, self.counts = got
            self.query_one(Ledger).show(source, keep=keep)

        ask(self, read, show, group="flags")

    @on(Ledger.Loaded)
    def _loaded(self, event: Ledger.Loaded) -> None:
        said = "1 flag" if event.total == 1 else f"{event.total:,} flags"
        self.query_one("#line", Static).update(f"{said}  ·  {self.filter}" if self.filter else said)
        if not event.total:
            self.query_one("#why", Static).update("")

    @on(Ledger.Moved)
    def _say_why(self) -> None:
        row = self.query_one(Ledger).chosen
        if row is not None:
            self.query_one("#why", Static).update(f"{row.why}\n{row.cite}. Clears: {row.clear_by}")
            self.query_one(".why").scroll_home(animate=False)

    def action_kinds(self) -> None:
        """Ask for one kind."""
        from tracker.tui.screens.choose import ChooseScreen

        every = f"every kind ({sum(self.counts.values()):,})"
        lines = {"": every, **{kind: f"{wording.flag(kind)} ({n:,})" for kind, n in self.counts.items()}}
        self.app.push_screen(ChooseScreen("Which flags?", lines), self._chosen)

    def _chosen(self, kind: str | None) -> None:
        if kind is not None:
            rest = _without_kind(self.filter)
            self.filter = f"{rest} flag:{kind}".strip() if kind else rest
            self.reload(keep=False)


def _without_kind(text: str) -> str:
    return " ".join(word for word in text.split(" ") if not word.startswith("flag:"))
