"""Change one line of a case where it stands, or add one: the form is made from the rules of its fields.

Each field's rule stands beside it, and whole below while the field is written in. If somebody else changed
the line meanwhile, both versions are shown side by side and the person decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static, TextArea

from tracker.domain.record_rules import TITLES, Rule, key_of
from tracker.tui import wording
from tracker.tui.asking import ask
from tracker.tui.log import Line
from tracker.tui.screens.form import Fields, Form, buttons, calendar_of
from tracker.tui.widgets.dayinput import DayInput

if TYPE_CHECKING:
    from tracker.services.editing import Opened
    from tracker.services.office import Office
    from tracker.services.undo import Step

CHOSEN = ("accused", "victim", "proceeding", "witness", "court")
"""What is chosen from those on file."""


class EditScreen(Form[None]):
    """One line of `list_` in a form; `seq` is its number, None for a new one."""

    def __init__(self, ref: str, list_: str, seq: int | None = None, said: Mapping[str, Any] = {}) -> None:
        """`said` fills fields of a new line."""
        super().__init__()
        self.ref, self.list_, self.seq, self.said = ref, list_, seq, dict(said)
        self.opened: Opened | None = None
        self.rules: dict[str, Rule] = {}
        self.before: dict[str, Any] = {}
        from tracker.services import drafts  # not before the office is open

        self.draft_kind = drafts.of_line(list_, seq)
        self.there = False
        """Whether every field is on the screen and holds its first value; none is read before."""
        self.kept: dict[str, Any] = {}
        """What was half typed, until its fields are there."""

    def compose(self) -> ComposeResult:
        """Lay out the title; the fields come with the line."""
        title = TITLES[self.list_]
        what = "new line" if self.seq is None else "" if self.list_ == "head" else f"line {self.seq}"
        with Fields():
            yield Label(f"{self.ref}: {title.lower()}, {what}".rstrip(", "), classes="title", markup=False)
            yield Vertical(id="more")
            yield Static("", id="echo", markup=False)
            yield from buttons()

    def on_mount(self) -> None:
        """Read the line as it stands, and whom it may name."""
        ref, list_, seq = self.ref, self.list_, self.seq

        def look(office: Office) -> Opened:
            from tracker.services import editing

            return editing.opened(office, ref, list_, seq)

        ask(self, look, self._fill, refused=self._gone, group="line")

    def _gone(self, why: Exception) -> None:
        self.app.refuse(why)
        self.dismiss(None)

    def _fill(self, opened: Opened) -> None:
        self.rules = {key_of(rule): rule for rule in opened.rules if self.seq is None or not rule.fixed}
        self.opened, rows, line = opened, [], {**opened.line, **self.said}
        for key, rule in self.rules.items():
            self.before[key] = _start(rule, line.get(key))
            widget = _widget(rule, self.before[key], opened.on_file.get(rule.takes, ()))
            rows.append(_asked(rule, widget))
        self.call_later(self._show, rows)

    def bring_back(self, body: dict[str, Any]) -> bool:
        """Fill the fields once they are there; what the person had read is what they expect."""
        self.kept = body
        self._go_on()
        return True

    def _go_on(self) -> None:
        if self.opened is None or not self.kept or not self.there:
            return
        seen = {key: _as_read(self.rules.get(key), value) for key, value in self.kept["seen"].items()}
        self.opened = replace(self.opened, line=seen)
        self.fill({key: value for key, value in self.kept["fields"].items() if key in self.rules})
        self.kept = {}

    def typed(self) -> dict[str, Any]:
        """Return the fields that were changed, and the line as the person read it."""
        if self.opened is None or not self.there:
            return {}
        now = self._entered()
        fields = {key: value or "" for key, value in now.items() if value != self.before[key]}
        if fields and self.seq is None:
            fields = {key: value for key, value in now.items() if value}
        read = self.opened.line.items()
        seen = {key: str(value) if isinstance(value, date) else value for key, value in read}
        return {"fields": fields, "seen": seen} if fields else {}

    async def _show(self, rows: list[Widget]) -> None:
        """Put the fields on the screen, and go to the first once each holds its value."""
        await self.query_one("#more", Vertical).mount_all(rows)
        self.there = True
        self._go_on()
        first = self.query("#more Input, #more Select, #more TextArea")
        if first:
            first.first(Widget).focus()

    def _entered(self) -> dict[str, Any]:
        found = {}
        for key in self.rules:
            widget = self.query_one(f"#{key}")
            if isinstance(widget, Select):
                found[key] = widget.selection
            elif isinstance(widget, TextArea):
                found[key] = widget.text
            elif isinstance(widget, Input):
                found[key] = widget.value
        return found

    @on(events.DescendantFocus)
    def _say_rule(self, event: events.DescendantFocus) -> None:
        rule = self.rules.get(event.widget.id or "")
        if rule is not None:
            words = f" ({len(rule.words)} words; Enter opens the list)" if rule.words else ""
            needed = " Needed." if rule.needed else ""
            self.query_one("#echo", Static).update(f"{rule.label}: {rule.says}.{words}{needed}")

    @on(Input.Changed)
    def _echo_day(self, event: Input.Changed) -> None:
        """Say which day is meant while it is typed."""
        rule = self.rules.get(event.input.id or "")
        said = event.value.strip()
        if rule is None or rule.takes != "day" or not said or not event.input.has_focus:
            return
        from tracker.tui.eventform import day

        try:
            told = f"{rule.label}: {wording.weekday(day(rule.key, said, self.app.today))}"
        except ValueError as error:
            told = str(error)
        self.query_one("#echo", Static).update(told)

    def action_save(self) -> None:
        """Send off the fields that were changed."""
        if self.saving or self.opened is None or not self.there:
            return
        now = self._entered()
        values = {key: value for key, value in now.items() if value != self.before[key]}
        if self.seq is None:
            values = {key: value for key, value in now.items() if value not in (None, "")}
        elif not values:
            self.dismiss(None)
            return
        self._write(values, self.opened.line)

    def _write(self, values: dict[str, Any], expected: Mapping[str, Any] | None) -> None:
        from tracker.tui.eventform import day

        ref, list_, seq, today = self.ref, self.list_, self.seq, self.app.today
        try:
            for key, value in values.items():
                if self.rules[key].takes == "day" and value:
                    values[key] = day(key, value, today)
        except ValueError as error:
            self.refused(error)
            return
        self.saving = True

        def write(office: Office) -> tuple[dict[str, Any], Step | None]:
            from tracker.services import editing

            if seq is None:
                line = editing.add(office, ref, list_, values, today)
            else:
                line = editing.change(office, ref, list_, seq, values, expected, today)
            return line, editing.last_step(office, ref, list_)

        def written(got: tuple[dict[str, Any], Step | None]) -> None:
            line, step = got
            self.dismiss(None)
            from tracker.services import editing

            where = TITLES[list_] if list_ == "head" else f"{TITLES[list_]}, line {line['n']}"
            did = "added" if seq is None else f"changed: {', '.join(values)}"
            self.app.wrote(Line(ref, f"{where} {did}.", editing.command(ref, list_, seq, values), step=step))

        def clashed(why: Exception) -> None:
            if not hasattr(why, "theirs"):
                self.refused(why)
                return
            from tracker.tui.screens.versions import VersionsScreen

            self.saving = False
            stale: Any = why

            def decided(take_mine: bool | None) -> None:
                if take_mine:
                    self._write(values, stale.theirs)
                elif take_mine is not None:
                    self.dismiss(None)
                    self.app.refresh_all()

            self.app.push_screen(VersionsScreen(str(why), list(self.rules.values()), stale), decided)

        ask(self, write, written, refused=clashed, writes=True)


def _as_read(rule: Rule | None, value: Any) -> Any:
    return date.fromisoformat(value) if rule is not None and rule.takes == "day" and value else value


def _start(rule: Rule, value: Any) -> str | None:
    """Return what the field of a rule holds at first: a word of a list, or text."""
    if rule.words is not None or rule.takes in CHOSEN:
        return None if value is None else str(value)
    if rule.takes == "yes":
        return None if value is None else "yes" if value else "no"
    return wording.day(value) if rule.takes == "day" and value else _shown(value)


def _widget(rule: Rule, said: str | None, on_file: tuple[str, ...]) -> Widget:
    key = key_of(rule)
    if rule.words is not None:
        return _select([(word.label, str(word)) for word in rule.words], key, said)
    if rule.takes == "yes":
        return _select([("yes", "yes"), ("no", "no")], key, said)
    if rule.takes in CHOSEN:
        names = dict.fromkeys([*on_file, *([said] if said else [])])
        return _select([(one, one) for one in names], key, said)
    if rule.long:
        return TextArea(said or "", id=key, compact=True, soft_wrap=True)
    return (DayInput if rule.takes == "day" else Input)(said or "", id=key)


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return "" if value is None else str(value)


def _select(choices: list[tuple[str, str]], key: str, value: Any) -> Widget:
    if value in [word for _, word in choices]:
        return Select(choices, prompt="–", id=key, value=value)
    return Select(choices, prompt="–", id=key)


def _asked(rule: Rule, widget: Widget) -> Widget:
    from textual.containers import Horizontal

    label = Label(f"{rule.label} *" if rule.needed else rule.label)
    says = Label(rule.says, classes="rule", markup=False)
    more = "asked long" if rule.long else "asked"
    if beside := calendar_of(widget):
        widget = Horizontal(widget, *beside, classes="day")
    return Horizontal(label, widget, says, classes=more)
