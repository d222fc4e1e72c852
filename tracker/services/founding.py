"""The first start: make a real office with its name and courts, or the sample office beside it.

Courts are read as people write them, one a line: "Special Court (POCSO), Dindoshi, 11" is name, complex,
room; the kind follows from words of the name, and the key from complex and room.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tracker.domain.case import Court
from tracker.domain.words import CourtKind
from tracker.services import audit, demo, desk, safekeeping
from tracker.services.office import Office, Refused, open_office
from tracker.store import reading, writing
from tracker.store.tables import Setting

SHORTEST = 8
"""Letters of a passphrase."""
_KINDS = (
    ("pocso", CourtKind.SPECIAL_POCSO),
    ("mcoca", CourtKind.SPECIAL_MCOCA),
    ("sc/st", CourtKind.SPECIAL_SCST),
    ("itpa", CourtKind.SPECIAL_ITPA),
    ("juvenile", CourtKind.JUVENILE_BOARD),
    ("children", CourtKind.CHILDRENS_COURT),
    ("high court", CourtKind.HIGH_COURT),
    ("supreme", CourtKind.SUPREME_COURT),
    ("magistrate", CourtKind.MAGISTRATE),
    ("session", CourtKind.SESSIONS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was said at the first start; all of it may be empty."""

    work: str = ""
    theme: str = ""
    name: str = ""
    courts: str = ""


def courts_of(text: str) -> tuple[Court, ...]:
    """Return the courts of lines. Raises Refused: two lines give the same key."""
    found: dict[str, Court] = {}
    for line in filter(None, (line.strip() for line in text.splitlines())):
        name, complex_, room = [*(part.strip() or None for part in line.split(",")), None, None][:3]
        key = "-".join(re.findall(r"[a-z0-9]+", f"{complex_ or name} {room or ''}".lower()))
        if not key:
            raise Refused("courts: a line needs the court's name, as: Sessions Court, Sewree, 3")
        if key in found:
            raise Refused(f"courts: two are called {key}: give each its room, as: Sessions Court, Sewree, 3")
        kind = next((kind for word, kind in _KINDS if word in (name or "").lower()), None)
        found[key] = Court(key=key, name=name, kind=kind, complex=complex_, room=room)
    return tuple(found.values())


def found(
    url: str,
    wanted: Wanted,
    passphrase: str | None,
    *,
    user: str,
    now: Callable[[], datetime | None] | None = None,
) -> bytes | None:
    """Make the office, encrypted under a passphrase if one is given; return its key.

    Raises Refused, with nothing made: a passphrase too short, courts that can't be read, an office there.
    """
    if passphrase is not None and len(passphrase) < SHORTEST:
        raise Refused(f"passphrase: at least {SHORTEST} letters; four unrelated words are a good one")
    courts = courts_of(wanted.courts)
    if safekeeping.place_of(url).exists():
        raise Refused("There is an office already")
    key = safekeeping.new_key(passphrase) if passphrase else None
    with open_office(url, create=True, user=user, now=now, secret=lambda _: key) as office:
        with office.transaction("open", "init") as session:
            if wanted.name.strip():
                session.merge(Setting(key="name", value=" ".join(wanted.name.split())))
            there = reading.courts(session.connection())
            writing.write_courts(session.connection(), [one for one in courts if one.key not in there])
            audit.of(session).says("open", "init")
        _at_desk(office, wanted)
    return key


def sample(url: str, wanted: Wanted, *, user: str) -> str:
    """Write the sample office beside where the real one would be; return its address."""
    path = safekeeping.place_of(url).with_name("sample.db")
    there = f"sqlite:///{path}"
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        demo.write(there, cases=None, seed=1)
    with open_office(there, user=user) as office:
        _at_desk(office, wanted)
    return there


def wanting(url: str) -> Path | None:
    """Return the file in which the first office would be made; None where there is one, or a server."""
    try:
        path = safekeeping.place_of(url)
    except Refused:
        return None
    return None if path.exists() else path


def _at_desk(office: Office, wanted: Wanted) -> None:
    if wanted.theme:
        desk.keep_theme(office, wanted.theme)
    if wanted.work:
        desk.keep_work(office, wanted.work)
