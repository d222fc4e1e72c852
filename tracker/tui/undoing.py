"""What was done at this desk: the log, taking back what was written last, and doing it again.

What was written in an earlier run of the program can be taken back too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.tui.asking import ask
from tracker.tui.going import Going
from tracker.tui.log import Line, command

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.undo import Step
    from tracker.services.views import FlagHandled


class Undoing(Going):
    """An app in which the last thing written can be taken back."""

    done: list[Line]
    """What was done at this desk since the program was opened."""
    undone: list[Step]
    """What does again what was taken back, the latest last."""

    def wrote(self, line: Line, *, again: bool = False) -> None:
        """Keep what was done for the log, say it, and read every screen again.

        What is written anew, and not done `again`, leaves nothing to redo.
        """
        self.done.append(line)
        if (line.step or line.event) and not again:
            self.undone.clear()
        self.notify(line.says, title=line.ref, markup=False, timeout=8)
        self.refresh_all()

    def action_log(self) -> None:
        """Show what was done."""
        from tracker.tui.screens.log import LogScreen

        self.push_screen(LogScreen(self.done))

    def action_undo(self) -> None:
        """Take back what was written last; put something right in place of the last event."""
        from tracker.tui.screens.record import RecordScreen

        line = next((one for one in reversed(self.done) if one.step or one.event or one.flags), None)
        if line is None:
            self._from_before(again=False)
        elif line.flags:
            self._stand_again(line, line.flags)
        elif line.step is None:
            self.push_screen(RecordScreen(line.ref, corrects=line.event))
        else:
            self.done[self.done.index(line)] = replace(line, step=None)
            self._take_back(line.step, again=False)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        if self.undone:
            self._take_back(self.undone.pop(), again=True)
        else:
            self._from_before(again=True)

    def _from_before(self, again: bool) -> None:
        """Take back what this person wrote last before the program was opened."""

        def look(office: Office) -> Step | None:
            from tracker.services import undo

            return undo.last(office, again=again)

        def found(step: Step | None) -> None:
            if step is None:
                what = "was taken back that can be done again" if again else "was recorded that can be undone"
                self.notify(f"Nothing {what}.")
            else:
                self._take_back(step, again)

        ask(self, look, found, group="undo")

    def _take_back(self, step: Step, again: bool) -> None:
        def write(office: Office) -> Step:
            from tracker.services import undo

            return undo.take_back(office, step, again=again)

        def written(turned: Step) -> None:
            ref = step.refs[0] if len(step.refs) == 1 else f"{len(step.refs)} cases"
            if again:
                self.wrote(
                    Line(ref, f"Done again: {step.says}.", "tracker undo --redo", step=turned), again=True
                )
            else:
                if turned.refs:
                    self.undone.append(turned)
                self.wrote(Line(ref, f"Undone: {step.says}.", "tracker undo"))

        ask(self, write, written, writes=True)

    def _stand_again(self, line: Line, flags: tuple[FlagHandled, ...]) -> None:
        today = self.today

        def write(office: Office) -> tuple[FlagHandled, ...]:
            from tracker.services import handling

            return handling.many(office, flags, "reopened", None, today)

        def written(told: tuple[FlagHandled, ...]) -> None:
            self.done[self.done.index(line)] = replace(line, flags=())
            says = told[0].says if len(told) == 1 else f"Taken back: {len(told)} flags stand again."
            typed = "; ".join(command("flag", "reopen", one.ref, one.kind, who=one.who) for one in flags)
            self.wrote(Line(line.ref, says, typed))

        ask(self, write, written, writes=True)
