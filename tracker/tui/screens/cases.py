"""Cases that something named: the docket's lines of a list of refs, as behind a number of the rates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tracker.tui.actions import CASES, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.acting import Acting
from tracker.tui.screens.docket import COLUMNS
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from tracker.services import docket as service
    from tracker.services.office import Office


class CasesScreen(Acting):
    """The cases that `find` gives, with what they have in common on top."""

    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CASES)]

    def __init__(self, title: str, find: Callable[[Office], tuple[str, ...]]) -> None:
        """`title` says which cases; `find` is asked for their refs in a thread."""
        super().__init__()
        self.named, self.find = title, find

    def compose(self) -> ComposeResult:
        """Lay out what they are, the cases, the line that counts them."""
        yield Banner(f"Cases · {self.named}")
        yield Ledger(COLUMNS, id="cases", empty="No case any more: the record has changed.")
        yield Static("Looking for the cases …", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Find the cases."""
        self.reload(keep=False)

    def reload(self, keep: bool = True) -> None:
        """Find the cases again, for the record may have changed."""
        today, find = self.app.today, self.find

        def read(office: Office) -> service.Named:
            from tracker.services import docket

            return docket.Named(office, find(office), today)

        ask(self, read, lambda source: self.query_one(Ledger).show(source, keep=keep), group="cases")

    @on(Ledger.Loaded)
    def _say_count(self, event: Ledger.Loaded) -> None:
        said = "1 case" if event.total == 1 else f"{event.total:,} cases"
        self.query_one("#line", Static).update(f"{said}  ·  {self.named}")
