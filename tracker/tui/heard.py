"""Write a hearing from any screen; if somebody changed it meanwhile, show both and let the person decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from tracker.tui import wording
from tracker.tui.asking import ask
from tracker.tui.log import Line, command

if TYPE_CHECKING:
    from tracker.services.clash import Clash
    from tracker.services.office import Office, Refused
    from tracker.services.undo import Step
    from tracker.services.views import HearingRecorded
    from tracker.tui.app import TrackerApp


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A hearing as it was typed; `expected` is the version that the person saw."""

    ref: str
    on: date
    outcome: str
    asked_by: str | None = None
    reason: str | None = None
    next_on: date | None = None
    next_purpose: str | None = None
    note: str | None = None
    opposed: bool | None = None
    costs_rupees: int | None = None
    anew: bool = False
    """Whether these two were before the person, so that one left empty is noted no more."""
    proceeding: str | None = None
    expected: str | None = None
    correct: bool = False

    @property
    def command(self) -> str:
        """The command that writes the same."""
        return command(
            "hearing",
            self.ref,
            on=self.on,
            outcome=self.outcome,
            next=self.next_on,
            purpose=self.next_purpose,
            proceeding=self.proceeding,
            asked_by=self.asked_by,
            reason=self.reason,
            costs=self.costs_rupees,
            opposed=self.opposed is True,
            unopposed=self.opposed is False,
            correct=self.correct,
        )


def write(
    screen: Screen[None],
    entry: Entry,
    then: Callable[[Line | None], None],
    refused: Callable[[Refused], None],
) -> None:
    """Write it; `then` gets the line of the log, or None where theirs was kept."""
    today = cast("TrackerApp", screen.app).today

    def job(office: Office) -> tuple[HearingRecorded, Step]:
        from tracker.services import hearings
        from tracker.services.listing import Said

        said = Said(
            outcome=entry.outcome,
            asked_by=entry.asked_by,
            reason=entry.reason,
            next_on=entry.next_on,
            next_purpose=entry.next_purpose,
            note=entry.note,
            opposed=entry.opposed,
            costs_rupees=entry.costs_rupees,
            anew=entry.anew,
        )
        return hearings.recorded_step(
            office,
            entry.ref,
            said,
            on=entry.on,
            today=today,
            proceeding=entry.proceeding,
            correct=entry.correct,
            expected=entry.expected,
        )

    def written(got: tuple[HearingRecorded, Step]) -> None:
        then(Line(entry.ref, wording.saved(got[0]), entry.command, step=got[1]))

    def said_no(why: Refused) -> None:
        from tracker.services.clash import Clash

        if isinstance(why, Clash):
            _decide(screen, entry, why, then, refused)
        else:
            refused(why)

    ask(screen, job, written, refused=said_no, writes=True)


def _decide(
    screen: Screen[None],
    entry: Entry,
    clash: Clash,
    then: Callable[[Line | None], None],
    refused: Callable[[Refused], None],
) -> None:
    from tracker.tui.screens.clash import MINE, THEIRS, ClashScreen

    def decided(answer: str | None) -> None:
        if answer == MINE:
            write(screen, replace(entry, expected=clash.version, correct=True), then, refused)
        elif answer == THEIRS:
            then(None)
        else:
            refused(clash)

    screen.app.push_screen(ClashScreen(clash), decided)
