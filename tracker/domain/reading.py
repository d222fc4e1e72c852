"""What the clocks ask of a case again and again, answered once: charges, ages by day, custody, who is in.

An event about accused that names none is about all that are still in; so with victims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain import gravity
from tracker.domain.ages import OPEN, is_open, under, years_on
from tracker.domain.case import Age, Charge, Event, Victim
from tracker.domain.lawbook import Book, Terms
from tracker.domain.matter import Matter
from tracker.domain.shapes import Law

if TYPE_CHECKING:
    from tracker.domain.people import Answer

CASE = "case"
OUT = ("acquitted", "discharged", "died", "quashed", "withdrawn", "sent_to_juvenile_board", "compounded")
"""Events that take an accused out of the trial."""
BACK = ("retrial_ordered", "reopened")
"""Events that bring an accused back into it."""
INTO_CUSTODY = ("arrested", "remanded", "surrendered", "bail_cancelled")
OUT_OF_CUSTODY = ("bail_granted", "default_bail_granted", "released", "absconded", "died")
ALWAYS = [(date.min, date.max)]


class Reading:
    """One case as the clocks read it; every answer is kept for the length of one reckoning."""

    __slots__ = (
        "_ages",
        "_answered",
        "_dropped",
        "_gone",
        "_moved",
        "_present",
        "_supported",
        "_terms",
        "_weights",
        "accused",
        "book",
        "children",
        "court",
        "facts",
        "final_bands",
        "fitting",
        "law",
        "matter",
        "offered",
        "procedure",
        "state",
        "victims",
    )

    def __init__(self, matter: Matter, procedure: Mapping[str, str], law: Law, book: Book) -> None:
        """Lay the people out; the rest is read when asked for."""
        self.matter = matter
        self.procedure = procedure
        self.law = law
        self.book = book
        self.accused = tuple(one.label for one in matter.case.accused)
        self.victims = tuple(one.code for one in matter.case.victims)
        self.offered = book.answers_of(matter.case.charges)
        """The conditions (by `id`) that any charge of the case answers, dropped or not."""
        self.facts = frozenset(
            [str(one) if isinstance(one, str) else str(one.fact) for one in matter.case.facts]
        )
        self.final_bands: dict[str, str | None] = {}
        """The custody band that stands for each accused in custody, as `custody` found it."""
        self.fitting: dict[tuple[str, ...], list[tuple[str, Answer]]] = {}
        """Which victims answer to the words of a row, as `people` found it."""
        self.state = matter.case.fir.state if matter.case.fir else None
        self.children = any(one.child or (one.age or 18) < 18 for one in matter.case.accused)
        """Whether the file has any accused as a child; one said not to be is looked at one by one."""
        self.court = matter.trial_court()
        self._terms: dict[tuple[str, date | None], Terms] = {}
        self._ages: dict[str, list[tuple[date, Age]]] = {}
        self._weights: list[gravity.Gravity] | None = None
        kinds = matter.by_kind.keys()
        self._gone: dict[str, list[tuple[date, bool]]] | None = {} if kinds.isdisjoint(OUT) else None
        self._dropped = "dropped" in kinds
        self._moved = self._dropped or "invoked" in kinds or "added" in kinds
        self._present: dict[int, list[str]] = {}
        self._supported: dict[tuple[int, date], bool | str] = {}
        self._answered: dict[tuple[str, date | None], frozenset[int]] = {}

    def present(self, kinds: tuple[str, ...]) -> list[str]:
        """Return those of the kinds that the journal has; `kinds` is a tuple that outlives this."""
        found = self._present.get(id(kinds))
        if found is None:
            by_kind = self.matter.by_kind
            none = by_kind.keys().isdisjoint(kinds)
            found = self._present[id(kinds)] = [] if none else [kind for kind in kinds if kind in by_kind]
        return found

    def charges_on(self, who: str, day: date | None = None) -> Sequence[Charge]:
        """Return the charges on an accused, for a victim or of the case that are not dropped by a day.

        While a victim's age is open, those for any victim: they may come to be for this one. One that
        needs a child and names nobody is not for a victim determined as an adult.
        """
        charges: Sequence[Charge] = self.matter.case.charges
        if who in self.accused:
            charges = [one for one in charges if one.accused is None or one.accused == who]
        elif who in self.victims:
            victim = self.matter.victim(who)
            if victim and not is_open(victim, self.matter):
                grown = under(victim, 18, self.matter) is False
                charges = [
                    one
                    for one in charges
                    if one.victim == who or (one.victim is None and not (grown and self._of_children(one)))
                ]
        if self._dropped and day:
            charges = [one for one in charges if self.windows(one)[-1][1] > day]
        return charges

    def _of_children(self, charge: Charge) -> bool:
        """Answer whether a charge can have none but a child as its victim."""
        for id_ in (charge.provision, charge.with_):
            row = self.law.provision(id_) if id_ else None
            asked = row.victim if row else None
            if asked and asked.under and asked.under <= 18:
                return not (asked.or_unsound_mind or asked.or_taken_abroad)
        return False

    def stands(
        self, place: int, day: date, judge: Callable[[Reading, Charge, date], bool | str]
    ) -> bool | str:
        """Return what `judge` says of the charge at that place on a day, asking once for all accused."""
        key = (place, day)
        found = self._supported.get(key)
        if found is None:
            found = self._supported[key] = judge(self, self.matter.case.charges[place], day)
        return found

    def weights(self) -> list[gravity.Gravity]:
        """Return the gravity of each charge, in the order of the file."""
        if self._weights is None:
            self._weights = [self.book.weigh(one) for one in self.matter.case.charges]
        return self._weights

    def answered(self, who: str, day: date) -> frozenset[int]:
        """Return the conditions (by `id`) that the charges on `who` answer, principals among them."""
        key = (who, day if self._dropped else None)
        found = self._answered.get(key)
        if found is None:
            found = self._answered[key] = self.book.answers_of(self.charges_on(who, day))
        return found

    def gravest(self, who: str, day: date) -> Terms:
        """Return the terms of the charges on `who`, added up to the gravest of each."""
        key = (who, day if self._dropped else None)
        if key not in self._terms:
            self._terms[key] = self.book.terms_of(self.charges_on(who, day))
        return self._terms[key]

    def windows(self, charge: Charge, accused: str | None = None) -> list[tuple[date, date]]:
        """Return the spans (first day in, first day out) in which a charge counts.

        It counts from its first `invoked` or `added` (without one: from the start) until `dropped`.
        """
        if not self._moved:
            return ALWAYS
        spans: list[tuple[date, date]] = []
        opened: date | None = date.min
        named = False
        for event in self._moves(charge, accused):
            if event.kind == "dropped":
                if opened is not None:
                    spans.append((opened, event.on))
                opened = None
            elif opened is None or not named:
                opened = event.on
            named = True
        if opened is not None:
            spans.append((opened, date.max))
        return spans

    def _moves(self, charge: Charge, accused: str | None) -> Iterator[Event]:
        kinds = self.matter.by_kind
        events: Iterable[Event] = [e for kind in ("invoked", "added", "dropped") for e in kinds.get(kind, ())]
        for event in sorted(events, key=lambda one: (one.on, one.time or "")):
            if event.provision is None or event.provision != charge.provision:
                continue
            if event.accused and event.accused not in (charge.accused, accused):
                continue
            if event.victim and charge.victim and event.victim != charge.victim:
                continue
            yield event

    def ages(self, victim: Victim) -> list[tuple[date, Age]]:
        """Return what was known of the age, from which day on; the record's own age comes first."""
        if victim.code not in self._ages:
            known: list[tuple[date, Age]] = []
            since = None
            if victim.age and victim.age.status not in OPEN:
                since = victim.age.determined_on
            for event in self.matter.by_kind.get("age_determined", ()):
                if event.victim != victim.code and victim.code not in event.victims:
                    continue
                if event.age:
                    known.append((event.on, event.age))
                elif since is None:
                    since = event.on
            if victim.age:
                known.append((since or date.min, victim.age))
            known.sort(key=lambda entry: entry[0])
            self._ages[victim.code] = known
        return self._ages[victim.code]

    def child_on(self, victim: Victim, day: date, under: int) -> bool | None:
        """Answer whether, by what was determined on that day, the victim was under the age at the offence.

        A pending, disputed or unknown age is None: it proves nothing yet.
        """
        age = None
        for since, known in self.ages(victim):
            if since <= day:
                age = known
        if age is None or age.status in OPEN:
            return None
        if age.status == "adult":
            return False
        first = self.matter.offence_first or self.matter.fir_on
        years = age.years if age.years is not None else age.years_low
        if years is None and age.born_on and first:
            years = years_on(age.born_on, first)
        return years is None or years < under

    def leavers(self) -> bool:
        """Answer whether any accused ever left the trial."""
        return self._gone is None or bool(self._gone)

    def out(self, label: str, day: date) -> bool:
        """Answer whether the accused had left the trial before that day."""
        if not self._gone and self._gone is not None:
            return False
        if self._gone is None:
            self._gone = {}
            kinds = self.matter.by_kind
            for kind in (*OUT, *BACK):
                for event in kinds.get(kind, ()):
                    if kind == "acquitted" and event.provisions:
                        continue
                    for one in (event.accused,) if event.accused else self.accused:
                        self._gone.setdefault(one, []).append((event.on, kind in OUT))
            for moves in self._gone.values():
                moves.sort()
        gone = [left for on, left in self._gone.get(label, ()) if on < day]
        return bool(gone) and gone[-1]

    def in_custody(self, label: str, day: date) -> bool:
        """Answer whether the journal has the accused in custody at the end of a day."""
        held, at = False, (date.min, "")
        kinds = self.matter.by_kind
        for words, into in ((INTO_CUSTODY, True), (OUT_OF_CUSTODY, False)):
            for kind in words:
                for event in kinds.get(kind, ()):
                    moment = (event.on, event.time or "")
                    if event.accused in (None, label) and event.on <= day and moment >= at:
                        held, at = into, moment
        return held


def within(spans: list[tuple[date, date]], day: date) -> bool:
    """Answer whether a day is in one of the spans, whose second day is the first outside."""
    return spans is ALWAYS or any(first <= day < last for first, last in spans)
