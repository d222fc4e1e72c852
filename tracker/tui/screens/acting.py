"""What every screen with a case under its cursor can do: open it, record a hearing or an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from tracker.tui.asking import ask
from tracker.tui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tracker.services.office import Office
    from tracker.tui.app import TrackerApp


class Acting(Screen[None]):
    """A screen of `actions.WITH_A_CASE`."""

    app: TrackerApp

    def ref_here(self) -> str | None:
        """Return the case that an action is about."""
        ledger = self.focused if isinstance(self.focused, Ledger) else next(iter(self.query(Ledger)), None)
        row = ledger.chosen if ledger is not None else None
        return getattr(row, "ref", None)

    def action_open(self) -> None:
        """Open the case under the cursor."""
        if (ref := self.ref_here()) is not None:
            self.app.show_case(ref)

    @on(Ledger.Chosen)
    def open_chosen(self, event: Ledger.Chosen) -> None:
        """Open the case of a row that was double-clicked."""
        if (ref := getattr(event.row, "ref", None)) is not None:
            self.app.show_case(ref)

    def list_here(self) -> Ledger | None:
        """Return the list that an action is about: the one with the focus, else the first."""
        return self.focused if isinstance(self.focused, Ledger) else next(iter(self.query(Ledger)), None)

    def action_copy_cell(self) -> None:
        """Copy the cell of the chosen column."""
        ledger = self.list_here()
        if ledger is not None and (row := ledger.chosen) is not None:
            at = max(ledger.column, 0)
            self._copy(ledger.cells(row)[at], ledger.headings()[at] or "cell")

    def action_copy_row(self) -> None:
        """Copy the line under the cursor, with tabs between its cells."""
        ledger = self.list_here()
        if ledger is not None and (row := ledger.chosen) is not None:
            self._copy("\t".join(ledger.cells(row)), "line")

    def _copy(self, text: str, what: str) -> None:
        """Copy, unless somebody's name stands in it."""

        def check(office: Office) -> None:
            from tracker.services import seen

            seen.check(office, text, what)

        def copy(_: None) -> None:
            self.app.copy_to_clipboard(text)
            self.notify(text, title=f"Copied: {what}", markup=False, timeout=4)

        ask(self, check, copy, group="copy")

    def action_export_list(self) -> None:
        """Write the list as it is shown to a CSV file."""
        from tracker import settings

        ledger = self.list_here()
        if ledger is None:
            return
        head, cells, rows, total = ledger.headings(), ledger.cells, ledger.every_row(), ledger.total
        name, today, said = self.list_name(), self.app.today, self.list_said()

        def write(office: Office) -> tuple[Path, int]:
            from tracker.services import seen
            from tracker.services.office import Refused

            if total > seen.MOST:
                raise Refused(f"{total:,} rows are more than {seen.MOST:,}: narrow the filter first")
            to = seen.place(settings.data_folder(), name, today)
            return seen.write(office, to, head, (cells(row) for row in rows()), said)

        def written(got: tuple[Path, int]) -> None:
            self.notify(f"{got[1]:,} rows: {got[0]}", title="Exported", markup=False, timeout=15)

        ask(self, write, written, writes=True)

    def list_name(self) -> str:
        """Return what an exported file of this screen is called."""
        ledger = self.list_here()
        return ledger.id or "list" if ledger is not None else "list"

    def list_said(self) -> str:
        """Return what an exported file of this screen holds."""
        return f"{self.list_name()}, as of {self.app.today:%d-%m-%Y}"

    def action_mark(self) -> None:
        """Mark the row under the cursor and go on to the next."""
        ledger = self._marking()
        if ledger is not None and (row := ledger.chosen) is not None:
            ledger.mark(row)
            ledger.action_move(1)

    def action_mark_all(self) -> None:
        """Mark all rows that are shown, or none."""
        if (ledger := self._marking()) is not None:
            ledger.mark_all()

    def _marking(self) -> Ledger | None:
        """Return the list whose rows can be marked."""
        here = [self.focused] if isinstance(self.focused, Ledger) else []
        return next((one for one in (*here, *self.query(Ledger)) if one.mark_by is not None), None)

    def marked(self) -> tuple[str, ...]:
        """Return the refs of the marked rows, each once."""
        ledger = self._marking()
        rows = ledger.marked.values() if ledger is not None else ()
        return tuple(dict.fromkeys(str(row.ref) for row in rows))

    def action_adjourn(self) -> None:
        """Adjourn the marked matters, or a court's whole day."""
        self.adjourn(self.app.today, None)

    def adjourn(self, on_: date, court: str | None) -> None:
        """Ask how: for the marked ones, else beginning with a court."""
        from tracker.tui.screens.adjourn import AdjournScreen

        def done(written: bool | None) -> None:
            if written and (ledger := self._marking()) is not None:
                ledger.unmark()

        self.app.push_screen(AdjournScreen(on_, self.marked(), court), done)

    def action_hearing(self) -> None:
        """Record a hearing of the case."""
        from tracker.tui.screens.hearing import HearingScreen

        if (ref := self.ref_here()) is not None:
            self.app.push_screen(HearingScreen(ref))

    def action_record(self) -> None:
        """Record an event of the case."""
        from tracker.tui.screens.record import RecordScreen

        if (ref := self.ref_here()) is not None:
            self.app.push_screen(RecordScreen(ref))

    def action_back(self) -> None:
        """Take the marks away, or go back to the screen below."""
        ledger = self._marking()
        if ledger is None or not ledger.unmark():
            self.app.pop_screen()
