"""A paper of a case as text, before it is printed: `w` writes the PDF, `l` shows it in another language.

The survivor's update is for a person to read over; `m` records that it was given, and nothing else does.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Label, Static

from tracker.tui.actions import PAPER, bindings
from tracker.tui.asking import ask
from tracker.tui.log import Line, command
from tracker.tui.screens.form import Fields, Form, asked, buttons
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.hints import Hints

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.papers import Written
    from tracker.tui.app import TrackerApp
    from tracker.tui.paperkinds import Kind

LANGUAGES = ("en", "hi", "mr")


class PaperScreen(Screen[None]):
    """One paper of the case `ref`."""

    app: TrackerApp
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAPER)]

    def __init__(self, ref: str, kind: Kind) -> None:
        """`kind` says which paper."""
        super().__init__()
        self.ref, self.kind, self.language = ref, kind, "en"
        self.paper: Written | None = None

    def compose(self) -> ComposeResult:
        """Lay out the text, and the line that says what can be done with it."""
        yield Banner(f"{self.ref} · {self.kind.label.partition(':')[0]}")
        with VerticalScroll(classes="paper"):
            yield Static("", id="text", markup=False)
        yield Static("", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Make the paper."""
        self.reload()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a survivor's update has other languages, and is told to somebody; a memo is signed off."""
        if action == "sign_off":
            return bool(self.kind.post)
        return self.kind.speaks or action not in ("language", "told")

    def on_resize(self) -> None:
        """Fit it to the width."""
        if self.paper is not None:
            self._show(self.paper)

    def reload(self) -> None:
        """Make it again."""
        ref, kind, today, language = self.ref, self.kind, self.app.today, self.language

        def read(office: Office) -> Written:
            return kind.make(office, ref, today, language)

        ask(self, read, self._show, group="paper")

    def _show(self, paper: Written) -> None:
        from tracker.services import papertext

        self.paper = paper
        said = papertext.text(paper, max(40, min(self.size.width - 5, 190)))
        self.query_one("#text", Static).update(said)
        more = f"; l: {', '.join(LANGUAGES)}; m: she was told" if self.kind.speaks else ""
        more += "; s: it was signed off" if self.kind.post else ""
        self.query_one("#line", Static).update(f"Nothing is sent from here. w writes a PDF{more}.")

    def action_language(self) -> None:
        """Show it in the next language, where it has others."""
        self.language = LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)]
        self.reload()

    def action_told(self) -> None:
        """Record that the office told her."""
        ref, victim, today = self.ref, self.kind.victim, self.app.today

        def write(office: Office) -> int | None:
            from tracker.services import update

            return update.told(office, ref, victim, today).event

        def written(event: int | None) -> None:
            said = command("update", ref, victim=victim, told=True)
            self.app.wrote(Line(ref, f"Recorded: {victim} was told today.", said, event=event))

        ask(self, write, written, writes=True)

    def action_sign_off(self) -> None:
        """Ask who signed this memo, where it is one; the form is that of the list where it is kept."""
        if self.paper is None:
            return
        from tracker.tui.screens.edit import EditScreen

        said = {"post": self.kind.post, "signed_on": self.app.today, "mark": self.paper.content_mark()}
        self.app.push_screen(EditScreen(self.ref, "handovers", None, said))

    def action_write_pdf(self) -> None:
        """Ask for a file, and print the paper to it."""
        if self.paper is not None:
            self.app.push_screen(PrintScreen(self.paper, self.kind))

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()


class PrintScreen(Form[None]):
    """Ask for the file, print the paper to it; what the firewall says stays on the form."""

    def __init__(self, paper: Written, kind: Kind) -> None:
        """`paper` as it was shown."""
        super().__init__()
        self.paper, self.kind = paper, kind

    def compose(self) -> ComposeResult:
        """Ask for the file."""
        name = re.sub(r"[^\w.-]+", "-", f"{self.kind.command[0]}-{self.paper.ref}-{self.paper.today}.pdf")
        with Fields():
            yield Label(f"Print: {self.paper.title}", classes="title", markup=False)
            yield asked("File", Input(value=str(Path.cwd() / name), id="file"))
            yield Static("It is searched for victims' names before it is written.", id="echo", markup=False)
            yield from buttons()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Print it."""
        said = self.query_one("#file", Input).value.strip()
        if self.saving or not said:
            return
        self.saving = True
        path, paper = Path(said).expanduser(), replace(self.paper, printed=self._printed())
        language = paper.language if self.kind.speaks else ""

        def write(office: Office) -> None:
            from tracker.pdf import papers as pages
            from tracker.services import papers

            made = pages.render(paper)
            papers.release(office, paper, path, made.content, made.said)

        def written(_: None) -> None:
            did = command(*self.kind.command, **self.kind.options, lang=language, pdf=str(path))
            self.app.wrote(Line(paper.ref, f"Printed to {path.name}.", did))
            self.dismiss(None)

        ask(self, write, written, refused=self.refused, writes=True)

    def _printed(self) -> str:
        """Return when it is printed: day and hour of the clock, or the day that stands in for it."""
        from tracker.tui.following import KOLKATA

        if self.app.said_today:
            return f"{self.app.said_today:%d-%m-%Y}"
        return f"{datetime.now(KOLKATA):%d-%m-%Y %H:%M} IST"
