"""The fields of an event's form: from the keys that its kind may carry to widgets, and back to values."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Select

from tracker.domain import words
from tracker.domain.case import Age, Event
from tracker.domain.journal import KEYS

LISTS: dict[str, type[words.Word]] = {
    "outcome": words.RescueOutcome,
    "custody": words.Custody,
    "before": words.StatementBefore,
    "by": words.AppealBy,
    "result": words.AppealResult,
    "ground": words.ClosureGround,
    "stage": words.Stage,
    "source": words.Source,
    "age_status": words.AgeStatus,
    "age_basis": words.AgeBasis,
}
HINTS = {
    "time": "HH:MM",
    "accused": "A1",
    "victim": "V1",
    "victims": "V1, V2",
    "provision": "IPC-370-4",
    "provisions": "IPC-370-4, POCSO-6-1",
    "until": "dd-mm-yyyy or +14",
    "note": "No victim's name here",
    "age_years": "completed years on the first day of the offence",
    "age_years_low": "if only a range is known",
    "age_years_high": "if only a range is known",
}
ALWAYS = ("time", "note", "source", "order_ref")
_TYPES = {field.name: str(field.type) for field in fields(Event)}


def asked_for(kind: str) -> list[tuple[str, Widget]]:
    """Return the names of the keys that an event of this kind may carry, each with its widget."""
    names: list[str] = []
    for name in (*sorted(KEYS.get(kind, ())), *ALWAYS):
        if name == "age":
            names += ["age_status", "age_years", "age_years_low", "age_years_high", "age_basis"]
        elif name not in names and name in _TYPES:
            names.append(name)
    return [(name, _widget(name)) for name in names]


def _widget(name: str) -> Widget:
    if name in LISTS:
        return Select([(word.label, str(word)) for word in LISTS[name]], prompt="–", id=name)
    if "bool" in _TYPES.get(name, ""):
        return Checkbox(id=name, compact=True)
    return Input(placeholder=HINTS.get(name, ""), id=name)


def read(form: Screen[Any], today: date) -> dict[str, Any]:
    """Return the values that were entered, by key.

    Raises:
        ValueError: a field can't be read; the message names it and what would be right.
    """
    said: dict[str, Any] = {}
    for widget in form.query("Input, Select, Checkbox").results(Widget):
        value = _value(widget, today)
        if widget.id and widget.id != "kind" and value is not None:
            said[widget.id] = value
    age = {name.removeprefix("age_"): said.pop(name) for name in list(said) if name.startswith("age_")}
    if age:
        if "status" not in age:
            raise ValueError("age: say its status: minor, adult, pending, disputed or unknown")
        said["age"] = Age(**age)
    return said


def _value(widget: Widget, today: date) -> Any:
    if isinstance(widget, Select):
        return widget.selection
    if isinstance(widget, Checkbox):
        return widget.value or None
    assert isinstance(widget, Input)
    text, name = widget.value.strip(), widget.id or ""
    if not text:
        return None
    if name in ("victims", "provisions"):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if name in ("on", "until"):
        from tracker.services import days

        return days.day(f"{text}d" if text.lstrip("+").isdigit() else text, today)
    if "int" in _TYPES.get(name, "") or name.startswith("age_years"):
        if not text.isdigit():
            raise ValueError(f"{name.replace('_', ' ')}: {text!r} is not a whole number")
        return int(text)
    return text
