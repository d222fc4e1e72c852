"""The network of a case: the cases tied to it, through what, who says so and how sure; as text and as DOT.

A link names two cases and is walked either way, to a depth. Two links that say the same thing of the same
kind (a phone's last four digits) tie their cases as well, though nobody linked these two: such a tie is
`shared` and never surer than `possible`. A graph holds refs, labels, counts and the coded word alone, so
that it can be drawn by another program; who says so stands in the text only, for it may be somebody's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from tracker.domain import record_words, words
from tracker.domain.say import day, label
from tracker.services import fresh
from tracker.services.office import Office
from tracker.store import gathered

DEPTH = 3
MOST = 200
"""Cases that a network holds; it says so where there are more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One tie between two cases; `kind` is a word of the links, or `shared`."""

    ref: str
    other: str
    kind: str
    through: str | None
    what: str | None
    said_by: str | None
    sure: str | None
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One case of the network; `there` says whether the office holds it."""

    ref: str
    depth: int
    stage: str
    accused: tuple[str, ...]
    victims: int
    there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The network of a case, nearest first."""

    ref: str
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    more: bool


def network(office: Office, ref: str, depth: int = DEPTH) -> Network:
    """Return the network of a case. Raises Refused naming refs that come close."""
    with office.reading() as session:
        fresh.number_of(session, ref)
        far, ties, more = _walk(session, ref, depth)
        shown = gathered.shown(session, list(far))
    nodes = [_node(one, steps, shown.get(one)) for one, steps in far.items()]
    return Network(ref=ref, nodes=tuple(nodes), ties=tuple(ties), more=more)


def pointing_at(office: Office, ref: str) -> tuple[Tie, ...]:
    """Return the links by which other cases name this one. Raises Refused naming refs that come close."""
    with office.reading() as session:
        fresh.number_of(session, ref)
        rows = gathered.links_to(session, ref)
    return tuple(Tie(**dict(zip(_COLUMNS, row, strict=True))) for row in rows)


def _walk(session: Session, ref: str, depth: int) -> tuple[dict[str, int], list[Tie], bool]:
    """Return each case with its steps from the first, and the ties between them."""
    shared: dict[tuple[str, str], list[str]] = {}
    for through, what, one in gathered.shared(session, ()):
        shared.setdefault((through, what), []).append(one)
    far, ties, edge = {ref: 0}, dict[Tie, None](), [ref]
    for step in range(1, depth + 1):
        found = [Tie(**dict(zip(_COLUMNS, row, strict=True))) for row in gathered.links_of(session, edge)]
        found += _sharing(edge, shared)
        ties |= dict.fromkeys(found)
        new = [one for tie in found for one in (tie.ref, tie.other) if one not in far]
        edge = list(dict.fromkeys(new))[: MOST - len(far)]
        far |= dict.fromkeys(edge, step)
        if not edge:
            break
    kept = [tie for tie in ties if tie.ref in far and tie.other in far]
    return far, kept, len(kept) < len(ties) and len(far) >= MOST


_COLUMNS = ("ref", "kind", "other", "through", "what", "said_by", "sure", "on")


def _sharing(edge: list[str], shared: dict[tuple[str, str], list[str]]) -> Iterator[Tie]:
    for (through, what), refs in shared.items():
        here = [one for one in edge if one in refs]
        for one in here:
            for other in refs:
                if other != one:
                    first, second = sorted((one, other))
                    yield Tie(
                        ref=first,
                        other=second,
                        kind="shared",
                        through=through,
                        what=what,
                        said_by=None,
                        sure="possible",
                        on=None,
                    )


def _node(ref: str, depth: int, found: tuple[str, list[str], int] | None) -> Node:
    stage, accused, victims = found or ("", [], 0)
    return Node(
        ref=ref, depth=depth, stage=stage, accused=tuple(accused), victims=victims, there=found is not None
    )


def text(found: Network) -> Iterator[str]:
    """Yield the network as an indented tree: each case once, under the nearest one that leads to it."""
    nodes = {node.ref: node for node in found.nodes}
    done = {found.ref}

    def branch(ref: str, depth: int) -> Iterator[str]:
        for tie in found.ties:
            other = tie.other if tie.ref == ref else tie.ref if tie.other == ref else None
            if other is None:
                continue
            if other in done and nodes[other].depth <= nodes[ref].depth:
                continue
            again = other in done
            yield f"{'  ' * depth}- {_tie(tie)}: {other if again else _case(nodes[other])}"
            if not again and nodes[other].depth > nodes[ref].depth:
                done.add(other)
                yield from branch(other, depth + 1)

    yield _case(nodes[found.ref])
    yield from branch(found.ref, 1)
    if len(nodes) == 1:
        yield "Tied to no other case. `tracker add REF links kind=… ref=…` records a tie."
    if found.more:
        yield f"The nearest {MOST} cases are shown; there are more."


def _case(node: Node) -> str:
    if not node.there:
        return f"{node.ref} (not in this office)"
    victims = f"{node.victims} victim{'s' if node.victims != 1 else ''}"
    return (
        f"{node.ref}  {label(node.stage, words.Stage)}; {', '.join(node.accused) or 'no accused'}; {victims}"
    )


def _tie(tie: Tie) -> str:
    said = "shared" if tie.kind == "shared" else label(tie.kind, words.LinkKind)
    if tie.through:
        said += f", {label(tie.through, record_words.Through)}"
    said += f" ({tie.what})" if tie.what else ""
    said += f", {tie.sure}" if tie.sure else ""
    said += f", says {tie.said_by}" if tie.said_by else ""
    return said + (f" {day(tie.on)}" if tie.on else "")


def dot(found: Network) -> str:
    """Return the network as a graph in GraphViz's DOT: refs, labels, counts, coded words, nobody's name."""
    lines = [f"graph {_quoted('network of ' + found.ref)} {{", "  node [shape=box];"]
    for node in found.nodes:
        said = (
            f"{node.ref}\n{', '.join(node.accused) or '-'}; {node.victims} victims"
            if node.there
            else node.ref
        )
        style = ", style=dashed" if not node.there else ", penwidth=2" if node.ref == found.ref else ""
        lines.append(f"  {_quoted(node.ref)} [label={_quoted(said)}{style}];")
    for tie in found.ties:
        said = " ".join(filter(None, (tie.through or tie.kind.replace("_", " "), tie.what)))
        style = {"certain": "solid", "probable": "dashed"}.get(tie.sure or "", "dotted")
        ends = f"{_quoted(tie.ref)} -- {_quoted(tie.other)}"
        lines.append(f"  {ends} [label={_quoted(said)}, style={style}];")
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(said: str) -> str:
    """Return a text as DOT's quoted string: only a quotation mark ends one, and a line's end is written."""
    clean = "".join(letter for letter in said if letter == "\n" or letter.isprintable())
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
