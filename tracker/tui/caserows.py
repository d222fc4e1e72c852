"""The rows of the tabs of a case: cells, with a why for the panel below. Its records' are `recordpanes`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.tui import recordpanes, wording
from tracker.tui.panerow import Row, plain
from tracker.tui.wording import day

if TYPE_CHECKING:
    from tracker.services.history import Change
    from tracker.services.views import CaseView, DueRow

TITLES: dict[str, str] = {}
"""Provision to its heading, filled as they are asked for."""
_FIRST = ("open", "missed", "blocked", "met_late", "met", "ended")


def rows(pane: str, view: CaseView, today: date) -> list[Row]:
    """Return the rows of a pane; the history is read apart (`changes`)."""
    if pane in _RECORDS:
        return _RECORDS[pane](view, today)
    return _READERS[pane](view) if pane in _READERS else []


def changes(found: Iterable[Change]) -> list[Row]:
    """Return the rows of the history: when, who, what, and before and after in the panel below."""
    rows_ = []
    for one in found:
        said = " · ".join(one.lines)
        doubt = f"\nDoubt: {one.doubt}" if one.doubt else ""
        cells = (wording.hour(one.at), one.who, one.what, said)
        rows_.append(Row(cells, "\n".join(one.lines or ("No coded field changed.",)) + doubt))
    return rows_


def _clock_key(row: DueRow) -> tuple[int, int]:
    last = (row.due_on or row.not_before or date.max).toordinal()
    place = _FIRST.index(row.status) if row.status in _FIRST else len(_FIRST)
    return place, last if row.status == "open" else -last


def _clocks(view: CaseView) -> list[Row]:
    found = []
    for row in sorted(view.due, key=_clock_key):
        cells = (
            wording.plain(row.status).upper(),
            _last_day(row),
            wording.left(row.days_left) if row.status in ("open", "missed") else "",
            row.who,
            row.says,
            row.cite,
        )
        found.append(Row(cells, why(row), row.status))
    return found


def why(row: DueRow) -> str:
    """Return a clock's why, with the code that governs it and how strict its rule is."""
    return f"{row.why}\nGoverned by: {row.code}. Nature of the rule: {wording.plain(row.nature)}."


def _last_day(row: DueRow) -> str:
    if row.due_at:
        at, _, hour = row.due_at.partition("T")
        return f"{day(date.fromisoformat(at))} {hour[:5]}"
    if row.not_before and not row.due_on:
        return f"from {day(row.not_before)}"
    return day(row.due_on)


def _flags(view: CaseView) -> list[Row]:
    found = []
    for n, row in enumerate(view.flags):
        since = (day(row.since), wording.number(row.days))
        said = wording.handled(row.handled)
        bad, clears = (str(row.handled["does"]).upper(), said) if row.handled else (row.severity.upper(), "")
        cells = (bad, wording.flag(row.kind), row.who, *since, clears or row.clear_by)
        why = f"{row.why}\n{row.cite}. Clears: {row.clear_by}"
        word = "" if said else row.severity
        found.append(Row(cells, f"{said}\n{why}" if said else why, word, list_="flags", n=n))
    return found


def _people(view: CaseView) -> list[Row]:
    found = []
    for n, one in enumerate(view.accused, 1):
        about = ", ".join(str(one[key]) for key in ("name", "sex", "age", "role") if one.get(key) is not None)
        state = [_since(one, key) for key in ("custody", "trial") if one.get(key)]
        cells = (one["label"], "accused", about, "; ".join(state))
        found.append(Row(cells, plain(one), list_="accused", n=n))
    for n, one in enumerate(view.victims, 1):
        cells = (one["code"], "victim", str(one.get("sex") or "–"), _age(one.get("age")))
        found.append(Row(cells, plain(one), list_="victims", n=n))
    return found + recordpanes.people(view)


def _since(one: dict[str, Any], key: str) -> str:
    since = f" since {day(one[f'{key}_since'])}" if one.get(f"{key}_since") else ""
    return f"{wording.plain(str(one[key]))}{since}"


def _age(age: dict[str, Any] | None) -> str:
    if not age:
        return "age not recorded"
    low, high = age.get("years_low"), age.get("years_high")
    years = str(age["years"]) if age.get("years") is not None else f"{low}–{high}" if low or high else ""
    basis = wording.plain(age["basis"]) if age.get("basis") else ""
    return ", ".join(part for part in (f"age {age['status']}", years, basis) if part)


def _charges(view: CaseView) -> list[Row]:
    found = []
    for n, one in enumerate(view.charges, 1):
        provision = one.get("provision")
        title = TITLES.get(provision, "") if provision else "outside the catalogue"
        whose = (one.get("accused") or "all", one.get("victim") or "all")
        cells = (provision or "other", *whose, one.get("as_written") or "", title)
        told = f"{title}\n{plain(one)}" if title else plain(one)
        found.append(Row(cells, told, list_="charges", n=n))
    for n, one in enumerate(view.proceedings, 1):
        what = wording.plain(one.get("kind"))
        said = [what, one.get("court"), one.get("number"), f"CNR {one['cnr']}" if one.get("cnr") else ""]
        cells = (one["key"], "", "", "", ", ".join(str(part) for part in said if part))
        found.append(Row(cells, plain(one), "met", list_="proceedings", n=n))
    return found


def _hearings(view: CaseView) -> list[Row]:
    found = []
    for one in sorted(view.hearings, key=lambda h: h["on"], reverse=True):
        by = f" ({wording.plain(one['asked_by'])})" if one.get("asked_by") else ""
        happened = f"{wording.plain(one['outcome'])}{by}" if one.get("outcome") else "–"
        what = (wording.plain(one.get("purpose")), happened)
        next_ = (day(one.get("next_on")), one.get("advocate") or "–")
        why_ = (wording.plain(one["reason"]) if one.get("reason") else "", one.get("note") or "")
        cells = (wording.weekday(one["on"]), *what, *next_, *why_)
        found.append(Row(cells, plain(one), list_="hearings", n=view.hearings.index(one)))
    return found


def _journal(view: CaseView) -> list[Row]:
    found = []
    for one in reversed(view.events):
        who = one.get("accused") or one.get("victim") or ", ".join(one.get("victims") or ())
        gone = one.get("corrected_by")
        label = wording.event(one["kind"])
        label = f"{label} (corrected)" if gone else label
        cells = (day(one["on"]), str(one["id"]), label, who, one.get("note") or "")
        found.append(Row(cells, plain(one), "ended" if gone else "", list_="events", n=one["id"]))
    return found


_READERS: dict[str, Callable[[CaseView], list[Row]]] = {
    "clocks": _clocks,
    "flags": _flags,
    "people": _people,
    "charges": _charges,
    "hearings": _hearings,
    "journal": _journal,
}
_RECORDS: dict[str, Callable[[CaseView, date], list[Row]]] = {
    "witnesses": recordpanes.witnesses,
    "papers": recordpanes.papers,
    "notes": recordpanes.notes,
    "links": recordpanes.links,
}
