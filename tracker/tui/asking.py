"""Ask a service in a thread, and bring the answer back to the screen. Nothing else touches the office.

A refusal comes back as it was raised; the screen says its words and keeps what was typed. An answer that
came too late (the same thing was asked again, the screen is gone) is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.dom import DOMNode
from textual.worker import get_current_worker

if TYPE_CHECKING:
    from tracker.services.office import Office, Refused
    from tracker.tui.app import TrackerApp

Answer = TypeVar("Answer")


def ask(
    node: DOMNode,
    job: Callable[[Office], Answer],
    then: Callable[[Answer], Any],
    *,
    refused: Callable[[Refused], Any] | None = None,
    group: str = "ask",
    writes: bool = False,
) -> None:
    """Run `job` on the open office in a thread and give `then` what it answers.

    The same `group` asked again drops the answer of the first, unless it `writes`: what was written is
    always told, unless the screen was locked. Before the office is open nothing is asked; every screen is
    read again once it is.
    """
    app = cast("TrackerApp", node.app)
    if app.office is None:
        return
    turn, asked = app.turn, Asked(app.office, job, then, writes=writes)
    app.asked.add(asked)

    def bring(to: Callable[..., Any], answer: object) -> None:
        if app.turn == turn:  # locked meanwhile, nothing of it may come back on a screen
            to(answer)

    def run() -> None:
        from tracker.services.office import Refused

        worker = get_current_worker()
        try:
            if (held := asked.take()) is not None:
                office, job, then = held
                answer = job(office)
                if writes or not worker.is_cancelled:
                    node.call_later(bring, then, answer)
        except Refused as error:
            if writes or not worker.is_cancelled:
                node.call_later(bring, refused or app.refuse, error)
        finally:
            asked.done.set()
            app.asked.discard(asked)
            app.call_later(app.less_busy, worker)

    app.more_busy(node.run_worker(run, thread=True, group=group, exclusive=not writes))


class Asked:
    """One question on its way, the only place that holds what it asks: taken once, or emptied by the lock."""

    def __init__(self, *held: Any, writes: bool) -> None:
        """`held`: the office, the job, and who is given the answer."""
        self._held = [held]
        self.writes = writes
        self.done = Event()

    def take(self) -> tuple[Any, ...] | None:
        """Return what it holds, which it holds no more; None where it was emptied."""
        try:
            return self._held.pop()
        except IndexError:
            return None
