"""A provision's sentence in words, for the screens."""

from __future__ import annotations

from statutes.rows import Provision


def punishment(row: Provision) -> str:
    """Return the imprisonment in words: "10 y to life", "up to 7 y", "as principal"."""
    if not row.max_life and not row.max_death and row.max_months is None:
        return ", ".join(word.replace("_", " ") for word in row.term) or "–"
    top = "death" if row.max_death else "life" if row.max_life else _span(row.max_months or 0)
    low = _span(row.min_months) if row.min_months else f"{row.min_days} d" if row.min_days else ""
    if "life_as_minimum" in row.term:
        low = "life"
    return f"{low} to {top}" if low and low != top else top if low else f"up to {top}"


def _span(months: int) -> str:
    return f"{months // 12} y" if months % 12 == 0 else f"{months} m"
