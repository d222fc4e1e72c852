"""What clerks write, as provisions: `370(3) r/w 34 IPC`, `u/s 4,5,6 PITA`, `POCSO 4, 8, 17`, `भा.दं.सं. 370`.

A line either names its Acts before their sections or after them; a line without an Act is read as the
penal code of the day. Nothing is guessed in silence: a section that several rows of the catalogue share
gives all of them and is not exact, and every reading says how it was got. `law read` prints it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

import statutes
from statutes.rows import Provision
from tracker.domain.clerk_text import Sign, signs

NEW_CODES = date(2024, 7, 1)
PENAL = ("IPC", "BNS")
PROCEDURE = frozenset({"CRPC", "BNSS", "IEA", "BSA"})
QUALIFIERS = (
    "first",
    "repeat",
    "child",
    "minor",
    "against",
    "will",
    "prov",
    "prov2",
    "prov3",
    "I",
    "II",
    "man",
)
LIABILITY = frozenset(
    {
        "POCSO-17",
        "POCSO-18",
        "JJ-87",
        "IPC-34",
        "IPC-109",
        "IPC-114",
        "IPC-120B-1",
        "BNS-3-5",
        "BNS-49",
        "BNS-54",
        "BNS-61-2-a",
    }
)
"""Provisions that clerks join to an offence with "read with"."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One section as written: `ids` are the rows it may be, one if `exact`; `says` is how it was read."""

    written: str
    act: str | None
    section: str
    ids: tuple[str, ...] = ()
    exact: bool = False
    says: str = ""
    read_with: tuple[str, ...] = ()
    """The sections that the line joins to it, as written."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line read: its sections, and the words that nobody could read."""

    cited: tuple[Cited, ...]
    unread: tuple[str, ...] = ()


@dataclass(slots=True)
class _Group:
    """Sections that belong to one Act."""

    act: str | None
    sections: list[Sign] = field(default_factory=list)
    how: str = ""


def read(text: str, on: date | None = None) -> Line:
    """Return what a line says. `on` is a day of the offence: it picks the code and the row's version."""
    found: list[Cited] = []
    unread: list[str] = []
    for part in _parts(signs(text)):
        groups = _grouped(part, unread)
        for group in groups:
            found += _cited(group, on)
    return Line(tuple(_joined(found)), tuple(dict.fromkeys(unread)))


def cite(row: Provision) -> str:
    """Return a provision as a clerk would write it, such that it is read back as itself."""
    parts, words = _key(row)
    number = parts[0] + "".join(f"({part})" for part in parts[1:])
    tail = {
        ("I",): " Part I",
        ("II",): " Part II",
        ("prov",): " proviso",
        ("prov2",): " second proviso",
        ("prov3",): " third proviso",
        ("first",): " first",
        ("repeat",): " repeat",
        ("child", "minor"): " second limb",
        ("against", "will"): " closing words",
        ("child",): " proviso (i)",
        ("minor",): " proviso (ii)",
        ("man",): " proviso",
    }.get(words, "")
    return f"{row.act} {number}{tail}"


def _parts(found: list[Sign]) -> Iterable[list[Sign]]:
    """Cut the line at semicolons; qualifiers and loose sub-sections go to the section before them."""
    part: list[Sign] = []
    for sign in found:
        if sign.kind == "mark" and sign.text == ";":
            if part:
                yield part
            part = []
        elif sign.kind == "qualifier" and part and part[-1].kind == "section":
            part[-1] = replace(
                part[-1], text=f"{part[-1].text}#{sign.text}", raw=f"{part[-1].raw} {sign.raw}"
            )
        elif sign.kind == "sub":
            _next_sub(part, sign)
        elif sign.kind == "section" and part and part[-1].kind == "range":
            part.pop()
            part += _between(part, sign)
        else:
            part.append(sign)
    if part:
        yield part


def _between(part: list[Sign], last: Sign) -> list[Sign]:
    """Return the sections of "3 to 6" that are not there yet; no range of more than ten is believed."""
    first = part[-1].text if part and part[-1].kind == "section" else ""
    if first.isdigit() and last.text.isdigit() and 1 < int(last.text) - int(first) <= 10:
        return [*(Sign("section", str(n), str(n)) for n in range(int(first) + 1, int(last.text))), last]
    return [last]


def _next_sub(part: list[Sign], sign: Sign) -> None:
    """Read `370(3), (4)`: another sub-section of the section before."""
    last = next((one for one in reversed(part) if one.kind == "section"), None)
    if last is None:
        part.append(replace(sign, kind="word"))
        return
    number = last.text.partition("#")[0].split("|")
    text = "|".join([*(number[:-1] if len(number) > 1 else number), sign.text])
    part.append(Sign("section", text, f"{number[0]}{sign.raw}"))


def _grouped(part: list[Sign], unread: list[str]) -> list[_Group]:
    """Give each section to its Act: the one after it, or before it where the line begins with an Act."""
    unread += [sign.raw for sign in part if sign.kind in ("word", "qualifier")]
    told = [sign for sign in part if sign.kind in ("act", "section", "join", "mark")]
    ids = [sign for sign in part if sign.kind == "id"]
    first = next((sign.kind for sign in told if sign.kind in ("act", "section")), None)
    groups = _after(told) if first == "section" else _before(told)
    for group in groups:
        if group.act is not None and not group.sections:
            unread.append(f"{statutes.spellings()[group.act].title}: no section is named with it")
    return [*([_Group("", ids)] if ids else []), *(group for group in groups if group.sections)]


def _after(told: list[Sign]) -> list[_Group]:
    groups: list[_Group] = [_Group(None)]
    for sign in told:
        if sign.kind == "section":
            groups[-1].sections.append(sign)
        elif sign.kind == "act":
            groups[-1].act = sign.text
            groups.append(_Group(None))
    if groups[-1].sections and len(groups) > 1:
        groups[-1].act, groups[-1].how = groups[-2].act, "read under the Act named before it"
    return groups


def _before(told: list[Sign]) -> list[_Group]:
    groups: list[_Group] = []
    since: list[Sign] = []
    for place, sign in enumerate(told):
        if sign.kind == "section" and groups:
            groups[-1].sections.append(sign)
            since.append(sign)
        elif sign.kind == "join" or (sign.kind == "mark" and sign.text == "&"):
            since = []
        elif sign.kind == "act":
            later = any(one.kind == "section" for one in told[place + 1 :])
            if groups and not later and since and len(since) < len(groups[-1].sections):
                # "IPC 370, 372 & 3,4,5 ITPA": the last Act stands behind its sections.
                groups[-1].sections = [one for one in groups[-1].sections if one not in since]
                groups.append(_Group(sign.text, since))
            else:
                groups.append(_Group(sign.text))
            since = []
    return groups


def _cited(group: _Group, on: date | None) -> list[Cited]:
    found = []
    for sign in group.sections:
        if sign.kind == "id":
            row = statutes.provisions()[sign.text]
            found.append(Cited(sign.raw, row.act, row.section, (row.id,), True, "an id of the catalogue"))
        elif group.act is None:
            found.append(_penal(sign, on))
        else:
            one = _looked_up(sign, group.act, on)
            found.append(replace(one, says=f"{one.says}; {group.how}") if group.how else one)
    return found


def _penal(sign: Sign, on: date | None) -> Cited:
    """Read a section without an Act as the penal code's, by the day of the offence."""
    if on is not None:
        act = PENAL[0] if on < NEW_CODES else PENAL[1]
        one = _looked_up(sign, act.lower(), on)
        return replace(one, says=f"no Act is named; the penal code of the day is {act}; {one.says}")
    both = [_looked_up(sign, act.lower(), None) for act in PENAL]
    fits = [one for one in both if one.ids]
    if len(fits) == 1:
        return replace(fits[0], says=f"no Act and no day is named; only {fits[0].act} has it; {fits[0].says}")
    ids = tuple(id_ for one in fits for id_ in one.ids)
    act_ = None if len(fits) == 2 else PENAL[0]
    why = "no Act and no day is named: either penal code has it" if fits else both[0].says
    return Cited(sign.raw, act_, both[0].section, ids, False, why)


def _looked_up(sign: Sign, spelling: str, on: date | None) -> Cited:
    row = statutes.spellings()[spelling]
    number, _, qualifier = sign.text.partition("#")
    parts = tuple(number.split("|"))
    section = parts[0] + "".join(f"({part})" for part in parts[1:])
    if row.act is None:
        return Cited(sign.raw, None, section, says=f"{row.title} is outside the catalogue: kept as written")
    if row.act in PROCEDURE:
        return Cited(
            sign.raw, row.act, section, says=f"{row.title} s. {section} is procedure or evidence, no charge"
        )
    rows, how = _rows(row.act, parts, qualifier, on)
    defined = row.defined.get(parts[0])
    if not rows and defined:
        target = defined.replace(")", "").replace("(", "|")
        rows, _ = _rows(row.act, tuple(target.split("|")), qualifier, on)
        how = f"s. {section} only defines; s. {defined} punishes"
    if not rows:
        return Cited(sign.raw, row.act, section, says=_nowhere(row.act, row.title, parts[0], section))
    return _chosen(sign.raw, row.act, section, rows, how, on)


def _nowhere(act: str, title: str, number: str, section: str) -> str:
    extent = statutes.extents().get(act)
    digits = int("".join(sign for sign in number if sign.isdigit()))
    if extent is not None and digits > extent.last:
        other = statutes.extents().get(extent.mistaken_for or "")
        meant = f"; meant may be the {other.title}" if other else ""
        return f"the {extent.title} has no s. {section}, its last is s. {extent.last}{meant}"
    if extent is not None and not extent.offences_from <= digits <= extent.offences_until:
        other = statutes.extents().get(extent.mistaken_for or "")
        meant = f"; meant may be the {other.title}" if other else ""
        return f"the {extent.title} punishes nothing under s. {section}{meant}"
    return f"{title} s. {section} is outside the catalogue: kept as written"


Found = tuple[list[Provision], str]


def _rows(act: str, parts: tuple[str, ...], qualifier: str, on: date | None) -> Found:
    """Return the rows of a section, its sub-sections, or the section that a longer number stands in.

    Rows that were law on the day come before those that were not.
    """
    gone: Found = [], ""
    fitting = list(_fitting(act, parts, qualifier))
    if on is None and fitting and act not in PENAL and all(row.until for row in fitting[0][0]):
        # Without a day the old form of a section is no surer than the new one beside it.
        return [row for rows, _ in fitting[:2] for row in rows], fitting[0][1]
    for rows, how in fitting:
        if on is None or any(_law_on(row, on) for row in rows):
            return rows, how
        gone = gone if gone[0] else (rows, how)
    return gone


def _fitting(act: str, parts: tuple[str, ...], qualifier: str) -> Iterable[Found]:
    index = _index(act)
    wanted = tuple(qualifier.split("-")) if qualifier else ()
    for written, how in _tries(parts):
        tried = tuple(part.casefold() for part in written)
        exact = [row for row, words in index.get(tried, ()) if not qualifier or words == wanted]
        if not exact and wanted == ("prov",):
            exact = [row for row, words in index.get(tried, ()) if words == ("man",)]
        if exact:
            yield exact, how
        below = [
            row
            for key, rows in index.items()
            if key[: len(tried)] == tried and len(key) > len(tried)
            for row, words in rows
            if not qualifier or words == wanted
        ]
        if below:
            yield below, how


def _tries(parts: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], str]]:
    """Yield the number as written, then as clerks mean it: `370(A)` for 370A, `506(2)` for Part II."""
    yield parts, ""
    if parts[:1] == ("506",) and parts[1:] and parts[1] in ("1", "2", "i", "ii"):
        part = "I" if parts[1] in ("1", "i") else "II"
        yield ("506", part), f"506({parts[1]}) is read as Part {part}"
    letters = "".join(part.upper() for part in parts[1:3] if len(part) <= 2 and part.isalpha())
    for length in range(len(letters), 0, -1):
        glued = (parts[0] + letters[:length], *parts[1 + length :])
        yield glued, f"read as {glued[0]}"
    for end in range(len(parts) - 1, 1, -1):
        yield parts[:end], f"clause ({parts[-1]}) is within it"
    if len(parts) > 1 and not parts[1].isdigit():
        yield parts[:1], f"clause ({parts[1]}) is within it"


def _chosen(raw: str, act: str, section: str, rows: list[Provision], how: str, on: date | None) -> Cited:
    """Pick among rows: the version of the day, the plain limb before the graver ones."""
    notes = [how] if how else []
    if on is not None:
        lived = [row for row in rows if _law_on(row, on)]
        if lived:
            rows = lived
        else:
            notes.append(f"no row of it was law on {on:%d-%m-%Y} as far as our reading goes")
    number = tuple(section.casefold().replace(")", "").split("("))
    plain = [row for row in rows if _lower(row) == number and not _key(row)[1]]
    firsts = [row for row in rows if _key(row)[1] == ("first",)]
    others: list[Provision] = []
    if len(rows) > 1 and len(plain) == 1 and all(_lower(row) == number for row in rows):
        others, rows = [row for row in rows if row is not plain[0]], plain
        notes.append(f"or, in a graver case, {_list(others)}")
    elif len(rows) == 2 and len(firsts) == 1 and len({_key(row)[0] for row in rows}) == 1:
        others, rows = [row for row in rows if row is not firsts[0]], firsts
        notes.append(f"read as a first conviction; else {_list(others)}")
    if len(rows) == 1:
        return Cited(raw, act, section, (rows[0].id,), True, "; ".join([f"{act} {rows[0].section}", *notes]))
    ids = tuple(row.id for row in rows)
    return Cited(raw, act, section, ids, False, "; ".join([f"may be any of {_list(rows)}", *notes]))


def _list(rows: Iterable[Provision]) -> str:
    return ", ".join(f"{cite(row)} ({row.id})" for row in rows)


def _law_on(row: Provision, day: date) -> bool:
    start = row.from_ or row.covered_from
    return (start is None or start <= day) and (row.until is None or day <= row.until)


@cache
def _index(act: str) -> dict[tuple[str, ...], list[tuple[Provision, tuple[str, ...]]]]:
    found: dict[tuple[str, ...], list[tuple[Provision, tuple[str, ...]]]] = {}
    for row in statutes.provisions().values():
        if row.act == act:
            words = _key(row)[1]
            parts = _lower(row)
            found.setdefault(parts, []).append((row, words))
            if words in (("I",), ("II",)):
                found.setdefault((*parts, words[0].casefold()), []).append((row, ()))
    return found


def _lower(row: Provision) -> tuple[str, ...]:
    return tuple(part.casefold() for part in _key(row)[0])


@cache
def _key(row: Provision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a row's number in parts, and the words that tell it from others of the same number."""
    parts = row.id.split("-")[1:]
    if parts[-1].startswith("v20"):
        parts.pop()
    words = tuple(part for part in parts if part in QUALIFIERS)
    return tuple(part for part in parts if part not in QUALIFIERS), words


def _joined(found: list[Cited]) -> Iterable[Cited]:
    """Say of each section which sections of joint liability stand in the same line."""
    joined = tuple(one.written for one in found if one.exact and one.ids[0] in LIABILITY)
    return [replace(one, read_with=joined) if joined and one.written not in joined else one for one in found]
