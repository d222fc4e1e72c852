"""The identity firewall: nothing leaves the office with a victim's name in it.

Whatever is finished, a PDF, a phone calendar, a table, with its file name and what it says about itself,
is read back and searched for the name of every victim whom the office holds by name, and of every accused
who is a victim's relative (POCSO Act s. 33(7), JJ Act s. 74, BNS s. 72: a relative's name is a clue). A
find stops the release; the refusal names whose name it was, by code, and the field, never the name.

A name is found whole, in whatever order, case, spacing or marks its words are written, and by its first
word alone. A first word that is also an advocate's, an accused's or a place's is no find by itself: it
would stop every sheet of an office with an advocate of that name. Initials, nicknames and another script
are not found; what is typed into notes stays the typist's care, and desk sheets print no notes.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.secret import Secret
from tracker.services import finished
from tracker.services.office import Office, Refused
from tracker.store import database, naming

SHORTEST = 3
"""A first word of fewer letters is looked for only within its whole name."""


_LATIN = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody's name, and who it is: "V2 of MUM-2019-014", "A1 (relative of V1) of …"."""

    whose: str
    held: Secret


def release(
    office: Office,
    path: Path,
    content: bytes,
    said: Iterable[str] = (),
    *,
    what: str = "a file",
    action: str = "export",
) -> Path:
    """Write a finished file, whole and for its owner alone, unless a name is in it or in its file name.

    `said` holds texts that can't be read back from the file, such as shaped letters of a PDF; `what` is
    what the audit calls it, and `action` the audit's word for letting it go. Raises Refused, with nothing
    written.
    """
    inspect(office, path.name, content, said)
    office.log(action, what)
    write_bytes(path, content)
    return path


def inspect(office: Office, name: str, content: bytes, said: Iterable[str] = ()) -> None:
    """Search a finished file; raises Refused naming each field in which somebody's name stands."""
    fields = [("file name", Path(name).stem), *finished.fields(name, content)]
    fields += [("text", one) for one in said]
    found = leaks(office, fields)
    if found:
        raise Refused(*(f"Not released: the name of {whose} stands in its {field}" for whose, field in found))


def leaks(office: Office, fields: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return whose name stands in which field, each once, in the order of the fields."""
    with office.reading(whole=True) as session:
        apart = database.under_policies(session.connection())
        named = [*naming.relatives(session), *(() if apart else naming.victims(session))]
        names = [Name(whose, held) for whose, held in named]
        public = _words_of(naming.public(session), office.user) if names or apart else frozenset()
        fields = list(fields)
        found = list(_found(fields, names, public)) if names else []
        if apart:
            texts = [" ".join(words_in(said)) for _, said in fields]
            by_field = zip(fields, naming.held_in(session, texts, public), strict=True)
            found += [(whose, field) for (field, _), some in by_field for whose in some]
    return list(dict.fromkeys(found))


def _found(
    fields: Iterable[tuple[str, str]], names: list[Name], public: frozenset[str]
) -> Iterator[tuple[str, str]]:
    wanted = _Wanted(names, public)
    for field, text in fields:
        for whose in wanted.within(text):
            yield whose, field


class _Wanted:
    """The names looked for, by each of their words, so that a long text is walked once."""

    def __init__(self, names: list[Name], public: frozenset[str]) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name in names:
            words = words_in(name.held.reveal())
            whose = name.whose
            if set(words) & set(words_in(whose)):  # a ref that holds the name isn't said either
                whose = f"{whose.partition(' of ')[0]} of a case whose own ref may hold it"
            for size in {len(words), 1} if words else ():
                if size == 1 and len(words) > 1 and (len(words[0]) < SHORTEST or words[0] in public):
                    continue
                if size == 1 and words[0] in public:
                    continue
                asked = (tuple(sorted(words[:size])), whose)
                for word in set(words[:size]):
                    self._by_word.setdefault(word, []).append(asked)

    def within(self, text: str) -> Iterator[str]:
        """Yield whose names stand in the text."""
        words = words_in(text)
        for at, word in enumerate(words):
            for asked, whose in self._by_word.get(word, ()):
                size = len(asked)
                starts = range(max(0, at - size + 1), at + 1)
                if any(tuple(sorted(words[start : start + size])) == asked for start in starts):
                    yield whose


def words_in(text: str) -> list[str]:
    """Return the words of a text in small letters, without marks of accent, joiners and punctuation."""
    if text.isascii():
        return _LATIN.findall(text.lower())
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = (one for one in bare if not ("\u0300" <= one <= "\u036f" or unicodedata.category(one) == "Cf"))
    return "".join(one if unicodedata.category(one)[0] in "LM" else " " for one in kept).split()


def _words_of(texts: Iterable[str], *more: str) -> frozenset[str]:
    return frozenset(word for text in (*texts, *more) for word in words_in(text))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read; it appears whole or not at all. Raises Refused."""
    new = path.with_name(path.name + ".part")
    try:
        with suppress(FileNotFoundError):
            new.unlink()
        with os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content)
        new.replace(path)
    except OSError as error:
        raise Refused(f"The file can't be written: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            new.unlink()
