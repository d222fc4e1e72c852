"""What the flags on charges say: out of force, needs a child, missing, wrong court, wrong Act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.say import day, label
from tracker.domain.words import CourtKind

if TYPE_CHECKING:
    from tracker.domain.charges import Doubt
    from tracker.domain.shapes import Flag, Law

KINDS = ("charge_out_of_force", "charge_needs_minor", "charge_missing", "wrong_court", "wrong_act")

CLEAR = {
    "charge_out_of_force": "Altering the charge (CrPC 216, BNSS 239), or correcting the days of the offence.",
    "charge_needs_minor": "Dropping or altering the charge, or recording an age that supports it.",
    "charge_missing": (
        "Adding the charge, or deciding with the prosecutor that it is not made out and correcting the facts."
    ),
    "wrong_court": "Recording the committal or transfer, or correcting the court of the trial.",
    "wrong_act": "Correcting the section on the charge sheet and in the record.",
}


def why(flag: Flag, law: Law) -> str:
    """Return what is wrong with each charge, one sentence a charge."""
    parts = [line.split("|") for line in flag.facts.values()]
    if flag.kind == "charge_missing":
        return " ".join(_missing(parts, law))
    return " ".join(dict.fromkeys(_doubted(part, law) for part in parts))


def cite(flag: Flag, law: Law) -> str:
    """Return the sections that the flag rests on."""
    parts = [line.split("|") for line in flag.facts.values()]
    if flag.kind == "charge_missing":
        rows = {row.id: row for row in law.patterns}
        found = [rows[part[2]].cite if part[2] in rows else _named(part[0], law) for part in parts]
    else:
        found = [_cited(flag.kind, part, law) for part in parts]
    return "; ".join(dict.fromkeys(found))


def of_doubt(doubt: Doubt, law: Law) -> tuple[str, str]:
    """Return why one charge may not stand, and the section that says so."""
    first, last = (str(day_) if day_ else "" for day_ in (doubt.first_on, doubt.last_on))
    parts = [doubt.reason, doubt.provision or "", doubt.victim or "", first, last, doubt.detail]
    return _doubted(parts, law), _cited(doubt.kind, parts, law)


def _cited(kind: str, parts: list[str], law: Law) -> str:
    if kind == "charge_out_of_force":
        return "Coverage of the catalogue" if parts[0] == "not_covered" else "Constitution Art. 20(1)"
    if kind == "wrong_court":
        return _court_cite(parts, law)
    if kind == "wrong_act":
        return _act(parts[5].split(" ", 2)[0], law).removeprefix("the ")
    return _named(parts[1], law)


def clear_by(flag: Flag, law: Law) -> str:
    """Return what would clear the flag."""
    return CLEAR[flag.kind]


def _missing(parts: list[list[str]], law: Law) -> list[str]:
    """Return a sentence for each provision, its victims together."""
    rows = {row.id: row for row in law.patterns}
    victims: dict[tuple[str, str], list[str]] = {}
    for provision, victim, pattern in parts:
        victims.setdefault((provision, pattern), []).append(victim)
    found = []
    for (provision, pattern), codes in victims.items():
        named = ", ".join(code for code in codes if code)
        reason = f": {rows[pattern].why.rstrip('.')}" if pattern in rows else ""
        found.append(f"{_named(provision, law)} is not charged{f' for {named}' if named else ''}{reason}.")
    return found


def _doubted(parts: list[str], law: Law) -> str:
    reason, provision, victim, first, last, detail = parts
    row = law.provision(provision) if provision else None
    name = _named(provision, law)
    span = day(first) if first == last or not last else f"{day(first)} to {day(last)}" if first else ""
    if reason == "no_longer":
        until = day(row.until) if row and row.until else "?"
        return f"{name} was law only until {until}, before the offence ({span})."
    if reason == "not_yet":
        begins = day(row.from_) if row and row.from_ else "?"
        return f"{name} is law only from {begins}, after the offence ({span})."
    if reason == "by_parts":
        return (
            f"{name} was law on some days of the offence only ({span}): {_bounds(row)}. "
            "The offence is charged by parts, each under the law of its days."
        )
    if reason == "not_covered":
        start = row.covered_from or row.from_ if row else None
        return (
            f"The catalogue reads {name} from {day(start) if start else '?'} on, and the offence began "
            f"earlier ({span}): not covered, which does not mean that it was not law."
        )
    if reason in ("no_child", "one_child"):
        return _child(reason, name, victim, detail)
    if reason == "section":
        return _section(detail, law)
    return _court(reason, name, detail)


def _bounds(row: object) -> str:
    from_, until = getattr(row, "from_", None), getattr(row, "until", None)
    parts = ([f"from {day(from_)}"] if from_ else []) + ([f"until {day(until)}"] if until else [])
    return f"it is law {' '.join(parts)}" if parts else "it changed in between"


def _child(reason: str, name: str, victim: str, age: str) -> str:
    if reason == "one_child":
        return f"{name} needs more than one victim under {age}, and only one on file is or may be that young."
    whom = f"{victim} is known to be older" if victim else "no victim on file is or may be that young"
    return f"{name} needs a victim under {age}, and {whom}."


def _court(reason: str, name: str, detail: str) -> str:
    court, _, triable = detail.partition(" ")
    kind = label(court, CourtKind)
    able = ", ".join(label(word, CourtKind) for word in triable.split(",") if word)
    if reason == "commit":
        return (
            f"{name} is triable by {able}; the case is before a court of kind {kind} and must be committed."
        )
    if reason == "no_committal":
        return f"{name} is before a Court of Session that has framed charges, and no committal is on record."
    return f"{name} is triable by {able}, not by a court of kind {kind}, which holds the trial."


def _court_cite(parts: list[str], law: Law) -> str:
    reason, provision = parts[0], parts[1]
    if reason == "commit":
        return "CrPC 209 / BNSS 232"
    if reason == "no_committal":
        return "CrPC 193, 209 / BNSS 213, 232"
    act = provision.partition("-")[0]
    return {
        "POCSO": "POCSO Act ss. 28, 33(1)",
        "MCOCA": "MCOCA ss. 5, 9",
        "SCST": "SC/ST Act s. 14",
        "JJ": "JJ Act s. 86",
    }.get(act, "CrPC 26 / BNSS 21 and the First Schedule")


def _section(detail: str, law: Law) -> str:
    act, how, as_written = detail.split(" ", 2)
    extent = next((row for row in law.extents if row.act == act), None)
    name = _act(act, law)
    if extent is None:
        return f'"{as_written}" names a section that {name} does not have.'
    if how == "beyond":
        text = f'"{as_written}": {name} has no such section, its last is s. {extent.last}.'
    else:
        text = (
            f'"{as_written}": {name} punishes nothing under that section; '
            f"its offences are in ss. {extent.offences_from} to {extent.offences_until}."
        )
    return f"{text} Meant may be {_act(extent.mistaken_for, law)}." if extent.mistaken_for else text


def _act(code: str, law: Law) -> str:
    extent = next((row for row in law.extents if row.act == code), None)
    return f"the {extent.title}" if extent else code


def _named(provision: str, law: Law) -> str:
    """Return a provision as a sentence has it: Act code and section."""
    row = law.provision(provision) if provision else None
    return f"{row.act} {row.section}" if row else provision or "The charge"
