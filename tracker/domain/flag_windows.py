"""Windows of days at one severity: adding one, and keeping those of one warning from overlapping."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.domain.shapes import Flag

if TYPE_CHECKING:
    from datetime import date

DAY = timedelta(days=1)
RANK = {"info": 0, "watch": 1, "urgent": 2, "breach": 3}
"""Severities, how bad."""


def add(
    found: list[Flag],
    kind: str,
    who: str,
    first: date,
    last: date | None,
    severity: str,
    since: date,
    facts: dict[str, str],
) -> None:
    """Add a window, unless it is empty."""
    if last is None or last >= first:
        found.append(
            Flag(
                kind=kind,
                who=who,
                holds_from=first,
                holds_until=last,
                severity=severity,
                since=since,
                facts=facts,
            )
        )


def apart(found: list[Flag]) -> list[Flag]:
    """Keep windows of one kind, person and limit from overlapping: on a day in two, the worse one holds.

    They overlap only where one limit runs more than once for one person (each remand, each hearing).
    """
    groups: dict[tuple[str, str, str | None], list[Flag]] = {}
    for flag in found:
        groups.setdefault((flag.kind, flag.who, flag.limit), []).append(flag)
    if len(groups) == len(found):
        return found
    kept: list[Flag] = []
    for group in groups.values():
        kept += group if len(group) == 1 or _follow(group) else _settled(group)
    return kept


def _follow(group: list[Flag]) -> bool:
    return all(a.holds_until is not None and a.holds_until < b.holds_from for a, b in pairwise(group))


def _settled(group: list[Flag]) -> list[Flag]:
    """Give each day to the worst window that holds on it, the earlier begun among equals."""
    edges = sorted(
        {flag.holds_from for flag in group} | {flag.holds_until + DAY for flag in group if flag.holds_until}
    )
    kept: list[Flag] = []
    source: Flag | None = None
    for place, start in enumerate(edges):
        end = edges[place + 1] - DAY if place + 1 < len(edges) else None
        holding = [
            f for f in group if f.holds_from <= start and (f.holds_until is None or f.holds_until >= start)
        ]
        if not holding:
            source = None
            continue
        worst = min(holding, key=lambda f: (-RANK[f.severity], f.since or f.holds_from, f.holds_from))
        if worst is source:
            kept[-1].holds_until = end
        else:
            source = worst
            kept.append(
                Flag(
                    kind=worst.kind,
                    who=worst.who,
                    holds_from=start,
                    holds_until=end,
                    severity=worst.severity,
                    limit=worst.limit,
                    since=worst.since,
                    facts=worst.facts,
                )
            )
    return kept
