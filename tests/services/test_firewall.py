"""Nothing is released with a victim's name in it, however the name is written or hidden."""

from __future__ import annotations

import csv
import io
import json
import logging
import pickle
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas

from tests.conftest import PlaceFor
from tests.services.conftest import Filed
from tests.services.offices import in_custody
from tracker.domain.case import Accused, Case, Victim
from tracker.domain.secret import Secret, Withheld
from tracker.services import firewall
from tracker.services.office import Office, Refused

NAME, RELATIVE, HINDI = "Gulabkali Tarabai Kalpit", "Dhondiram Kalpit", "गुलाबकली काल्पनिक"


def named() -> Case:
    """Return a case whose victims the office holds by name, and whose A2 is the father of V1."""
    case = in_custody()
    victims = (
        replace(case.victims[0], name=NAME),
        replace(case.victims[1], name=HINDI),
        Victim(code="V3", name="Asha"),
    )
    accused = (*case.accused, Accused(label="A2", name=RELATIVE, relative_of="V1"))
    return replace(case, victims=victims, accused=accused)


@pytest.fixture
def office_url(place_for: PlaceFor, tmp_path: Path) -> str:
    """On SQLite alone: what is searched is read alike from both databases (see `test_phone`)."""
    return place_for("sqlite", tmp_path)


@pytest.fixture
def held(office: Office, file_cases: Filed) -> Office:
    """An office that holds names."""
    file_cases(named())
    return office


def pdf(write: Callable[[Canvas], object]) -> bytes:
    """Return a PDF as a program may make it."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(50, 700, "A page")
    write(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _outline(canvas: Canvas) -> None:
    canvas.bookmarkPage("x")
    canvas.addOutlineEntry(NAME, "x")


def _two_lines(canvas: Canvas) -> None:
    text = canvas.beginText(50, 600)
    text.textLines(NAME.replace(" ", "\n"))
    canvas.drawText(text)


def xlsx(fill: Callable[[Workbook], object]) -> bytes:
    """Return a workbook."""
    book, out = Workbook(), io.BytesIO()
    fill(book)
    book.save(out)
    return out.getvalue()


def _cell(book: Workbook) -> None:
    book.worksheets[0]["A1"] = f'=HYPERLINK("x","{NAME}")'


def _sheet_name(book: Workbook) -> None:
    book.worksheets[0].title = "Gulabkali Kalpit"


def _property(book: Workbook) -> None:
    book.properties.creator = NAME


WAYS: dict[str, tuple[str, bytes]] = {
    "text of a page": ("a.pdf", pdf(lambda c: c.drawString(50, 600, f"State v X, {NAME}"))),
    "small letters": ("a.pdf", pdf(lambda c: c.drawString(50, 600, NAME.lower()))),
    "over two lines of a cell": ("a.pdf", pdf(_two_lines)),
    "title": ("a.pdf", pdf(lambda c: c.setTitle(NAME))),
    "author": ("a.pdf", pdf(lambda c: c.setAuthor(NAME))),
    "subject": ("a.pdf", pdf(lambda c: c.setSubject(NAME))),
    "keywords": ("a.pdf", pdf(lambda c: c.setKeywords(NAME))),
    "title in Devanagari": ("a.pdf", pdf(lambda c: c.setTitle(HINDI))),
    "bookmark": ("a.pdf", pdf(_outline)),
    "file name of a PDF": (f"{NAME}.pdf", pdf(lambda c: None)),
    "file name with joiners": ("gulabkali_tarabai-kalpit.csv", b"a,b\n"),
    "a PDF under another name": ("a.txt", pdf(lambda c: c.drawString(50, 600, NAME))),
    "table cell": ("a.csv", f"ref,who\nA-1,{NAME}\n".encode()),
    "table cell that is a formula": ("a.csv", f'ref\n"=CMD(""{NAME}"")"\n'.encode()),
    "table with a byte-order mark": ("a.csv", f"{NAME}\n".encode("utf-8-sig")),
    "words turned round": ("a.csv", b"Kalpit, Gulabkali Tarabai\n"),
    "first name alone": ("a.csv", b"spoke with Gulabkali today\n"),
    "letters with accents": ("a.csv", "Gulábkali Tarabāi Kalpit\n".encode()),
    "wide letters": ("a.csv", "Ｇｕｌａｂｋａｌｉ\n".encode()),
    "letters with a joiner inside": ("a.csv", "Gulab\u200bkali\n".encode()),
    "unbreakable spaces": ("a.csv", NAME.replace(" ", "\u00a0").encode()),
    "Devanagari": ("a.csv", HINDI.encode()),
    "a relative": ("a.csv", f"father: {RELATIVE}".encode()),
    "summary of an entry": ("a.ics", f"BEGIN:VEVENT\r\nSUMMARY:{NAME}\r\nEND:VEVENT\r\n".encode()),
    "description over a fold": ("a.ics", b"DESCRIPTION:call Gulab\r\n kali Tarabai Kalpit\r\n"),
    "description with escapes": ("a.ics", b"DESCRIPTION:Gulabkali\\n Tarabai\\, Kalpit\r\n"),
    "location": ("a.ics", f"LOCATION;LANGUAGE=en:House of {NAME}\r\n".encode()),
    "attendee": ("a.ics", b'ATTENDEE;CN="Gulabkali Tarabai Kalpit":mailto:x@example.org\r\n'),
    "cell of a workbook": ("a.xlsx", xlsx(_cell)),
    "name of a sheet": ("a.xlsx", xlsx(_sheet_name)),
    "property of a workbook": ("a.xlsx", xlsx(_property)),
    "JSON": ("a.json", json.dumps({"note": HINDI}, ensure_ascii=False).encode()),
}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder for what is released."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("way", WAYS)
def test_each_way_out_is_closed(held: Office, out: Path, way: str) -> None:
    """The release stops, says whose name and in which field, and neither the name nor a file is left."""
    name, content = WAYS[way]
    with pytest.raises(Refused) as refusal:
        firewall.release(held, out / name, content)
    said = str(refusal.value)
    assert "MUM-2026-001 stands in its " in said
    assert not {"gulabkali", "tarabai", "dhondiram", "गुलाबकली"} & set(firewall.words_in(said))
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        "asha goes to court 11",
        "Kalpit and sons",
        "tarabai",
        "Gulab Kali",
        "State v Salim Sheikh",
        "",
    ],
)
def test_what_is_no_name_is_released(held: Office, tmp_path: Path, content: str) -> None:
    """A surname alone, an advocate who shares a victim's first name, and half a name are no find."""
    file = firewall.release(held, tmp_path / "a.csv", content.encode())
    assert file.read_text() == content
    assert file.stat().st_mode & 0o077 == 0


def test_letters_that_cant_be_read_back_are_searched_as_they_were_said(held: Office, tmp_path: Path) -> None:
    """A shaped text leaves glyphs in a PDF; the firewall is told the words."""
    with pytest.raises(Refused, match="V2 of MUM-2026-001 stands in its text"):
        firewall.release(held, tmp_path / "a.pdf", pdf(lambda c: None), [f"साक्षी {HINDI}"])


def test_an_office_without_names_releases_anything(office: Office, file_cases: Filed, tmp_path: Path) -> None:
    """Codes are no names."""
    file_cases(in_custody())
    assert firewall.release(office, tmp_path / "a.csv", b"V1 of MUM-2026-001").exists()


def _logged(secret: Secret) -> str:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.handleError = lambda record: None  # type: ignore[method-assign]
    logger = logging.Logger("leak", logging.DEBUG)
    logger.addHandler(handler)
    logger.error("the victim is %s", secret)
    return out.getvalue()


def _crashed(secret: Secret) -> str:
    try:
        raise ValueError(secret)
    except ValueError as error:
        return repr(error)


PRINTED: dict[str, Callable[[Secret], object]] = {
    "str": str,
    "an f-string": lambda secret: f"{secret}",
    "a padded f-string": lambda secret: f"{secret:>40}",
    "percent": lambda secret: "%s" % secret,  # noqa: UP031
    "print": lambda secret: print(secret, file=io.StringIO()),
    "json": lambda secret: json.dumps({"name": secret}),
    "json with str": lambda secret: json.dumps({"name": secret}, default=str),
    "pickle": pickle.dumps,
    "csv": lambda secret: csv.writer(io.StringIO()).writerow([secret]),
    "a workbook": lambda secret: xlsx(lambda book: book.worksheets[0].append([secret])),
    "join": lambda secret: " ".join([secret]),  # type: ignore[list-item]
    "adding": lambda secret: "name: " + secret,  # type: ignore[operator]
    "a canvas": lambda secret: pdf(lambda canvas: canvas.drawString(1, 1, secret)),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("way", PRINTED)
def test_a_secret_is_printed_by_nothing(way: str) -> None:
    """Each way to make text of it fails, and the failure doesn't say it either."""
    with pytest.raises((TypeError, ValueError, AttributeError)) as error:
        PRINTED[way](Secret(NAME))
    assert "Gulabkali" not in str(error.value)


@pytest.mark.parametrize("shown", [repr, _crashed, _logged, lambda s: repr([s]), lambda s: repr({"name": s})])
def test_what_shows_an_object_shows_that_it_is_withheld(shown: Callable[[Secret], str]) -> None:
    """Tracebacks, logs and debuggers show the type alone."""
    assert "Gulabkali" not in shown(Secret(NAME))


def test_a_secret_is_compared_and_revealed_by_name_only() -> None:
    """Two of the same text are equal, and the text comes out by `reveal`."""
    assert Secret(NAME) == Secret(NAME) != Secret("another")
    assert Secret(NAME) != NAME
    assert len({Secret(NAME), Secret(NAME)}) == 1
    assert Secret(NAME).reveal() == NAME
    assert not Secret("")
    assert issubclass(Withheld, TypeError)


def test_every_text_of_a_bad_file_is_searched_whatever_it_holds(held: Office, tmp_path: Path) -> None:
    """A broken stream, odd digits and a file that only claims to be a workbook stop nothing."""
    broken = b"%PDF-1.4 << /Filter /FlateDecode >> stream\nxx(\\9)<4>\nendstream (" + NAME.encode() + b")"
    for name, content in (("a.pdf", broken), ("a.xlsx", NAME.encode())):
        with pytest.raises(Refused):
            firewall.release(held, tmp_path / name, content)


def test_a_long_file_is_searched_once(held: Office) -> None:
    """A name at the end of a megabyte is found as one at its start."""
    texts: Iterable[tuple[str, str]] = [("text", "evidence asha " * 80_000 + NAME)]
    assert firewall.leaks(held, texts) == [("V1 of MUM-2026-001", "text")]
