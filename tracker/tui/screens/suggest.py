"""What the facts support and the charges lack, what can't stand, what to avoid; and a what-if.

Enter or `a` puts the chosen suggestion on file, after a question that names each charge; nothing is added
by itself. `w` supposes an age, a fact, a role or other days: the same answer, and nothing is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from tracker.domain.suppose import USAGE
from tracker.tui.actions import SUGGESTIONS, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.answering import Asking
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.column import Column
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger
from tracker.tui.widgets.why import Why

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.views import Suggested
    from tracker.tui.app import TrackerApp

SHORT = {
    "now": "NOW",
    "if_second_minor": "2nd minor",
    "if_minor": "if <18",
    "if_under_16": "if <16",
    "if_16_or_17": "if 16/17",
    "if_under_14": "if <14",
    "if_under_12": "if <12",
    "if_adult": "if adult",
    "if_fact": "if fact",
    "doubt": "DOUBT",
    "avoid": "AVOID",
}
"""When, as a narrow column has it; the panel says it whole."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a suggestion for one or several victims, a doubt, or what to avoid."""

    when: str
    said: dict[str, Any]
    victims: tuple[str, ...]


def rows(found: Suggested) -> list[Row]:
    """Return the lines: what stands now, what is in doubt, what may come, what to avoid."""
    made: dict[tuple[str, ...], Row] = {}
    for one in found.add:
        keys = ("provision", "accused", "when", "pattern", "fact", "with", "or_with")
        key = tuple(str(one.get(name)) for name in keys)
        before = made[key].victims if key in made else ()
        made[key] = Row(one["when"], one, (*before, *([one["victim"]] if one["victim"] else [])))
    added = list(made.values())
    doubts = [Row("doubt", one, (one["victim"],) if one["victim"] else ()) for one in found.doubt]
    avoid = [Row("avoid", one, (one["victim"],) if one["victim"] else ()) for one in found.avoid]
    now = [row for row in added if row.when == "now"]
    return [*now, *doubts, *(row for row in added if row.when != "now"), *avoid]


def _style(row: Row) -> str:
    return {"now": "ledger--urgent", "doubt": "ledger--breach", "avoid": "ledger--dim"}.get(row.when, "")


COLUMNS = (
    Column("When", 9, lambda row: SHORT[row.when], style=_style),
    Column("Provision", 21, lambda row: row.said["provision"] or "the file"),
    Column("Who", 4, lambda row: row.said["accused"] or ""),
    Column("For", 14, lambda row: " ".join(row.victims) or "the case"),
    Column("Why", 24, lambda row: row.said["why"], grows=1),
)


class SuggestScreen(Screen[None]):
    """The suggestions for the case `ref`."""

    app: TrackerApp
    AUTO_FOCUS = "Ledger"
    CSS_PATH = "suggest.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SUGGESTIONS)]

    def __init__(self, ref: str, suppose: tuple[str, ...] = ()) -> None:
        """`ref` names the case; `suppose` are what-ifs to begin with."""
        super().__init__()
        self.ref, self.supposed = ref, suppose

    def compose(self) -> ComposeResult:
        """Lay out the list, the panel of the chosen line, and the line that counts."""
        yield Banner(f"{self.ref} · charges to consider")
        yield Static("", id="supposed", markup=False)
        yield Ledger(
            COLUMNS, id="suggestions", empty="Nothing is missing from the charges, and none is in doubt."
        )
        yield Why(hang=10)
        yield Static("", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Ask for the suggestions."""
        self.reload()

    def reload(self) -> None:
        """Ask again."""
        ref, today, supposed = self.ref, self.app.today, self.supposed

        def read(office: Office) -> Suggested:
            from tracker.services import charges

            return charges.suggest(office, ref, today, supposed)

        ask(self, read, self._show, group="suggest", refused=self._not_so)

    def _not_so(self, error: Exception) -> None:
        self.app.refuse(error)
        if self.supposed:
            self.supposed = self.supposed[:-1]
            self.reload()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is to be left where nothing is supposed."""
        return action != "as_it_is" or bool(self.supposed)

    def _show(self, found: Suggested) -> None:
        self.refresh_bindings()
        banner = self.query_one("#supposed", Static)
        banner.display = bool(found.supposed)
        banner.update(f"WHAT IF {', '.join(found.supposed)}: nothing is written. x: as it is")
        self.query_one(Ledger).fill(rows(found), keep=True)
        now = sum(1 for one in found.add if one["when"] == "now")
        later = len(found.add) - now
        self.query_one("#line", Static).update(
            f"{now} now, {later} later, {len(found.doubt)} in doubt, {len(found.avoid)} to avoid"
        )

    @on(Ledger.Moved)
    def _say_why(self) -> None:
        row: Row | None = self.query_one(Ledger).chosen
        if row is not None:
            self.query_one(Why).say(why(row))

    @on(Ledger.Chosen)
    def _chosen(self) -> None:
        self.action_put_on_file()

    def action_put_on_file(self) -> None:
        """Ask whether the chosen suggestion goes on file."""
        row: Row | None = self.query_one(Ledger).chosen
        if row is None:
            return
        if row.when in ("doubt", "avoid"):
            self.notify("A doubt or a warning is not a charge; it can't be put on file.")
        elif self.supposed:
            self.notify("This is a what-if. Press x to see the case as it is, then put charges on file.")
        else:
            one = row.said
            with_ = f" with {one['with']}" if one.get("with") else ""
            self.app.push_screen(
                Asking(
                    f"Put {one['provision']}{with_} against {one['accused']} on file?",
                    f"{one['why']} [{one['cite']}]",
                    {"victims": ("For whom", " ".join(row.victims)), "because": ("Your reason", "")},
                ),
                lambda said: self._accepted(row, said),
            )

    def _accepted(self, row: Row, said: dict[str, str] | None) -> None:
        if said is None:
            return
        ref, today, one = self.ref, self.app.today, row.said
        victims: list[str | None] = [*said["victims"].replace(",", " ").split()] or [None]

        def write(office: Office) -> int:
            from tracker.services import charges

            for victim in victims:
                charges.accept(
                    office, ref, one["provision"], one["accused"], victim, today, because=said["because"]
                )
            return len(victims)

        ask(self, write, self._written, writes=True)

    def _written(self, count: int) -> None:
        self.notify(f"{count} charge{'s' if count != 1 else ''} put on file, the reason in the journal.")
        self.app.refresh_all()

    def action_suppose(self) -> None:
        """Ask what to suppose."""
        words = USAGE.removeprefix("write ")
        asking = Asking("What if?", f"Nothing is written. {words}", {"what": ("Suppose", "")}, yes="Show")
        self.app.push_screen(asking, self._supposing)

    def _supposing(self, said: dict[str, str] | None) -> None:
        if said and said["what"]:
            self.supposed = (*self.supposed, *said["what"].split())
            self.reload()

    def action_as_it_is(self) -> None:
        """Leave all what-ifs."""
        self.supposed = ()
        self.reload()

    def action_section(self) -> None:
        """Open the section of the chosen line."""
        from tracker.tui.screens.statutes import StatutesScreen

        row: Row | None = self.query_one(Ledger).chosen
        if row is not None and row.said["provision"]:
            self.app.push_screen(StatutesScreen(row.said["provision"]))

    def action_board(self) -> None:
        """Open the charge board."""
        from tracker.tui.screens.charges import ChargeBoard

        self.app.push_screen(ChargeBoard(self.ref))

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()


def why(row: Row) -> str:
    """Return what the panel says of a line."""
    from tracker.services.charges import WHEN

    one = row.said
    head = {"doubt": "In doubt", "avoid": "To avoid"}.get(row.when) or f"Charge {WHEN[row.when]}"
    lines = [f"{head}: {one['why']} [{one['cite']}]"]
    needs = [f"needs the fact: {one['fact'].replace('_', ' ')}"] if one.get("fact") else []
    needs += [f"only if {one['asks']}"] if one.get("asks") else []
    if one.get("with"):
        other = f", or {', '.join(one['or_with'])}" if one["or_with"] else ""
        needs.append(f"with {one['with']}{other}")
    if needs:
        lines.append("; ".join(needs).capitalize() + ".")
    lines += [f"show      {line}" for line in one.get("elements", ())]
    lines += [f"evidence  {line}" for line in one.get("evidence", ())]
    if "pattern" in one:
        signed = one["signed_off"] or "not yet signed off by a lawyer of this office"
        lines.append(f"pattern {one['pattern']}, {one['confidence']}; {signed}")
    return "\n".join(lines)
