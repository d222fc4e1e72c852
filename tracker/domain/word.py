"""A word of a closed list: what is written in a file, what a person reads, when it is right."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of a closed list; `label` is read by people, `help` says when it is right."""

    label: str
    help: str

    def __new__(cls, value: str, label: str = "", help: str = "") -> Word:
        """Make the word; without a label, the word itself with spaces for underscores."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label or value.replace("_", " ")
        word.help = help
        return word
