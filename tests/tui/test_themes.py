"""Whatever is written on any ground of any look can be read: its contrast is at least 4.5 to 1 (WCAG AA)."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tracker.tui.themes import THEMES, colourless

LEAST = 4.5
GROUNDS = ("background", "surface", "panel")
LETTERS = ("foreground", "warning", "error", "success", "accent", "footer-key-foreground")
MUTED = ("text-muted", "text-disabled")


def _light(colour: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def _ratio(letters: Color, ground: Color) -> float:
    pair = sorted((_light(letters), _light(ground)))
    return (pair[1] + 0.05) / (pair[0] + 0.05)


def _pairs(theme: Theme) -> dict[str, float]:
    said = theme.to_color_system().generate()
    found = {}
    for on in GROUNDS:
        ground = Color.parse(said[on])
        for name in LETTERS:
            found[f"{name} on {on}"] = _ratio(Color.parse(said[name]), ground)
        for name in MUTED:  # "auto 60%": so much of black or white laid over the ground
            share = float(said[name].removeprefix("auto ").removesuffix("%")) / 100
            letters = ground.get_contrast_text(share)
            found[f"{name} on {on}"] = _ratio(ground + letters, ground)
    cursor = Color.parse(said["block-cursor-background"])
    found["the cursor's row"] = _ratio(Color.parse(said["block-cursor-foreground"]), cursor)
    return found


@pytest.mark.parametrize("theme", [*THEMES, *map(colourless, THEMES)], ids=lambda theme: theme.name)
def test_letters_stand_out_from_every_ground(theme: Theme) -> None:
    """Warnings, hints in empty fields and the keys of the footer too, also in the looks of NO_COLOR."""
    assert {pair: ratio for pair, ratio in _pairs(theme).items() if ratio < LEAST} == {}
