"""The fields of an event's form: from the keys that its kind may carry to widgets, and back to values.

An accused, a victim and a proceeding are chosen from those on file; a closed list is chosen from its
labels; the rest is typed, and read by the field's own rule before anything is sent off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Select

from tracker.domain import words
from tracker.domain.case import Age, Event
from tracker.domain.event_keys import KEYS
from tracker.tui import wording
from tracker.tui.widgets.dayinput import DayInput
from tracker.tui.widgets.toggles import Tick

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
    "time": "HH:MM; on the last day of a custody clock the hour decides",
    "victims": "V1, V2",
    "provision": "an id of the catalogue, as IPC-370-4",
    "provisions": "IPC-370-4, POCSO-6-1; empty for every charge",
    "note": "in your own words; no victim's name",
    "age_years": "completed years on the first day of the offence",
    "age_years_low": "if only a range is known",
    "age_years_high": "if only a range is known",
    "sentence_months": "months",
    "order_ref": "the order's number or exhibit",
}
FIRST = ("accused", "victim", "victims", "provision", "provisions", "outcome")
LAST = ("proceeding", "time", "note", "source", "order_ref")
AGE = ("age_status", "age_years", "age_years_low", "age_years_high", "age_basis")
_TYPES = {field.name: str(field.type) for field in fields(Event)}


@dataclass(frozen=True, slots=True)
class OnFile:
    """Whom and what an event of a case may name."""

    accused: tuple[str, ...] = ()
    victim: tuple[str, ...] = ()
    proceeding: tuple[str, ...] = ()
    court: tuple[str, ...] = ()


def asked_for(kind: str, on_file: OnFile) -> list[tuple[str, str, Widget]]:
    """Return the keys that an event of this kind may carry: name, label, widget."""
    own = KEYS.get(kind, frozenset())
    names = [name for name in FIRST if name in own]
    names += sorted(own - set(FIRST) - set(LAST) - {"age"})
    names += AGE if "age" in own else ()
    names += [name for name in LAST if name != "proceeding" or len(on_file.proceeding) > 1]
    return [(name, _label(name), _widget(name, on_file)) for name in names]


def _label(name: str) -> str:
    return name.removeprefix("age_").replace("_", " ").capitalize() if name != "age_status" else "Age"


def _widget(name: str, on_file: OnFile) -> Widget:
    known: tuple[str, ...] = getattr(on_file, name, ())
    if known:
        return Select([(one, one) for one in known], prompt="–", id=name)
    if name in LISTS:
        return Select([(word.label, str(word)) for word in LISTS[name]], prompt="–", id=name)
    if "bool" in _TYPES.get(name, ""):
        return Tick("yes", id=name, compact=True)
    if name in ("on", "until"):
        return DayInput(id=name)
    return Input(placeholder=HINTS.get(name, ""), id=name)


def body_of(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the fields hold for a line of the journal, by their names."""
    age = {f"age_{key}": value for key, value in (line.get("age") or {}).items()}
    said = {key: value for key, value in {**line, **age}.items() if key not in ("id", "age", "corrects")}
    return {key: value if isinstance(value, bool) else _shown(value) for key, value in said.items()}


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return wording.day(value) if isinstance(value, date) else str(value)


def read(form: Screen[Any], today: date) -> dict[str, Any]:
    """Return the values that were entered, by key.

    Raises:
        ValueError: a field can't be read; the message begins with its name and says what would be right.
    """
    said: dict[str, Any] = {}
    for widget in form.query("Input, Select, Checkbox").results(Widget):
        if not widget.id or widget.id == "kind":
            continue
        value = _value(widget, today)
        if value is not None:
            said[widget.id] = value
    age = {name.removeprefix("age_"): said.pop(name) for name in AGE if name in said}
    if age:
        if "status" not in age:
            raise ValueError("age_status: say minor, adult, pending, disputed or unknown")
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
        return day(name, text, today)
    if "int" in _TYPES.get(name, "") or name.startswith("age_years"):
        if not text.isdigit():
            raise ValueError(f"{name}: {text!r} is not a whole number")
        return int(text)
    return text


def day(name: str, text: str, today: date) -> date:
    """Return the day that a field means: `+14` counts days, and the rest as `services.days` reads it.

    Raises ValueError: the field's name, then what would be right.
    """
    from tracker.services import days

    try:
        return days.day(f"{text}d" if text.lstrip("+-").isdigit() and len(text) < 6 else text, today)
    except days.NotADay as error:
        raise ValueError(f"{name}: {error}") from None
