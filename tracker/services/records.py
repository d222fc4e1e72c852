"""The lists of a case: read one, add a line, change it where it stands, strike it out.

They are the records of the case, and its accused, victims, charges and proceedings, whose lines aren't
struck out: other lines name them.

What each field takes is `rules`, for forms and commands alike, so that a rule is said before it is broken.
Values come as text, as they were typed, or as they are kept; empty takes a value away. A line that somebody
else changed since it was read is not overwritten: `Stale` shows both versions. Each change is one
transaction with its row in the audit, which holds coded fields only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from sqlmodel import Session

from tracker.domain import journal, record_rules, texts
from tracker.domain.case import Case, Offence, Victim
from tracker.domain.record_rules import LINES, LISTS, TITLES, Rule, key_of
from tracker.domain.records import KINDS
from tracker.services import audit, caseview, days, filing, fresh
from tracker.services.office import Office, Refused
from tracker.store import reading, writing

__all__ = [
    "LINES",
    "LISTS",
    "TITLES",
    "Rule",
    "Stale",
    "add",
    "change",
    "line_of",
    "made",
    "of",
    "put_back",
    "rules",
    "same_file",
    "strike",
]

Values = Mapping[str, Any]
"""Field to its value, as text or as it is kept; None or empty takes it away."""
YES, NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")


class Stale(Refused):
    """Somebody changed the line meanwhile: `theirs` is how it stands now, `mine` what was to be written."""

    def __init__(self, what: str, was: dict[str, Any], theirs: dict[str, Any], mine: dict[str, Any]) -> None:
        """Keep the versions and say in a line what differs; what was written by hand is not in it."""
        keys = [key for key in {**was, **theirs} if was.get(key) != theirs.get(key) and key != "n"]
        self.was, self.theirs, self.mine = was, theirs, mine
        super().__init__(
            f"{what} was changed meanwhile by somebody else ({', '.join(keys)}): look at both versions"
        )


def rules(list_: str) -> tuple[Rule, ...]:
    """Return what each field of a list takes. Raises Refused: there is no such list."""
    if list_ not in record_rules.RULES:
        raise Refused(f"There is no list {list_!r}; there are {', '.join(LINES)}")
    return record_rules.rules(list_)


def of(office: Office, ref: str, *, struck: bool = False) -> dict[str, tuple[dict[str, Any], ...]]:
    """Return every list of a case that has a line; with `struck`, lines that were struck out too."""
    with office.reading() as session:
        case = reading.one_case(session.connection(), fresh.number_of(session, ref))
    return caseview.records(case, struck=struck)


def add(office: Office, ref: str, list_: str, values: Values, today: date) -> dict[str, Any]:
    """Add a line at the end of a list and return it. Raises Refused, with nothing written."""
    with office.transaction() as session:
        number, case, all_ = _open(session, ref, list_)
        said = read(list_, values, today)
        missing = [rule for rule in rules(list_) if rule.needed and said.get(rule.key) is None]
        if list_ == "notes":
            said = {"on": today, "by": office.user, **{k: v for k, v in said.items() if v is not None}}
        if missing:
            raise Refused(*(f"{key_of(rule)}: is missing. {rule.says}" for rule in missing))
        line = made(list_, _hashed(list_, said))
        _write(office, session, number, case, list_, len(all_) + 1, line)
        audit.of(session).says("record", f"{list_} {len(all_) + 1} added", ref)
    return flat(len(all_) + 1, line)


def change(
    office: Office,
    ref: str,
    list_: str,
    seq: int,
    values: Values,
    expected: Values | None,
    today: date,
) -> dict[str, Any]:
    """Change the fields given of one line and return it; the other fields stay.

    `expected` is the line as it was read: where it stands otherwise now, `Stale` is raised and shows both.
    None overwrites whatever stands. Raises Refused, with nothing written.
    """
    with office.transaction() as session:
        number, case, all_ = _open(session, ref, list_)
        was = _at(case, list_, seq, all_)
        said = read(list_, values, today)
        line = altered(was, _hashed(list_, said))
        now = flat(seq, was)
        if expected is not None and now != {"n": seq, **expected}:
            raise Stale(f"{list_} {seq} of {ref}", dict(expected), now, flat(seq, line))
        for rule in rules(list_):
            if rule.needed and getattr(line, rule.key) is None:
                raise Refused(f"{key_of(rule)}: can't be empty. {rule.says}")
            if rule.fixed and getattr(line, rule.key) != getattr(was, rule.key):
                raise Refused(f"{key_of(rule)}: isn't changed later, since other lines name it")
        after = flat(seq, line)
        changed = [key for key in map(key_of, rules(list_)) if now.get(key) != after.get(key)]
        if changed:
            _write(office, session, number, case, list_, seq, line)
        audit.of(session).says("correct", f"{list_} {seq}: {', '.join(changed) or 'nothing changed'}", ref)
    return flat(seq, line)


def strike(office: Office, ref: str, list_: str, seq: int, why: str) -> None:
    """Strike a line out, with the why; it stays on file and is in no list any more. Raises Refused."""
    said = " ".join(why.split())
    if not said:
        raise Refused("A line is struck out with a why: say what is wrong with it")
    if list_ not in LISTS:
        raise Refused(f"A line of {list_} is changed, not struck out: other lines name it")
    with office.transaction() as session:
        number, case, all_ = _open(session, ref, list_)
        line = replace(_at(case, list_, seq, all_), struck=said)
        _write(office, session, number, case, list_, seq, line)
        audit.of(session).says("correct", f"{list_} {seq} struck out", ref)


def put_back(office: Office, ref: str, list_: str, seq: int) -> None:
    """Put a line that was struck out back into its list. Raises Refused."""
    with office.transaction() as session:
        number, case, all_ = _open(session, ref, list_)
        if not 1 <= seq <= len(all_) or not all_[seq - 1].struck:
            raise Refused(f"{ref} has no line {seq} of {list_} that was struck out")
        _write(office, session, number, case, list_, seq, replace(all_[seq - 1], struck=None))
        audit.of(session).says("correct", f"{list_} {seq} put back", ref)


def same_file(path: str, sha256: str) -> bool | None:
    """Say whether a file still has the hash that it was registered with; None: it can't be read here."""
    try:
        return _fingerprint(path) == sha256
    except OSError:
        return None


def _open(session: Session, ref: str, list_: str) -> tuple[int, Case, tuple[Any, ...]]:
    if list_ not in LINES:
        rules("" if list_ == "head" else list_)
    number, case = fresh.opened(session, ref)
    return number, case, getattr(case, list_)


def line_of(case: Case, list_: str, seq: int) -> dict[str, Any]:
    """Return one line by the keys of its rules, with its number as `n`. Raises Refused: there is none."""
    return flat(seq, _at(case, list_, seq, getattr(case, list_)))


def made(list_: str, said: dict[str, Any]) -> Any:
    """Return a new line of these values, as they are kept."""
    of_charge = {key: said.pop(key, None) for key in ("first_on", "last_on")} if list_ == "charges" else {}
    line = LINES[list_](**said)
    return altered(line, of_charge)


def altered(was: Any, said: dict[str, Any]) -> Any:
    """Return the line with other values; the days of a charge are kept together."""
    days_ = {key: said[key] for key in ("first_on", "last_on") if key in said}
    rest = {key: value for key, value in said.items() if key not in days_}
    if days_:
        span = replace(was.offence or Offence(), **days_)
        rest["offence"] = None if span == Offence() else span
    return replace(was, **rest)


def _at(case: Case, list_: str, seq: int, all_: tuple[Any, ...]) -> Any:
    if not 1 <= seq <= len(all_):
        raise Refused(f"{case.ref} has no line {seq} of {list_}; it has {len(all_)}")
    if getattr(all_[seq - 1], "struck", None):
        raise Refused(f"Line {seq} of {list_} of {case.ref} is struck out")
    return all_[seq - 1]


def _write(
    office: Office, session: Session, number: int, case: Case, list_: str, seq: int, line: Any
) -> None:
    """Check the case as it would be, write the line, seal the case."""
    all_ = getattr(case, list_)
    changed: dict[str, Any] = {list_: (*all_[: seq - 1], line, *all_[seq:])}
    after = replace(case, **changed)
    counted = list_ not in KINDS
    check = partial(_faults, office, session) if counted else record_rules.faults
    old = set(check(case))
    found = [fault for fault in check(after) if fault not in old]
    if found:
        raise Refused(*(fault.removeprefix(f"{list_}[{seq - 1}].") for fault in found))
    connection = session.connection()
    writing.put_line(connection, number, list_, seq, line, new=seq > len(all_))
    if counted:
        writing.put_search(connection, number, after)
        filing.refile(session, office.law(), number)
    else:
        audit.of(session).changed(number, reading.one_case(connection, number))
    was = flat(seq, all_[seq - 1]) if seq <= len(all_) else None
    keep_step(office, session, case.ref, list_, seq, was, flat(seq, line))


def keep_step(
    office: Office,
    session: Session,
    ref: str,
    list_: str,
    seq: int,
    before: dict[str, Any] | None,
    after: dict[str, Any],
) -> None:
    """Keep what was changed as the person's last step, which can be taken back."""
    from tracker.services import lineundo, undo  # both are made of this module

    where = "the head" if list_ == "head" else f"line {seq} of {list_}"
    changed = lineundo.change(ref, list_, seq, before, after)
    undo.keep(office, session, undo.Step(says=f"{where} in {ref}", lines=(changed,)))


def _faults(office: Office, session: Session, case: Case) -> list[str]:
    """Return the faults of a whole case, each by its field."""
    found = journal.faults(case, office.law().provision, reading.courts(session.connection()))
    return [fault.partition("].")[2] for fault in found]


def flat(n: int, line: Any) -> dict[str, Any]:
    """Return a line flat: a charge's days as its own fields, and of a victim neither name nor age."""
    said = caseview.plain(line)
    said |= said.pop("offence", {})
    if isinstance(line, Victim):
        said = {key: value for key, value in said.items() if key not in ("name", "age")}
    return {"n": n, **said}


def read(list_: str, values: Values, today: date) -> dict[str, Any]:
    """Return the values as they are kept. Raises Refused with a line for each that can't be read."""
    known = {key_of(rule): rule for rule in rules(list_)}
    said: dict[str, Any] = {}
    faults = []
    for key, value in values.items():
        rule = known.get(key.rstrip("_"))
        if rule is None:
            shown = texts.shown(key, key=True)
            faults.append(f"{shown} is no field of {list_}; its fields are {', '.join(known)}")
            continue
        try:
            said[rule.key] = _value(rule, value, today)
        except ValueError as error:
            faults.append(f"{key_of(rule)}: {error}")
    if faults:
        raise Refused(*faults)
    return said


def _value(rule: Rule, value: Any, today: date) -> Any:
    """Return one value as it is kept. Raises ValueError: it isn't what the field takes."""
    if isinstance(value, str):
        value = value.strip() if rule.most != texts.LONG else value.strip("\n ")
    if value is None or value == "":
        return None
    if rule.words is not None:
        return rule.words(value) if value in list(rule.words) else _no_word(rule, str(value))
    if rule.takes == "day":
        return _day(rule, value, today)
    if rule.takes == "yes":
        low = str(value).lower()
        if low not in YES + NO:
            raise ValueError("is yes or no")
        return low in YES
    if rule.takes == "number":
        if not re.fullmatch(r"[0-9]{1,4}", str(value)):
            raise ValueError("is not a whole number")
        return int(value)
    return str(value)


def _no_word(rule: Rule, value: str) -> Any:
    words = [str(word) for word in rule.words or ()]
    near = get_close_matches(value.lower().replace(" ", "_"), words, 1)
    labelled = [str(word) for word in rule.words or () if value.lower() == word.label.lower()]
    if labelled and rule.words is not None:
        return rule.words(labelled[0])
    meant = f"did you mean {near[0]}? " if near else ""
    raise ValueError(f"is no word of its list; {meant}It takes {', '.join(words)}")


def _day(rule: Rule, value: Any, today: date) -> date:
    try:
        found = value if isinstance(value, date) else days.day(str(value), today)
    except days.NotADay as error:
        if re.search(r"\d", str(value)) and texts.shown(str(value)) == value:
            raise ValueError(str(error)) from None
        raise ValueError(f"is not a day; {days.HINT}") from None
    if rule.past and found > today:
        raise ValueError(f"{found:%d-%m-%Y} is after today, {today:%d-%m-%Y}")
    return found


def _hashed(list_: str, said: dict[str, Any]) -> dict[str, Any]:
    """Return the values with the hash of a file that is registered. Raises Refused: it can't be read."""
    if list_ != "documents" or said.get("path") is None or said.get("sha256") is not None:
        return said
    try:
        return {**said, "sha256": _fingerprint(said["path"])}
    except OSError as error:
        raise Refused(
            f"path: the file can't be read here ({error.strerror}); give its hash too, or leave the path out"
        ) from None


def _fingerprint(path: str) -> str:
    with Path(path).expanduser().open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
