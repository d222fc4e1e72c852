"""How a time is taken: in turn with what it is compared to, median of several, so that drift hits both."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from statistics import median
from time import perf_counter


def turns(
    ours: Callable[[], object],
    beside: Callable[[], object],
    times: int = 7,
    clock: Callable[[], float] = perf_counter,
) -> tuple[float, float]:
    """Return the median seconds of both, run in turn after one warm-up of each.

    With `process_time` for a clock it is this process's own work alone, whatever else runs beside.
    """
    ours(), beside()
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for one, kept in zip((ours, beside), took, strict=True):
            started = clock()
            one()
            kept.append(clock() - started)
    return median(took[0]), median(took[1])


def process(arguments: Sequence[str]) -> Callable[[], object]:
    """Return what runs a whole Python process of these arguments and waits for it."""
    command = [sys.executable, *arguments]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}

    def run() -> object:
        return subprocess.run(command, check=True, capture_output=True, env=environment)

    return run


_missed: list[str] = []


def verdict(what: str, met: bool, bar: str) -> str:
    """Return whether a bar is met, in words; one that is missed is named again at the end."""
    if not met:
        _missed.append(f"{what.strip()} ({bar})")
    return f"{'meets' if met else 'MISSES'} {bar}"


def summary() -> str:
    """Return which bars were missed."""
    return f"Missed: {'; '.join(_missed) or 'none'}."


REFERENCE = 0.465
"""Seconds that `import sqlmodel` took on the machine for which the bars in units of time were set."""


@cache
def slower() -> float:
    """Return how many times slower this machine is than that one, by the quickest of five starts."""
    run = process(["-c", "import sqlmodel"])
    run()
    took = []
    for _ in range(5):
        started = perf_counter()
        run()
        took.append(perf_counter() - started)
    return min(took) / REFERENCE


def say(
    what: str, ours: float, beside: float, bar: float, against: str, *, within: float | None = None
) -> None:
    """Print one figure with its ratio and whether it meets the bars; a bar of `inf` is none.

    A bar in units of time is for the machine it was set on: what was taken here is divided by `slower`.
    """
    ratio = ours / beside if beside else float("inf")
    said = f"{what:<44} {ours * 1e3:9.2f} ms  {ratio:6.2f} x {against} ({beside * 1e3:.2f} ms)"
    if bar != float("inf"):
        said += "; " + verdict(what, ratio <= bar, f"{bar} x")
    if within is not None:
        said += f", {ours / slower() * 1e3:.2f} ms there: "
        said += verdict(what, ours / slower() <= within, f"{within * 1e3:.0f} ms")
    print(said, flush=True)


def rate(what: str, number: int, seconds: float, bar: float) -> None:
    """Print a rate beside its bar, here and on the machine that the bar is for."""
    here = number / seconds
    there = here * slower()
    met = verdict(what, there >= bar, f"{bar:,.0f}")
    print(f"{what:<44} {here:9,.0f} a second, {there:,.0f} there: {met}", flush=True)


def within(what: str, seconds: float, bar: float) -> None:
    """Print a time beside its bar, here and on the machine that the bar is for."""
    there = seconds / slower()
    met = verdict(what, there <= bar, f"{bar * 1e3:.0f} ms")
    print(f"{what:<44} {seconds * 1e3:9.2f} ms, {there * 1e3:.2f} ms there: {met}", flush=True)


def memory() -> float:
    """Return the most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def idle() -> str:
    """Return a warning where other work runs beside: the times are wrong then, the ratios less so."""
    busy, cores = os.getloadavg()[0], os.cpu_count() or 1
    if busy < 0.5:
        return "The machine was idle at the start."
    return f"BUSY at the start: {busy:.1f} programs ran on {cores} cores; believe ratios, not times."
