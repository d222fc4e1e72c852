"""A court's list beside ours: paste it or name its file; FOUND, DIFFERENT DATE, NOT LISTED, NOT OURS?.

Nothing is written until a line is accepted, one at a time; accepted, the matter is listed on the day of the
court's list.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static, TextArea

from tracker.tui import wording
from tracker.tui.actions import LIST, bindings
from tracker.tui.asking import ask
from tracker.tui.eventform import day
from tracker.tui.log import Line, command
from tracker.tui.screens.acting import Acting
from tracker.tui.screens.form import asked
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.column import LONGEST_REF, Column
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from tracker.services.causelist import Checked
    from tracker.services.moving import Done
    from tracker.services.office import Office

STYLES = {"DIFFERENT DATE": "ledger--breach", "NOT LISTED": "ledger--urgent", "NOT OURS?": "ledger--urgent"}
COLUMNS = (
    Column("Answer", 14, lambda row: row.status, style=lambda row: STYLES.get(row.status, "")),
    Column("Item", 5, lambda row: row.item or "–", right=True),
    Column("Ref", 14, lambda row: row.ref, most=LONGEST_REF),
    Column("Court", 14, lambda row: row.court or "–", grows=1, most=60),
    Column("Our date", 14, lambda row: wording.weekday(row.on) if row.on else "–"),
    Column("Line", 5, lambda row: wording.number(row.line), right=True, from_width=76),
    Column("Tied by", 10, lambda row: row.by or "–", from_width=90),
)
PASTE = "The court's list, pasted: an item a line, with its number or CNR"
ASKS = "Ctrl+S lays the list beside ours, and writes nothing."


class CauseListScreen(Acting):
    """Paste, check, and accept line by line."""

    CSS_PATH = "causelist.tcss"
    AUTO_FOCUS = "#pasted"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]

    def __init__(self) -> None:
        """Begin with tomorrow's list."""
        super().__init__()
        self.checked: tuple[Checked, ...] = ()
        self.on_day: date | None = None

    def compose(self) -> ComposeResult:
        """Ask for the day, the file or the text; the answers stand below."""
        yield Banner("Cause-list check")
        yield asked("Of the day", Input(wording.day(self.app.today + timedelta(days=1)), id="on"))
        yield asked("File", Input(placeholder="of the list: text, CSV or PDF; or paste it below", id="file"))
        yield TextArea(id="pasted", show_line_numbers=True, placeholder=PASTE)
        yield Ledger(COLUMNS, id="answers", empty="Nothing of ours is on the list, nor listed that day.")
        yield Static(ASKS, id="line", classes="line", markup=False)
        yield Hints()

    def reload(self) -> None:
        """Check again what was checked, as the office stands now."""
        if self.on_day is not None:
            self.action_check()

    @on(Input.Submitted)
    def action_check(self) -> None:
        """Read the list and lay it beside ours."""
        try:
            on_day = day("on", self.query_one("#on", Input).value.strip(), self.app.today)
        except ValueError as error:
            self.app.refuse(error)
            self.query_one("#on").focus()
            return
        file = self.query_one("#file", Input).value.strip()
        text, today = self.query_one(TextArea).text, self.app.today
        if not file and not text.strip():
            self.app.refuse(ValueError("Paste the list, or name its file."))
            return

        def read(office: Office) -> tuple[Checked, ...]:
            from tracker.services import causelist

            said = causelist.load(Path(file).expanduser()) if file else text
            return causelist.check(office, said, on_day, today=today)

        def show(rows: tuple[Checked, ...]) -> None:
            first, self.on_day, self.checked = self.on_day is None, on_day, rows
            answers = self.query_one("#answers", Ledger)
            answers.fill(rows, keep=True)
            if first:
                answers.focus()
            self._say_count()

        ask(self, read, show, group="causelist")

    def _say_count(self) -> None:
        counts = {status: sum(row.status == status for row in self.checked) for status in ("FOUND", *STYLES)}
        assert self.on_day is not None
        said = "  ·  ".join(
            [wording.weekday(self.on_day), *(f"{many} {word}" for word, many in counts.items() if many)]
        )
        self.query_one("#line", Static).update(f"{said}  ·  a accepts the one marked")

    def action_accept(self) -> None:
        """List the matter under the cursor on the list's day."""
        one, day_, today = self.query_one("#answers", Ledger).chosen, self.on_day, self.app.today
        if one is None or day_ is None:
            return

        def write(office: Office) -> Done:
            from tracker.services import causelist

            return causelist.accept(office, one, day_, today)

        def written(got: Done) -> None:
            said = " ".join((f"Listed {wording.weekday(day_)}.", *(f"!! {note}." for note in got[0].notes)))
            typed = command("causelist", "FILE", on=day_, accept=one.ref)
            self.app.wrote(Line(one.ref, said, typed, step=got[1]))

        ask(self, write, written, writes=True)

    def action_back(self) -> None:
        """Leave the text for the answers, or go back."""
        if isinstance(self.focused, TextArea | Input) and self.on_day is not None:
            self.query_one("#answers").focus()
        else:
            self.app.pop_screen()
