"""Who may do what: the table of roles, tried out on every job; and names, opened, erased and held."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.conftest import PlaceFor
from tests.services.conftest import COURTS
from tests.services.test_testimony import DAY, SHEET, a_case
from tracker.domain import words
from tracker.domain.case import Age
from tracker.services import (
    calendar,
    casework,
    clocks,
    docket,
    filing,
    flags,
    hearings,
    holidays,
    identity,
    interchange,
    phone,
    prints,
    reports,
    roles,
    sheets,
    testimony,
)
from tracker.services.office import Office, Refused, open_office
from tracker.store import sight

TODAY = date(2024, 9, 30)
NAME = "Meena Kumari"
WHY = "the hospital asked whom to call"
Job = Callable[[Office, str], object]
AsWho = Callable[[str], Office]


@pytest.fixture(scope="module")
def office_with_roles(place_for: PlaceFor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an office with a person for each role, to copy; K-1 is asha's, K-2 nobody's; both have a name."""
    url = place_for("sqlite", tmp_path_factory.mktemp("roles"))
    with open_office(url, user="asha") as office:
        cases = [a_case("K-1", NAME), a_case("K-2", NAME)]
        cases[1].lead, cases[1].hearings = None, ()
        for case in cases:
            case.title = case.accused[0].name = f"Rakesh of {case.ref}"
            case.victims[0].age = Age(status=words.AgeStatus.MINOR, born_on=date(2009, 7, 3))
        interchange.write_cases(office, COURTS, cases)
        roles.assign(office, "root", "administrator")
        for role in ("advocate", "manager", "reviewer"):
            office.user, who = "root", {"advocate": "asha"}.get(role, role)
            roles.assign(office, who, role)
        office.close()
    return Path(url.removeprefix("sqlite:///"))


@pytest.fixture
def as_who(office_with_roles: Path, tmp_path: Path) -> Iterator[AsWho]:
    """Open a copy of the office as one of its people, or as a stranger."""
    opened: list[Office] = []
    path = tmp_path / "office.db"
    shutil.copyfile(office_with_roles, path)

    def as_(who: str) -> Office:
        opened.append(
            open_office(f"sqlite:///{path}", user=who, now=lambda: datetime(2024, 9, 30, tzinfo=UTC))
        )
        return opened[-1]

    yield as_
    for office in opened:
        office.close()


def a_sheet(office: Office, *, office_copy: bool = False) -> str:
    """Build a sheet of the month and let it out; return what it says."""
    sheet = sheets.build(office, DAY, TODAY, today=TODAY, office_copy=office_copy)
    prints.keep(office, prints.number(office, sheet))
    return repr(sheet)


def a_phone(office: Office) -> str:
    """Send the hearings of the month to a phone; return what it is sent."""
    feed = phone.feed(office, DAY, TODAY, today=DAY, advocate=None, court=None, filter="")
    phone.keep(office, feed)
    return repr(feed)


def shows_case(office: Office, ref: str) -> object:
    """Export one case; it holds that ref."""
    held = "".join(interchange.export(office, [ref]))
    assert ref in held
    return held


JOBS: dict[str, Job] = {
    "show": lambda office, ref: casework.show(office, ref, TODAY),
    "record": lambda office, ref: casework.record(office, ref, SHEET, TODAY),
    "export": shows_case,
    "export names": lambda office, ref: list(
        interchange.export(office, [ref], with_identities=True, today=TODAY)
    ),
    "print": lambda office, ref: office.log("print", "sheet", ref, numbers=[int(ref[-1])]),
    "report": lambda office, ref: office.log("report", "annual summary"),
    "open a name": lambda office, ref: identity.reveal(office, ref, "V1", WHY),
    "keep a name": lambda office, ref: identity.keep(office, ref, "V1", "Another"),
    "erase a name": lambda office, ref: identity.erase(office, ref, "V1", authority="order 7", reason=WHY),
    "hold": lambda office, ref: identity.hold(office, ref, WHY),
    "new case": lambda office, ref: casework.add_case(office, a_case(f"N-{ref[-1]}"), TODAY),
    "rebuild": lambda office, ref: filing.rebuild(office),
    "verify": lambda office, ref: testimony.verify(office),
    "set the office": lambda office, ref: office.set("name", "x"),
    "set the desk": lambda office, ref: office.set(f"desk:{office.user}:theme", "x"),
    "set another's desk": lambda office, ref: office.set("desk:ravi:seen", "99"),
    "close a day": lambda office, ref: holidays.close(office, DAY, name="x"),
    "give roles": lambda office, ref: roles.assign(office, "ravi", "manager"),
    "what nobody thought of": lambda office, ref: office.log("brew", "tea"),
}
ALL, HEADS, DOERS = "asha manager reviewer root", "manager root", "asha manager root"
TABLE = {  # job: who may do it in K-1, which is the advocate's own; in K-2, which is not
    "show": (ALL, "manager reviewer root"),
    "record": (DOERS, HEADS),
    "export": (ALL, "manager reviewer root"),
    "export names": (DOERS, HEADS),
    "print": (ALL, "manager reviewer root"),
    "report": ("manager reviewer root", "manager reviewer root"),
    "open a name": (DOERS, HEADS),
    "keep a name": (DOERS, HEADS),
    "erase a name": (HEADS, HEADS),
    "hold": (HEADS, HEADS),
    "new case": (DOERS, DOERS),
    "rebuild": (HEADS, HEADS),
    "verify": (HEADS, HEADS),
    "set the office": (HEADS, HEADS),
    "set the desk": (ALL, ALL),
    "set another's desk": (HEADS, HEADS),
    "close a day": (HEADS, HEADS),
    "give roles": ("root", "root"),
    "what nobody thought of": ("root", "root"),
}


@pytest.mark.parametrize("who", ["asha", "manager", "reviewer", "root", "stranger"])
@pytest.mark.parametrize("job", TABLE)
def test_the_table_of_roles(as_who: AsWho, job: str, who: str) -> None:
    """Each role does what the table says for its own case and for another, and is refused the rest."""
    office, root = as_who(who), as_who("root")
    for ref, may in zip(("K-1", "K-2"), TABLE[job], strict=True):
        before = testimony.head(root)
        if who in may.split():
            JOBS[job](office, ref)
        else:
            with pytest.raises(Refused):
                JOBS[job](office, ref)
            assert testimony.head(root) == before
    assert testimony.verify(root).ok


LISTS: dict[str, Callable[[Office], object]] = {
    "docket": lambda office: docket.page(office, "", TODAY).rows,
    "how many": lambda office: [f"K-{n}" for n in range(1, docket.count(office, "", TODAY) + 1)],
    "clocks": lambda office: clocks.due(office, TODAY).rows,
    "flags": lambda office: flags.flags(office, "", TODAY).rows,
    "calendar": lambda office: calendar.between(office, date(2024, 7, 1), TODAY, today=TODAY),
    "rates": lambda office: reports.rates(office, reports.Question(as_of=TODAY)),
    "export": lambda office: list(interchange.export(office)),
    "desk sheet": a_sheet,
    "office copy": lambda office: a_sheet(office, office_copy=True),
    "phone": a_phone,
    "audit": testimony.entries,
}


@pytest.mark.parametrize("what", LISTS)
def test_what_each_role_sees(as_who: AsWho, what: str) -> None:
    """In every list, count, sheet and export an advocate sees their own matters, a reviewer codes."""
    with_all = repr(LISTS[what](as_who("manager")))
    own, coded = repr(LISTS[what](as_who("asha"))), ""
    if what != "office copy":
        coded = repr(LISTS[what](as_who("reviewer")))
    else:
        with pytest.raises(Refused, match="may not"):
            a_sheet(as_who("reviewer"), office_copy=True)
    assert "K-2" not in own
    assert "Rakesh" not in coded
    assert "2009, 7" not in coded
    assert "2009-07" not in coded
    assert ("K-1" in own) == ("K-1" in with_all)
    assert NAME not in with_all + own + coded
    with pytest.raises(Refused, match="no role"):
        LISTS[what](as_who("stranger"))


def test_a_case_of_somebody_else_is_not_there(as_who: AsWho) -> None:
    """Asked for another's case, or one mistyped, the refusal names none but one's own."""
    for ref in ("K-2", "K-3"):
        with pytest.raises(Refused, match=r"that you may see. Did you mean K-1\?"):
            casework.show(as_who("asha"), ref, TODAY)


def test_a_case_as_codes(as_who: AsWho) -> None:
    """A reviewer's case has no name, no title and no day of birth, but the age on the day of the offence."""
    case = casework.show(as_who("reviewer"), "K-1", TODAY)
    assert case.title is None
    assert "name" not in case.accused[0]
    assert case.victims[0]["age"] == {"status": "minor", "years": 14}


STRUCK = (
    *("assignment", "document", "exhibit", "handover", "link", "note", "notice", "placement", "process"),
    "witness",
)


def test_every_word_is_sorted(office: Office) -> None:
    """Each text of a case's tables is either a reviewer's to see or known to be kept from them."""
    kept = {
        f"{table.name}.{column.name}"
        for table in sight.of_cases()
        for column in table.columns
        if not sight.is_coded(table, column)
    }
    assert kept == {
        *("prosecution.title", "prosecution.fir_number", "prosecution.search", "accused.name"),
        "flagnote.note",
        *("victim.born_on", "proceeding.number", "proceeding.cnr", "event.reason", "event.age"),
        *("event.method", "event.note", "event.order_ref", "event.out_of_order"),
        *("hearing.note", "hearing.order_ref", "legalhold.reason"),
        *("assignment.name", "assignment.note", "witness.name", "witness.note", "note.text", "note.for_"),
        *("document.title", "document.path", "document.sha256", "document.exhibit", "document.note"),
        *("exhibit.sent_to", "exhibit.exhibited_as", "exhibit.note", "link.what", "link.said_by"),
        *("placement.place", "placement.note", "notice.note", "process.note"),
        *("handover.signed_by", "handover.mark", "handover.note"),
        *(f"{table}.struck" for table in STRUCK),
    }


def test_an_office_without_roles_has_one_person(office: Office) -> None:
    """Where nobody was named, whoever is at the desk does everything."""
    assert office.role == "administrator"
    casework.add_case(office, a_case("K-1").__class__(ref="K-1"), TODAY)
    assert roles.named(office) == ()


def test_a_role_is_what_it_is_now(as_who: AsWho) -> None:
    """A role given, changed or taken away holds for the next answer of an office that stays open."""
    asha, root = as_who("asha"), as_who("root")
    for role, sees in (("manager", 2), ("advocate", 1), (None, None), ("reviewer", 2)):
        roles.assign(root, "asha", role)
        if sees is None:
            with pytest.raises(Refused, match="no role"):
                docket.count(asha, "", TODAY)
        else:
            assert docket.count(asha, "", TODAY) == sees
        if role != "manager":
            with pytest.raises(Refused, match="may not do this"):
                asha.require("verify")


def test_the_last_administrator_stays(as_who: AsWho) -> None:
    """An office can't be left with roles and nobody to give them."""
    with pytest.raises(Refused, match="administrator"):
        roles.assign(as_who("root"), "root", None)


def test_opening_a_name_tells_the_manager(as_who: AsWho) -> None:
    """Breaking the glass wants a reason and is written down; a manager is told, once."""
    with pytest.raises(Refused, match="Say why"):
        identity.reveal(as_who("asha"), "K-1", "V1", "because")
    assert identity.reveal(as_who("asha"), "K-1", "V1", WHY) == NAME
    manager = as_who("manager")
    (told,) = identity.untold(manager)
    assert (told.who, told.ref, told.action) == ("asha", "K-1", "identity")
    assert WHY in (told.after or "")
    assert identity.untold(as_who("reviewer")) == ()
    identity.seen(manager, told.seq)
    assert identity.untold(manager) == ()


def test_an_erased_name_is_gone(place_for: PlaceFor, tmp_path: Path) -> None:
    """After erasing, no byte of the name is in the file or beside it; counts and the chain stay."""
    url = place_for("sqlite", tmp_path)
    with open_office(url) as office:
        interchange.write_cases(office, COURTS, [a_case("K-1", NAME), a_case("K-2")])
        hearings.record(office, "K-1", on=DAY, outcome="held", today=TODAY)
        erased = identity.erase(office, "K-1", "V1", authority="order 7 of 2024", reason=WHY)
        assert erased.backups == ()
        assert len(casework.show(office, "K-1", TODAY).victims) == 1
        assert testimony.verify(office).ok
        with pytest.raises(Refused, match="no name"):
            identity.reveal(office, "K-1", "V1", WHY)
    files = [path for path in tmp_path.iterdir() if path.is_file()]
    assert not any(NAME.encode() in path.read_bytes() for path in files)


def test_a_hold_keeps_names(office: Office) -> None:
    """Under legal hold nothing is erased; released, it is."""
    interchange.write_cases(office, COURTS, [a_case("K-1", NAME)])
    identity.hold(office, "K-1", "called for by the High Court")
    with pytest.raises(Refused, match="legal hold"):
        identity.erase(office, "K-1", "V1", authority="consent", reason=WHY)
    identity.hold(office, "K-1", None)
    identity.erase(office, "K-1", "V1", authority="consent", reason=WHY)
    assert testimony.verify(office).ok


@pytest.mark.parametrize("name", ["", " ", "x" * 201, "a\x1b[2Jb", "a\u202eb", "a\nb"])
def test_a_name_that_is_none(office: Office, name: str) -> None:
    """An empty, gigantic or steering name is refused without being repeated."""
    interchange.write_cases(office, COURTS, [a_case("K-1")])
    with pytest.raises(Refused) as refused:
        identity.keep(office, "K-1", "V1", name)
    assert name.strip() == "" or name not in str(refused.value)
