"""Office: the open database and who is at the desk, given to every service.

`Refused` is the one way in which a service says no: nothing was written, and each fault is one
clear line for a person, which never holds a value that may identify a victim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from tracker.services import audit, permissions
from tracker.store import database
from tracker.store.tables import Setting

if TYPE_CHECKING:
    from tracker.domain.shapes import Law


Now = Callable[[], datetime | None]
"""The clock, in UTC; None where nobody gave one."""


class Refused(Exception):
    """The program changed nothing; `faults` says why, one line each."""

    def __init__(self, *faults: str) -> None:
        """Keep the faults as they will be printed."""
        super().__init__("\n".join(faults))
        self.faults = faults


class Office:
    """An open office; safe to use from several threads, a session for each."""

    def __init__(
        self, engine: Engine, user: str = "unknown", now: Now | None = None, *, itself: bool = False
    ) -> None:
        """Hold the engine, the person and the clock of the audit; `open_office` makes one."""
        self.engine = engine
        self._writing = database.for_writing(engine)
        self.user = user
        self.now = now or _no_clock
        self._itself = itself
        self._narrow: Engine | None = None
        self._closed = False
        self._law: Law | None = None
        self._role: str | None = ""

    @contextmanager
    def transaction(self, action: str = "write", what: str = "") -> Iterator[Session]:
        """Give a session that writes; all of it is kept at the end, or nothing.

        It leaves one row in the audit: `action` and `what`, or what the service says later
        (`audit.of(session).says`), and the seals of the cases it changed.

        Raises Refused where the database says no: locked, read-only, full, or a fact it never takes.
        """
        self._open()
        with _refusing(), Session(self._writing, expire_on_commit=False) as session, session.begin():
            session.connection()  # takes the write lock now, before anything is read
            ledger = audit.begin(session, self.user, self.now(), action, what)
            yield session
            session.flush()
            self._allow(session, ledger)
            ledger.close()

    @property
    def role(self) -> str | None:
        """The role of the person at the desk; while an office has named nobody, administrator.

        What is read or written asks for it again, so that a role taken away ends with the next answer.
        """
        if self._role == "":
            with self.reading(whole=True) as session:
                self._role = _role(session, self.user)
        return self._role

    def role_anew(self) -> str | None:
        """Return the role as it is on file now; if another than before, what is read goes by it."""
        with self.reading(whole=True) as session:
            now = _role(session, self.user)
        if now != self._role:
            self.forget_role()
            self._role = now
        return now

    def forget_role(self) -> None:
        """Read the roles anew when next asked, for they have changed."""
        self._role = ""
        if self._narrow is not None:
            self._narrow.dispose()
            self._narrow = None

    @property
    def sees(self) -> str | None:
        """What the person at the desk sees (`permissions.SEES`); None: nothing."""
        return permissions.ANY if self._itself else permissions.SEES.get(self.role or "")

    def require(self, action: str) -> None:
        """Refuse what only reads where the role may not do it for the whole office."""
        if not self._itself and permissions.allowed(self.role_anew(), action) != permissions.ANY:
            raise Refused(f"{self._called} may not do this ({action}): it looks through the whole office.")

    @property
    def _called(self) -> str:
        return f"A person of the role {self.role}" if self.role else "A person without a role"

    def _allow(self, session: Session, ledger: audit.Ledger) -> None:
        """Refuse what the role may not do: all that was written is taken back."""
        role = _role(session, ledger.who) if ledger.action != "roles" else self.role
        may = permissions.allowed(role, ledger.action)
        if may is None:
            raise Refused(
                f"{role or 'A person without a role'} may not do this ({ledger.action}); nothing was done."
            )
        if may == permissions.OWN and not ledger.only_of(ledger.who, permissions.GIVEN_OUT):
            raise Refused(
                f"{role} may do this ({ledger.action}) in their own matters only; nothing was done."
            )

    def log(
        self, action: str, what: str, ref: str | None = None, *, numbers: Iterable[int] = (), **after: Any
    ) -> None:
        """Write down what was read, exported or printed, before it is given out. Raises Refused.

        `numbers` are the cases it is about, for a role that may do so with its own only.
        """
        with self.transaction() as session:
            audit.of(session).says(action, what, ref, **after)
            audit.of(session).about(numbers)

    def _open(self) -> Engine:
        if self._closed:
            raise Refused("The office is closed.")
        return self.engine

    @contextmanager
    def aside(self) -> Iterator[Session]:
        """Give a session that writes what is no fact, such as a draft: it leaves no row in the audit."""
        self._seen()  # who has no role here writes nothing
        with _refusing(), Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self, *, whole: bool = False) -> Iterator[Session]:
        """Give a session that sees one state of the office from its first read to its end.

        It sees what the person at the desk may see; with `whole` everything, for what the program
        itself must look at and shows to nobody. Raises Refused: the person has no role here.
        """
        engine = self._open() if whole else self._seen()
        with _refusing(), Session(engine, expire_on_commit=False) as session:
            session.info["narrow"] = engine is not self.engine
            if whole or self._itself or _role(session, self.user) == self._role:
                yield session
                return
        self.forget_role()  # somebody changed it meanwhile: it is asked again, by what is seen now
        with self.reading() as session:
            yield session

    def _seen(self) -> Engine:
        sees = self.sees or (self.role_anew() and self.sees)
        if sees == permissions.ANY:
            return self._open()
        if sees is None:
            from tracker.domain import texts

            who = texts.shown(self.user, key=True)
            raise Refused(f"{who} has no role in this office: an administrator gives one.")
        self._open()
        if self._narrow is None:
            from tracker.store import sight  # only an office with roles needs it

            self._narrow = database.beside(
                self.engine, lambda schema, held: sight.views(self.user, sees, schema, held=held)
            )
        return self._narrow

    def law(self) -> Law:
        """Return the law rows with this office's closed days and stall thresholds; read once."""
        if self._law is None:
            with self.reading() as session:
                self._law = law_of_session(session)
        return self._law

    def forget_law(self) -> None:
        """Read the closed days and thresholds anew when next asked, for they have changed."""
        self._law = None

    def setting(self, key: str) -> str | None:
        """Return what the office has set under the key."""
        with self.reading() as session:
            found = session.get(Setting, key)
            return found.value if found else None

    def set(self, key: str, value: str) -> None:
        """Set what is true of the whole office, or of the desk of the person at it, in a transaction."""
        own = key.startswith(f"desk:{self.user}:")
        with self.transaction("desk" if own else "setting", key) as session:
            session.merge(Setting(key=key, value=value))

    def close(self) -> None:
        """Let go of the database; what is asked afterwards is refused, and opens nothing again."""
        self._closed = True
        self.forget_role()
        self.engine.dispose()

    def __enter__(self) -> Office:
        """Use the office until the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the office."""
        self.close()


def open_office(
    url: str,
    *,
    create: bool = False,
    user: str = "unknown",
    now: Now | None = None,
    secret: database.Secret | None = None,
    itself: bool = False,
) -> Office:
    """Open the office at a database URL; with `create`, make it where there is none. Raises Refused.

    `now` is the clock that the audit goes by, in UTC; `secret` is asked for the key of an encrypted file.
    `itself`: the program looks at a copy for nobody, whatever roles are named in it.
    """
    try:
        office = Office(database.open_database(url, secret, create=create), user, now, itself=itself)
    except database.Trouble as trouble:
        raise Refused(str(trouble)) from trouble
    try:
        office.role  # noqa: B018 (asked now, so that what can't be read shows when it is opened)
    except Refused:
        office.close()
        raise
    return office


def _role(session: Session, who: str) -> str | None:
    people = dict(database.read_rows(session.connection(), "SELECT name, role FROM person"))
    return people.get(who) if people else "administrator"


def _no_clock() -> None:
    return None


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise Refused(database.explain(error)) from error
    except database.Trouble as trouble:
        raise Refused(str(trouble)) from trouble


def law_of_session(session: Session) -> Law:
    """Return the law rows with what this office has on file: closed days, thresholds, rows of its own."""
    from tracker.domain.flag_words import SET
    from tracker.domain.law import law_of
    from tracker.domain.shapes import Measured
    from tracker.store import law_queries

    holidays = frozenset(law_queries.holidays(session))
    law = law_of(closed_on(holidays))
    own = {rule.id: rule for rule in law_queries.rules(session)}
    thresholds = {
        key: replace(row, days=own[key].days, breach_days=own[key].breach_days, source=SET)
        if key in own
        else row
        for key, row in law.thresholds.items()
    }
    measured = {
        (row.id, row.court): Measured(days=row.days, ended=row.ended, open=row.open, on=row.on)
        for row in law_queries.measures(session)
        if row.id not in own
    }
    if law_queries.has_rows_of_its_own(session):
        from tracker.services import lawpack  # only an office with rows of its own needs it

        law = lawpack.of_session(session, law)
    law = replace(law, thresholds=thresholds, measured=measured)
    vacations: dict[str, set[date]] = {}
    for court, on in law_queries.vacations(session):
        vacations.setdefault(court, set()).add(on)
    at = {court: closed_on(holidays | days) for court, days in vacations.items()}
    return replace(law, closed_at=at) if at else law


def closed_on(holidays: frozenset[date]) -> Callable[[date], bool]:
    """Return what says whether courts are closed on a day: Sundays, and the days the office listed."""
    return lambda day: day.weekday() == 6 or day in holidays
