"""A trial that was split is counted once: the case and those separated from it are one case.

The whole is registered and sent for trial when the first of its parts was, and decided by the first
judgment in any of them. Accused and charges are counted in the part that tries them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tracker.domain.outcomes import Course, Result, best

JUDGED = frozenset({"convicted", "plea_bargained", "acquitted"})


def roots(split: Sequence[tuple[int, str, str]], numbers: Mapping[str, int]) -> dict[int, int]:
    """Return for each split case, and each it was split from, the first of its family.

    `split` holds number, ref and parent's ref; `numbers` the numbers of the parents that are on file.
    A case split from one that isn't on file stands alone.
    """
    above = {number: numbers[parent] for number, _, parent in split if parent in numbers}
    found: dict[int, int] = {}
    for number in above:
        seen, top = {number}, number
        while top in above and above[top] not in seen:
            top = above[top]
            seen.add(top)
        found.update(dict.fromkeys(seen, top))
    return found


def merged(parts: Sequence[Course]) -> Course:
    """Return a family as one course; the first part is the case that the others were split from."""
    head = parts[0]
    acts = tuple(sorted({act for part in parts for act in part.case.acts}))
    provisions = tuple(sorted({id_ for part in parts for id_ in part.case.provisions}))
    result, result_on = _whole([(part.case.result, part.case.result_on) for part in parts])
    final, final_on = _whole([(part.case.final, part.case.final_on) for part in parts])
    undone = [part.case.set_aside_on for part in parts if part.case.result == "convicted"]
    whole = Result(
        *("case", None, acts, provisions, head.case.principal, result, result_on, final, final_on),
        max((day for day in undone if day), default=None) if undone and all(undone) else None,
    )
    others = sum(part.case.result is None for part in parts) if result else 0
    return replace(
        head,
        registered_on=_first(parts, "registered_on"),
        sheet_on=_first(parts, "sheet_on"),
        sent_on=_first(parts, "sent_on"),
        cognizance_on=_first(parts, "cognizance_on"),
        police=head.police or parts[-1].police,
        police_on=_first(parts, "police_on"),
        left=sum(part.left for part in parts) + others,
        results=(whole, *(one for part in parts for one in part.results[1:])),
    )


def _first(parts: Sequence[Course], name: str) -> date | None:
    return min((day for part in parts if (day := getattr(part, name))), default=None)


def _whole(ends: Sequence[tuple[str | None, date | None]]) -> tuple[str | None, date | None]:
    judged = [on for word, on in ends if word in JUDGED and on]
    if judged:
        return best(word for word, _ in ends), min(judged)
    if all(word for word, _ in ends):
        return best(word for word, _ in ends), max((on for _, on in ends if on), default=None)
    return None, None
