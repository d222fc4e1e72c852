"""What was begun and not saved before the program ended: offered at the start, one line each.

Only what it is and which case it is about stands here; what was typed may hold a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from tracker.tui.asking import ask
from tracker.tui.drafting import when

if TYPE_CHECKING:
    from tracker.services.drafts import Begun
    from tracker.services.office import Office
    from tracker.services.views import FlagRow
    from tracker.tui.app import TrackerApp

NAMES = {
    "hearing": "a hearing of {}",
    "court": "an outcome of {}",
    "record": "an event of {}",
    "case": "a new case",
    "age": "an age in {}",
    "resolve": "a note on a flag of {}, to resolve it",
    "snooze": "a note on a flag of {}, to snooze it",
    "adjourn": "a bulk adjournment",
}


class BegunScreen(ModalScreen["Begun | None"]):
    """Choose one to go on with; closes with it, or None."""

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Later"),
        Binding("x,delete", "drop", "Forget"),
    ]

    def __init__(self, begun: tuple[Begun, ...]) -> None:
        """`begun` are this person's drafts."""
        super().__init__()
        self.begun = list(begun)

    def compose(self) -> ComposeResult:
        """Show a line each."""
        with Vertical(classes="box"):
            yield Label("You had begun, and not saved", classes="title")
            yield OptionList(*(Option(_line(one)) for one in self.begun), markup=False)
            yield Label("Enter goes on with it, x forgets it, Esc leaves it for later", classes="muted")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the one chosen."""
        self.dismiss(self.begun[event.option_index])

    def action_drop(self) -> None:
        """Forget the one under the cursor."""
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return
        one = self.begun.pop(options.highlighted)
        options.remove_option_at_index(options.highlighted)

        def write(office: Office) -> None:
            from tracker.services import drafts

            drafts.drop(office, one.kind, one.ref)

        ask(self.app, write, lambda _: None, writes=True)
        if not self.begun:
            self.dismiss(None)


def _line(one: Begun) -> str:
    from tracker.domain.record_rules import TITLES
    from tracker.services import drafts

    if (line := drafts.line_of(one.kind)) is None:
        return NAMES[one.kind].format(one.ref or "several cases") + _begun(one)
    list_, seq = line
    which = "" if list_ == "head" else ", a new line" if seq is None else f", line {seq}"
    return f"{TITLES[list_].lower()} of {one.ref}{which}{_begun(one)}"


def _begun(one: Begun) -> str:
    at = when(one)
    return f", begun{at}" if at else ""


def offer(app: TrackerApp) -> None:
    """Offer what was half typed when the program ended, if anything was."""

    def look(office: Office) -> tuple[Begun, ...]:
        from tracker.services import drafts

        return drafts.begun(office)

    def found(begun: tuple[Begun, ...]) -> None:
        if begun:
            app.push_screen(BegunScreen(begun), lambda chosen: go_on(app, chosen))

    ask(app, look, found, refused=lambda _: None, group="begun")


def go_on(app: TrackerApp, begun: Begun | None) -> None:
    """Open the form of a draft; the form brings back what was typed."""
    from tracker.tui.screens.adjourn import AdjournScreen
    from tracker.tui.screens.age import AgeScreen
    from tracker.tui.screens.edit import EditScreen
    from tracker.tui.screens.hearing import HearingScreen
    from tracker.tui.screens.record import RecordScreen

    if begun is None:
        return
    from tracker.services import drafts

    if (line := drafts.line_of(begun.kind)) is not None:
        app.push_screen(EditScreen(begun.ref, *line))
        return
    match begun.kind:
        case "hearing":
            app.push_screen(HearingScreen(begun.ref))
        case "record":
            app.push_screen(RecordScreen(begun.ref, corrects=begun.body.get("corrects")))
        case "case":
            app.action_new_case()
        case "age":
            app.push_screen(AgeScreen(begun.ref, begun.body["victim"]))
        case "adjourn":
            app.push_screen(AdjournScreen(app.today, tuple(begun.body["refs"]), None))
        case "resolve" | "snooze":
            _flags(app, begun)
        case "court":
            _in_court(app, begun)


def _flags(app: TrackerApp, begun: Begun) -> None:
    """Go on with a note on flags that stand; where one of them stands no more, the note is forgotten."""
    from tracker.tui.screens.handle import HandleScreen, which

    wanted, today = begun.body["flags"], app.today

    def look(office: Office) -> tuple[FlagRow, ...]:
        from tracker.services import casework, drafts

        refs = dict.fromkeys(ref for ref, *_ in wanted)
        rows = [row for ref in refs for row in casework.show(office, ref, today).flags if not row.handled]
        found = {tuple(which(row)): row for row in rows}
        if any(tuple(one) not in found for one in wanted):
            drafts.drop(office, begun.kind, begun.ref)
            return ()
        return tuple(found[tuple(one)] for one in wanted)

    def show(rows: tuple[FlagRow, ...]) -> None:
        if rows:
            app.push_screen(HandleScreen(rows, snooze=begun.kind == "snooze"))
        else:
            app.notify("What you had begun to say is of a flag that stands no more: it is forgotten.")

    ask(app, look, show, writes=True)


def _in_court(app: TrackerApp, begun: Begun) -> None:
    """Go on in court mode; what was begun on another day goes on as a hearing of that day."""
    from tracker.tui.screens.court import CourtScreen
    from tracker.tui.screens.hearing import HearingScreen

    body = begun.body
    if body["on"] == app.today.isoformat():
        app.push_screen(CourtScreen())
        return
    fields = {"on": body["on"], "next_on": body["date"], "seen": {body["on"]: body["seen"]}}
    fields |= {name: body[name] for name in ("outcome", "asked_by", "reason") if body[name]}

    def turn(office: Office) -> None:
        from tracker.services import drafts

        drafts.keep(office, "hearing", begun.ref, fields)
        drafts.drop(office, "court", begun.ref)

    ask(app, turn, lambda _: app.push_screen(HearingScreen(begun.ref)), writes=True)
