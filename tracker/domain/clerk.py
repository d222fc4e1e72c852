"""What clerks write, as provisions: `370(3) r/w 34 IPC`, `u/s 4,5,6 PITA`, `POCSO 4, 8, 17`, `भा.दं.सं. 370`.

A line either names its Acts before their sections or after them; a line without an Act is read as the
penal code of the day. Nothing is guessed in silence: a section that several rows of the catalogue share
gives all of them and is not exact, and every reading says how it was got. `law read` prints it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

import statutes
from statutes.rows import Provision
from tracker.domain.clerk_rows import PENAL, cite, key_of, law_on, lower, rows_of
from tracker.domain.clerk_text import Sign, signs

NEW_CODES = date(2024, 7, 1)
PROCEDURE = frozenset({"CRPC", "BNSS", "IEA", "BSA"})
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


__all__ = ["Cited", "Line", "cite", "read"]


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
    rows, how = rows_of(row.act, parts, qualifier, on)
    defined = row.defined.get(parts[0])
    if not rows and defined:
        target = defined.replace(")", "").replace("(", "|")
        rows, _ = rows_of(row.act, tuple(target.split("|")), qualifier, on)
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


def _chosen(raw: str, act: str, section: str, rows: list[Provision], how: str, on: date | None) -> Cited:
    """Pick among rows: the version of the day, the plain limb before the graver ones."""
    notes = [how] if how else []
    if on is not None:
        lived = [row for row in rows if law_on(row, on)]
        if lived:
            rows = lived
        else:
            notes.append(f"no row of it was law on {on:%d-%m-%Y} as far as our reading goes")
    number = tuple(section.casefold().replace(")", "").split("("))
    plain = [row for row in rows if lower(row) == number and not key_of(row)[1]]
    firsts = [row for row in rows if key_of(row)[1] == ("first",)]
    others: list[Provision] = []
    if len(rows) > 1 and len(plain) == 1 and all(lower(row) == number for row in rows):
        others, rows = [row for row in rows if row is not plain[0]], plain
        notes.append(f"or, in a graver case, {_list(others)}")
    elif len(rows) == 2 and len(firsts) == 1 and len({key_of(row)[0] for row in rows}) == 1:
        others, rows = [row for row in rows if row is not firsts[0]], firsts
        notes.append(f"read as a first conviction; else {_list(others)}")
    if len(rows) == 1:
        return Cited(raw, act, section, (rows[0].id,), True, "; ".join([f"{act} {rows[0].section}", *notes]))
    ids = tuple(row.id for row in rows)
    return Cited(raw, act, section, ids, False, "; ".join([f"may be any of {_list(rows)}", *notes]))


def _list(rows: Iterable[Provision]) -> str:
    return ", ".join(f"{cite(row)} ({row.id})" for row in rows)


def _joined(found: list[Cited]) -> Iterable[Cited]:
    """Say of each section which sections of joint liability stand in the same line."""
    joined = tuple(one.written for one in found if one.exact and one.ids[0] in LIABILITY)
    return [replace(one, read_with=joined) if joined and one.written not in joined else one for one in found]
