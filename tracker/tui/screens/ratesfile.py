"""Write the rates that are seen to a file: CSV or PDF by its ending, or a workbook with the whole summary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, Static

from tracker.tui import wording
from tracker.tui.asking import ask
from tracker.tui.screens.form import Fields, Form, asked, buttons

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.rateview import View
    from tracker.services.tableau import Chart

ENDINGS = (".csv", ".pdf")


class RatesFileScreen(Form[None]):
    """Ask for a path; the file is for its owner alone."""

    def __init__(self, view: View, chart: Chart | None) -> None:
        """`view` and `chart` are what is seen."""
        super().__init__()
        self.view, self.chart = view, chart

    def compose(self) -> ComposeResult:
        """Ask."""
        question = self.view.question
        name = f"rates-by-{question.by}-{question.as_of}.pdf"
        with Fields():
            yield Label("Write what is seen: table, chart, definition and notes", classes="title")
            yield asked("File", Input(name, id="file"))
            said = ".csv for a spreadsheet, .pdf for paper. It holds refs of cases only in the notes."
            yield Static(said, id="echo", markup=False)
            yield from buttons()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Make the file in a thread, and say where it is."""
        if self.saving:
            return
        from tracker.services.office import Refused

        path = Path(self.query_one("#file", Input).value.strip()).expanduser()
        if path.suffix.lower() not in ENDINGS:
            self.refused(Refused(f"file: {path.name!r} ends in neither .csv nor .pdf"))
            return
        self.saving = True
        view, chart, printed = self.view, self.chart, wording.day(self.app.today)

        def write(office: Office) -> Path:
            from tracker.services import firewall, ratessheet, rateview

            said: tuple[str, ...] = ()
            sheet = rateview.sheet(view, chart, office.setting("sample") is not None)
            if path.suffix.lower() == ".csv":
                made = ratessheet.table_csv(sheet).encode("utf-8-sig")
            else:
                from tracker.pdf import rates

                paper = rates.render(sheet, printed=printed)
                made, said = paper.content, paper.said
            return firewall.release(office, path, made, said, what="rates")

        def written(where: Path) -> None:
            self.app.notify(f"Written: {where}", markup=False, timeout=8)
            self.dismiss(None)

        ask(self, write, written, refused=self.refused, writes=True)
