"""Give cases to another lead: the one under the cursor, or all that are marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from tracker.tui.asking import ask
from tracker.tui.log import Line, command
from tracker.tui.screens.form import Fields, Form, asked, buttons

if TYPE_CHECKING:
    from tracker.services.assign import Assigned
    from tracker.services.office import Office
    from tracker.services.undo import Step


class AssignScreen(Form[bool | None]):
    """Ask who leads them from now on; closes with whether it was written."""

    def __init__(self, refs: tuple[str, ...], leads: Sequence[str]) -> None:
        """`refs` are the cases, `leads` whoever leads one already."""
        super().__init__()
        self.refs, self.leads = refs, tuple(leads)

    def compose(self) -> ComposeResult:
        """Name the cases, and ask."""
        with Fields():
            few = ", ".join(self.refs[:6]) + (" …" if len(self.refs) > 6 else "")
            many = "1 case" if len(self.refs) == 1 else f"{len(self.refs)} cases"
            yield Label(f"Who leads {many}?", classes="title")
            yield Static(few, markup=False)
            hint = "a name; empty for nobody (Right takes what is offered)"
            yield asked("Lead", Input(placeholder=hint, id="lead", suggester=SuggestFromList(self.leads)))
            yield Static(f"Leads now: {', '.join(self.leads)}", id="echo", markup=False)
            yield from buttons()

    def on_mount(self) -> None:
        """Ask the name at once."""
        self.query_one("#lead").focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write it."""
        if self.saving:
            return
        self.saving = True
        lead, refs = self.query_one("#lead", Input).value.strip() or None, self.refs

        def write(office: Office) -> tuple[Assigned, Step]:
            from tracker.services import assign

            return assign.assign(office, lead, refs)

        def written(got: tuple[Assigned, Step]) -> None:
            done, step = got
            ref = refs[0] if len(refs) == 1 else f"{len(refs)} cases"
            says = f"{done.lead or 'Nobody'} leads {len(done.refs)} more of them now."
            self.dismiss(True)
            self.app.wrote(Line(ref, says, command("assign", lead or "none", *refs), step=step))

        ask(self, write, written, refused=self.refused, writes=True)
