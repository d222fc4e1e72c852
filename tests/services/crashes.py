"""Kill a program that writes, at a random moment and again and again; say what was lost.

Run by `test_crashes` in a process of its own, because it forks: a child opens the office and files cases,
and tells each one that was acknowledged, with the length that the WAL then had. The parent kills it with
SIGKILL and looks at what is left. For the power cut it also builds the files as a disk may leave them: the
WAL whole as far as it was flushed at some acknowledgement, and behind that sectors at random, torn or lost;
or the WAL whole and the file itself half written from it, its sectors in any order.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from datetime import date
from pathlib import Path

from tracker.domain import words
from tracker.domain.case import Case, Event
from tracker.services import casework, testimony
from tracker.services.office import Office, open_office
from tracker.store import cipher

TODAY = date(2024, 9, 30)
EACH = 25
"""Kills of one office, before a new one is made: so that looking at it all stays quick."""
LONGEST = 0.05
"""Seconds within which a child is killed, after as many acknowledgements as it was given."""
CUT_AFTER = 12
"""Acknowledgements of the stream of writes that the power is cut in."""
LONG = 50
"""Every so many kills there is one that comes late, when the WAL has been written back meanwhile."""
LATE = 120
TOLD = 100
"""Every so many kills a line says how far it is."""
SECTOR = 512
KEY = bytes(range(48))


def opened(path: Path, create: bool = False) -> Office:
    """Open an office; every second one is encrypted, by a raw key."""
    return open_office(
        f"sqlite:///{path}", create=create, secret=lambda _: KEY if "odd" in path.name else None
    )


def write_on(path: Path, tell: int, first: int) -> None:
    """File cases and record an event in each, until killed; tell each that is kept."""
    with opened(path) as office:
        for number in range(first, first + 10_000):
            casework.add_case(office, Case(ref=f"K-{number}"), TODAY)
            casework.record(
                office, f"K-{number}", Event(on=TODAY, kind=words.EventKind.FIR_REGISTERED), TODAY
            )
            wal = path.with_name(path.name + "-wal")
            os.write(tell, f"{number} {wal.stat().st_size}\n".encode())


def kill_one(path: Path, first: int, after: int, dice: random.Random) -> list[tuple[int, int]]:
    """Let a child write and kill it; return what it had told: number of the case, length of the WAL.

    It is killed at a random moment after so many acknowledgements.
    """
    listen, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(listen)
        write_on(path, tell, first)
        os._exit(1)
    os.close(tell)
    begun = b""
    while begun.count(b"\n") < after:
        more = os.read(listen, 64)
        if not more:
            raise SystemExit("the child that writes ended by itself")
        begun += more
    time.sleep(dice.uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(listen, "rb") as rest:
        told = (begun + rest.read()).split(b"\n")[:-1]
    return [(int(number), int(size)) for number, size in (line.split() for line in told)]


def faults(path: Path, acknowledged: list[int]) -> list[str]:
    """Return what is wrong with an office: a record lost, damage, a chain that breaks."""
    with opened(path) as office:
        verdict = testimony.verify(office)
        found = [f"{one.where}: {one.says}" for one in verdict.findings]
        with office.engine.connect() as connection:
            said = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
            asked = "SELECT ref FROM prosecution JOIN event ON prosecution_id = id"
            there = {ref for (ref,) in connection.exec_driver_sql(asked)}
    found += [] if said == "ok" else [f"damaged: {said}"]
    return found + [
        f"K-{number} was acknowledged and is lost" for number in acknowledged if f"K-{number}" not in there
    ]


def kills(folder: Path, many: int, dice: random.Random) -> dict[str, object]:
    """Kill so many times; return how much was acknowledged, and every fault."""
    found: list[str] = []
    acknowledged: list[int] = []
    total = 0
    path = folder / "even.db"
    for turn in range(many):
        if turn % EACH == 0:
            path = folder / f"{'odd' if turn // EACH % 2 else 'even'}{turn}.db"
            opened(path, create=True).close()
            acknowledged = []
        after = LATE if turn % LONG == LONG - 1 else dice.randrange(1, 5)
        told = kill_one(path, (turn + 1) * 10_000, after, dice)
        acknowledged += [number for number, _ in told]
        total += len(told)
        found += faults(path, acknowledged)
        if turn % TOLD == TOLD - 1:
            print(f"  {turn + 1} kills, {total} records acknowledged, {len(found)} faults", file=sys.stderr)
    return {"kills": many, "acknowledged": total, "faults": found}


def power_cuts(folder: Path, many: int, dice: random.Random) -> dict[str, object]:
    """Cut the power so many times, at each acknowledgement in turn; return every fault."""
    found: list[str] = []
    cuts = 0
    for kind in ("even", "odd"):
        path = folder / f"{kind}-power.db"
        opened(path, create=True).close()
        before = path.read_bytes()
        told = kill_one(path, 1, CUT_AFTER, dice)
        wal = path.with_name(path.name + "-wal").read_bytes()
        if path.read_bytes() != before:
            raise SystemExit("the WAL was written back meanwhile: shorten LONGEST")
        after = written_back(path, folder / f"{kind}-after.db")
        for turn in range(many // 2):
            at = dice.randrange(len(told))
            left = folder / f"{kind}-cut.db"
            if turn % 2:  # while the WAL is written back: sectors old or new in any order, the WAL whole
                at = len(told) - 1
                left.write_bytes(half_written(before, after, dice))
                left.with_name(left.name + "-wal").write_bytes(wal)
            else:
                shutil.copyfile(path, left)
                left.with_name(left.name + "-wal").write_bytes(torn(wal, told[at][1], dice))
            found += [
                f"cut {turn}: {fault}" for fault in faults(left, [number for number, _ in told[: at + 1]])
            ]
            cuts += 1
    return {"cuts": cuts, "faults": found}


def written_back(path: Path, copy: Path) -> bytes:
    """Return what the file is once its WAL has been written back into it, on a copy."""
    for end in ("", "-wal"):
        shutil.copyfile(path.with_name(path.name + end), copy.with_name(copy.name + end))
    opened(copy).close()
    return copy.read_bytes()


def half_written(before: bytes, after: bytes, dice: random.Random) -> bytes:
    """Return a file as a disk may leave it that was writing another over it, in whatever order."""
    left = bytearray(before.ljust(dice.choice((len(before), len(after))), b"\0"))
    for start in range(0, len(left), SECTOR):
        if dice.random() < 0.5:
            left[start : start + SECTOR] = after[start : start + SECTOR]
    return bytes(left)


def torn(wal: bytes, flushed: int, dice: random.Random) -> bytes:
    """Return a WAL as a disk may leave it: whole as far as flushed, then sectors kept, lost or torn."""
    left = bytearray(wal[:flushed])
    for start in range(flushed, len(wal), SECTOR):
        sector = wal[start : start + SECTOR]
        left += dice.choice((sector, bytes(len(sector)), dice.randbytes(len(sector))))
    return bytes(left[: flushed + dice.randrange(len(left) - flushed + 1)])


def main() -> None:
    """`python -m tests.services.crashes FOLDER KILLS CUTS SEED`: print the report as JSON."""
    folder, many, cuts, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    dice = random.Random(seed)
    cipher.driver()  # imported once, before the children
    print(json.dumps({**kills(folder, many, dice), "power": power_cuts(folder, cuts, dice)}))


if __name__ == "__main__":
    main()
