"""Keys one after the other: none is looked at before all that the one before it means has been done.

Textual gives a key to the field that has the focus, and only what nobody there wants comes back, from box
to box, to the app, which then looks whether it is bound to something. A key typed meanwhile overtakes it: of
`o a d` the `a` came before `o` had begun an entry, and letters after Tab or Home went into the wrong field or
over its text. Here a key waits until a callback has gone the same way behind the one before it.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import Any

from textual import events
from textual.app import App, ScreenStackError
from textual.message_pump import MessagePump

_Typed = events.Key | events.Paste
PATIENCE = 2.0
"""Seconds after which a key is no longer waited for: what it was given to is gone."""


class InOrder(App[None]):
    """An app that takes keys in order."""

    def __init__(self, **options: Any) -> None:
        """Begin with no key."""
        super().__init__(**options)
        self._waiting: deque[_Typed] = deque()
        self._last: _Typed | None = None
        """What was handed on last."""
        self._under_way = False
        """Whether it may still be on its way."""

    async def on_event(self, event: events.Event) -> None:
        """Hand a key on, or keep it until the one before has been dealt with."""
        if not isinstance(event, _Typed):
            await super().on_event(event)
        elif event.is_forwarded:
            await super().on_event(event)
            await self._dealt_with(event)  # it has come all the way back
        elif self._under_way:
            self._waiting.append(event)
            if len(self._waiting) == 1:
                self._follow()
        else:
            await self._hand_on(event)

    def forget_keys(self) -> None:
        """Forget what was typed and not looked at yet."""
        self._waiting.clear()

    async def _hand_on(self, event: _Typed) -> None:
        self._last, self._under_way = event, True
        try:
            self._to: MessagePump = self.focused or self.screen
        except ScreenStackError:
            self._to = self
        await super().on_event(event)
        if not event.is_forwarded:
            await self._dealt_with(event)  # the app's own
        elif self._waiting:
            self._follow()

    def _follow(self) -> None:
        """Go behind the last key, the way that it goes if nobody takes it."""
        if self._last is not None:
            self.set_timer(PATIENCE, partial(self._dealt_with, self._last))
            self._behind(self._to, self._last)

    def _behind(self, there: MessagePump, event: _Typed) -> None:
        if there is self:
            self.call_later(self._dealt_with, event)
        elif not there.call_later(self._on_from, there, event):
            self._on_from(there, event)

    def _on_from(self, there: MessagePump, event: _Typed) -> None:
        self._behind(there._parent or self, event)

    async def _dealt_with(self, event: _Typed) -> None:
        """Take the next key, unless a later one than this is under way by now."""
        if event is not self._last:
            return
        self._under_way = False
        if self._waiting:
            await self._hand_on(self._waiting.popleft())
