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

PATIENCE = 2.0
"""Seconds after which a key is no longer waited for: what it was given to is gone."""


class InOrder(App[None]):
    """An app that takes keys in order."""

    def __init__(self, **options: Any) -> None:
        """Begin with no key."""
        super().__init__(**options)
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._number = 0
        """Of the key that was handed on last."""
        self._under_way = False

    async def on_event(self, event: events.Event) -> None:
        """Hand a key on, or keep it until the one before has been dealt with."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way:
            if not self._waiting:
                self.set_timer(PATIENCE, partial(self._dealt_with, self._number))
            self._waiting.append(event)
        else:
            await self._hand_on(event)

    def forget_keys(self) -> None:
        """Forget what was typed and not looked at yet."""
        self._waiting.clear()

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        self._number += 1
        self._under_way = True
        try:
            first: MessagePump = self.focused or self.screen
        except ScreenStackError:
            first = self
        await super().on_event(event)
        self._behind(first, self._number)

    def _behind(self, there: MessagePump, number: int) -> None:
        """Go to `there` behind the key, and from there to what it is in, up to the app."""
        if there is self:
            self.call_later(self._dealt_with, number)
        elif not there.call_later(self._on_from, there, number):
            self._on_from(there, number)

    def _on_from(self, there: MessagePump, number: int) -> None:
        self._behind(there._parent or self, number)

    async def _dealt_with(self, number: int) -> None:
        """Take the next key, unless a later one is under way by now."""
        if number != self._number:
            return
        self._under_way = False
        if self._waiting:
            await self._hand_on(self._waiting.popleft())
