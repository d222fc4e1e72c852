"""Which court may try what: CrPC 26 and BNSS 21 with their First Schedules, POCSO Act ss. 28 and 33,
JJ Act ss. 2(20) and 86, SC/ST Act s. 14, MCOCA ss. 5 and 7; a Court of Session may try what a
Magistrate may, a Special Court what is joined to its own (POCSO 28(2), MCOCA 7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.domain.matter import Matter

SESSION_LEVEL = frozenset({"sessions", "special_pocso", "special_mcoca", "special_scst", "childrens_court"})
LOWER = frozenset({"magistrate", "special_itpa", "executive_magistrate", "sessions", "childrens_court"})
"""Courts whose offences a court of Session level may try when they are joined."""
ELSEWHERE = frozenset({"high_court", "supreme_court", "juvenile_board"})
"""Courts whose competence doesn't follow from the charge."""


def trying_court(matter: Matter) -> str | None:
    """Return the kind of the court that tries the case; a committal that names no court leaves it open."""
    committed = matter.last("committed")
    if committed is not None:
        named = matter.court_kinds.get(committed.court) if committed.court else None
        kind = named or matter.trial_court()
        return None if kind == "magistrate" else kind
    return matter.trial_court()


def can_try(court: str, triable_by: tuple[str, ...]) -> bool:
    """Answer whether a court of that kind may try a provision triable by these."""
    if not triable_by or court in triable_by or court in ELSEWHERE:
        return True
    if court in SESSION_LEVEL:
        if LOWER.intersection(triable_by):
            return True
        # A children's court is as a rule the court designated under POCSO 28; POCSO 42A lets a
        # Special Court (POCSO) keep an SC/ST charge, which no ruling read settles.
        return (court == "childrens_court" and "special_pocso" in triable_by) or (
            court == "special_pocso" and "special_scst" in triable_by
        )
    return court == "special_itpa" and "magistrate" in triable_by
