"""The statutes browser: type a number, words, an old or new code, or a clerk's line; read the section whole.

Punishment, court, bail, age condition, counterpart with how well it matches, confidence and source, and
which cases of this office charge it. What is not verified says so. A row of the office's own stands in the
place of the released one, and says who signed it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

import statutes
from statutes.rows import Provision
from tracker.domain.say import label
from tracker.domain.words import CourtKind
from tracker.services.lawwords import punishment
from tracker.tui import wording
from tracker.tui.actions import STATUTES, bindings
from tracker.tui.asking import ask
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.column import Column
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger
from tracker.tui.widgets.why import Why

if TYPE_CHECKING:
    from tracker.services.lawpack import Own
    from tracker.services.office import Office
    from tracker.services.provisions import Used
    from tracker.tui.app import TrackerApp

OwnRows = dict[str, tuple[Provision, "Own"]]


class StatutesScreen(Screen[None]):
    """The catalogue, from the search text given."""

    app: TrackerApp
    AUTO_FOCUS = "Ledger"
    CSS_PATH = "suggest.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(STATUTES)]

    def __init__(self, text: str = "") -> None:
        """`text` is searched at once; an id shows that provision."""
        super().__init__()
        self.text = text
        self.cases: dict[str, Used] = {}
        self.own: OwnRows = {}

    def compose(self) -> ComposeResult:
        """Lay out the search, the list, the panel of the chosen section, and the line that counts."""
        yield Banner("Statutes")
        yield Input(self.text, placeholder="370, BNS 143(4), trafficking minor, पोक्सो ६ …", id="search")
        columns = (
            Column("Id", 22, lambda row: row.id),
            Column("Imprisonment", 20, punishment),
            Column("What it punishes", 24, self._title, grows=3, most=100),
            Column("Law", 16, days, from_width=110, most=37),
        )
        yield Ledger(columns, id="statutes", empty="Nothing in the catalogue matches.")
        yield Why(hang=11)
        yield Static("", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Show what was asked for, then the office's own rows in their places."""
        self.reload()

        def read(office: Office) -> OwnRows:
            from tracker.services import lawpack

            return lawpack.provisions(office)

        ask(self, read, self._read_own, group="own")

    def reload(self) -> None:
        """Search again; cases may have changed."""
        from tracker.services import provisions

        self.cases = {}
        row = statutes.provision(self.text)
        released = (row,) if row else provisions.find(self.text)
        found = [self.own[one.id][0] if one.id in self.own else one for one in released]
        found += [one for one, signed in self.own.values() if not signed.replaces and _asked(one, self.text)]
        self.query_one(Ledger).fill(found, keep=True)
        of = len(statutes.provisions().keys() | self.own.keys())
        own = f"; {len(self.own)} of the office's own" if self.own else ""
        self.query_one("#line", Static).update(f"{len(found)} of {of} provisions{own}")

    def _read_own(self, own: OwnRows) -> None:
        if own:
            self.own = own
            self.reload()

    def _title(self, row: Provision) -> str:
        return f"OWN ROW: {row.title}" if row.id in self.own else row.title

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self.text = event.value
        self.reload()

    @on(Input.Submitted, "#search")
    def _done(self) -> None:
        self.query_one(Ledger).focus()

    @on(Ledger.Moved)
    def _moved(self) -> None:
        row: Provision | None = self.query_one(Ledger).chosen
        if row is None:
            return
        self._say(row)
        if row.id not in self.cases:

            def read(office: Office) -> Used:
                from tracker.services import provisions

                return provisions.used(office, row.id)

            ask(self, read, lambda used: self._used(row, used), group="used")

    def _used(self, row: Provision, used: Used) -> None:
        self.cases[row.id] = used
        chosen: Provision | None = self.query_one(Ledger).chosen
        if chosen is not None and chosen.id == row.id:
            self._say(row)

    def _say(self, row: Provision) -> None:
        self.query_one(Why).say(
            told(row, self.cases.get(row.id), self.own[row.id][1] if row.id in self.own else None)
        )

    def action_search(self) -> None:
        """Go to the search."""
        self.query_one("#search", Input).focus()

    def action_counterpart(self) -> None:
        """Show what answers to the chosen section in the other code."""
        row: Provision | None = self.query_one(Ledger).chosen
        pairs = statutes.match(row.id) if row else ()
        others = [id_ for pair in pairs for id_ in (pair.new if row and row.id in pair.old else pair.old)]
        if others:
            self.query_one("#search", Input).value = others[0]
        elif row is not None:
            self.notify(f"Nothing in the other code answers to {row.id}.")

    def action_back(self) -> None:
        """Go back; from the search, to the list."""
        if isinstance(self.focused, Input):
            self.query_one(Ledger).focus()
        else:
            self.app.pop_screen()


def days(row: Provision) -> str:
    """Return the days on which the row is law, as far as we have read."""
    start = wording.day(row.from_) if row.from_ else f"read from {wording.day(row.covered_from)}"
    return f"{start} to {wording.day(row.until)}" if row.until else f"from {start}"


def _asked(row: Provision, text: str) -> bool:
    return text.strip().casefold() in f"{row.id} {row.act} {row.section} {row.title}".casefold()


def told(row: Provision, used: Used | None, own: Own | None = None) -> str:
    """Return a provision whole; `own` says who answers for it where it is the office's."""
    act = statutes.acts()[row.act]
    court = (
        row.triable_words or ", ".join(label(word, CourtKind) for word in row.triable_by) or "as principal"
    )
    parts = [
        f"{act.title}, s. {row.section}: {row.title}",
        *([f"own row    {_signed(own)}"] if own else []),
        f"law        {days(row)}",
        f"sentence   {punishment(row)}; fine: {row.fine}",
        f"bail       {row.bailable.replace('_', ' ')}; cognizable: {row.cognizable.replace('_', ' ')};"
        f" default bail {f'{row.band} days' if row.band else 'as the principal'}",
        f"court      {court}",
        f"victim     {(row.victim.words if row.victim else '') or 'no condition'}",
        *(f"match      {line}" for line in _matches(row)),
        f"cases      {_used(used)}",
        f"confidence {row.confidence}; bail and court: {row.classification_confidence};"
        f" {row.signed_off or 'not signed off by a lawyer of this office'}",
        f"source     {row.source}",
    ]
    parts += [f"doubt      {row.band_doubt}"] if row.band_doubt else []
    parts += [f"note       {row.note}"] if row.note else []
    excuse = statutes.unreached().get(row.id)
    parts += [f"suggested  never: {excuse.reason}"] if excuse else []
    return "\n".join(parts)


def _signed(own: Own) -> str:
    place = "in place of the released row" if own.replaces else "no such row is released"
    return f"signed by {own.signed_by} on {wording.day(own.signed_on)}; {place}"


def _matches(row: Provision) -> list[str]:
    found = []
    for pair in statutes.match(row.id):
        new = f"{pair.new_act} {pair.new_section}" if pair.new_section else "nothing"
        old = f"{pair.old_act} {pair.old_section}" if pair.old_section else "nothing"
        change = f": {pair.change}" if pair.change else ""
        found.append(f"{old} → {new}, {pair.relation}{change} ({pair.confidence})")
    return found or ["none in another code"]


def _used(used: Used | None) -> str:
    if used is None:
        return "…"
    if not used.count:
        return "no case charges it"
    more = " …" if used.count > len(used.refs) else ""
    return f"{used.count} case{'s' if used.count != 1 else ''}: {', '.join(used.refs)}{more}"
