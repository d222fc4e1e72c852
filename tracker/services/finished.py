"""Read a finished file back into the texts that somebody who gets it could read, hidden ones included.

A PDF is read at the level of its strings: every one of every stream and object, which takes in the title,
the author, bookmarks and form fields and is a hundred times quicker than laying its text out again. Words
of one cell lie in consecutive strings, so the strings of a stream are read as one text.
"""

from __future__ import annotations

import base64
import html
import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

Fields = Iterator[tuple[str, str]]
"""What the place is called, and the text that stands there."""

_STREAM = re.compile(rb"<<((?:[^<>]|<<[^<>]*>>|<[^<>]*>)*)>>\s*stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_STRING = re.compile(rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)|<([0-9A-Fa-f\s]*)>", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_KNOWN = {b"Title": "title", b"Author": "author", b"Subject": "subject", b"Keywords": "keywords"}


def fields(name: str, content: bytes) -> Fields:
    """Return the texts of a file by its kind, told from its name and its first letters."""
    kind = PurePath(name).suffix.lower()
    if kind == ".pdf" or content.startswith(b"%PDF"):
        yield from _pdf(content)
    elif kind in (".xlsx", ".docx", ".zip") or content.startswith(b"PK\x03\x04"):
        yield from _zip(content)
    elif kind == ".ics":
        yield from _ics(content)
    else:
        yield "text", content.decode("utf-8-sig", "replace")


def _pdf(content: bytes) -> Fields:
    page = 0
    outside = []
    last = 0
    for found in _STREAM.finditer(content):
        outside.append(content[last : found.start(2)])
        last = found.end(2)
        text = _strings(_opened(found[1], found[2]))
        if text.strip():
            page += 1
            yield f"page {page}", text
    outside.append(content[last:])
    rest = b"".join(outside)
    for key, called in _KNOWN.items():
        for told in re.finditer(
            rb"/" + key + rb"\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)", rest, re.DOTALL
        ):
            yield called, _strings(told[1])
    yield "title or bookmarks", _strings(rest)


def _opened(head: bytes, body: bytes) -> bytes:
    """Return what a stream holds once its filters are undone; one that we can't undo, as it is."""
    try:
        if b"ASCII85Decode" in head:
            body = base64.a85decode(body.strip().removesuffix(b"~>"))
        if b"FlateDecode" in head:
            body = zlib.decompress(body)
    except (ValueError, zlib.error):
        return body
    return b"" if b"/FontFile" in head or body[:4] in (b"\x00\x01\x00\x00", b"true") else body


def _strings(body: bytes) -> str:
    """Return the strings of a piece of PDF, one after the other."""
    found = []
    for literal, digits in _STRING.findall(body):
        if digits.strip():
            even = "".join(digits.decode().split())
            raw = bytes.fromhex(even + "0" * (len(even) % 2))
        else:
            raw = _ESCAPED.sub(_unescaped, literal)
        found.append(
            raw[2:].decode("utf-16-be", "replace")
            if raw[:2] == b"\xfe\xff"
            else raw.decode("cp1252", "replace")
        )
    return " ".join(found)


def _unescaped(found: re.Match[bytes]) -> bytes:
    said = found[1]
    if said[0] in b"01234567":
        return bytes([int(said, 8) & 255])
    return _LETTERS.get(said, b"" if said in b"\r\n" else said)


def _zip(content: bytes) -> Fields:
    try:
        with ZipFile(BytesIO(content)) as held:
            for info in held.infolist():
                yield "names inside", info.filename
                yield info.filename, _shown(held.read(info).decode("utf-8", "replace"))
    except BadZipFile:
        yield "text", content.decode("utf-8", "replace")


def _shown(markup: str) -> str:
    """Return what a piece of XML says, its attributes included; letters split by tags stay together."""
    said = re.findall(r'="([^"]*)"', markup)
    joined = re.sub(r"</(?:t|c|v|row|si|p)>", " ", markup)
    return html.unescape(" ".join([re.sub(r"<[^>]*>", "", joined), *said]))


def _ics(content: bytes) -> Fields:
    unfolded = re.sub(r"\r?\n[ \t]", "", content.decode("utf-8", "replace"))
    for line in unfolded.splitlines():
        key, _, said = line.partition(":")
        yield (
            key.partition(";")[0],
            f"{key} {said}".replace("\\n", " ").replace("\\,", ",").replace("\\;", ";"),
        )
