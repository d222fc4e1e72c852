"""The papers of a case, as a person chooses one: its name, what makes it, and its command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.papers import Written

Make = Callable[["Office", str, date, str], "Written"]
"""Office, ref, today and language to the paper."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One paper that can be opened; `victim` is whose, where it is one victim's."""

    name: str
    label: str
    make: Make
    command: tuple[str, ...]
    options: Mapping[str, str]
    victim: str = ""
    post: str = ""
    """For whom who takes over, where it is a handover memo."""

    @property
    def speaks(self) -> bool:
        """Whether it is to be had in other languages."""
        return bool(self.victim)


PLAIN = {
    "brief": "Case brief: an office copy for a senior or a file review",
    "adjournments": "Adjournment ledger: lost days, who asked, what the law allows",
    "notices": "Notice ledger: was the victim's side told of each application",
    "copies": "Certified copies: and the times to appeal that read them",
}
"""Papers that a service makes of office, ref and day alone: `services.NAME.paper`, `tracker NAME REF`."""


def kinds(ref: str, victims: Iterable[str]) -> dict[str, Kind]:
    """Return the papers of a case by name, in the order in which they are offered."""
    found = [Kind(name, label, _plain(name), (name, ref), {}) for name, label in PLAIN.items()]
    found += [_handover(ref, post) for post in ("judge", "prosecutor", "officer", "advocate")]
    found += [_update(ref, victim) for victim in victims]
    return {kind.name: kind for kind in found}


def _plain(name: str) -> Make:
    def make(office: Office, ref: str, today: date, _: str) -> Written:
        written: Written = import_module(f"tracker.services.{name}").paper(office, ref, today)
        return written

    return make


def _handover(ref: str, post: str) -> Kind:
    def make(office: Office, ref: str, today: date, _: str) -> Written:
        from tracker.services import handover

        return handover.paper(office, ref, today, post)

    label = f"Handover memo: for a new {post}"
    return Kind(f"handover-{post}", label, make, ("handover", ref), {"for": post}, post=post)


def _update(ref: str, victim: str) -> Kind:
    def make(office: Office, ref: str, today: date, language: str) -> Written:
        from tracker.services import update

        return update.paper(office, ref, victim, today, language)

    label = f"Survivor's update: for {victim}, in plain words"
    return Kind(f"update-{victim}", label, make, ("update", ref), {"victim": victim}, victim)
