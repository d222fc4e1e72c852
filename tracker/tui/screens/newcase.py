"""A new case in a minute: its ref, FIR, station, sections as written, one accused. All else may wait.

While it is typed, the box below says how each section was read, and which cases of the office have the
same FIR number at that station. Before a case is filed those that look like it are shown beside it
(`screens.alike`): whether it is one case or two is the person's to judge.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, Select, Static

from tracker.domain import words
from tracker.tui import wording
from tracker.tui.asking import ask
from tracker.tui.eventform import day
from tracker.tui.log import Line, command
from tracker.tui.screens.form import Fields, Form, asked, buttons
from tracker.tui.widgets.dayinput import DayInput

if TYPE_CHECKING:
    from tracker.services.alike import Alike
    from tracker.services.office import Office
    from tracker.services.undo import Step
    from tracker.services.views import CaseView

FIELDS = {
    "ref": ("Ref", "the office's own name for it, as MUM-2026-014 (required)"),
    "title": ("Title", "State v A1; no victim's name"),
    "number": ("FIR number", "412, or 412/2026"),
    "registered": ("Registered", "the day: today, -3, 24/11, 24-11-2026"),
    "station": ("Station", "the police station"),
    "district": ("District", ""),
    "sections": ("Sections", "as written, commas between: 370(4) IPC, POCSO 17"),
    "lead": ("Lead", "who leads it"),
}


class NewCaseScreen(Form[str | None]):
    """Ask for a case; close with its ref once it is filed, or None."""

    AUTO_FOCUS = "#ref"
    draft_kind = "case"

    def compose(self) -> ComposeResult:
        """Ask what an FIR says first."""
        with Fields():
            yield Label("A new case", classes="title")
            for name, (label, hint) in FIELDS.items():
                box = DayInput if name == "registered" else Input
                yield asked(label, box(placeholder=hint, id=name))
            yield asked("Accused A1", Input(placeholder="name, if known", id="name"))
            yield asked("", Select([(w.label, str(w)) for w in words.Sex], prompt="sex", id="sex"))
            roles = [(word.label, str(word)) for word in words.Role]
            yield asked("", Select(roles, prompt="role", id="role"))
            yield Static("", id="echo", markup=False)
            yield from buttons()

    def _said(self, name: str) -> str | None:
        return self.query_one(f"#{name}", Input).value.strip() or None

    @on(Input.Changed)
    def _changed(self) -> None:
        """Say how the sections were read, and which cases look like this one."""
        sections, number, station = self._said("sections"), self._said("number"), self._said("station")

        def look(office: Office) -> str:
            from tracker.services import newcase

            return newcase.echo(office, sections or "", number or "", station or "")

        ask(self, look, self.query_one("#echo", Static).update, refused=lambda _: None, group="echo")

    def action_save(self) -> None:
        """Read the form and file the case."""
        try:
            said = self._read()
        except ValueError as error:
            self.refused(error)
            return
        self._file(said, looked=False)

    def _file(self, said: dict[str, Any], *, looked: bool) -> None:
        """File the case, or show those that it looks like first."""
        if self.saving:
            return
        self.saving = True
        today = self.app.today

        def write(office: Office) -> tuple[CaseView | tuple[Alike, ...], Alike, Step | None]:
            from tracker.services import alike, newcase, undo

            case = newcase.case_of(today=today, **said)
            added = newcase.add(office, case, today, looked=looked)
            return added, alike.said(case), undo.last(office)

        def written(got: tuple[CaseView | tuple[Alike, ...], Alike, Step | None]) -> None:
            view, here, step = got
            self.saving = False
            if isinstance(view, tuple):
                self._compare(said, here, view)
                return
            self.dismiss(view.ref)
            says = f"Filed: {wording.stage(view.stage)}, waiting for {wording.event(view.waiting_for)}."
            self.app.wrote(Line(view.ref, says, _command(said, another=looked), step=step))

        ask(self, write, written, refused=self.refused, writes=True)

    def _compare(self, said: dict[str, Any], here: Alike, twins: tuple[Alike, ...]) -> None:
        from tracker.tui.screens.alike import FILE, AlikeScreen

        def judged(answer: str | None) -> None:
            if answer == FILE:
                self._file(said, looked=True)
            elif answer is not None:
                self.dismiss(answer)

        self.app.push_screen(AlikeScreen(here, twins), judged)

    def _read(self) -> dict[str, Any]:
        if self._said("ref") is None:
            raise ValueError("ref: a case needs a ref; everything else may wait")
        registered: date | None = None
        if said := self._said("registered"):
            registered = day("registered", said, self.app.today)
        from tracker.services import newcase

        try:
            number, year = newcase.number_of(self._said("number"), registered)
        except ValueError as error:
            raise ValueError(f"number: {error}") from None
        names = ("ref", "title", "station", "district", "sections", "lead", "name")
        return {
            **{name: self._said(name) for name in names},
            "number": number,
            "year": year,
            "registered_on": registered,
            "sex": self.query_one("#sex", Select).selection,
            "role": self.query_one("#role", Select).selection,
        }


def _command(said: dict[str, Any], *, another: bool) -> str:
    """Return the command that files the same."""
    number, year = said["number"], said["year"]
    plain = {name: said[name] for name in ("title", "station", "district", "sections", "lead", "sex", "role")}
    fir = f"{number}/{year}" if number and year else number
    days = {"fir": fir, "registered": said["registered_on"], "accused": said["name"]}
    return command("new", said["ref"], **days, **plain, another=another)
