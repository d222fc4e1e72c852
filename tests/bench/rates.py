"""The rates of an office by Act, beside DuckDB on the same file: from the facts, and from the kept courses.

DuckDB comes with `pip install '.[bench]'`; without it only our own times are printed. It answers one count
of cases by Act and outcome; ours is the whole answer: both balances, rates, intervals, medians, incidence.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from math import inf
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import make_url

from tests.bench.timing import process, say, turns
from tracker import samples
from tracker.services import annual, docket, ratesjson, reports
from tracker.services.office import Office, open_office
from tracker.services.reports import Question

TODAY = samples.SAMPLE_TODAY
OUTCOMES = ", ".join(
    f"count(DISTINCT id) FILTER (WHERE outcome = '{word}')"
    for word in ("convicted", "acquitted", "discharged")
)
FACTS = f"""
    SELECT split_part(c.provision, '-', 1), count(DISTINCT id), {OUTCOMES}
    FROM o.prosecution p LEFT JOIN o.charge c ON c.prosecution_id = p.id GROUP BY 1
"""
KEPT = f"""
    SELECT act, count(DISTINCT id), {OUTCOMES} FROM (
        SELECT unnest(string_split(acts, ' ')) AS act, prosecution_id AS id, result AS outcome FROM o.course
    ) GROUP BY act
"""


LARGE, SMALL = 1_000_000, 20_000
"""Cases from which on DuckDB is to be outrun, and up to which a command costs two starts at most."""
SINCE = {"by": "act", "principal": True, "first": date(2022, 1, 1)}


def measure(url: str) -> None:
    """Print how long the rates of an office take. `url`: an office of SQLite."""
    with open_office(url) as office:
        cases = docket.count(office, "", TODAY)
        bar = 1.0 if cases >= LARGE else inf
        by_act = _asked(office, by="act")
        if find_spec("duckdb") and find_spec("duckdb_extensions"):
            duck = _duck(make_url(url).database or "")
            for what, sql in (("the facts", FACTS), ("the kept courses", KEPT)):
                ours, theirs = turns(by_act, lambda sql=sql: duck(sql), 5)  # type: ignore[misc]
                say("rates --by act, the whole answer", ours, theirs, bar, f"DuckDB, one count from {what}")
        else:
            print("DuckDB isn't there: pip install '.[bench]'")
        for what, run in (
            ("rates --by act", by_act),
            ("rates --by act --from 2022 --offence principal", _asked(office, **SINCE)),
            ("rates --by year", _asked(office, by="year")),
            ("rates --by act --unit accused", _asked(office, by="act", unit="accused")),
            ("the whole summary", lambda: annual.summary(office, Question(as_of=TODAY))),
        ):
            print(f"{what:<44} {_median(run) * 1e3:9.0f} ms")
    command = ["-m", "tracker", "--db", url, "--today", str(TODAY)]
    start = process([*command, "list", "--limit", "1"])
    for what in ("rates --by act", "rates --by act --json"):
        ours, beside = turns(process([*command, *what.split()]), start, 5)
        bar = 2.0 if cases <= SMALL else inf
        say(f"tracker {what}, whole process", ours, beside, bar, "tracker list --limit 1")


def _asked(office: Office, **keys: Any) -> Callable[[], object]:
    question = Question(as_of=TODAY, with_refs=False, **keys)
    return lambda: ratesjson.document(reports.rates(office, question))


def _median(run: Callable[[], object]) -> float:
    run()
    took = []
    for _ in range(3):
        started = perf_counter()
        run()
        took.append(perf_counter() - started)
    return median(took)


def _duck(path: str) -> Callable[[str], object]:
    connection = import_module("duckdb").connect()
    import_module("duckdb_extensions").import_extension("sqlite_scanner", con=connection)
    connection.execute(f"ATTACH '{path}' AS o (TYPE sqlite, READ_ONLY)")
    return lambda sql: connection.execute(sql).fetchall()
