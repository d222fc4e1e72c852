"""Rescues, aftercare, and accused who may be one person: an overview over the cases, Enter opens the case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tracker.tui.actions import OVERVIEW, bindings
from tracker.tui.asking import ask
from tracker.tui.overviews import OVERVIEWS
from tracker.tui.screens.acting import Acting
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger
from tracker.tui.widgets.why import Why

if TYPE_CHECKING:
    from tracker.services.office import Office


class OverviewScreen(Acting):
    """The overview of that name, under a filter of the docket."""

    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(OVERVIEW)]

    def __init__(self, kind: str, filter_: str = "") -> None:
        """`kind` is a key of OVERVIEWS."""
        super().__init__()
        self.kind, self.filter = kind, filter_
        self.shown = OVERVIEWS[kind]

    def compose(self) -> ComposeResult:
        """Lay out the rows, what is known of the chosen one, and the line that sums them up."""
        yield Banner(self.shown.heading)
        yield Ledger(self.shown.columns, id="rows", empty=self.shown.empty)
        yield Why()
        yield Static("", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Read the rows."""
        self.reload()

    def reload(self) -> None:
        """Read the rows again."""
        shown, text, today = self.shown, self.filter, self.app.today

        def read(office: Office) -> tuple[Sequence[Any], str]:
            rows = shown.read(office, text, today)
            return rows, shown.line(rows)

        ask(self, read, self._show, group="overview")

    def _show(self, got: tuple[Sequence[Any], str]) -> None:
        rows, line = got
        self.query_one(Ledger).fill(rows, keep=True)
        self.query_one("#line", Static).update(f"{line}  ·  {self.filter}" if self.filter else line)

    @on(Ledger.Moved)
    def _say_why(self) -> None:
        row = self.query_one(Ledger).chosen
        if row is not None:
            self.query_one(Why).say(self.shown.why(row))
