"""The first start, in four steps: who you are, the look, the office, real or sample. Each may be skipped.

Nothing is made before the last step is finished; Esc goes a step back and never quits.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Button, Input, Label, RadioSet, Static, TextArea

from tracker.tui.themes import THEMES
from tracker.tui.widgets.toggles import Choice

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp

WORK = {
    "advocate": "advocate: my own matters, in court every day",
    "manager": "manager: all matters, who does what, what stalls",
    "reviewer": "reviewer: rates and reports",
}
LOOKS = {
    "dark": "dark, for an office",
    "light": "light, for the glare of a courtroom",
    "contrast": "high contrast, for tired eyes",
}
KINDS = {
    "sample": "look at the sample office first: invented people, marked SAMPLE",
    "real": "make our office now",
}
COURTS = "Special Court (POCSO), Dindoshi, 11\nSessions Court, Sewree, 3"
STEPS = 4


class FirstRun(Screen[None]):
    """Asks, and has the app open what was made."""

    app: TrackerApp
    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("ctrl+s", "on", "Next", priority=True),
        Binding("ctrl+q", "app.quit", "Quit", show=False),
    ]

    def __init__(self, path: Path, user: str) -> None:
        """`path` is where the office would be; `user` who is at the desk."""
        super().__init__()
        self.path, self.user = path, user
        self.step = 1
        self.making = False

    def compose(self) -> ComposeResult:
        """Lay out all four steps; one is shown."""
        with Vertical(classes="box"):
            yield Label("", id="head", classes="title", markup=False)
            with Vertical(id="step1", classes="step"):
                yield Static(f"You are {self.user} at this desk (TRACKER_USER names another).", markup=False)
                yield Static("What is your work? It fills the saved views under the digits.")
                yield _choice("work", WORK)
            with Vertical(id="step2", classes="step"):
                yield Static("How shall it look? Ctrl+T changes it at any time.")
                yield _choice("look", LOOKS)
                yield Static("The screen is in English; hearing sheets print in English, Marathi or Hindi.")
            with Vertical(id="step3", classes="step"):
                yield Static("The office's name, for the head of printed sheets:")
                yield Input(placeholder="may stay empty", id="name")
                yield Static("Its courts, one a line: name, complex, room. More come with the cases.")
                yield TextArea(placeholder=COURTS, id="courts", tab_behavior="focus")
            with Vertical(id="step4", classes="step"):
                yield _choice("kind", KINDS)
                yield Static(f"Our office is made at {self.path}", markup=False)
                yield Static("Its passphrase, twice. A lost passphrase is a lost office. Without one")
                yield Static("the file is plain: whoever takes it can read it.")
                yield Input(password=True, placeholder="passphrase", id="passphrase")
                yield Input(password=True, placeholder="the same again", id="again")
            yield Static("", id="why", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Next  ^S", variant="primary", id="next", compact=True)
                yield Button("Back  Esc", id="back", compact=True)
                yield Button("Leave  ^Q", id="leave", compact=True)

    def on_mount(self) -> None:
        """Begin with the first."""
        self._show()

    def _show(self) -> None:
        for number in range(1, STEPS + 1):
            self.query_one(f"#step{number}").display = number == self.step
        titles = ("who you are", "the look", "your office", "begin")
        said = f"Welcome. Step {self.step} of {STEPS}: {titles[self.step - 1]}"
        self.query_one("#head", Label).update(said)
        self.query_one("#next", Button).label = "Open  ^S" if self.step == STEPS else "Next  ^S"
        self.query_one("#why", Static).update("")
        self.query_one(f"#step{self.step}").query("RadioSet, Input").first().focus()

    @on(Button.Pressed, "#next")
    def _next(self) -> None:
        self.action_on()

    @on(Button.Pressed, "#back")
    def _back(self) -> None:
        self.action_back()

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.app.exit()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_on()

    @on(RadioSet.Changed, "#look")
    def _look(self, event: RadioSet.Changed) -> None:
        self.app.theme = list(LOOKS)[event.index]

    def action_back(self) -> None:
        """Go a step back."""
        if self.step > 1:
            self.step -= 1
            self._show()
        else:
            self.query_one("#why", Static).update("Nothing is made yet; ^Q leaves.")

    def action_on(self) -> None:
        """Go on; after the last step make the office and open it."""
        if self.step < STEPS:
            self.step += 1
            self._show()
        elif not self.making:
            self._make()

    def _chosen(self, name: str, words: dict[str, str]) -> str:
        return list(words)[max(self.query_one(f"#{name}", RadioSet).pressed_index, 0)]

    def _make(self) -> None:
        from tracker.services.founding import Wanted

        wanted = Wanted(
            work=self._chosen("work", WORK),
            theme=self._chosen("look", LOOKS),
            name=self.query_one("#name", Input).value,
            courts=self.query_one("#courts", TextArea).text,
        )
        said, again = (self.query_one(f"#{name}", Input).value for name in ("passphrase", "again"))
        real = self._chosen("kind", KINDS) == "real"
        if real and said != again:
            self.refused("passphrase: the two are not the same")
            return
        self.making = True
        self.query_one("#why", Static).update("Making the office …")
        self.app.found(wanted, said or None, real=real)

    def refused(self, why: str) -> None:
        """Say why nothing was made, and stay."""
        self.making = False
        self.query_one("#why", Static).update(why)


def _choice(name: str, words: dict[str, str]) -> RadioSet:
    first = THEMES[0].name if name == "look" else next(iter(words))
    buttons = (Choice(said, value=word == first) for word, said in words.items())
    return RadioSet(*buttons, id=name, compact=True)
