"""One case: where it stands, what waits, its people, charges, clocks, hearings and journal.

The strip on top says in words what is done, where the case is now, what comes next and the law's
limit for it. Each clock and flag opens its why in the panel below the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Header, Static, TabbedContent, TabPane

from tracker.tui import casepanes, wording
from tracker.tui.screens.hearing import HearingScreen
from tracker.tui.screens.record import RecordScreen

if TYPE_CHECKING:
    from tracker.services.views import CaseView
    from tracker.tui.app import TrackerApp


class CaseScreen(Screen[None]):
    """The case `ref`, read again whenever something was written."""

    app: TrackerApp
    CSS_PATH = "case.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "hearing", "Hearing"),
        Binding("r", "record", "Record event"),
        *(
            Binding(str(n), f"tab('{pane}')", heading, show=False)
            for n, (pane, heading) in enumerate(casepanes.PANES.items(), 1)
        ),
        Binding("escape", "app.pop_screen", "Back"),
    ]

    def __init__(self, ref: str) -> None:
        """`ref` names the case."""
        super().__init__()
        self.ref = ref
        self.whys: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out head, strip, tabs and the panel of the why."""
        yield Header()
        yield Static(self.ref, id="head", classes="title")
        yield Static("", id="strip")
        with TabbedContent(id="tabs"):
            for number, (pane, heading) in enumerate(casepanes.PANES.items(), 1):
                with TabPane(f"{number} {heading}", id=pane):
                    yield DataTable(cursor_type="row", zebra_stripes=True, id=f"{pane}-table")
        with VerticalScroll(id="why-box", can_focus=False):
            yield Static("", id="why", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Read the case."""
        self.reload()

    @work(thread=True, exclusive=True)
    def reload(self) -> None:
        """Read the case again, off the screen's thread."""
        from tracker.services import casework
        from tracker.services.office import Refused

        office = self.app.office
        if office is None:
            return
        try:
            view = casework.show(office, self.ref, self.app.today)
        except Refused as error:
            self.app.call_from_thread(self.notify, str(error), severity="error")
            return
        self.app.call_from_thread(self._show, view)

    def _show(self, view: CaseView) -> None:
        title = f"  {view.title}" if view.title else ""
        self.query_one("#head", Static).update(f"{view.ref}{title}")
        self.query_one("#strip", Static).update(casepanes.strip(view, self.size.width))
        self.whys = {}
        for pane in casepanes.PANES:
            table: DataTable[Any] = self.query_one(f"#{pane}-table", DataTable)
            at = table.cursor_row
            table.clear(columns=True)
            heads, rows = casepanes.rows(pane, view)
            table.add_columns(*heads)
            for number, (cells, why) in enumerate(rows):
                key = f"{pane}-{number}"
                self.whys[key] = why
                table.add_row(*cells, key=key)
            table.move_cursor(row=min(at, max(len(rows) - 1, 0)))
        self._say_why(self._table())

    def _table(self) -> DataTable[Any]:
        return self.query_one(f"#{self.query_one(TabbedContent).active or 'clocks'}-table", DataTable)

    def _say_why(self, table: DataTable[Any]) -> None:
        text = "Nothing here yet."
        if table.row_count:
            key = table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value
            text = self.whys.get(key or "", "")
        self.query_one("#why", Static).update(text)
        self.query_one("#why-box").scroll_home(animate=False)

    @on(DataTable.RowHighlighted)
    def _moved(self, event: DataTable.RowHighlighted) -> None:
        if event.data_table is self._table():
            self._say_why(event.data_table)

    @on(TabbedContent.TabActivated)
    def _turned(self) -> None:
        table = self._table()
        table.focus()
        self._say_why(table)

    def action_tab(self, pane: str) -> None:
        """Turn to a tab by its digit."""
        self.query_one(TabbedContent).active = pane

    def action_hearing(self) -> None:
        """Record a hearing of this case."""
        self.app.push_screen(HearingScreen(self.ref), self._written)

    def action_record(self) -> None:
        """Record an event of this case."""
        self.app.push_screen(RecordScreen(self.ref), self._written)

    def _written(self, saved: Any) -> None:
        if saved is not None:
            self.notify(wording.saved(saved), title=self.ref, markup=False)
            self.app.refresh_all()
