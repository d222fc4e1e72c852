"""The cause-list check: what a court lists for a day beside what the office has for it.

A list comes as pasted text, a table or a PDF's text; every court prints its own. So lines are searched,
not parsed: a line is ours if it holds one of our CNRs, a matter's number with its year under a court that
fits, or two of an accused's names. `check` answers and writes nothing; `accept` lists one matter on the
list's day, once a person has said so.

FOUND: ours, listed for that day. DIFFERENT DATE: on the list, but we have another day. NOT LISTED: we have
it for that day, and the list doesn't. NOT OURS?: a line whose number is one of ours in another court, or
whose only tie is a name; somebody has to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from tracker.services import calendar, moving, neutral
from tracker.services.firewall import words_in
from tracker.services.office import Office, Refused
from tracker.services.views import CalendarRow
from tracker.store import listing

LARGEST = 20_000_000
NEAR = timedelta(days=120)
"""So far from the day asked for a listing of ours is called "another day"."""
_CNR = re.compile(r"[A-Z]{4}\s*\d{2}\s*-?\s*\d{6}\s*-?\s*\d{4}")
_NUMBER = re.compile(r"(\d{1,7})\s*(?:/|of)\s*((?:19|20)\d{2})")

FOUND, DIFFERENT, MISSING, DOUBTFUL = "FOUND", "DIFFERENT DATE", "NOT LISTED", "NOT OURS?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One answer: a matter of ours with what the list says of it. `line` is the list's line, from 1."""

    status: str
    ref: str
    court: str | None
    on: date | None
    """The day that the office has."""
    line: int | None
    by: str
    """What tied the two: `CNR`, `number`, `party`, or nothing."""
    item: str = ""
    """The serial number that the list gives it."""
    proceeding: str | None = None

    def moves(self, day: date) -> bool:
        """Say whether accepting it lists the matter on the list's day: what is there already stays."""
        return self.status in (DIFFERENT, DOUBTFUL) and self.on != day


def read(content: bytes) -> str:
    """Return the text of a list. Raises Refused: too large, or nothing that can be read."""
    if len(content) > LARGEST:
        raise Refused("The list is too large to be one day's.")
    if not content.startswith(b"%PDF"):
        return content.decode("utf-8-sig", "replace")
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    except (PyPdfError, ValueError, KeyError) as error:
        raise Refused(f"The list can't be read as a PDF ({type(error).__name__})") from error
    if not text.strip():
        raise Refused("The list holds pictures and no text: paste it as text instead")
    return text


def load(path: Path) -> str:
    """Return the text of a list's file. Raises Refused: it can't be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(f"The list can't be read: {error.strerror}.") from None  # its path may hold a name
    return read(content)


def check(
    office: Office, text: str, on: date, *, today: date, court: str | None = None, advocate: str | None = None
) -> tuple[Checked, ...]:
    """Return what a day's list says of our matters, in its order; those that it lacks come last."""
    rows = calendar.between(office, on - NEAR, on + NEAR, today=today, court=court, advocate=advocate)
    hearings = [row for row in rows if row.kind == "hearing"]
    with office.reading() as session:
        cases = {
            ref: number for ref, (number, _) in listing.cases_of(session, {r.ref for r in hearings}).items()
        }
        cnrs = listing.cnrs(session, cases.values())
        people = listing.parties(session, cases.values())
    ours = _Ours(hearings, on, cases, cnrs, people)
    found: list[Checked] = []
    seen: set[tuple[str, str | None]] = set()
    for number, line in enumerate(text.splitlines(), 1):
        for row, by in ours.tied(line):
            if (row.ref, row.proceeding) in seen:
                continue
            seen.add((row.ref, row.proceeding))
            sure = by in ("CNR", "number")
            status = (FOUND if row.on == on else DIFFERENT) if sure else DOUBTFUL
            found.append(_checked(status, row, number, by, _item(line)))
    lacking = [row for row in hearings if row.on == on and (row.ref, row.proceeding) not in seen]
    return (*found, *(_checked(MISSING, row, None, "", "") for row in lacking))


def _checked(status: str, row: CalendarRow, line: int | None, by: str, item: str) -> Checked:
    return Checked(
        status=status,
        ref=row.ref,
        court=row.court,
        on=row.on,
        line=line,
        by=by,
        item=item,
        proceeding=row.proceeding,
    )


def accept(office: Office, one: Checked, day: date, today: date) -> moving.Done:
    """List a matter on the day of the court's list, as a person accepted it.

    Our date moves there if it is still to come; one that was heard, or has passed, stays and the day is
    listed beside it. Raises Refused, with nothing written: there is nothing to change.
    """
    if not one.moves(day) or one.on is None:
        raise Refused(f"{one.ref}: {one.status}, so there is nothing to change")
    if one.on < today:
        return moving.add(office, one.ref, on=day, proceeding=one.proceeding)
    try:
        return moving.move(office, one.ref, on=one.on, to=day, today=today, proceeding=one.proceeding)
    except moving.Heard:
        return moving.add(office, one.ref, on=day, proceeding=one.proceeding)


def _item(line: str) -> str:
    found = re.match(r"\s*(\d{1,4})[\s.,;)|]", line)
    return found[1] if found else ""


class _Ours:
    """Our matters around the day, by what a list may call them."""

    def __init__(
        self,
        hearings: Sequence[CalendarRow],
        on: date,
        cases: dict[str, int],
        cnrs: dict[tuple[int, str], str],
        people: dict[int, list[tuple[str, str | None, bool | None, str | None]]],
    ) -> None:
        self._by_cnr: dict[str, CalendarRow] = {}
        self._by_number: dict[str, list[CalendarRow]] = {}
        self._by_party: dict[frozenset[str], CalendarRow] = {}
        for row in sorted(hearings, key=lambda one: abs((one.on - on).days), reverse=True):
            number = cases[row.ref]
            cnr = cnrs.get((number, row.proceeding or ""))
            if cnr:
                self._by_cnr[cnr] = row
            matter = neutral.matter(row.number)
            if matter:
                there = [one for one in self._by_number.get(matter, []) if one.ref != row.ref]
                self._by_number[matter] = [*there, row]
            for _, name, child, relative_of in people.get(number, []):
                words = frozenset(words_in(name or ""))
                if len(words) > 1 and not (child or relative_of):
                    self._by_party[words] = row

    def tied(self, line: str) -> Iterable[tuple[CalendarRow, str]]:
        """Yield each matter that a line holds, with what ties it: the surest tie alone."""
        for said in _CNR.findall(line):
            row = self._by_cnr.get(re.sub(r"[\s-]", "", said))
            if row:
                yield row, "CNR"
                return
        for number, year in _NUMBER.findall(line):
            rows = self._by_number.get(f"{int(number)}/{year}", [])
            if rows:
                yield rows[0], "number" if len(rows) == 1 else "number of several"
                return
        words = set(words_in(line))
        for names, row in self._by_party.items():
            if names <= words:
                yield row, "party"
