"""Keep the docket's filter and order under a digit, with a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, Static

from tracker.tui.asking import ask
from tracker.tui.screens.form import Fields, Form, asked, buttons

if TYPE_CHECKING:
    from tracker.services.desk import SavedView
    from tracker.services.office import Office


class SaveViewScreen(Form["dict[str, SavedView] | None"]):
    """Ask for digit and name; close with all views, or None."""

    def __init__(self, filter_: str, order: str, views: Mapping[str, SavedView]) -> None:
        """`views` are those that the digits show now."""
        super().__init__()
        self.filter, self.order, self.views = filter_, order, views

    def compose(self) -> ComposeResult:
        """Ask, and list what the digits show now."""
        with Fields():
            yield Label("Save what the docket shows", classes="title")
            yield Label(f"{self.filter or 'all cases'}, by {self.order.replace('_', ' ')}", markup=False)
            yield asked("Digit", Input(placeholder="1 to 9", id="digit", max_length=1))
            yield asked("Name", Input(placeholder="what you call it", id="name"))
            said = "\n".join(f"{digit}  {view.name}" for digit, view in sorted(self.views.items()))
            yield Static(said, id="echo", markup=False)
            yield from buttons()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Keep the view."""
        digit, name = self.query_one("#digit", Input).value, self.query_one("#name", Input).value
        filter_, order = self.filter, self.order

        def keep(office: Office) -> dict[str, SavedView]:
            from tracker.services import desk

            return desk.save_view(office, digit, desk.SavedView(name=name, filter=filter_, order=order))

        def kept(views: dict[str, SavedView]) -> None:
            self.dismiss(views)

        ask(self, keep, kept, refused=self.refused, writes=True)
