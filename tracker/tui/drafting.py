"""Keep what is half typed, so that it survives whatever ends the program: written in a thread after a pause.

A `Keeper` keeps one entry under its kind and its case (`services.drafts`). Once it is over, because the
entry was saved or left on purpose, nothing is kept any more, also by a write that was still under way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any

from tracker.tui import wording
from tracker.tui.asking import ask

if TYPE_CHECKING:
    from tracker.services.drafts import Begun
    from tracker.services.office import Office
    from tracker.tui.app import TrackerApp

PAUSE = 0.6
"""Seconds without a key after which what is typed is kept."""


class Keeper:
    """Keeps one half-typed entry."""

    def __init__(self, app: TrackerApp, kind: str, ref: str) -> None:
        """`kind` is one of `drafts.FORMS`; `ref` names the case, or nothing."""
        self.app, self.kind, self.ref = app, kind, ref
        self.over = False
        self._lock = Lock()
        self._kept: Mapping[str, Any] | None = None

    def found(self, begun: Begun) -> None:
        """Take what was kept before as what is kept now."""
        self._kept = begun.body

    def keep(self, body: Mapping[str, Any]) -> None:
        """Keep what is typed, if it is not what is kept already."""
        if self.over or body == self._kept:
            return
        self._kept = body

        ask(self.app, self.at_once(body), lambda _: None, refused=lambda _: None, group="draft", writes=True)

    def at_once(self, body: Mapping[str, Any]) -> Callable[[Office], None]:
        """Return the job that keeps what is typed before the office is closed."""

        def write(office: Office) -> None:
            from tracker.services import drafts

            with self._lock:
                if not self.over:
                    drafts.keep(office, self.kind, self.ref, body)

        return write

    def drop(self) -> None:
        """Keep nothing from now on, and forget what was kept."""
        if self.over:
            return
        self.over = True
        if self._kept is None:
            return

        def write(office: Office) -> None:
            from tracker.services import drafts

            with self._lock:
                drafts.drop(office, self.kind, self.ref)

        ask(self.app, write, lambda _: None, refused=lambda _: None, group="draft", writes=True)


def when(begun: Begun) -> str:
    """Return when something was begun, in India's hours; empty if nobody knows."""
    if begun.at is None:
        return ""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    at = datetime.fromisoformat(begun.at).astimezone(ZoneInfo("Asia/Kolkata"))
    return f" on {wording.day(at.date())} {at:%H:%M}"
