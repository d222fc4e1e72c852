"""The rates: lines with k of n, percent and interval, the year before, and the cases behind each number.

What is measured, of what and of which days always stands above the table; the notes stand below it. Counting
runs in a thread and says how far it is; Esc stops it, and a second Esc leaves.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from tracker.tui import ratelines, textchart, wording
from tracker.tui.actions import RATES, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.choose import ChooseScreen
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.question import Question
    from tracker.services.rateview import Line, View
    from tracker.services.tableau import Chart
    from tracker.tui.app import TrackerApp

ROWS = {
    "year": "year",
    "act": "Act",
    "provision": "provision",
    "joined": "provision, old and new sections as one",
    "court": "court",
    "district": "district",
    "station": "police station",
    "state": "state",
    "lead": "advocate in the lead, by name: no ranking",
}
UNITS = {
    "case": "cases: convicted if anybody was convicted of anything",
    "accused": "accused: each by the best-proved charge",
    "charge": "charges: each accused under each provision",
}


class RatesScreen(Screen[None]):
    """Rates, from the question given; at first by year."""

    app: TrackerApp
    AUTO_FOCUS = "Ledger"
    CSS_PATH = "rates.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (180, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(RATES)]

    def __init__(self, question: Question | None = None) -> None:
        """Start with a question, if there is one already."""
        super().__init__()
        self.question = question
        self.measure = "trials_completed"
        self.which = "lines"
        self.view: View | None = None
        self.chart: Chart | None = None
        self.counting = False

    def compose(self) -> ComposeResult:
        """Lay out the definition, the table, the chart, the notes, the line that says what goes on."""
        yield Banner("Rates")
        yield Static("", id="definition", markup=False)
        with Container(id="body"):
            yield Ledger(ratelines.columns((), 0), id="rates", empty="Nothing is on record for these days.")
            with VerticalScroll(id="picture"):
                yield Static("", id="chart", markup=False)
        with VerticalScroll(id="remarks"):
            yield Static("", id="notes", markup=False)
        yield Static("Opening the office …", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Count."""
        self.reload(keep=False)

    def reload(self, keep: bool = True) -> None:
        """Count again with the question as it stands."""
        if self.app.office is None:
            return
        from tracker.domain.measures import MEASURES
        from tracker.services.question import Question

        self.question = question = self.question or Question(as_of=self.app.today)
        measure, which = MEASURES[self.measure], self.which
        self.counting = True
        self._say("Counting …")

        def count(office: Office) -> tuple[View, Chart]:
            from tracker.services import ratecharts, rateview
            from tracker.services.office import Refused

            worker = get_current_worker()

            def told(what: str) -> None:
                if worker.is_cancelled:
                    raise Refused("Counting was stopped.")
                self.call_later(self._progress, what)

            view = rateview.view(office, question, measure, told)
            told("drawing the chart")
            return view, ratecharts.chart(office, question, which, view.report, measure)

        ask(self, count, lambda got: self._show(got, keep), refused=self._refused, group="rates")

    def _refused(self, why: Exception) -> None:
        self.counting = False
        self.app.refuse(why)
        self._say(str(why).partition("\n")[0])

    def _progress(self, what: str) -> None:
        if self.counting:
            self._say(f"{what[:1].upper()}{what[1:]} …   Esc stops")

    def _say(self, what: str) -> None:
        self.query_one("#line", Static).update(what)

    def _show(self, got: tuple[View, Chart], keep: bool) -> None:
        self.counting = False
        self.view, self.chart = got
        view = self.view
        self.query_one("#definition", Static).update(f"{view.asked}\n{view.measure.says}")
        ledger = self.query_one(Ledger)
        ledger.columns = ratelines.columns(view.lines, ledger.size.width)
        ledger.fill(view.lines, keep=keep)
        self._draw()
        n = len(view.lines) - 1
        lines = f"{n} line{'s' if n != 1 else ''} and the total"
        self._say(f"{lines}  ·  Enter: its cases  ·  as of {wording.day(view.question.as_of)}")
        self._remark()

    def _draw(self) -> None:
        if self.chart is not None:
            width = max(self.query_one("#picture").content_size.width - 1, 40)
            lines = self.view.lines if self.view is not None else ()
            text = textchart.drawn(ratelines.drawn(self.chart, lines), width)
            says = [self.chart.says] if self.which != "lines" else []
            self.query_one("#chart", Static).update("\n".join((*text, *says)))

    def on_resize(self) -> None:
        """Draw the chart anew for the width there is, and name the lines as it allows."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        ledger = self.query_one(Ledger)
        if self.view is not None:
            ledger.columns = ratelines.columns(self.view.lines, ledger.size.width)
            ledger.refresh()
        self._draw()

    @on(Ledger.Moved)
    def _remark(self) -> None:
        """Say of the chosen line how it changed; below it, the notes."""
        line: Line | None = self.query_one(Ledger).chosen
        if self.view is None:
            return
        notes = [f"- {note}" for note in self.view.report.notes]
        if line is not None and self.which == "board":
            from tracker.services import ratecharts

            self.chart = ratecharts.board(line.label, line.counts)
            self._draw()
        if line is not None and (line.change or line.short != line.label):
            notes.insert(0, f"{line.label}{f': {line.change}' if line.change else ''}.")
        self.query_one("#notes", Static).update("\n".join(notes) or "No remarks.")

    @on(Ledger.Chosen)
    def _chosen(self) -> None:
        self.action_behind()

    def action_behind(self) -> None:
        """Choose a number of the line under the cursor, and open its cases."""
        line: Line | None = self.query_one(Ledger).chosen
        if line is None or self.view is None:
            return
        from tracker.services.rateview import NAMES

        names = {figure: NAMES.get(figure) or wording.plain(figure) for figure in line.figures}
        if not names:
            self.notify("No case stands behind this line.")
            return
        lines = {figure: f"{n:>7,}  {names[figure]}" for figure, n in line.figures.items()}

        def open_(figure: str | None) -> None:
            if figure is not None:
                self._open(line, figure, names[figure])

        self.app.push_screen(ChooseScreen(f"{line.label}: which cases?", lines), open_)

    def _open(self, line: Line, figure: str, name: str) -> None:
        from tracker.tui.screens.cases import CasesScreen

        if self.view is None:
            return
        question = self.view.question

        def find(office: Office) -> tuple[str, ...]:
            from tracker.services import behind

            return behind.behind(office, question, line.key, figure)

        self.app.push_screen(CasesScreen(f"{line.label}: {name}", find))

    def action_rows(self) -> None:
        """Choose what the lines are."""

        def rows(word: str | None) -> None:
            if word is not None:
                joined = word == "joined"
                self._ask(by="provision" if joined else word, joined=joined)

        self.app.push_screen(ChooseScreen("Lines by", ROWS), rows)

    def action_unit(self) -> None:
        """Choose what is counted."""
        self.app.push_screen(
            ChooseScreen("Count", UNITS), lambda word: None if word is None else self._ask(unit=word)
        )

    def action_measure(self) -> None:
        """Choose which rate."""
        from tracker.domain.measures import MEASURES

        def measure(word: str | None) -> None:
            if word is not None:
                self.measure = word
                self.reload()

        lines = {one.id: f"{one.label[:1].upper()}{one.label[1:]}" for one in MEASURES.values()}
        self.app.push_screen(ChooseScreen("Which rate", lines), measure)

    def action_offence(self) -> None:
        """Count each case under every charge, or under its gravest alone."""
        if self.question is not None and self.question.by not in ("act", "provision"):
            self.notify("Lines by Act or provision only: b chooses them.")
        elif self.question is not None:
            self._ask(principal=not self.question.principal)

    def action_days(self) -> None:
        """Choose the days, and which cases."""
        from tracker.tui.screens.ratesdays import RatesDaysScreen

        def take(question: Question | None) -> None:
            if question is not None:
                self.question = question
                self.reload(keep=False)

        if self.question is not None:
            self.app.push_screen(RatesDaysScreen(self.question), take)

    def action_chart(self) -> None:
        """Draw the next chart."""
        from tracker.services.ratecharts import CHARTS

        names = list(CHARTS)
        self.which = names[(names.index(self.which) + 1) % len(names)]
        self.reload()

    def action_export(self) -> None:
        """Write what is seen to a file."""
        from tracker.tui.screens.ratesfile import RatesFileScreen

        if self.view is not None:
            self.app.push_screen(RatesFileScreen(self.view, self.chart))

    def _ask(self, **changes: Any) -> None:
        if self.question is not None:
            self.question = replace(self.question, **changes)
            self.reload(keep=False)

    def action_back(self) -> None:
        """Stop counting; else go back."""
        if self.counting:
            self.counting = False
            self.workers.cancel_group(self, "rates")
            self._say("Stopped; F5 counts again, Esc leaves.")
        else:
            self.app.pop_screen()
