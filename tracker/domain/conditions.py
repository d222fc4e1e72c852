"""Whether a limit applies: yes, no (and why not), or one missing fact that would tell.

The answer is `None` for yes, a `No` for no, and the missing fact in words otherwise. A plain no goes
before a missing fact: what one known fact rules out needs no other. The row's conditions are data
(`statutes.rows.Applies`); nothing here knows a section. People are asked about in `people`.

Facts not on file are taken as not there. Charges are those that count on the day, on the accused or
for the victim whose clock it is, with the principals that an abetment names.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from statutes.rows import Applies
from tracker.domain.custody import band_on
from tracker.domain.gravity import MCOCA
from tracker.domain.lawbook import NO_CHARGE
from tracker.domain.people import Answer, No, no_such_victim, of_accused, of_victim
from tracker.domain.reading import Reading

NO_COURT = "the kind of the trial court is not recorded"
HIGHEST = 100_000
"""Months: graver than any term, for life and death."""
Test = Callable[[Applies, Reading, str, date], Answer]


def answer(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Return whether the condition holds for `who` on the day of the start."""
    missing: str | None = None
    for test in tests_of(asked):
        found = test(asked, reading, who, day)
        if found is not None:
            if isinstance(found, No):
                return found
            missing = missing or found
    return missing


_chosen: dict[int, tuple[Applies, tuple[Test, ...]]] = {}


def tests_of(asked: Applies) -> tuple[Test, ...]:
    """Return the tests that a condition asks for, the cheap ones first; worked out once for each."""
    found = _chosen.get(id(asked))
    if found is None:
        if len(_chosen) > 4096:
            _chosen.clear()
        found = (asked, tuple(test for test, wanted in TESTS if wanted(asked)))
        _chosen[id(asked)] = found
    return found[1]


def charged(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test for a charge under one of the Acts, of one of the provisions or of the band, or for what
    stands for one: the court that is there for the Act, a fact on file.
    """
    if id(asked) in reading.answered(who, day):
        return None
    if (asked.or_courts and reading.court in asked.or_courts) or (
        asked.or_facts and told(asked, reading, who)
    ):
        return None
    if not reading.matter.case.charges:
        return NO_CHARGE
    return No(asked.words or "no charge of the kind that it asks for")


def told(asked: Applies, reading: Reading, who: str) -> bool:
    """Answer whether a fact on file, of this victim or of all, stands for the charge."""
    for fact in reading.matter.case.facts:
        if isinstance(fact, str):
            if fact in asked.or_facts:
                return True
        elif fact.fact in asked.or_facts and (
            not fact.victims or who not in reading.victims or who in fact.victims
        ):
            return True
    return False


def ids_on(reading: Reading, who: str, day: date) -> list[str]:
    """Return the ids of the charges that count for `who`, their principals among them."""
    found = []
    for charge in reading.charges_on(who, day):
        if charge.provision:
            found.append(charge.provision)
        if charge.with_:
            found.append(charge.with_)
    return found


def not_charged(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test that no charge is under an Act that has its own rule."""
    if any(id_.partition("-")[0] in asked.not_acts for id_ in ids_on(reading, who, day)):
        return No(f"there is a charge under {' or '.join(asked.not_acts)}")
    return None


def in_court(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test the kind of court that holds the trial."""
    kind = reading.court
    if kind is None:
        return NO_COURT
    if (asked.courts and kind not in asked.courts) or kind in asked.not_courts:
        return No(f"the trial court is of the kind {kind.replace('_', ' ')}")
    return None


def triable(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test the lowest court that may try the charges; the highest of them takes all with it."""
    lowest, missing = set(), None
    for charge in reading.charges_on(who, day):
        row = reading.law.provision(charge.with_ or charge.provision or "")
        if row is None or not row.triable_by:
            missing = (
                missing or f"which court may try {charge.provision or 'a section outside the catalogue'}"
            )
        else:
            lowest.add(row.triable_by[0])
    if asked.lowest_court == "magistrate":
        if lowest - {"magistrate", "special_itpa"}:
            return No("a charge is for a higher court than a Magistrate's")
        return missing if lowest else missing or NO_CHARGE
    if asked.lowest_court in lowest:
        return None
    return missing or (No(f"no charge is only for the {asked.lowest_court} court") if lowest else NO_CHARGE)


def not_bailable(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test for a charge that is not bailable."""
    ids = ids_on(reading, who, day)
    rows = [row for id_ in ids if (row := reading.law.provision(id_))]
    if any(row.bailable in ("no", "non-bailable", "non_bailable") for row in rows):
        return None
    return No("every charge is bailable") if rows else NO_CHARGE


def with_facts(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test for one of the patterns of fact."""
    for fact in reading.matter.case.facts:
        if (fact if isinstance(fact, str) else fact.fact) in asked.facts:
            return None
    return No("none of the facts that it asks for is on file")


def journal_holds(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test what else the journal holds, before the start or on whatever day."""
    kinds = reading.matter.by_kind
    if asked.after and not any(e.on <= day for e in _events(asked.after, reading, who)):
        return No(f"not recorded before it: {_or(asked.after)}")
    if asked.before and any(e.on < day for e in _events(asked.before, reading, who)):
        return No(f"recorded before it: {_or(asked.before)}")
    if asked.with_events and not any(kind in kinds for kind in asked.with_events):
        return No(f"not recorded: {_or(asked.with_events)}")
    if any(kind in kinds for kind in asked.without_events):
        return No(f"recorded: {_or(tuple(k for k in asked.without_events if k in kinds))}")
    return None


def _events(wanted: tuple[str, ...], reading: Reading, who: str):  # type: ignore[no-untyped-def]
    for kind in wanted:
        for event in reading.matter.by_kind.get(kind, ()):
            if event.accused is None or event.accused == who or who not in reading.accused:
                yield event


def _or(wanted: tuple[str, ...]) -> str:
    return " or ".join(kind.replace("_", " ") for kind in wanted)


def became(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test what the journal says became of the accused; on another's clock, of any accused."""
    for event in reading.matter.by_kind.get(asked.result or "", ()):
        if event.accused is None or event.accused == who or who not in reading.accused:
            return None
    other = "acquitted" if asked.result == "convicted" else "convicted"
    for event in reading.matter.by_kind.get(other, ()):
        if event.accused is None or event.accused == who or who not in reading.accused:
            return No(f"the journal says {other}, not {asked.result}")
    return f"what became of {who if who in reading.accused else 'the accused'} is not recorded"


def to_death(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test whether the sentence recorded is death; one that doesn't say so is not."""
    kinds = reading.matter.by_kind
    found = any(
        event.death and (event.accused is None or event.accused == who or who not in reading.accused)
        for kind in ("convicted", "sentence_passed")
        for event in kinds.get(kind, ())
    )
    if found == asked.death_sentence:
        return None
    return No("the sentence is death" if found else "no sentence of death is recorded")


def in_state(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test the State or Union territory of the FIR."""
    fir = reading.matter.case.fir
    if fir is None or not fir.state:
        return "the State of the FIR is not recorded"
    return None if fir.state == asked.state else No(f"it holds only in {asked.state}")


def by_mode(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test how the information reached the police."""
    fir = reading.matter.case.fir
    if fir is None or not fir.mode:
        return "how the FIR was given is not recorded"
    return None if fir.mode == asked.fir_mode else No(f"the FIR was given as {fir.mode}")


def so_grave(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test the terms of the gravest charge, in months."""
    terms = reading.gravest(who, day)
    top = HIGHEST if terms.life or terms.death else terms.max_months
    least = asked.min_at_least_months
    if (asked.never_life and terms.life) or (asked.never_death and terms.death):
        return No("imprisonment for life or death is possible")
    if asked.max_under_months is not None and top >= asked.max_under_months:
        return No(f"a charge may reach {asked.max_under_months} months")
    if asked.max_at_most_months is not None and top > asked.max_at_most_months:
        return No(f"a charge may exceed {asked.max_at_most_months} months")
    if least is not None and terms.min_months < least:
        return terms.missing or No(f"no charge has a minimum of {least} months")
    if asked.max_at_least_months is not None and top < asked.max_at_least_months:
        return terms.missing or No(f"no charge may reach {asked.max_at_least_months} months")
    if asked.max_over_months is not None and top <= asked.max_over_months:
        return terms.missing or No(f"no charge may exceed {asked.max_over_months} months")
    return terms.missing


def of_band(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test the custody band of the gravest charge on the accused: the one that stands, if in custody."""
    if reading.final_bands.get(who):
        return _is_band(reading.final_bands[who], asked)
    charges = reading.matter.case.charges
    anybody = who not in reading.accused
    places = [n for n, c in enumerate(charges) if anybody or c.accused is None or c.accused == who]
    found = band_on(reading, who, places, day)
    if found.band is None:
        return found.missing
    return _is_band(found.band, asked)


def _is_band(band: str | None, asked: Applies) -> Answer:
    days = "90" if band == MCOCA else band
    return None if days == str(asked.band) else No(f"the custody band is {days} days")


TESTS: tuple[tuple[Test, Callable[[Applies], object]], ...] = (
    (charged, lambda a: a.acts or a.provisions or a.or_band or a.or_courts or a.or_facts),
    (journal_holds, lambda a: a.after or a.before or a.with_events or a.without_events),
    (in_court, lambda a: a.courts or a.not_courts),
    (not_charged, lambda a: a.not_acts),
    (with_facts, lambda a: a.facts),
    (became, lambda a: a.result),
    (to_death, lambda a: a.death_sentence is not None),
    (in_state, lambda a: a.state),
    (by_mode, lambda a: a.fir_mode),
    (of_accused, lambda a: a.accused),
    (of_victim, lambda a: a.victim),
    (no_such_victim, lambda a: a.not_victim),
    (triable, lambda a: a.lowest_court),
    (not_bailable, lambda a: a.non_bailable),
    (
        so_grave,
        lambda a: (
            a.never_life
            or a.never_death
            or a.min_at_least_months is not None
            or a.max_at_least_months is not None
            or a.max_over_months is not None
            or a.max_under_months is not None
            or a.max_at_most_months is not None
        ),
    ),
    (of_band, lambda a: a.band),
)
