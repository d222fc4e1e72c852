"""The printed calendar: whole, neutral, in reading order, and the same bytes for the same sheet."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PageObject, PdfReader

from tests.pdf import boards
from tests.pdf.boards import DAY, line, private, sheet, sixty
from tracker.pdf import calendar
from tracker.services import sheets
from tracker.services.sheets import Line, Sheet
from tracker.services.sheetwords import LANGUAGES, WORDS


def read(made: Sheet, **how: object) -> PdfReader:
    """Return the printed sheet, read back."""
    return PdfReader(BytesIO(calendar.render(made, **how).content))  # type: ignore[arg-type]


def text(made: Sheet, **how: object) -> str:
    """Return all that the printed sheet says, pages and lines run together."""
    return " ".join(" ".join(page.extract_text().split()) for page in read(made, **how).pages)


def _places(page: PageObject) -> list[tuple[float, float]]:
    """Return where each text of a page begins."""
    found: list[tuple[float, float]] = []

    def visit(said: str, _matrix: object, at: list[float], _font: object, _size: object) -> None:
        if said.strip():
            found.append((at[4], at[5]))

    page.extract_text(visitor_text=visit)
    return found


def test_every_hearing_of_a_day_of_sixty_is_there_once() -> None:
    """Sixty refs in nine courts, each in its group, numbered in order."""
    made = sixty(clocks=(), waiting=(), changes=(), copy=1, before=0)
    said = text(made).partition("C. Clashes")[0]
    for one in made.lines:
        assert said.count(one.ref) == 1, one.ref
    assert all(f"Court {room}, {place}" in said for place, room in boards.COURTS if place.isascii())


def test_text_comes_out_in_reading_order() -> None:
    """Courts in order, and in each the order of business: what is copied out reads as it lies."""
    made = sixty(clocks=(), waiting=(), changes=())
    said = text(made).partition("C. Clashes")[0]
    places = [said.index(one.ref) for one in made.lines]
    assert places == sorted(places)


@pytest.mark.parametrize("size", ["a4", "a5", "letter"])
@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("layout", ["list", "week", "month"])
def test_every_paper_and_layout_stays_on_the_page(size: str, landscape: bool, layout: str) -> None:
    """No text is written beyond the paper's edge, above it or below it."""
    reader = read(sixty(layout=layout), size=size, landscape=landscape)
    for page in reader.pages:
        wide, high = float(page.mediabox.width), float(page.mediabox.height)
        places = _places(page)
        assert all(0 <= x <= wide and 0 <= y <= high for x, y in places)
        assert (wide > high) is landscape


def test_the_same_sheet_gives_the_same_bytes_whatever_was_printed_before() -> None:
    """Also in Devanagari, whose letters get private places in the font as they are met."""
    for language in LANGUAGES:
        made = sixty(language=language)
        first = calendar.render(made)
        calendar.render(sheet(line(1, complex="क्षत्रिय ज्ञानश्री")))
        assert calendar.render(made) == first
    assert calendar.render(sixty()).content != calendar.render(sixty(by="ravi")).content


def test_the_header_row_is_repeated_and_pages_are_counted() -> None:
    """A court of 200 matters: its name and the headings stand on each page, "page x of y" at its foot."""
    lines = [line(0, ref=f"MUM-2020-{n:03d}", hearing=n, number=f"{n + 1}/2020") for n in range(200)]
    pages = [page.extract_text() for page in read(sheet(*lines)).pages]
    boards_ = [page for page in pages if "MUM-2020" in page and "A. No next" not in page]
    assert len(boards_) > 8
    for number, page in enumerate(pages, 1):
        assert f"page {number} of {len(pages)}" in page
    for page in boards_:
        assert "Court 26, Borivali" in page
        assert "Next date" in page


def test_no_row_is_split() -> None:
    """A row's ref and its number, which stand in two lines of one cell, are always on one page."""
    lines = [line(0, ref=f"R-{n:03d}", number=f"{n + 1000}/2020", hearing=n) for n in range(200)]
    for page in read(sheet(*lines), size="a5", landscape=False).pages:
        said = page.extract_text()
        for n in re.findall(r"R-(\d{3})", said):
            assert f"{int(n) + 1000}/2020" in said


def test_no_page_says_only_that_there_is_nothing_more() -> None:
    """However full the last page is, four empty annexes stand below it in one line."""
    for many in range(1, 25):
        pages = [page.extract_text() for page in read(sheet(*map(_alone, range(many)))).pages]
        assert all("MUM-" in said for said in pages), many
        assert "D. Changes since the last copy: none" in pages[-1]


def test_empty_annexes_never_stand_alone_behind_one_that_is_not() -> None:
    """Which annexes are empty is said before the one that holds something, whatever room that leaves."""
    one = sixty().waiting[:1]
    for many in range(1, 40):
        pages = [page.extract_text() for page in read(sheet(_alone(0), waiting=one * many)).pages]
        assert all(re.search(r"[A-Z]{3}-\d{4}", said) for said in pages), many
        assert any("D. Changes since the last copy: none" in said for said in pages)


def _alone(n: int) -> Line:
    return line(n, clash=False, way=False, in_place_of="", beside=())


def test_every_page_of_a_sample_office_says_so() -> None:
    """The desk sheet and the supplement; no page of a real office does."""
    for made in (
        sixty(sample=True),
        sixty(sample=True, supplement=True),
    ):
        assert all("SAMPLE, invented people" in page.extract_text() for page in read(made).pages)
    assert "SAMPLE" not in text(sixty())


def test_a_long_purpose_wraps_whole() -> None:
    """A purpose of sixty letters is broken between words and loses none."""
    assert boards.LONG in text(sheet(line(0, purpose=boards.LONG)))


def test_an_empty_day_says_that_nothing_is_listed() -> None:
    """Proof that somebody looked: the day, its weekday, and the words."""
    said = text(sheet())
    assert "Thu 26-11-2026: No hearing listed" in said
    assert "A. No next date: none" in said
    week = sheet(first=DAY, last=DAY + timedelta(days=3), closed=((DAY + timedelta(days=3), "Sunday"),))
    assert text(week).count("No hearing listed") == 4
    assert "Sun 29-11-2026: No hearing listed (Courts closed: Sunday)" in text(week)


def test_the_foot_says_by_what_law_who_printed_and_what_must_not_be_done() -> None:
    """On every page: the law rows, what is contested, no advice, who and when, the copy, the warning."""
    for page in read(sixty()).pages:
        said = " ".join(page.extract_text().split())
        assert "law rows 8e9c0bec (newest rule of 01-07-2024)" in said
        assert "* contested, unsettled or not verified. Not legal advice." in said
        assert "Victims appear by code. Do not photograph." in said
        assert "Printed 24-11-2026 by asha; copy 2; mark " in said


def test_the_office_copy_is_marked_on_every_page_and_holds_what_the_desk_sheet_may_not() -> None:
    """Parties, station, FIR, sections and CNR stand on the marked copy, and on it alone."""
    lines = [line(n, office=private(n)) for n in range(30)]
    office = read(sheet(*lines, office_copy=True))
    assert all("OFFICE COPY" in page.extract_text() for page in office.pages)
    said = text(sheet(*lines, office_copy=True))
    desk = text(sheet(*(line(n) for n in range(30))))
    for private_ in ("Vilas Kalpanik", "Kinara Nagar", "POCSO-6-1", "MHCC05"):
        assert private_ in said
        assert private_ not in desk
    assert "OFFICE COPY" not in desk


@pytest.mark.parametrize("size", ["a4", "a5"])
def test_the_upright_office_copy_keeps_its_additions_in_one_piece(size: str) -> None:
    """They stand below the row, where there are no columns to cut a CNR, a name or a box to tick in two."""
    said = text(
        sheet(*(line(n, office=private(n)) for n in range(30)), office_copy=True), size=size, landscape=False
    )
    for n in range(30):
        assert f"{private(n).cnr} | State v Vilas Kalpanik +2 | Kinara Nagar" in said
    assert said.count("not reached") >= 30


def test_annex_c_says_where_else_and_who_covers() -> None:
    """The other court by number and complex with its hour, whether it is far, and who goes for whom."""
    said = text(sixty(), size="a5", landscape=False)
    assert "CLASH: also 11:30 Court 14, Dindoshi, another complex, MUM-2025-407" in said
    assert "other session: 11:30 Court 26, Borivali, another complex, MUM-2025-441 ravi (for kavita)" in said
    assert "26-11-2026 14:45 meena Court 26, Borivali MUM-2022-027" in said


def test_no_page_holds_only_that_nothing_changed() -> None:
    """Annexes that are empty need a line each, not a page."""
    lines = [line(0, ref=f"MUM-2020-{n:03d}", hearing=n) for n in range(200)]
    assert all("MUM-2020" in page.extract_text() for page in read(sheet(*lines)).pages)


def test_clocks_are_words_with_the_days_left() -> None:
    """Custody is said with its days, a passed limit in capitals, a doubtful clock with a star."""
    said = text(sixty())
    assert "CUSTODY 9 days left" in said
    assert "CUSTODY PASSED" in text(sheet(line(0, notes=(("custody", -3),))))
    assert "appeal *" in said


def test_changes_are_marked() -> None:
    """Annex D names what was added, moved from where, and removed."""
    said = text(sixty())
    for marked in ("ADDED", "MOVED", "REMOVED", "D. Changes since copy 1", "Tue 24-11-2026 11:00"):
        assert marked in said


def test_a_supplementary_sheet_holds_only_what_changed() -> None:
    """It is marked as one, lists the added and moved matters alone, and the changes."""
    said = text(sheets.supplement(sixty()))
    assert "SUPPLEMENTARY SHEET: only what changed since copy 1" in said
    assert said.count("MUM-2019-000") == 2
    assert "MUM-2022-003" not in said
    assert "A. No next date" not in said


def test_title_language_and_bookmarks_are_set() -> None:
    """A reader's window and outline say what it is; a voice knows in which language to read."""
    for language, tag in LANGUAGES.items():
        reader = read(sixty(language=language))
        assert reader.metadata is not None
        assert reader.metadata.title == calendar.title(sixty(language=language))
        assert str(reader.root_object["/Lang"]) == tag
        assert len(reader.outline) == 5


def test_the_month_counts_each_day() -> None:
    """A grid for each month, each day with its number of hearings."""
    lines = [line(n, date(2026, 12, 1 + n % 5)) for n in range(25)]
    made = sheet(*lines, layout="month", first=date(2026, 12, 1), last=date(2027, 1, 31))
    pages = read(made).pages
    assert "12-2026" in pages[0].extract_text()
    assert "01-2027" in pages[1].extract_text()
    assert "MUM-" not in text(replace(made, changes=())).partition("C. Clashes")[0]


def test_every_word_is_there_in_every_language() -> None:
    """No language lacks a word, and Marathi and Hindi have theirs in their own script."""
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}
    for language in ("mr", "hi"):
        foreign = [key for key, said in WORDS[language].items() if said.isascii() and key != "of"]
        assert foreign == []


def test_devanagari_is_shaped_and_embedded() -> None:
    """Conjuncts and the short i are drawn from glyphs of their own, from a font that is in the file."""
    printed = calendar.render(sheet(line(0, complex="दिंडोशी"), language="mr"))
    assert b"NotoSansDevanagari" in printed.content
    assert "दिंडोशी" in " ".join(printed.said)
    from tracker.pdf.fonts import Fonts

    fonts = Fonts()
    (_, shaped, width) = fonts.runs("क्षि", "Helvetica", 10)[0]
    assert len(shaped) < len("क्षि")
    assert 0 < width < 20
    assert [run[1] for run in fonts.runs("Zā 日", "Helvetica", 10)] == ["Za ?"]
