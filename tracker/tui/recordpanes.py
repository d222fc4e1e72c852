"""Rows of the tabs of a case that show its records: witnesses, papers, notes, links, its people over time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.domain import record_words as words
from tracker.domain.word import Word
from tracker.domain.words import LinkKind
from tracker.tui import wording
from tracker.tui.panerow import Row, plain
from tracker.tui.wording import day

if TYPE_CHECKING:
    from tracker.services.links import Tie
    from tracker.services.views import CaseView

Line = dict[str, Any]
COLUMNS: dict[str, tuple[tuple[str, int, int, bool, int], ...]] = {
    "witnesses": (
        ("Who", 5, 0, False, 0),
        ("What", 24, 1, False, 0),
        ("Stands", 15, 0, False, 0),
        ("For", 10, 0, False, 0),
        ("Days and result", 20, 1, False, 0),
    ),
    "papers": (
        ("What", 18, 0, False, 0),
        ("Title", 24, 1, False, 0),
        ("Day", 10, 0, False, 0),
        ("Stands", 22, 0, False, 0),
    ),
    "notes": (
        ("Day", 10, 0, False, 0),
        ("By", 8, 0, False, 0),
        ("Text", 30, 1, False, 0),
        ("Answer", 20, 0, False, 0),
    ),
    "links": (
        ("Case", 14, 0, False, 0),
        ("How", 15, 0, False, 0),
        ("Through", 20, 0, False, 0),
        ("Said by", 14, 1, False, 0),
        ("Sure", 8, 0, False, 0),
    ),
}
LISTS = {"witnesses": "witnesses", "papers": "documents", "notes": "notes", "links": "links"}
"""Pane to the list that a new line there is added to first."""


def witnesses(view: CaseView, today: date) -> list[Row]:
    """Return each witness in order of hearing, its summonses and warrants below it, then notices given."""
    processes = view.records.get("processes", ())
    found = []
    order = sorted(
        view.records.get("witnesses", ()), key=lambda one: (one.get("place_in_order", 999), one["n"])
    )
    for one in order:
        who = one.get("victim") or one.get("name") or ""
        what = ", ".join(part for part in (_label(words.WitnessKind, one.get("kind")), who) if part)
        state = _label(words.WitnessStatus, one.get("status"))
        cells = (one["label"], what, state, day(one.get("for_on")), one.get("note") or "")
        found.append(_row("witnesses", one, cells, _WITNESS.get(str(one.get("status")), "")))
        found += [_process(line, today) for line in processes if line.get("witness") == one["label"]]
    known = {one["label"] for one in order}
    found += [_process(line, today) for line in processes if line.get("witness") not in known]
    return found


_WITNESS = {"untraceable": "breach", "hostile": "urgent", "done": "ended", "dropped": "ended"}


def _process(one: Line, today: date) -> Row:
    kind = _label(words.ProcessKind, one["kind"])
    last = one.get("served_on") or one.get("returned_on")
    issued = one.get("issued_on")
    days = f", {(last or today).toordinal() - issued.toordinal()} d" if issued else ""
    came = one.get("result")
    stands = _label(words.ProcessResult, came) or ("returned" if one.get("returned_on") else "out")
    told = f"issued {day(issued)}{days}" if issued else ""
    told += f", {one['station']}" if one.get("station") else ""
    cells = (one.get("accused") or "", f"  └ {kind}", stands, day(one.get("for_on")), told)
    bad = came in ("not_found", "not_executed", "refused") or (
        came is None and _past(one.get("for_on"), today)
    )
    return _row("processes", one, cells, "urgent" if bad else "ended" if came else "")


def _past(on: date | None, today: date) -> bool:
    return on is not None and on < today


def papers(view: CaseView, today: date) -> list[Row]:
    """Return papers, exhibits and reports awaited, and certified copies as the journal has them."""
    found = []
    for one in view.records.get("documents", ()):
        kept = "file, with hash" if one.get("sha256") else "file" if one.get("path") else "on paper"
        stands = ", ".join(part for part in (one.get("exhibit"), kept) if part)
        cells = (_label(words.DocumentKind, one["kind"]), one.get("title") or "–", day(one.get("on")), stands)
        found.append(_row("documents", one, cells))
    for one in view.records.get("exhibits", ()):
        kind = _label(words.ExhibitKind, one.get("kind"))
        title = ", ".join(part for part in (kind, one.get("sent_to") or one.get("note")) if part)
        cells = (f"{one['label']} exhibit", title, day(one.get("sent_on")), _awaited(one, today))
        late = not one.get("received_on") and _past(one.get("due_on"), today)
        found.append(_row("exhibits", one, cells, "urgent" if late else ""))
    for event in view.events:
        if str(event["kind"]).startswith("copy_") and not event.get("corrected_by"):
            cells = (
                "certified copy",
                wording.event(event["kind"]),
                day(event["on"]),
                event.get("note") or "",
            )
            found.append(Row(cells, plain(event), list_="events", n=event["id"]))
    return found


def _awaited(one: Line, today: date) -> str:
    if one.get("received_on"):
        return f"received {day(one['received_on'])}"
    if one.get("due_on"):
        return f"awaited, {wording.left((one['due_on'] - today).days)}"
    return one.get("exhibited_as") or ("awaited" if one.get("sent_on") else "–")


def notes(view: CaseView, today: date) -> list[Row]:
    """Return the notes, newest first; one that waits for an answer says for whose."""
    found = []
    for one in sorted(
        view.records.get("notes", ()), key=lambda one: (one.get("on") or date.min, one["n"]), reverse=True
    ):
        answer, bad = "", False
        if one.get("answered_on"):
            answer = f"answered {day(one['answered_on'])}"
        elif one.get("for"):
            bad = _past(one.get("answer_by"), today)
            answer = f"{one['for']}, by {day(one.get('answer_by'))}"
        text = " ".join(str(one["text"]).split())
        cells = (day(one.get("on")), one.get("by") or "–", text, answer)
        row = Row(cells, str(one["text"]), "urgent" if bad else "", list_="notes", n=one["n"])
        found.append(row)
    return found


def links(view: CaseView, today: date) -> list[Row]:
    """Return the ties to other cases: through what, who says so and how sure it is."""
    found = []
    for one in view.records.get("links", ()):
        through = " ".join(
            part for part in (_label(words.Through, one.get("through")), one.get("what")) if part
        )
        how, sure = _label(LinkKind, one["kind"]), _label(words.Sure, one.get("sure"))
        row = _row("links", one, (one["ref"], how, through, one.get("said_by") or "–", sure))
        found.append(Row(row.cells, row.why, list_="links", n=one["n"], ref=one["ref"]))
    return found


def links_from(ties: Iterable[Tie]) -> list[Row]:
    """Return the ties by which other cases name this one: Enter opens the case that holds it."""
    found = []
    for one in ties:
        through = " ".join(part for part in (_label(words.Through, one.through), one.what) if part)
        how, sure = f"← {_label(LinkKind, one.kind)}", _label(words.Sure, one.sure)
        why = f"Said in {one.ref}, of this case. Enter opens that case; the link is changed there."
        found.append(Row((one.ref, how, through, one.said_by or "–", sure), why, "met", ref=one.ref))
    return found


_SHORT = {
    "investigating_officer": "officer (IO)",
    "advocate": "advocate",
    "victims_counsel": "victim's coun.",
    "defence_counsel": "defence",
}
"""Parts whose label is too long for the column."""


def people(view: CaseView) -> list[Row]:
    """Return who acts and when, where victims are, what notice was given, what memos were signed."""
    found = []
    for one in sorted(view.records.get("assignments", ()), key=_assigned):
        who = ", ".join(part for part in (one.get("name"), one.get("unit")) if part)
        part = _SHORT.get(one["role"]) or _label(words.Part, one["role"])
        cells = (one.get("victim") or "", part, who or "–", _span(one))
        found.append(_row("assignments", one, cells, "ended" if one.get("until_on") else ""))
    for one in sorted(
        view.records.get("placements", ()), key=lambda one: (one["victim"], one.get("from_on") or date.min)
    ):
        where = " ".join(
            part for part in (_label(words.PlacementKind, one["kind"]), one.get("place")) if part
        )
        video = "; can testify by video" if one.get("by_video") else ""
        by = f"; {_label(words.OrderedBy, one['ordered_by'])}" if one.get("ordered_by") else ""
        cells = (one["victim"], "placed", where, f"{_span(one)}{by}{video}")
        found.append(_row("placements", one, cells, "ended" if one.get("until_on") else ""))
    for one in view.records.get("notices", ()):
        told = f"told {day(one['given_on'])}" if one.get("given_on") else "NOT TOLD"
        to = f", {_label(words.GivenTo, one['given_to'])}" if one.get("given_to") else ""
        what = f"{_label(words.Application, one['application'])} filed {day(one.get('filed_on'))}"
        heard = f"; {_label(words.Heard, one['heard'])}" if one.get("heard") else ""
        cells = (one.get("victim") or "all", "notice", what, f"{told}{to}{heard}")
        found.append(_row("notices", one, cells, "" if one.get("given_on") else "urgent"))
    for one in view.records.get("handovers", ()):
        by = f" by {one['signed_by']}" if one["signed_by"] else ""
        cells = (
            "",
            "memo signed",
            f"for the {_label(words.Post, one['post'])}",
            f"{day(one['signed_on'])}{by}",
        )
        found.append(_row("handovers", one, cells))
    return found


def _assigned(one: Line) -> tuple[int, date]:
    return list(words.Part).index(one["role"]), one.get("from_on") or date.min


def _span(one: Line) -> str:
    if not one.get("from_on") and not one.get("until_on"):
        return "–"
    return f"{day(one.get('from_on'))} to {day(one['until_on']) if one.get('until_on') else 'now'}"


def _row(list_: str, one: Line, cells: tuple[str, ...], word: str = "") -> Row:
    return Row(cells, plain(one), word, list_=list_, n=one["n"])


def _label(list_: type[Word], word: str | None) -> str:
    return list_(word).label if word else ""
