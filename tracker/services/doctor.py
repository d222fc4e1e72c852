"""The doctor: is the office sound, the law readable, the kept dates right, the terminal fit?

Each check is a line: what was looked at, whether it is well, and what was found. Law that nobody signed
off, or that is contested or unverified, is counted and named as such; it is not a fault of the office.
"""

from __future__ import annotations

import importlib.util
import locale
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import inspect, text
from sqlmodel import Session

import statutes
from tracker.services import filing, permissions, testimony
from tracker.services.office import Office, Refused, open_office
from tracker.services.views import Check
from tracker.store import database, queries

WIDTH, HEIGHT = 80, 24
"""The smallest terminal on which every screen is readable."""
SAMPLED = 20_000
"""Of a larger office about so many cases are reckoned again, spread evenly."""
SHOWN = 5
"""How many cases are named where what is kept is not what a computation gives."""


def check(office: Office | str, today: date) -> tuple[Check, ...]:
    """Look at everything once; `office` may be a URL, so that a database that doesn't open is a finding."""
    if isinstance(office, str):
        try:
            opened = open_office(office)
        except Refused as refusal:
            return (Check(name="database", ok=False, says=str(refusal)), *_of_program(today))
        with opened:
            return check(opened, today)
    return tuple(_guarded(_of_office(office))) + tuple(_of_program(today))


def rebuild(office: Office, progress: Callable[[int], None] | None = None) -> int:
    """Make every kept standing, clock and flag again from the journals; return how many cases."""
    return filing.rebuild(office, progress)


def _guarded(checks: Iterator[Check]) -> Iterator[Check]:
    """Turn a database that fails while it is looked at into a finding."""
    try:
        yield from checks
    except Refused as refusal:
        yield Check(name="database", ok=False, says=str(refusal))


def _of_office(office: Office) -> Iterator[Check]:
    if office.sees != permissions.ANY:
        yield Check(
            name="database", ok=True, says=f"opens; {office.role or 'nobody'} may not look through it"
        )
        return
    with office.reading() as session:
        yield _database(session)
        yield _schema(session)
        yield _identity(session)
        cases = queries.count_cases(session, ())
    yield _audit(office, cases)
    yield _kept(office, cases)


def _database(session: Session) -> Check:
    connection = session.connection()
    if not database.is_sqlite(connection):
        version = connection.scalar(text("SHOW server_version"))
        return Check(name="database", ok=True, says=f"PostgreSQL {version} answers")
    said = [row[0] for row in connection.exec_driver_sql("PRAGMA quick_check(5)")]
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(5)
    if said != ["ok"]:
        return Check(name="database", ok=False, says=f"The file is damaged: {said[0]}. Restore a backup")
    if loose:
        tables = ", ".join(sorted({row[0] for row in loose}))
        return Check(name="database", ok=False, says=f"Rows of {tables} point nowhere")
    return Check(name="database", ok=True, says="opens, whole, every row points somewhere")


def _schema(session: Session) -> Check:
    found = database.revision(session.connection())
    return Check(
        name="schema", ok=found == database.HEAD, says=f"{found}; this program knows {database.HEAD}"
    )


def _identity(session: Session) -> Check:
    """See that the table of names exists and that no other table of victims has a column for one."""
    columns = {
        table: {column["name"] for column in inspect(session.connection()).get_columns(table)}
        for table in ("identity", "victim")
    }
    apart = "name" in columns["identity"] and "name" not in columns["victim"]
    held = session.scalar(text("SELECT count(*) FROM identity"))
    return Check(
        name="identity",
        ok=apart,
        says=f"victims' names stand apart; {held} kept"
        if apart
        else "victims' names are not in a table apart",
    )


def _audit(office: Office, cases: int) -> Check:
    every = max(1, cases // SAMPLED)
    found = testimony.verify(office, every=every)
    if found.ok:
        notices = "".join(f"; {one.where}: {one.says}" for one in found.notices[:SHOWN])
        return Check(
            name="audit", ok=True, says=f"{found.rows} rows, the chain whole; head {found.head}{notices}"
        )
    first = "; ".join(f"{one.where}: {one.says}" for one in found.findings[:SHOWN])
    more = f" and {len(found.findings) - SHOWN} more" if len(found.findings) > SHOWN else ""
    return Check(name="audit", ok=False, says=f"altered by another program: {first}{more}")


def _kept(office: Office, cases: int) -> Check:
    every = max(1, cases // SAMPLED)
    wrong = filing.differences(office, every)
    if not wrong:
        among = f"{cases} cases" if every == 1 else f"one in {every} of {cases} cases"
        return Check(name="kept dates", ok=True, says=f"equal to a fresh computation in {among}")
    named = "; ".join(wrong[:SHOWN])
    more = f" and {len(wrong) - SHOWN} more" if len(wrong) > SHOWN else ""
    return Check(
        name="kept dates",
        ok=False,
        says=f"{len(wrong)} cases differ: {named}{more}. `tracker doctor --rebuild` makes them again",
    )


def _of_program(today: date) -> Iterator[Check]:
    yield _law(today)
    yield _terminal()
    yield _fonts()


def _law(today: date) -> Check:
    try:
        provisions, limits = statutes.provisions().values(), statutes.limits().values()
        numbers = (len(statutes.acts()), len(provisions), len(limits))
    except Exception as error:
        return Check(name="law", ok=False, says=f"the law rows can't be read ({type(error).__name__})")
    sure = Counter([row.confidence for row in provisions] + [row.confidence for row in limits])
    contested = sum(limit.nature == "contested" for limit in limits)
    unsigned = sum(not row.signed_off for row in provisions) + sum(not row.signed_off for row in limits)
    by_word = ", ".join(f"{many} {word}" for word, many in sure.most_common())
    return Check(
        name="law",
        ok=all(numbers),
        says=f"{numbers[0]} Acts, {numbers[1]} provisions, {numbers[2]} limits; {by_word}; "
        f"{contested} limits contested; {unsigned} rows signed off by no lawyer of this office",
    )


def _terminal() -> Check:
    if not sys.stdout.isatty():
        return Check(name="terminal", ok=True, says="none: answers come as plain text")
    width, height = shutil.get_terminal_size()
    coding = (sys.stdout.encoding or locale.getpreferredencoding(False)).lower()
    colour = (
        "no colour asked for" if os.environ.get("NO_COLOR") else os.environ.get("COLORTERM") or "few colours"
    )
    fits, letters = width >= WIDTH and height >= HEIGHT, coding.replace("-", "") == "utf8"
    asks = "" if fits else f"; the screens want {WIDTH}×{HEIGHT}"
    asks += "" if letters else "; letters outside ASCII may be lost, use UTF-8"
    return Check(name="terminal", ok=fits and letters, says=f"{width}×{height}, {coding}, {colour}{asks}")


def _fonts() -> Check:
    there = importlib.util.find_spec("reportlab") is not None
    return Check(name="paper", ok=there, says="PDFs can be made" if there else "reportlab is not installed")
