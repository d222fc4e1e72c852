"""Three looks: dark for an office, light for a courtroom's glare, high contrast for tired eyes.

State is always a word; colour only repeats it, so that `NO_COLOR` and print lose nothing.
"""

from __future__ import annotations

from textual.theme import Theme

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
    },
)
LIGHT = Theme(
    name="light",
    dark=False,
    primary="#1f5f99",
    secondary="#3f6f95",
    accent="#8a5a00",
    warning="#8a5200",
    error="#b3201a",
    success="#1f7a3a",
    foreground="#16191d",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e3e0d7",
    variables={
        "block-cursor-background": "#1f5f99",
        "block-cursor-foreground": "#ffffff",
        "footer-key-foreground": "#8a5a00",
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
    },
)
THEMES = (DARK, LIGHT, CONTRAST)


def after(name: str) -> str:
    """Return the theme that follows one, round and round."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
