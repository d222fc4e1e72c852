"""A table of what FIRs, charge sheets and clerks write, and what it is read as."""

from __future__ import annotations

from datetime import date

import pytest

import statutes
from tracker.domain import clerk

# Year of the offence (September), the line, what it is read as. `ITPA:4?2` is s. 4 of the Act with two rows
# that it may be; `IPC:302` has no row; `-:8(c)` is of an Act outside the catalogue.
LINES: list[tuple[int | None, str, str]] = [
    (2019, "370(3) r/w 34 IPC", "IPC-370-3 IPC-34"),
    (2019, "376(2)(n)", "IPC-376-2"),
    (2019, "u/s 4,5,6 PITA", "ITPA:4?2 ITPA:5?7 ITPA-6-1"),
    (2019, "3,4,5 of the Immoral Traffic (Prevention) Act", "ITPA:3?4 ITPA:4?2 ITPA:5?7"),
    (
        2019,
        "3(1), 4(1), 5(1)(a) & 5(1)(d) of Immoral Traffic (Prevention) Act, 1956",
        "ITPA-3-1-first ITPA-4-1 ITPA-5-1-a ITPA-5-1-d",
    ),
    (2019, "363/366/368", "IPC-363 IPC-366 IPC-368"),
    (2019, "354D.363", "IPC-354D-2-first IPC-363"),
    (2019, "POCSO 4, 8, 17", "POCSO:4?2 POCSO-8 POCSO-17"),
    (2015, "POCSO 4, 8, 17", "POCSO-4-v2012 POCSO-8 POCSO-17"),
    (2019, "भा.दं.सं. 370", "IPC:370?7"),
    (2019, "भा.दं.सं. ३७०(३)", "IPC-370-3"),
    (2019, "भादंवि कलम ३७०(४), ३४", "IPC-370-4 IPC-34"),
    (2019, "भा. दं. वि. ३६६अ, ३७२ सह पिटा ६", "IPC-366A IPC-372 ITPA-6-1"),
    (
        2019,
        "भा.दं.वि. कलम ३७०(३), ३६६(अ), ३५४(ड) सह पोक्सो ८, १७",
        "IPC-370-3 IPC-366A IPC-354D-2-first POCSO-8 POCSO-17",
    ),
    (2025, "भारतीय न्याय संहिता धारा 143(4), 98", "BNS-143-4 BNS-98"),
    (2025, "बीएनएस १४३(५) व पोक्सो ६, १७", "BNS-143-5 POCSO-6-1 POCSO-17"),
    (2025, "143(3), 143(4) BNS", "BNS-143-3 BNS-143-4"),
    (2025, "B.N.S. 143(5), 144(1) r/w 3(5)", "BNS-143-5 BNS-144-1 BNS-3-5"),
    (2025, "351(3) of Bharatiya Nyaya Sanhita, 2023", "BNS-351-3"),
    (2025, "64(1), 65(1) BNS r/w 49", "BNS-64-1 BNS-65-1 BNS-49"),
    (2025, "111(2)(b) B.N.S.", "BNS-111-2-b"),
    (2025, "137(2)", "BNS-137-2"),
    (2025, "143", "BNS:143?7"),
    (2019, "370", "IPC:370?7"),
    (2019, "370 IPC", "IPC:370?7"),
    (2019, "IPC 370(A)(2), 372, 373", "IPC-370A-2 IPC-372 IPC-373"),
    (2019, "Sec. 370-A (1) I.P.C.", "IPC-370A-1"),
    (2019, "U/Sec.366(A),372,373 IPC", "IPC-366A IPC-372 IPC-373"),
    (2019, "366 A, 506(2) IPC", "IPC-366A IPC-506-II"),
    (2019, "506 Part II IPC", "IPC-506-II"),
    (2019, "506(I) IPC", "IPC-506-I"),
    (2019, "506 IPC", "IPC:506?2"),
    (2019, "s. 342, 344 and 346 of the Indian Penal Code", "IPC-342 IPC-344 IPC-346"),
    (2019, "sections 120B(1), 34 I P C", "IPC-120B-1 IPC-34"),
    (2016, "376(1) IPC", "IPC-376-1-v2013"),
    (2019, "376(1) IPC", "IPC-376-1-v2018"),
    (2019, "376(3), 376 AB IPC", "IPC-376-3 IPC-376AB"),
    (2019, "376(D)(A) IPC", "IPC-376DA"),
    (2016, "376(2)(i) IPC", "IPC-376-2-i"),
    (2019, "354(A)(2), 354(B) I.P.C", "IPC-354A-2 IPC-354B"),
    (2019, "IPC 370, 372 & 3(1), 6 ITPA", "IPC:370?7 IPC-372 ITPA-3-1-first ITPA-6-1"),
    (2019, "IPC 370(3), 372; ITPA 6(1); POCSO 17", "IPC-370-3 IPC-372 ITPA-6-1 POCSO-17"),
    (2019, "370(3), 372 IPC, 6 PITA Act, 17 POCSO Act", "IPC-370-3 IPC-372 ITPA-6-1 POCSO-17"),
    (2019, "370(3),(4),(5) IPC", "IPC-370-3 IPC-370-4 IPC-370-5"),
    (2019, "7(1)(b), 7(2) P.I.T.A.", "ITPA-7-1 ITPA-7-2-first"),
    (2019, "8 PITA", "ITPA:8?3"),
    (2019, "6, 9 of Prevention of Immoral Trafficking Act", "ITPA-6-1 ITPA-9"),
    (2019, "S.I.T.A. 6", "ITPA-6-1"),
    (2019, "ITP Act 67B", "ITPA:67B"),
    (2019, "Immoral Traffic 67B", "ITPA:67B"),
    (2019, "I.T. Act 3, 4, 5", "IT:3 IT:4 IT:5"),
    (2019, "67B IT Act 2000", "IT-67B-first"),
    (2019, "66E, 67, 67A of Information Technology Act, 2000", "IT-66E IT-67-first IT-67A-first"),
    (2019, "17 r/w 6 of Protection of Children from Sexual Offences Act 2012", "POCSO-17 POCSO-6-1"),
    (2019, "POSCO 5(l), 6", "POCSO-6-1 POCSO-6-1"),
    (2019, "3, 4 of POCSO", "POCSO:3?2 POCSO:4?2"),
    (2019, "7/8, 11/12 POCSO", "POCSO-8 POCSO-8 POCSO-12 POCSO-12"),
    (2019, "16, 17, 18 of the POCSO Act", "POCSO-16 POCSO-17 POCSO-18"),
    (2019, "75, 81 J.J. Act 2015", "JJ-75-v2016 JJ-81-v2016"),
    (
        2023,
        "75 and 81 Juvenile Justice (Care and Protection of Children) Act, 2015",
        "JJ-75-v2022 JJ-81-v2022",
    ),
    (2023, "Section 79 JJ Act r/w 16 Bonded Labour System (Abolition) Act 1976", "JJ-79-v2022 BLSA-16"),
    (2019, "14(1) Child Labour (Prohibition & Regulation) Act", "CALPRA-14-1"),
    (2019, "14(1A), 14(2) of the Child and Adolescent Labour Act", "CALPRA-14-1A CALPRA-14-2"),
    (2019, "3(2)(v) SC/ST (PoA) Act", "SCST-3-2-v"),
    (
        2019,
        "3(1)(w)(i), 3(2)(va) of Scheduled Castes and Scheduled Tribes (Prevention of Atrocities) Act, 1989",
        "SCST-3-1-w-i SCST-3-2-va",
    ),
    (2019, "3(1)(ii), 3(2), 3(4) MCOCA", "MCOCA-3-1-ii MCOCA-3-2 MCOCA-3-4"),
    (2019, "19 THOA", "THOTA-19"),
    (2019, "302 IPC", "IPC:302"),
    (2019, "8(c), 20(b) N.D.P.S. Act", "-:8(c) -:20(b)"),
    (2019, "164 Cr.P.C.", "CRPC:164"),
    (2019, "C.R. No. 412/2019 u/s 370(3) IPC", "IPC-370-3"),
    (2019, "3 to 6 PITA", "ITPA:3?4 ITPA:4?2 ITPA:5?7 ITPA-6-1"),
    (2019, "IPC-370-5", "IPC-370-5"),
    (2019, "374 IPC r.w. 23 JJ Act 2000", "IPC-374 JJ2000:23"),
    (None, "376(2)(n)", "IPC-376-2"),
    (None, "143(4)", "BNS-143-4"),
    (None, "POCSO 6", "POCSO:6?2"),
    (None, "370 and such sections", "IPC:370?7"),
    (2019, "34/114/120-B IPC", "IPC-34 IPC-114 IPC:120B?2"),
    (2019, "परि. 370(3) भा.दं.वि", "IPC-370-3"),
]


def said(line: clerk.Line) -> str:
    """Return a reading as the table writes it."""
    return " ".join(
        one.ids[0]
        if one.exact
        else f"{one.act or '-'}:{one.section}" + (f"?{len(one.ids)}" if one.ids else "")
        for one in line.cited
    )


@pytest.mark.parametrize(("year", "text", "expected"), LINES)
def test_a_clerks_line_is_read_as_the_table_says(year: int | None, text: str, expected: str) -> None:
    """Spellings of Acts, joined sections, either script, either code, the version of the day."""
    on = date(year, 9, 10) if year else None
    assert said(clerk.read(text, on)) == expected


def test_there_are_more_than_sixty_spellings() -> None:
    """The table is as long as it is meant to be, and no line stands twice."""
    assert len({text for _, text, _ in LINES}) > 60


@pytest.mark.parametrize("id_", statutes.provisions())
def test_a_provision_printed_is_read_back_as_itself(id_: str) -> None:
    """Every row of the catalogue, written as a clerk writes it or by its id, comes back whole."""
    row = statutes.provisions()[id_]
    for text in (clerk.cite(row), id_):
        line = clerk.read(text, row.from_ or row.covered_from)
        assert [one.ids for one in line.cited] == [(id_,)]
        assert line.cited[0].exact
        assert not line.unread


def test_a_line_of_many_ids_is_read_back_in_order() -> None:
    """What is printed with semicolons is read as the same list."""
    rows = [statutes.provisions()[id_] for id_ in ("IPC-370-5", "ITPA-5-1-child", "POCSO-6-1", "JJ-81-v2016")]
    line = clerk.read("; ".join(clerk.cite(row) for row in rows), date(2019, 9, 10))
    assert [one.ids[0] for one in line.cited] == [row.id for row in rows]


@pytest.mark.parametrize(
    "form", [(row.id, form) for row in statutes.spellings().values() for form in row.forms]
)
def test_every_spelling_of_an_act_is_read_before_and_after_its_sections(form: tuple[str, str]) -> None:
    """No spelling in the table is one that another swallows."""
    id_, text = form
    row = statutes.spellings()[id_]
    for line in (f"{text} 6", f"{text.upper()} s. 6"):
        found = clerk.read(line, date(2019, 9, 10)).cited
        assert [one.act for one in found] == [row.act], line
        assert found[0].section == "6"


def test_what_cannot_be_read_is_said() -> None:
    """Words nobody knows, an Act without a section, and a section that its Act doesn't have are all told."""
    line = clerk.read("370(3) IPC and other relevant sections, POCSO", date(2019, 9, 10))
    assert line.unread == ("other", "relevant", "POCSO Act: no section is named with it")
    wrong = clerk.read("Immoral Traffic 67B").cited[0]
    assert "its last is s. 25" in wrong.says
    assert "Information Technology Act" in wrong.says
    assert "punishes nothing" in clerk.read("IT Act 3").cited[0].says
    assert clerk.read("").cited == ()


def test_what_is_not_exact_names_what_it_may_be() -> None:
    """370 alone may be any of its sub-sections, each named."""
    one = clerk.read("370 IPC", date(2019, 9, 10)).cited[0]
    assert not one.exact
    assert one.ids == tuple(f"IPC-370-{n}" for n in range(1, 8))
    assert "IPC 370(4) (IPC-370-4)" in one.says


def test_a_first_conviction_is_not_taken_in_silence() -> None:
    """A row of a first conviction says that it was read so, and which row the other is."""
    one = clerk.read("ITPA 3(1)").cited[0]
    assert one.ids == ("ITPA-3-1-first",)
    assert "ITPA-3-1-repeat" in one.says


def test_sections_joined_by_read_with_are_told_of_each_other() -> None:
    """`r/w 34` is joint liability for the section before it."""
    found = clerk.read("370(3) r/w 34 IPC", date(2019, 9, 10)).cited
    assert found[0].read_with == ("34",)
    assert found[1].read_with == ()
