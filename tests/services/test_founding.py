"""The first office: encrypted, with its name and courts as people write them; refused, nothing is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.services import desk, founding, safekeeping
from tracker.services.founding import Wanted
from tracker.services.office import Refused, open_office
from tracker.store import reading

COURTS = "Special Court (POCSO), Dindoshi, 11\n\nCourt of Session, Sewree\n JMFC Magistrate "


def test_an_office_is_made_with_its_courts_and_encrypted(tmp_path: Path) -> None:
    """The kind follows from the name, the key from complex and room; the digits fit the person's work."""
    url = f"sqlite:///{tmp_path}/deep/office.db"
    wanted = Wanted(work="advocate", theme="light", name="Legal cell", courts=COURTS)
    key = founding.found(url, wanted, "four words of mine", user="asha")
    assert key is not None
    assert not safekeeping.is_plain_file(url)
    with open_office(url, user="asha", secret=lambda _: key) as office:
        with office.reading() as session:
            courts = reading.courts(session.connection())
        assert {name: one.kind for name, one in courts.items()} == {
            "dindoshi-11": "special_pocso",
            "sewree": "sessions",
            "jmfc-magistrate": "magistrate",
        }
        assert office.setting("name") == "Legal cell"
        assert desk.views(office)["9"].filter == "lead:asha"
        assert desk.theme(office) == "light"


@pytest.mark.parametrize(
    ("wanted", "passphrase", "says"),
    [
        (Wanted(), "short", "passphrase: at least 8 letters"),
        (Wanted(courts="A Court, Sewree, 3\nB Court, Sewree, 3"), None, "courts: two are called sewree-3"),
    ],
)
def test_refused_it_makes_nothing(tmp_path: Path, wanted: Wanted, passphrase: str | None, says: str) -> None:
    """One line says what would be right."""
    with pytest.raises(Refused, match=says):
        founding.found(f"sqlite:///{tmp_path}/office.db", wanted, passphrase, user="asha")
    assert list(tmp_path.iterdir()) == []
