"""Who may do what: the table of roles, tried out on every job; and names, opened, erased and held."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import PlaceFor
from tests.services.conftest import COURTS
from tests.services.test_testimony import DAY, SHEET, a_case
from tracker.services import casework, filing, hearings, identity, interchange, roles, testimony
from tracker.services.office import Office, Refused, open_office

TODAY = date(2024, 9, 30)
NAME = "Meena Kumari"
WHY = "the hospital asked whom to call"
Job = Callable[[Office, str], object]
AsWho = Callable[[str], Office]


@pytest.fixture
def as_who(office_url: str) -> Iterator[AsWho]:
    """Open an office with a person for each role; K-1 is asha's, K-2 nobody's; both have a name on file."""
    opened: list[Office] = []

    def as_(who: str) -> Office:
        opened.append(open_office(office_url, user=who))
        return opened[-1]

    with open_office(office_url, user="asha") as office:
        cases = [a_case("K-1", NAME), a_case("K-2", NAME)]
        cases[1].lead, cases[1].hearings = None, ()
        interchange.write_cases(office, COURTS, cases)
        roles.assign(office, "root", "administrator")
        for role in ("advocate", "manager", "reviewer"):
            office.user, who = "root", {"advocate": "asha"}.get(role, role)
            roles.assign(office, who, role)
    yield as_
    for office in opened:
        office.close()


JOBS: dict[str, Job] = {
    "show": lambda office, ref: casework.show(office, ref, TODAY),
    "record": lambda office, ref: casework.record(office, ref, SHEET, TODAY),
    "export": lambda office, ref: list(interchange.export(office, [ref])),
    "export all": lambda office, ref: list(interchange.export(office)),
    "export names": lambda office, ref: list(
        interchange.export(office, [ref], with_identities=True, today=TODAY)
    ),
    "print": lambda office, ref: office.log("print", "sheet", ref, numbers=[int(ref[-1])]),
    "open a name": lambda office, ref: identity.reveal(office, ref, "V1", WHY),
    "keep a name": lambda office, ref: identity.keep(office, ref, "V1", "Another"),
    "erase a name": lambda office, ref: identity.erase(office, ref, "V1", authority="order 7", reason=WHY),
    "hold": lambda office, ref: identity.hold(office, ref, WHY),
    "new case": lambda office, ref: casework.add_case(office, a_case("K-9"), TODAY),
    "rebuild": lambda office, ref: filing.rebuild(office),
    "set the office": lambda office, ref: office.set("name", "x"),
    "set the desk": lambda office, ref: office.set(f"desk:{office.user}:theme", "x"),
    "give roles": lambda office, ref: roles.assign(office, "ravi", "manager"),
    "what nobody thought of": lambda office, ref: office.log("brew", "tea"),
}
TABLE = {  # job: who may do it in K-1, which is the advocate's own; in K-2, which is not
    "show": ("asha manager reviewer root", "manager reviewer root"),
    "record": ("asha manager root", "manager root"),
    "export": ("asha manager reviewer root", "manager reviewer root"),
    "export all": ("manager reviewer root", "manager reviewer root"),
    "export names": ("asha manager root", "manager root"),
    "print": ("asha manager reviewer root", "manager reviewer root"),
    "open a name": ("asha manager root", "manager root"),
    "keep a name": ("asha manager root", "manager root"),
    "erase a name": ("manager root", "manager root"),
    "hold": ("manager root", "manager root"),
    "new case": ("asha manager root", "asha manager root"),
    "rebuild": ("manager root", "manager root"),
    "set the office": ("manager root", "manager root"),
    "set the desk": ("asha manager reviewer root", "asha manager reviewer root"),
    "give roles": ("root", "root"),
    "what nobody thought of": ("root", "root"),
}


@pytest.mark.parametrize("who", ["asha", "manager", "reviewer", "root", "stranger"])
@pytest.mark.parametrize("job", TABLE)
def test_the_table_of_roles(as_who: AsWho, job: str, who: str) -> None:
    """Each role does what the table says for its own case and for another, and is refused the rest."""
    for ref, may in zip(("K-1", "K-2"), TABLE[job], strict=True):
        office = as_who(who)
        before = testimony.head(office)
        if who in may.split():
            if job != "new case" or ref == "K-1":
                JOBS[job](office, ref)
        else:
            with pytest.raises(Refused):
                JOBS[job](office, ref)
            assert testimony.head(office) == before
        assert testimony.verify(office).ok


def test_an_office_without_roles_has_one_person(office: Office) -> None:
    """Where nobody was named, whoever is at the desk does everything."""
    assert office.role == "administrator"
    casework.add_case(office, a_case("K-1").__class__(ref="K-1"), TODAY)
    assert roles.named(office) == ()


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
