"""A victim's age: fix or change it, and see on one screen what moves before anything is written.

A range stays a range. What moves is said in words: charges, least term, court, custody, clocks. Ctrl+S asks
once more and records; Esc leaves, with nothing written.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label, Select, Static

from tracker.domain.case import Age
from tracker.domain.suppose import age as read_age
from tracker.domain.words import AgeBasis
from tracker.tui.asking import ask
from tracker.tui.log import Line, command
from tracker.tui.screens.answering import Asking
from tracker.tui.screens.drafted import Drafted
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.hints import Hints

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.views import Consequences, Recorded
    from tracker.tui.app import TrackerApp


class AgeScreen(Drafted[None]):
    """The age of `victim` in the case `ref`."""

    app: TrackerApp
    AUTO_FOCUS = "#age"
    draft_kind = "age"
    CSS_PATH = "suggest.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "record", "Record", priority=True),
        Binding("escape", "back", "Back"),
    ]

    def __init__(self, ref: str, victim: str, age: str = "") -> None:
        """`age` may be given to begin with, as 17 or 16-18."""
        super().__init__()
        self.ref, self.victim, self.first = ref, victim, age
        self.found: Consequences | None = None

    def compose(self) -> ComposeResult:
        """Lay out the two fields and, below, what moves."""
        yield Banner(f"{self.ref} · age of {self.victim}")
        yield Horizontal(
            Label("Age"),
            Input(self.first, placeholder="17, 16-18, minor, adult, pending", id="age"),
            classes="asked",
        )
        bases = [(basis.label, str(basis)) for basis in AgeBasis]
        yield Horizontal(Label("Rests on"), Select(bases, prompt="–", id="basis"), classes="asked")
        yield Horizontal(Label("Order"), Input(placeholder="number or exhibit", id="order"), classes="asked")
        with VerticalScroll(id="moves", can_focus=False):
            yield Static(
                "Type an age to see what it moves. Nothing is written before Ctrl+S.", id="told", markup=False
            )
        yield Hints()

    def on_mount(self) -> None:
        """Show what the first age moves."""
        self.reload()

    def bring_back(self, body: dict[str, Any]) -> bool:
        """Fill the fields, where they were typed for this victim."""
        return body.get("victim") == self.victim and super().bring_back(body)

    def typed(self) -> dict[str, Any]:
        """Return the fields that were typed in, and for whom."""
        body = super().typed()
        if body.get("age") == self.first:
            del body["age"]
        return body | {"victim": self.victim} if body else {}

    def age(self) -> Age | None:
        """Return the age that was typed; None while it can't be read."""
        try:
            found = read_age(self.query_one("#age", Input).value.strip())
        except ValueError:
            return None
        basis = self.query_one("#basis", Select).selection
        found.basis = AgeBasis(basis) if basis else None
        found.determined_on = self.app.today
        return found

    @on(Input.Changed, "#age")
    @on(Select.Changed)
    def reload(self) -> None:
        """Ask what the age moves."""
        age = self.age()
        if age is None:
            self.query_one("#told", Static).update(
                "Write 17, 16-18, minor, adult, pending, disputed or unknown."
            )
            return
        ref, victim, today = self.ref, self.victim, self.app.today

        def read(office: Office) -> Consequences:
            from tracker.services import ages

            return ages.consequences(office, ref, victim, age, today)

        ask(self, read, self._show, group="age")

    def on_resize(self) -> None:
        """Fit the lines to the width."""
        if self.found is not None:
            self.query_one("#told", Static).update(told(self.found, self.size.width - 3))

    def _show(self, found: Consequences) -> None:
        self.found = found
        self.query_one("#told", Static).update(told(found, self.size.width - 3))
        self.query_one("#moves").scroll_home(animate=False)

    @on(Input.Submitted)
    def action_record(self) -> None:
        """Ask once more, then record."""
        if self.age() is None:
            self.notify("Type an age first.")
            return
        question = f"Record this age of {self.victim}?"
        self.app.push_screen(
            Asking(question, "The old one stays in the journal.", {}, yes="Record"), self._sure
        )

    def _sure(self, said: dict[str, str] | None) -> None:
        age = self.age()
        if said is None or age is None:
            return
        ref, victim, today = self.ref, self.victim, self.app.today
        order = self.query_one("#order", Input).value.strip() or None

        def write(office: Office) -> Recorded:
            from tracker.services import ages

            return ages.record(office, ref, victim, age, today, order_ref=order)

        typed = command(
            "age",
            ref,
            victim,
            status=age.status,
            years=age.years,
            years_low=age.years_low,
            years_high=age.years_high,
            basis=age.basis,
            order_ref=order,
        )

        def written(recorded: Recorded) -> None:
            self.dismiss(None)
            says = "; ".join(recorded.notes) or "Recorded."
            self.app.wrote(Line(ref, says, f"{typed} --yes", event=recorded.event))

        ask(self, write, written, writes=True)

    def action_back(self) -> None:
        """Leave, with nothing written."""
        self.dismiss(None)


HEADING = 10
"""Letters of a heading; what goes on in the next line begins behind them too."""


def told(found: Consequences, width: int) -> str:
    """Return everything that an age moves, a heading and its lines; charges of one kind together."""
    from tracker.tui import wording

    lines = [f"{found.victim}: {found.was} → {found.will_be}"]
    clocks = [
        ("OPENS", found.opened),
        ("ENDS", found.ended),
        ("MOVES", found.moved),
    ]
    gone = [
        line.removesuffix(" is no longer called for") for line in found.doubts if "no longer called" in line
    ]
    doubts = [line for line in found.doubts if "no longer called" not in line]
    for title, part in (
        ("TERM", found.floor),
        ("COURT", found.court),
        ("CUSTODY", found.custody),
        ("CHARGES", ("; ".join(found.charges),) if found.charges else ()),
        ("NO LONGER", ("; ".join(gone),) if gone else ()),
        ("DOUBT", doubts),
        *(
            (
                title,
                [
                    f"{row.who} {row.says.rstrip('.')}, by {wording.day(row.due_on)} ({row.cite})"
                    for row in rows
                ],
            )
            for title, rows in clocks
        ),
        ("WARNINGS", found.flags),
    ):
        wrapped = [piece for line in part for piece in wrap(line, max(width - HEADING, 20))]
        lines += [f"{title if n == 0 else '':<{HEADING}}{piece}" for n, piece in enumerate(wrapped)]
    if len(lines) == 1:
        lines.append("Nothing moves: charges, court, custody and clocks stay as they are.")
    return "\n".join(lines)
