"""Law rows that the clock tests state for themselves, so that they prove the counting and not the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from statutes.rows import Applies, Limit, Provision, Victim
from tracker.domain.case import Age, Case, Charge, Event, Fir, Offence
from tracker.domain.clocks import reckon_clocks
from tracker.domain.matter import Matter
from tracker.domain.shapes import Clock, Law
from tracker.domain.stages import standing

D = date.fromisoformat
OLD, NEW = date(1974, 4, 1), date(2024, 7, 1)
LAST_OLD = date(2024, 6, 30)


def sunday(day: date) -> bool:
    """Answer whether the day is a Sunday."""
    return day.weekday() == 6


def never(day: date) -> bool:
    """Answer that no day is closed."""
    return False


def limit(id_: str, **keys: Any) -> Limit:
    """Return a limit with plain defaults; a CrPC row is saved and a BNSS row begins on 01-07-2024."""
    code = keys.setdefault("code", "special")
    keys.setdefault("pair", id_)
    keys.setdefault("from_", NEW if code == "BNSS" else date(1950, 1, 1))
    if code == "CrPC":
        keys.setdefault("until", LAST_OLD)
        keys.setdefault("saved", True)
    plain = {
        "says": f"{id_} must be done",
        "cite": f"{code} s. 1",
        "act": code,
        "step": "investigation",
        "on": "case",
        "who_must_act": "police",
        "party": "police",
        "nature": "mandatory",
        "source": "a test",
        "confidence": "verified",
    }
    return Limit(id=id_, **{**plain, **keys})


def custody(id_: str, code: str, number: int, **applies: Any) -> Limit:
    """Return a default-bail row."""
    return limit(
        id_,
        code=code,
        on="accused",
        starts=("remanded",),
        stops=("charge_sheet_filed", "supplementary_charge_sheet_filed"),
        ends=("bail_granted", "default_bail_granted", "released", "died", "discharged", "quashed"),
        unit="days",
        number=number,
        count_first_day=True,
        applies=Applies(**applies),
        cite="CrPC s. 167(2)" if code == "CrPC" else "BNSS s. 187(3)",
    )


DEFAULT_BAIL = (
    custody("DB-60-CRPC", "CrPC", 60, band=60),
    custody("DB-90-CRPC", "CrPC", 90, band=90),
    custody("DB-60-BNSS", "BNSS", 60, band=60),
    custody("DB-90-BNSS", "BNSS", 90, band=90),
    custody("DB-MCOCA-90", "MCOCA", 90, acts=("MCOCA",)),
)


def provision(id_: str, **keys: Any) -> Provision:
    """Return a provision with plain defaults; its band follows from its terms if not stated."""
    life, least = keys.get("max_life", False), keys.get("min_months") or 0
    keys.setdefault("band", 90 if life or keys.get("max_death") or least >= 120 else 60)
    plain = {
        "act": id_.partition("-")[0],
        "section": id_.partition("-")[2],
        "title": "",
        "from_": None,
        "covered_from": None,
        "until": None,
        "min_months": None,
        "max_months": None,
        "min_days": None,
        "max_life": False,
        "max_death": False,
        "term": (),
        "kind_of_imprisonment": "either",
        "fine": "yes",
        "cognizable": "yes",
        "bailable": "no",
        "triable_by": ("sessions",),
        "triable_words": "",
        "victim": None,
        "earlier_conviction": False,
        "band_doubt": "",
        "counterparts": (),
        "source": "a test",
        "confidence": "verified",
        "classification_confidence": "verified",
        "checked": None,
        "signed_off": "",
    }
    return Provision(id=id_, **{**plain, **keys})


CHILD = Victim(under=18)
BOUNDARY = "boundary: the police may claim 90"
PROVISIONS = {
    row.id: row
    for row in (
        provision("IPC-370-2", min_months=84, max_months=120, band_doubt=BOUNDARY),
        provision("IPC-370-3", min_months=120, max_life=True),
        provision("IPC-370-4", min_months=120, max_life=True, victim=CHILD),
        provision(
            "IPC-370-5",
            min_months=168,
            max_life=True,
            victim=Victim(under=18, number="more than one child"),
        ),
        provision("IPC-366A", max_months=120, victim=CHILD, band_doubt=BOUNDARY),
        provision("IPC-506-II", max_months=84),
        provision("IPC-109", band=None, triable_by=()),
        provision("BNS-143-3", min_months=120, max_life=True),
        provision("BNS-351-3", max_months=84),
        provision("ITPA-3-1-first", min_months=12, max_months=36, triable_by=("magistrate",)),
        provision("ITPA-8-first", max_months=6, triable_by=("magistrate",), bailable="yes"),
        provision("POCSO-6-1", min_months=240, max_life=True, max_death=True, victim=CHILD),
        provision("POCSO-8", min_months=36, max_months=60, victim=CHILD),
        provision("POCSO-17", band=None, victim=CHILD),
        provision("MCOCA-4", min_months=36, max_months=120, band=90),
    )
}


def law(*limits: Limit, closed: Callable[[date], bool] = sunday) -> Law:
    """Return a law of these limits and the provisions above."""
    return Law(provision=PROVISIONS.get, limits=limits, thresholds={}, closed=closed)


def event(on: str, kind: str, **keys: Any) -> Event:
    """Return an event of the journal."""
    return Event(on=D(on), kind=kind, **keys)  # type: ignore[arg-type]


def charge(id_: str | None, **keys: Any) -> Charge:
    """Return a charge."""
    return Charge(provision=id_, **keys)


def known(status: str, years: int | None = None) -> Age:
    """Return what is known of an age."""
    return Age(status=status, years=years)  # type: ignore[arg-type]


def case(*events: Event, fir: str | None = "2019-09-20", **keys: Any) -> Case:
    """Return a case with this journal, its FIR and its offence before it."""
    if fir:
        keys.setdefault("fir", Fir(registered_on=D(fir)))
        keys.setdefault("offence", Offence(first_on=D(fir), last_on=D(fir)))
    return Case(ref="T-1", events=tuple(events), **keys)


def clocks(of: Case, *limits: Limit, courts: dict[str, str] | None = None, **keys: Any) -> tuple[Clock, ...]:
    """Return the clocks of a case under these limits."""
    matter = Matter(of, courts or {})
    return reckon_clocks(matter, standing(matter), law(*limits, **keys))


def only(found: Iterable[Clock], id_: str, who: str | None = None) -> Clock:
    """Return the one clock of that limit (and person)."""
    own = [c for c in found if c.limit == id_ and who in (None, c.who)]
    assert len(own) == 1, [(c.limit, c.who, c.starts_on) for c in found]
    return own[0]
