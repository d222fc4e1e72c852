"""A text that may identify a victim, in a type that nothing prints.

`str`, `format`, an f-string, `print`, `%s`, `json`, `pickle`, `csv` and a spreadsheet's cell refuse it;
`repr`, which tracebacks and logs show, says only that something was withheld. What it holds is asked for
by name, `reveal()`, so that a search for that word finds every place where a name is read.
"""

from __future__ import annotations

import hmac
from typing import NoReturn


class Withheld(TypeError):
    """Somebody tried to print what may identify a victim."""


class Secret:
    """One such text; equal to another that holds the same."""

    __slots__ = ("__held",)

    def __init__(self, held: str) -> None:
        """Hold a text."""
        self.__held = held

    def reveal(self) -> str:
        """Return the text, for the few that compare or show it to one entitled to see it."""
        return self.__held

    def __repr__(self) -> str:
        return "Secret(withheld)"

    def __str__(self) -> NoReturn:
        raise Withheld("a victim's identity can't be printed")

    def __format__(self, spec: str) -> NoReturn:
        raise Withheld("a victim's identity can't be formatted")

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise Withheld("a victim's identity can't be copied out")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self.__held.encode(), other.__held.encode())

    def __hash__(self) -> int:
        return hash(self.__held)

    def __bool__(self) -> bool:
        return bool(self.__held)
