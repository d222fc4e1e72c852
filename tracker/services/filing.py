"""Keep consequences beside the facts: reckon a case and replace its kept standing, clocks and flags.

One function computes (`domain.reckon`), the transaction of the fact keeps, `rebuild` makes all of it
again, and `differences` says where what is kept is not what a fresh computation gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sqlmodel import Session

from tracker.domain.reckon import reckon
from tracker.domain.shapes import Law, Reckoning
from tracker.services import audit, bulk
from tracker.services.office import Office
from tracker.store import reading, writing
from tracker.store.writing import Filing, Kept

Progress = Callable[[int], None]
"""Told now and then how many cases are done."""
_PARTS = ("standing", "clocks", "flags", "course", "verdicts")
"""What the parts of `Kept` are called."""


def refile(session: Session, law: Law, prosecution_id: int) -> Reckoning:
    """Reckon one case anew from its rows and keep the answer, in the caller's transaction.

    Call it after every change of a fact of the case, its lead included. Raises LookupError.
    """
    session.flush()
    connection = session.connection()
    case = reading.one_case(connection, prosecution_id)
    reckoning = reckon(case, reading.court_kinds(connection), law)
    there = reading.kept(connection, prosecution_id, prosecution_id)[prosecution_id]
    now = writing.kept_rows(Filing(prosecution_id, case, reckoning))
    writing.replace_kept(connection, prosecution_id, there, now)
    audit.of(session).changed(prosecution_id, case)
    session.expire_all()
    return reckoning


def rebuild(office: Office, progress: Progress | None = None) -> int:
    """Reckon every case anew and keep the answers, in one transaction; return how many cases."""
    with bulk.many(), office.transaction("rebuild", "every kept due date and flag") as session:
        return rebuild_in(session, office.law(), progress)


def rebuild_in(session: Session, law: Law, progress: Progress | None = None) -> int:
    """Do the same in the caller's transaction, under a law that it may be about to change."""
    done, connection = 0, session.connection()
    writing.forget_kept(connection)
    for _, _, filings in _reckoned(session, law):
        writing.write_kept(connection, filings)
        done += len(filings)
        if progress:
            progress(done)
    writing.make_indexes(connection)
    return done


def differences(office: Office, every: int = 1) -> list[str]:
    """Return a line for each case of which something is kept that a fresh computation doesn't give.

    With `every`, look at each so-many-th batch of cases only: a large office takes minutes.
    """
    found = []
    with bulk.many(), office.reading() as session:
        for first, last, filings in _reckoned(session, office.law(), every):
            kept = reading.kept(session.connection(), first, last)
            for filing in filings:
                parts = _differing(filing, kept[filing.number])
                if parts:
                    found.append(f"{filing.case.ref}: {', '.join(parts)} kept otherwise than computed")
    return found


def _reckoned(session: Session, law: Law, every: int = 1) -> Iterator[tuple[int, int, list[Filing]]]:
    connection = session.connection()
    kinds: Mapping[str, str] = reading.court_kinds(connection)
    for first, last, cases in reading.all_cases(connection, every=every):
        yield first, last, [Filing(number, case, reckon(case, kinds, law)) for number, case in cases]


def _differing(filing: Filing, kept: Kept) -> list[str]:
    fresh = zip(_PARTS, kept, writing.kept_rows(filing), strict=True)
    return [part for part, there, computed in fresh if there != computed]
