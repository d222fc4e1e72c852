"""The summary's word on the record itself: what can't be right (T0), and what is filled in (T12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from tracker.domain.words import FlagKind
from tracker.services.tableau import Table, share
from tracker.store import annual_queries, soundness_queries
from tracker.store.matching import Where

Span = tuple[date, date]
"""A first and a last day, both included."""
NAMED = 6
CHECKS = {
    "result_before_fir": "decided before the FIR",
    "sheet_before_fir": "charge sheet before the FIR",
    "result_before_trial": "decided before it was sent for trial",
    "final_before_result": "decided on appeal before the trial court decided",
    "after_today": "FIR dated after the day of the report",
}
LATE = 7
"""Days after which a line counts as recorded late."""


def impossible(session: Session, where: Sequence[Where], as_of: date) -> Table:
    """Return T0: values that can't be right, to be mended before the tables are believed."""
    rows = []
    for name, (n, refs) in soundness_queries.impossible(session, where, as_of, NAMED).items():
        more = f" and {n - len(refs)} more" if n > len(refs) else ""
        label = CHECKS.get(name) or FlagKind(name).label
        rows.append((label, str(n), ", ".join(refs) + more))
    return Table(
        "T0",
        "Values that can't be right",
        "Looked for before anything is counted; what is found is counted all the same, as it is on file.",
        ("", "cases", "which"),
        tuple(rows),
    )


def completeness(session: Session, where: Sequence[Where], days: Span, as_of: date) -> Table:
    """Return T12: field by field, how much is filled in; late entries and corrections."""
    fields = [
        *annual_queries.filled(session, where),
        ("outcome of a hearing day that has passed", *annual_queries.past_hearings(session, where, as_of)),
    ]
    rows = [(name, str(n), str(whole), share(n, whole)) for name, n, whole in fields]
    whole, dated, late, corrections = annual_queries.recording(session, where, *days)
    rows += [
        ("lines of the journal with their day of recording", str(dated), str(whole), share(dated, whole)),
        (f"  recorded more than {LATE} days later", str(late), str(dated), share(late, dated)),
        ("lines that correct an earlier one", str(corrections), str(whole), share(corrections, whole)),
    ]
    return Table(
        "T12",
        "Completeness of the record",
        "Filled in, of all that could be. Judge the tables above by this one.",
        ("field", "filled in", "of", "share"),
        tuple(rows),
    )


def by_lead(session: Session, where: Sequence[Where], as_of: date) -> Table:
    """Return T12b: the same for each advocate's matters, by name."""
    found = soundness_queries.by_lead(session, where, as_of)
    fields = list(dict.fromkeys(name for line in found.values() for name in line))
    rows = []
    for who in sorted(found, key=lambda name: (name is None, name or "")):
        line = found[who]
        cells = [_of(*line[name]) if name in line else "–" for name in fields]
        rows.append((who or "nobody in the lead", *cells))
    return Table(
        "T12b",
        "Completeness by advocate",
        "Filled in, of what the matters of each could hold; by name. It says where entries are wanting, not "
        "who works well: a register brought in by another hand has gaps too.",
        ("lead", *fields),
        tuple(rows),
    )


def _of(n: int, whole: int) -> str:
    return f"{n} of {whole}" if whole else "–"
