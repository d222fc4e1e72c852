"""Write the sample office, or as many invented cases as asked, to a database of its own."""

from __future__ import annotations

from tracker import samples
from tracker.samples import SAMPLE_TODAY
from tracker.services import interchange
from tracker.services.office import open_office

__all__ = ["SAMPLE_TODAY", "write"]


def write(url: str, *, cases: int | None, seed: int) -> interchange.Written:
    """Make the database at `url` and write the sample office, or `cases` invented ones, into it.

    Raises:
        Refused: the database already holds cases, or can't be written.
    """
    office = open_office(url, create=True)
    try:
        if cases is None:
            batch = samples.office()
            return interchange.write_cases(office, batch.courts, batch.cases, sample=True)
        return interchange.write_cases(office, samples.courts(), samples.generate(cases, seed), sample=True)
    finally:
        office.close()
