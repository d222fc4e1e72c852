"""Locking: after idle minutes, or at once by the panic key. Nothing of the office stays behind.

Locked, the database is closed and its key forgotten, every screen is taken down with what it showed, and
answers that still come are dropped (`asking`). Drafts are kept in the office first: a screen that holds one
gives the job that keeps it (`drafted`). As far as Python allows: memory that was freed isn't overwritten.

Idle time goes on while the machine sleeps, so that a lid closed for an hour opens on a locked screen.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.widgets import Static

from tracker.tui.asking import Asked
from tracker.tui.inorder import InOrder

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.watching import Watch

PATIENCE = 10.0
"""Seconds that a lock waits for something that is just being written."""
MINUTES = 10
"""After which the screen locks itself, where nobody chose otherwise; 0 is never."""


def beating() -> float:
    """Return seconds that go on while the machine sleeps, where the system counts them."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.time()


class Locking(InOrder):
    """An app that can be locked."""

    url: str
    office: Office | None
    lock_minutes = MINUTES
    locked = False
    turn = 0
    """How often it was locked: what was begun in an earlier turn is not shown in this one."""
    pulse: Callable[[], float] = staticmethod(beating)
    _touched = 0.0
    _watch: Watch | None
    asked: set[Asked]
    """What was asked of the office and hasn't been answered."""

    async def on_event(self, event: events.Event) -> None:
        """Note that a person is there."""
        if isinstance(event, events.InputEvent):
            self._touched = self.pulse()
        await super().on_event(event)

    def action_lock(self) -> None:
        """Lock and blank the screen at once."""
        self.lock(blank=True)

    def lock_when_idle(self) -> None:
        """Lock if nobody has touched anything for so many minutes."""
        waited = self.pulse() - self._touched
        if self.office is not None and 0 < 60 * self.lock_minutes <= waited:
            self.lock(blank=False)

    def lock(self, *, blank: bool) -> None:
        """Take every screen down, close the office, forget its key."""
        self.forget_keys()
        if self.locked:
            return
        from tracker.services import safekeeping
        from tracker.tui.screens.locked import LockedScreen

        self.locked, self.turn = True, self.turn + 1
        drafts = [job for screen in self.screen_stack for job in _drafted(screen)]
        nodes = [node for screen in self.screen_stack[1:] for node in screen.walk_children(with_self=True)]
        gone = []
        while len(self.screen_stack) > 1:
            gone.append(self.pop_screen())
        self.call_later(self._forget, gone, nodes)
        self.push_screen(LockedScreen(safekeeping.opened_by(self.url), blank=blank))
        self._wipe(blank)
        office, self.office = self.office, None
        watch, self._watch = self._watch, None
        waiting, self.asked = list(self.asked), set()
        writing = [one for one in waiting if one.writes]
        for one in waiting:
            if not one.writes:
                one.take()
        self.workers.cancel_all()
        if office is not None:
            closing = Asked(office, watch, drafts, writing, writes=False)
            self.run_worker(lambda: _close(closing), thread=True, group="lock")

    def unlock(self, passphrase: str | None) -> None:
        """Open the office again; what is refused is said on the locked screen."""
        raise NotImplementedError

    async def _forget(self, gone: Sequence[Awaitable[object]], nodes: Iterable[DOMNode]) -> None:
        """Empty the screens once they are gone: the contexts of Textual's tasks keep some of them alive."""
        for one in gone:
            await one
        for node in nodes:
            if isinstance(node, Static):
                node.update("")
            own = type(node).__module__.startswith("tracker.")
            for name in [name for name in vars(node) if own and name not in _OF_TEXTUAL]:
                delattr(node, name)

    def _wipe(self, all_: bool) -> None:
        """Forget what was shown; where it was the panic key, also in the clipboard and the window's title."""
        self.clear_notifications()
        self.mouse_over = None
        if all_ or self.clipboard:
            self.copy_to_clipboard("")
        if all_ and self._driver is not None and not self.is_headless:
            self._driver.write("\x1b]2; \x07")


_OF_TEXTUAL = frozenset(vars(ModalScreen())) | frozenset(vars(ScrollView()))
"""What any screen or widget has; all else is of the office."""


def _drafted(screen: Any) -> list[Callable[[Office], object]]:
    job = getattr(screen, "drafted", lambda: None)()
    return [job] if job is not None else []


def _close(closing: Asked) -> None:
    """Let what is being written end, keep the drafts, close."""
    from tracker.services.office import Refused

    office, watch, drafts, writing = closing.take() or ()
    for one in writing:
        one.done.wait(PATIENCE)
    for keep in drafts:
        with suppress(Refused):
            keep(office)
    if watch is not None:
        watch.close()
    office.close()
    gc.collect()
