"""Ask a service in a thread, and bring the answer back to the screen. Nothing else touches the office.

A refusal comes back as it was raised; the screen says its words and keeps what was typed. An answer that
came too late (the same thing was asked again, the screen is gone) is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
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
    always told. Before the office is open nothing is asked; every screen is read again once it is.
    """
    app = cast("TrackerApp", node.app)
    office = app.office
    if office is None:
        return

    def run() -> None:
        from tracker.services.office import Refused

        worker = get_current_worker()
        try:
            answer = job(office)
        except Refused as error:
            if writes or not worker.is_cancelled:
                node.call_later(refused or app.refuse, error)
        else:
            if writes or not worker.is_cancelled:
                node.call_later(then, answer)
        finally:
            app.call_later(app.less_busy, worker)

    app.more_busy(node.run_worker(run, thread=True, group=group, exclusive=not writes))
