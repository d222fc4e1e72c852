"""Cases on their way in: checked against the office, reckoned, and written a batch at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date

from sqlmodel import Session

import statutes
from tracker.domain import horizon, journal, texts
from tracker.domain.case import Case, Court, Hearing
from tracker.domain.reckon import reckon
from tracker.domain.shapes import Law
from tracker.services import alike, audit, filing
from tracker.services.casefile import Header, Read, named_courts
from tracker.store import reading, writing
from tracker.store.writing import Filing

_COURT = [field.name for field in fields(Court)]


class Intake:
    """One file, or one lot of made cases, going into an office in the caller's transaction."""

    def __init__(self, session: Session, law: Law, today: date | None = None) -> None:
        """Learn what the office has: its courts, and the number that the next case gets.

        With `today`, days too far ahead of it are faults.
        """
        self.session, self.law, self.today = session, law, today
        self.connection = session.connection()
        self.courts = reading.courts(self.connection)
        self.kinds = {key: court.kind for key, court in self.courts.items() if court.kind}
        self.number = writing.next_number(self.connection)
        self._bare = self.number == 1
        if self._bare:  # an index is made four times faster at the end than row by row
            writing.drop_indexes(self.connection)
        self.filed = 0
        self.header_refused = False
        self._named: set[str] | None = set()
        """The courts of a header at fault, so that cases at them are checked; None: nobody can tell."""
        self._seen: dict[str, str] = {}
        self.alike = alike.Seen()
        self._waiting: list[tuple[Read | None, Case]] = []

    def take(self, read: Read, *, only_check: bool = False) -> list[Read]:
        """Take a thing as read, and file it in time; return what turns out to be refused.

        With `only_check` nothing more is written: the file is refused, and only its faults matter.
        """
        if isinstance(read.thing, Header):
            read.faults += self.take_courts(read.thing.courts, read)
        elif read.thing is not None:
            read.faults += self._faults(read, read.thing)
        elif read.left is not None:
            read.faults += self._faults(read, read.left.case)
        if read.header and read.faults:
            self.header_refused, self._named = True, named_courts(read)
        if read.faults:
            return [read]
        if isinstance(read.thing, Case):
            self._waiting.append((read, read.thing))
        return self._flush(only_check) if len(self._waiting) >= reading.BATCH else []

    def file(self, case: Case) -> None:
        """File a case that the program made; it is not checked."""
        self._waiting.append((None, case))
        if len(self._waiting) >= reading.BATCH:
            self._flush()

    def finish(self, *, only_check: bool = False) -> list[Read]:
        """File what still waits; return what turns out to be refused."""
        refused = self._flush(only_check)
        if self._bare:
            writing.make_indexes(self.connection)
        return refused

    def take_courts(self, courts: Iterable[Court], read: Read | None = None) -> list[str]:
        """Add the courts of a file to the office's; return where the two contradict each other."""
        courts = list(courts)
        said = [f"{fault}" for fault in texts.court_faults(courts)]
        new, filled = [], []
        for place, court in enumerate(courts):
            known = self.courts.get(court.key)
            if known is None:
                new.append(court)
                continue
            differ = [name for name in _COURT if _both(known, court, name) and _differ(known, court, name)]
            said += [f"courts[{place}].{name}: the office knows this court otherwise" for name in differ]
            merged = replace(court, **{name: value for name in _COURT if (value := getattr(known, name))})
            if merged != known and not differ:
                filled.append(merged)
        if said and read:
            return [f"{read.where(fault.partition(':')[0])}: {fault}" for fault in said]
        writing.write_courts(self.connection, new, filled)
        told = {court.key for court in filled if court.kind and court.key not in self.kinds}
        for court in (*new, *filled):
            self.courts[court.key] = court
            if court.kind:
                self.kinds[court.key] = court.kind
        for key in told:  # what hangs on the kind of the court is reckoned anew
            for number in reading.numbers_at(self.connection, key):
                filing.refile(self.session, self.law, number)
        return []

    def _faults(self, read: Read, case: Case) -> list[str]:
        found = []
        before = self._seen.setdefault(case.ref, read.where(""))
        if before != read.where(""):
            found.append(
                f"{read.where('ref')}: the ref {texts.shown(case.ref, key=True)} is also that of {before}"
            )
        if self._named is None:
            return found
        courts = self.courts.keys() | self._named
        said = journal.faults(case, self.law.provision, courts, statutes.provisions)
        said += horizon.faults(case, self.today) if self.today else ()
        for fault in read.left.shown(said) if read.left else said:
            path = fault.partition("].")[2].partition(":")[0]
            found.append(f"{read.where(path)}: {fault}")
        return found

    def _flush(self, only_check: bool = False) -> list[Read]:
        waiting, self._waiting = self._waiting, []
        there = reading.numbers_of(self.connection, [case.ref for read, case in waiting if read])
        refused, filings = [], []
        for read, case in waiting:
            if read and case.ref in there:
                shown = texts.shown(case.ref, key=True)
                read.faults.append(f"{read.where('ref')}: the office has a case {shown} already")
                refused.append(read)
            elif not only_check:
                case = with_listings(case)
                filings.append(Filing(self.number, case, reckon(case, self.kinds, self.law)))
                self.number += 1
        if filings:
            if any(read for read, _ in waiting):  # what the program makes itself looks like nothing
                taken = [filing.case for filing in filings]
                self.alike.take(None if self._bare else self.session, taken)
            written = writing.write_cases(self.connection, filings)
            audit.of(self.session).seal(enumerate(written, filings[0].number))
            self.filed += len(filings)
        return refused


def with_listings(case: Case) -> Case:
    """Return the case with the next day of each hearing listed, where the file doesn't list it itself.

    It is for the purpose said, else the same, before the same advocate.
    """
    there = {(hearing.proceeding, hearing.on) for hearing in case.hearings}
    made = []
    for hearing in case.hearings:
        key = (hearing.proceeding, hearing.next_on)
        if hearing.next_on is None or key in there:
            continue
        there.add((hearing.proceeding, hearing.next_on))
        purpose = hearing.next_purpose or hearing.purpose
        made.append(
            Hearing(
                on=hearing.next_on,
                proceeding=hearing.proceeding,
                purpose=purpose,
                advocate=hearing.whose,
            )
        )
    return replace(case, hearings=(*case.hearings, *made)) if made else case


def _both(known: Court, court: Court, name: str) -> bool:
    return getattr(known, name) is not None and getattr(court, name) is not None


def _differ(known: Court, court: Court, name: str) -> bool:
    return bool(getattr(known, name) != getattr(court, name))
