"""A paper that an advocate hands up or carries, written out: parts of sentences, points and tables.

Each paper is worked out by a service of its own and comes out as a `Written`, which the command line and
the screen show as text (`papertext`) and `pdf.papers` lays out. People are labels and codes in all of
them; what somebody typed freely (a note, a reason in words) is never repeated. What goes out of the
office is read back by the identity firewall first, and the audit says who printed what (`release`).

`seal` is the row of the audit in which the case's facts were last sealed, as `tracker audit verify --head`
takes it: a paper kept in a drawer can later be held against the chain, and the case against the paper.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlmodel import Session

from tracker.services import caseview, firewall, fresh, sheets
from tracker.services.fresh import Fresh
from tracker.services.office import Office
from tracker.services.testimony import sealed_at
from tracker.services.views import CaseView

OFFICE_COPY = "OFFICE COPY – do not leave the office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: each column's heading and share of the width; `strong` is the place of the bold one."""

    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]
    strong: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part under its heading: sentences, points, a table, and what is said below it."""

    heading: str
    says: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    grid: Grid | None = None
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A paper. `mark` stands at its top on every page, `printed` comes from who prints it."""

    kind: str
    title: str
    ref: str
    number: int
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    today: date
    by: str
    law: str
    seal: str
    mark: str = ""
    office_name: str = ""
    printed: str = ""
    sample: bool = False
    """Whether it is of a sample office; every page says so."""
    language: str = "en"
    plain: bool = False
    """Whether it is for somebody outside the office: then without ref, seal and rows of law."""

    def content_mark(self) -> str:
        """Return eight letters that change when what the paper says changes; for comparing two papers."""
        said = repr((self.kind, self.title, self.ref, self.about, self.parts))
        return hashlib.sha256(said.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A case read for a paper: as it stood on the day, as a reader sees it, and what the foot needs."""

    found: Fresh
    view: CaseView
    by: str
    law: str
    seal: str
    office_name: str = field(default="")
    sample: bool = False


def read(office: Office, ref: str, today: date) -> Read:
    """Return a case for a paper. Raises Refused naming refs that come close."""
    law = office.law()
    with office.reading() as session:
        number = fresh.number_of(session, ref)
        found = fresh.one(office, session, number, today)
        seal = _seal(session, number)
    newest = max((row.from_ for row in law.limits if row.from_), default=None)
    since = f", newest rule of {newest:%d-%m-%Y}" if newest else ""
    return Read(
        found=found,
        view=caseview.of(found, law, today),
        by=office.user,
        law=f"{sheets.law_mark(law)}{since}",
        seal=seal,
        office_name=office.setting("name") or "",
        sample=office.setting("sample") is not None,
    )


def write(
    of: Read,
    kind: str,
    title: str,
    today: date,
    parts: tuple[Part, ...],
    *,
    about: tuple[str, ...] = (),
    mark: str = "",
    language: str = "en",
    plain: bool = False,
) -> Written:
    """Return the paper of a case that was read."""
    return Written(
        kind=kind,
        title=title,
        ref=of.view.ref,
        number=of.found.number,
        about=about,
        parts=parts,
        today=today,
        by=of.by,
        law=of.law,
        seal=of.seal,
        mark=mark,
        office_name="" if plain else of.office_name,
        sample=of.sample,
        language=language,
        plain=plain,
    )


def release(office: Office, paper: Written, path: Path, content: bytes, said: tuple[str, ...]) -> None:
    """Write a printed paper to a file, once nothing in it tells a victim's name. Raises Refused.

    `content` and `said` are what `pdf.papers.render` made of it. The audit says who printed it.
    """
    firewall.inspect(office, path.name, content, said)
    what = f"{paper.kind}, mark {paper.content_mark()}"
    office.log("print", what, paper.ref, numbers=(paper.number,))
    firewall.write_bytes(path, content)


def _seal(session: Session, number: int) -> str:
    return sealed_at(session.connection(), number) or "none yet"
