"""The command palette: the registry's actions that work on the screen below, by any of their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from tracker.tui.actions import BY_ID, Action, keys_of, shown


def usable(screen: Screen[Any]) -> Iterator[tuple[Action, Callable[[], Any]]]:
    """Yield the actions that have a key on a screen now, each with what runs it there.

    Those of the digits are left out: a digit is their only name.
    """
    seen = set()
    for active in screen.active_bindings.values():
        action = BY_ID.get(active.binding.id or "")
        if action is None or not active.enabled or action.id in seen:
            continue
        seen.add(action.id)
        yield action, partial(screen.app.run_action, active.binding.action, active.node)


def keys_here(screen: Screen[Any]) -> dict[str, str]:
    """Return the keys of each action as they are on a screen now, the person's own choice among them."""
    found: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.binding.id in BY_ID:
            found.setdefault(str(active.binding.id), []).append(shown(key))
    return {id_: " ".join(keys[:2]) for id_, keys in found.items()}


class Commands(Provider):
    """Offer what works on the screen from which the palette was called."""

    async def discover(self) -> Hits:
        """Offer all of it before a letter is typed."""
        for action, run in usable(self.screen):
            yield DiscoveryHit(_line(action), run, text=action.label, help=action.help)

    async def search(self, query: str) -> Hits:
        """Offer what the letters fit."""
        matcher = self.matcher(query)
        for action, run in usable(self.screen):
            score = matcher.match(f"{action.label} {action.help}")
            if score > 0:
                yield Hit(score, matcher.highlight(_line(action)), run, help=action.help)


def _line(action: Action) -> str:
    return f"{action.label}  ({', '.join(keys_of(action))})"
