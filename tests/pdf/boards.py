"""Invented sheets for the tests, the pictures and the bench: a day of 60 in 9 courts, and what is awkward."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.services.sheets import Change, ClockLine, Elsewhere, Line, OfficeOnly, Sheet, Waiting

DAY = date(2026, 11, 26)
COURTS = (
    ("Borivali", "26"),
    ("Dindoshi", "11"),
    ("Dindoshi", "14"),
    ("Fort", "22"),
    ("Fort", "37"),
    ("Mazgaon", "40"),
    ("Sewree", "3"),
    ("Sewree", "9"),
    ("ठाणे", "4"),
)
PURPOSES = ("judgment", "bail", "evidence", "evidence", "accused_statement", "charge", "arguments", "steps")
ADVOCATES = ("asha", "ravi", "meena", "farida", "john")
LAST = ("adjourned", "held", "part_heard", "not_reached", "")
LONG = "defence evidence and, if time, arguments on the application at 9"
"""A purpose of sixty-odd letters."""


def line(n: int, on: date = DAY, **more: object) -> Line:
    """Return the n-th listing of an invented day."""
    complex_, room = COURTS[n % len(COURTS)]
    purpose = PURPOSES[n // len(COURTS) % len(PURPOSES)]
    made = Line(
        on=on,
        time="11:00" if n % 3 else "14:45",
        ref=f"MUM-{2019 + n % 8}-{n % 997:03d}",
        hearing=n + 1,
        proceeding="trial",
        court=f"court-{n % len(COURTS)}",
        room=room,
        complex=complex_,
        number=f"{n + 100}/{2019 + n % 8}",
        purpose=purpose,
        rank=PURPOSES.index(purpose),
        advocate=ADVOCATES[n % 5],
        previous=on - timedelta(days=14 + n % 60),
        adjournments=n % 7,
        last=LAST[n % 5],
        notes=(("custody", 9 - n % 12),) if n % 6 == 0 else (("stalled", None),) if n % 4 == 0 else (),
        clash=n % 20 == 7,
        way=n % 30 == 11,
        in_place_of="kavita" if n % 30 == 11 else "",
        beside=(elsewhere(n),) if n % 20 == 7 or n % 30 == 11 else (),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def elsewhere(n: int) -> Elsewhere:
    """Return where else the advocate of the n-th listing has to be."""
    complex_, room = COURTS[(n + 4) % len(COURTS)]
    return Elsewhere(
        same_session=n % 20 == 7,
        ref=f"MUM-2025-{n + 400}",
        court="court-x",
        room=room,
        complex=complex_,
        time="11:30" if n % 2 else "",
        far=True,
    )


def private(n: int) -> OfficeOnly:
    """Return what the office copy adds to a listing."""
    return OfficeOnly(
        parties="State v Vilas Kalpanik +2",
        police=f"Kinara Nagar (invented) {400 + n}/2026",
        sections="BNS-143-4, POCSO-6-1, ITPA-5-1",
        cnr=f"MHCC05{n:06d}2026",
        court_name="विशेष न्यायालय (पॉक्सो), दिंडोशी (काल्पनिक)",
        gist="PW-3 part heard; summons to PW-4",
    )


def sheet(*lines: Line, **more: object) -> Sheet:
    """Return a sheet of these listings, sorted as the service sorts them."""
    listed = tuple(
        sorted(lines, key=lambda one: (one.on, one.complex, one.room, one.rank, one.time, one.ref))
    )
    first = min((one.on for one in listed), default=DAY)
    made = Sheet(
        office_name="Sample office (invented)",
        first=first,
        last=max((one.on for one in listed), default=DAY),
        today=date(2026, 11, 24),
        layout="list",
        language="en",
        office_copy=False,
        shown="",
        not_repeated=0,
        lines=listed,
        closed=(),
        waiting=(),
        waiting_more=0,
        clocks=(),
        clocks_to=first + timedelta(days=30),
        law_mark="8e9c0bec",
        law_newest=date(2024, 7, 1),
        by="asha",
        printed="24-11-2026",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def sixty(**more: object) -> Sheet:
    """Return a day of 60 hearings in 9 courts, with every annex filled."""
    said: dict[str, object] = {
        "waiting": tuple(
            Waiting(ref=f"PUN-2025-{n:03d}", since=date(2026, 9, n), lead="ravi") for n in (3, 9)
        ),
        "clocks": tuple(
            ClockLine(
                on=DAY + timedelta(days=n),
                ref=f"MUM-2026-{n:03d}",
                who="A1" if n % 2 else "case",
                about=("custody", "charge_sheet", "appeal", "judgment")[n % 4],
                days_left=n + 2,
                lead="asha",
                doubtful=n % 4 == 2,
            )
            for n in range(8)
        ),
        "copy": 2,
        "before": 1,
        "changes": (
            Change(
                kind="added", ref="MUM-2019-000", on=DAY, time="14:45", court="Court 26, Borivali", was=""
            ),
            Change(
                kind="moved",
                ref="MUM-2020-001",
                on=DAY,
                time="11:00",
                court="Court 11, Dindoshi",
                was="Tue 24-11-2026 11:00, Court 11, Dindoshi, bail, ravi",
            ),
            Change(
                kind="removed",
                ref="MUM-2021-400",
                on=DAY,
                time="",
                court="",
                was="Thu 26-11-2026, Court 9, Sewree",
            ),
        ),
    }
    return sheet(*(line(n) for n in range(60)), **(said | more))


def many(hearings: int, days: int) -> Sheet:
    """Return a long span: so many hearings over so many days."""
    lines = [line(n, DAY + timedelta(days=n % days)) for n in range(hearings)]
    return sheet(*lines)
