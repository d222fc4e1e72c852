"""An office of any size: its first pages beside the same SQL by hand, one case, a hearing recorded."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from sqlalchemy import text

from tests.bench import bare
from tests.bench.timing import memory, say, turns, within
from tracker import samples
from tracker.services import agenda, casework, clocks, docket, flags, fresh, hearings
from tracker.services.office import Office, open_office
from tracker.store.database import file_of

TODAY = samples.SAMPLE_TODAY
FIRST = 50
"""Rows of a first page."""
LONGER = ("docket of one Act", "flags, how many of each kind", "due, every clock, first page")
"""What sweeps much of the office whoever asks; only the ratio says something of us."""


def measure(url: str) -> None:
    """Print how an office is read and written. `url`: an office of SQLite, in which hearings are recorded."""
    with open_office(url) as office:
        _reads(office)
        _one_case(office)
        _writes(office)


def _reads(office: Office) -> None:
    lead = docket.leads(office)[0]
    mine = f'lead:"{lead}"'
    act = "act:BLSA"
    last = TODAY + timedelta(days=13)
    pages: dict[str, Callable[[], object]] = {
        "docket, first page": lambda: docket.page(office, "", TODAY, limit=FIRST),
        "docket of one lead": lambda: docket.page(office, mine, TODAY, limit=FIRST),
        "docket by next hearing": lambda: docket.page(office, "", TODAY, limit=FIRST, order="next_hearing"),
        "docket of one Act": lambda: docket.page(office, act, TODAY, limit=FIRST),
        "flags, first page": lambda: flags.flags(office, "", TODAY, limit=FIRST),
        "flags of one lead": lambda: flags.flags(office, mine, TODAY, limit=FIRST),
        "flags, how many of each kind": lambda: flags.counts(office, "", TODAY),
        "due within a fortnight": lambda: clocks.due(office, TODAY, filter="due:<14d", limit=FIRST),
        "due of one lead, a fortnight": lambda: clocks.due(
            office, TODAY, filter=f"due:<14d {mine}", limit=FIRST
        ),
        "due, every clock, first page": lambda: clocks.due(office, TODAY, limit=FIRST),
        "an advocate's fortnight": lambda: agenda.between(office, TODAY, last, lead, today=TODAY),
    }
    connection = bare.connect(office)
    for what, call in pages.items():
        ours, by_hand = turns(call, bare.again(connection, bare.sent(office, call)), 15)
        say(what, ours, by_hand, 4.0, "the same SQL", within=None if what in LONGER else 0.010)
    _whys(office)


def _whys(office: Office) -> None:
    """Print what writing every word of a page of flags takes: a screen writes those that it shows."""
    law = office.law()
    ref = docket.page(office, "flag:default_bail", TODAY, limit=1).rows[0].ref
    with office.reading() as session:
        found = fresh.one(office, session, fresh.number_of(session, ref), TODAY)
    one = found.reckoning.flags[0]
    started = perf_counter()
    for _ in range(1000):
        row = flags.row(ref, one, law, TODAY)
        row.why, row.cite, row.clear_by  # noqa: B018 (they are written when read)
    each = (perf_counter() - started) / 1000
    print(f"{'the whys of a page, without any SQL':<44} {each * FIRST * 1e3:9.2f} ms")


def _one_case(office: Office) -> None:
    ref = docket.page(office, "flag:default_bail", TODAY, limit=1).rows[0].ref

    def call() -> object:
        return casework.show(office, ref, TODAY)

    ours, by_hand = turns(call, bare.again(bare.connect(office), bare.sent(office, call)), 21)
    own = ours - by_hand
    within("one case whole, our own time", own, 0.010)


_OPEN = """
    SELECT p.ref, min(h."on") FROM hearing h JOIN prosecution p ON p.id = h.prosecution_id
    WHERE h."on" BETWEEN :first AND :last AND h.outcome IS NULL GROUP BY p.id HAVING count(*) = 1 LIMIT 20
"""


def _writes(office: Office) -> None:
    """Print what recording a hearing costs beyond a commit; each call records another case's."""
    days = {"first": (TODAY - timedelta(days=60)).isoformat(), "last": TODAY.isoformat()}
    with office.reading() as session:
        waiting = list(session.connection().execute(text(_OPEN), days).all())
    times = min(15, len(waiting) - 1)
    if times < 1:
        print("a hearing recorded: no case of this office waits for an outcome")
        return

    def call() -> object:
        ref, on = waiting.pop()
        listed = date.fromisoformat(on)
        return hearings.record(
            office, ref, on=listed, outcome="held", today=TODAY, next_on=TODAY + timedelta(days=21)
        )

    file = file_of(office.engine.url)
    with tempfile.TemporaryDirectory(dir=file.parent if file else None) as beside:
        ours, by_hand = turns(call, bare.commit(Path(beside) / "bare.db"), times)
    within("a hearing recorded, beyond a bare commit", ours - by_hand, 0.005)
    print(f"{'most memory so far':<44} {memory():9.0f} MB")
