"""Desks, police stations and courts of the invented office. Districts are real, all else is made up.

A station is a name and its district; a court of the generator has a key made of both, as
`pune-special-pocso-1`. No name here is meant to be that of any place, person or court.
"""

from __future__ import annotations

from tracker.domain.case import Court
from tracker.domain.words import CourtKind

_NAMES = """
    asha ravi meena farida john sunita prakash nilofer deepa arjun kavita imran lata suresh anjali vikram
    rukmini dsouza shabnam mahesh pooja tanvi ganesh rehana smita omkar vaishali kiran jaya nitin
    hemant bharati salim usha rohini yusuf manisha tukaram leela cyrus
"""
DESKS = tuple(_NAMES.split())
"""The advocates of the office, forty of them."""

DISTRICTS = {
    "Mumbai City": ("MUM", "MHCC01"),
    "Mumbai Suburban": ("MSD", "MHCC05"),
    "Thane": ("THA", "MHTH01"),
    "Palghar": ("PAL", "MHPL01"),
    "Raigad": ("RAI", "MHRG01"),
    "Pune": ("PUN", "MHPU01"),
    "Nashik": ("NSK", "MHNS01"),
    "Nagpur": ("NAG", "MHNG01"),
}
"""District to the letters of its refs and the establishment code of its case numbers."""

_QUARTERS = ("Amrai", "Bhatti", "Chandan", "Devgad", "Gulmohar", "Hirva", "Kinara", "Morya")
_ENDS = {
    "Mumbai City": "Wadi",
    "Mumbai Suburban": "Nagar",
    "Thane": "Pada",
    "Palghar": "Bandar",
    "Raigad": "Khadi",
    "Pune": "Peth",
    "Nashik": "Gaon",
    "Nagpur": "Tola",
}

STATIONS = tuple(
    (f"{quarter} {end} (invented)", district) for district, end in _ENDS.items() for quarter in _QUARTERS
)
"""Sixty-four police stations: name and district."""

_ROOMS = (
    (CourtKind.MAGISTRATE, 3, "Court of the Judicial Magistrate First Class"),
    (CourtKind.SESSIONS, 2, "Court of Session"),
    (CourtKind.SPECIAL_POCSO, 2, "Special Court (POCSO)"),
    (CourtKind.SPECIAL_SCST, 1, "Special Court (SC/ST Act)"),
    (CourtKind.CHILDRENS_COURT, 1, "Children's Court"),
    (CourtKind.JUVENILE_BOARD, 1, "Juvenile Justice Board"),
)


def court_key(district: str, kind: CourtKind, room: int = 1) -> str:
    """Return the key of one of the generator's district courts."""
    return f"{district.lower()} {kind.value} {room}".replace(" ", "-").replace("_", "-")


HIGH_COURT = Court(
    key="high-court",
    name="High Court, invented bench",
    kind=CourtKind.HIGH_COURT,
    district="Mumbai City",
    state="MH",
)


def courts() -> tuple[Court, ...]:
    """Return the courts that generated cases name: ten in each district and the High Court."""
    return (
        *(
            Court(
                key=court_key(district, kind, room),
                name=f"{name}, {district} (invented)",
                kind=kind,
                complex=f"{district} court house (invented)",
                room=str(room),
                district=district,
                state="MH",
            )
            for district in DISTRICTS
            for kind, rooms, name in _ROOMS
            for room in range(1, rooms + 1)
        ),
        HIGH_COURT,
    )
