"""An outcome in six to eight keys: `o a d 2 +14 Enter` is adjourned, defence, reason 2, a fortnight.

First a letter for what happened. An adjournment asks who (a letter) and why (a digit or letter, or space
for none); whatever leaves the matter open then asks the next date, which is typed. Backspace takes the
last key back. What is asked next is always on the screen, so that nothing has to be known by heart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.domain import words

OUTCOMES = {
    "a": words.HearingOutcome.ADJOURNED,
    "h": words.HearingOutcome.HELD,
    "p": words.HearingOutcome.PART_HEARD,
    "o": words.HearingOutcome.PASSED_OVER,
    "n": words.HearingOutcome.NOT_REACHED,
    "l": words.HearingOutcome.JUDGE_ABSENT,
    "s": words.HearingOutcome.STRIKE,
    "r": words.HearingOutcome.ORDER_RESERVED,
    "j": words.HearingOutcome.JUDGMENT,
    "d": words.HearingOutcome.DISPOSED,
}
ASKED_BY = {
    "p": words.AskedBy.PROSECUTION,
    "d": words.AskedBy.DEFENCE,
    "c": words.AskedBy.COURT,
    "w": words.AskedBy.WITNESS,
    "j": words.AskedBy.PRODUCTION,
    "o": words.AskedBy.OTHER,
}
REASONS = dict(zip("1234567890-=", words.HearingReason, strict=True))
PASSED_OVER = words.HearingOutcome.PASSED_OVER
LAST = (words.HearingOutcome.JUDGMENT, words.HearingOutcome.DISPOSED)
"""Outcomes after which no next date is expected; one may be typed."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed so far; each key gives the next one."""

    outcome: words.HearingOutcome | None = None
    asked_by: words.AskedBy | None = None
    reason: words.HearingReason | None = None
    reason_said: bool = False
    date: str = ""

    @property
    def asks(self) -> str:
        """What is asked next: `outcome`, `asked_by`, `reason`, `date`, or `nothing` more."""
        if self.outcome is None:
            return "outcome"
        if self.outcome == PASSED_OVER:
            return "nothing"
        if self.outcome == words.HearingOutcome.ADJOURNED:
            if self.asked_by is None:
                return "asked_by"
            if not self.reason_said:
                return "reason"
        return "date"

    @classmethod
    def again(
        cls, outcome: str | None, asked_by: str | None, reason: str | None, reason_said: bool, date: str
    ) -> Typed:
        """Return what was typed before, as it was kept."""
        return cls(
            outcome=words.HearingOutcome(outcome) if outcome else None,
            asked_by=words.AskedBy(asked_by) if asked_by else None,
            reason=words.HearingReason(reason) if reason else None,
            reason_said=reason_said,
            date=date,
        )

    def press(self, key: str) -> Typed:
        """Return what is typed after one more letter; a letter that means nothing here changes nothing."""
        match self.asks:
            case "outcome":
                return replace(self, outcome=OUTCOMES.get(key))
            case "asked_by":
                return replace(self, asked_by=ASKED_BY.get(key))
            case "reason" if key in REASONS:
                return replace(self, reason=REASONS[key], reason_said=True)
            case "reason" if key == " ":
                return replace(self, reason_said=True)
            case "date":
                return replace(self, date=self.date + key)
        return self

    def back(self) -> Typed:
        """Return what was typed before the last key."""
        if self.date:
            return replace(self, date=self.date[:-1])
        if self.reason_said:
            return replace(self, reason=None, reason_said=False)
        if self.asked_by is not None:
            return replace(self, asked_by=None)
        return Typed()

    def choices(self) -> dict[str, str]:
        """Return the keys that mean something now, each with its meaning."""
        match self.asks:
            case "outcome":
                return {key: word.label for key, word in OUTCOMES.items()}
            case "asked_by":
                return {key: word.label for key, word in ASKED_BY.items()}
            case "reason":
                return {key: word.label for key, word in REASONS.items()} | {"space": "no reason given"}
            case "date":
                none = "judgment needs none" if self.outcome in LAST else "without one it is flagged"
                return {
                    "+14": "two weeks",
                    "2w": "two weeks",
                    "fri": "Friday",
                    "7/12": "7 December",
                    "": none,
                }
        return {}

    def said(self) -> str:
        """Return what was typed, in words."""
        parts = [self.outcome.label if self.outcome else ""]
        parts += [f"asked by {self.asked_by.label}" if self.asked_by else ""]
        parts += [self.reason.label if self.reason else ""]
        parts += [f"next {self.date}" if self.date else ""]
        return ", ".join(filter(None, parts))
