"""Three looks: dark for an office, light for a courtroom's glare, high contrast for tired eyes.

State is always a word; colour only repeats it, so that `NO_COLOR` and print lose nothing.
"""

from __future__ import annotations

from dataclasses import replace

from textual.theme import Theme

HINT = "auto 60%"
"""What stands in an empty field says the field's rule, so it must be read as easily as muted text."""

DARK = Theme(
    name="dark",
    dark=True,
    primary="#5aa0d8",
    secondary="#8fb8d8",
    accent="#e0b050",
    warning="#e8b84a",
    error="#ff7a70",
    success="#7fc98b",
    foreground="#e4e7ea",
    background="#14181d",
    surface="#1b2027",
    panel="#262d36",
    variables={
        "block-cursor-background": "#2f6ea3",
        "block-cursor-foreground": "#ffffff",
        "footer-key-foreground": "#e0b050",
        "text-disabled": HINT,
    },
)
LIGHT = Theme(
    name="light",
    dark=False,
    primary="#1f5f99",
    secondary="#35648a",
    accent="#7d5200",
    warning="#8a5200",
    error="#b3201a",
    success="#1a6b33",
    foreground="#16191d",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e3e0d7",
    variables={
        "block-cursor-background": "#1f5f99",
        "block-cursor-foreground": "#ffffff",
        "footer-key-foreground": "#7d5200",
        "text-disabled": HINT,
    },
)
CONTRAST = Theme(
    name="contrast",
    dark=True,
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff9d9d",
    success="#9dff9d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#222222",
    variables={
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
        "footer-key-foreground": "#ffff00",
        "text-disabled": HINT,
    },
)
THEMES = (DARK, LIGHT, CONTRAST)


def colourless(theme: Theme) -> Theme:
    """Return a theme for NO_COLOR: what its colours would raise above the rest isn't left greyer than it."""
    plain = theme.foreground
    variables = theme.variables | {"footer-key-foreground": str(plain)}
    return replace(theme, warning=plain, error=plain, success=plain, accent=plain, variables=variables)


def after(name: str) -> str:
    """Return the theme that follows one, round and round."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
