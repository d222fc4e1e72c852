"""Today: what is listed, which dates are pending, which clocks run out, what has stalled, what changed.

Each panel's title carries the digit that opens its whole list. Tab goes from panel to panel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Static

from tracker.domain.say import purpose
from tracker.tui import wording
from tracker.tui.actions import HOME, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.acting import Acting
from tracker.tui.screens.changed import COLUMNS as CHANGED
from tracker.tui.screens.changed import FIRST_TIME, hour
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.column import LONGEST_REF, Column
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.services.agenda import Listed
    from tracker.services.board import Clocks, Warnings
    from tracker.services.changes import ChangeRow
    from tracker.services.office import Office, Refused
    from tracker.services.views import AgendaRow, DueRow, FlagRow

ALARM = {"breach": "ledger--breach", "urgent": "ledger--urgent"}


def _listing(row: AgendaRow) -> tuple[str, str | None]:
    return row.ref, row.proceeding


def _clash(row: AgendaRow) -> str:
    return f"!! {row.clash}" if row.clash else wording.flags(row.flags)


def _place(row: AgendaRow) -> str:
    return " ".join(filter(None, (row.complex or row.court or "–", row.room)))


def _waits(row: FlagRow) -> str:
    """Return what a stalled case waits for, in the few words that a panel has room for."""
    return f"→ {wording.shorter(row.clear_by.removeprefix('Recording ').partition(', or ')[0])}"


def _ends(row: DueRow) -> str:
    return "ledger--breach" if (row.days_left or 0) <= 7 else "ledger--urgent"


COLUMNS = {
    "today": (
        Column("Time", 5, lambda row: row.time or "–"),
        Column("Court", 12, _place, grows=1, most=40, ends=True),
        Column("Ref", 13, lambda row: row.ref, most=LONGEST_REF),
        Column("Purpose", 15, lambda row: purpose(row.purpose), grows=1, most=40),
        Column("Outcome", 11, lambda row: wording.plain(row.outcome) if row.outcome else "not yet"),
        Column("Advocate", 8, lambda row: row.advocate or "–", from_width=90),
        Column("Flags", 12, _clash, grows=1, from_width=70, style=wording.flag_style),
    ),
    "pending": (
        Column("Ref", 13, lambda row: row.ref, most=LONGEST_REF),
        Column("What", 15, lambda row: wording.flag(row.kind), style=lambda row: ALARM.get(row.severity, "")),
        Column("Since", 10, lambda row: wording.day(row.since)),
        Column("Why", 10, lambda row: row.why, grows=1, from_width=70),
    ),
    "clocks": (
        Column("Days", 8, lambda row: wording.left(row.days_left), right=True, style=_ends),
        Column("Last day", 10, lambda row: wording.day(row.due_on)),
        Column("Ref", 13, lambda row: row.ref, most=LONGEST_REF),
        Column("Who", 4, lambda row: row.who),
        Column("The law asks", 12, lambda row: row.says, grows=1, from_width=50),
    ),
    "stalled": (
        Column("Ref", 13, lambda row: row.ref, most=LONGEST_REF),
        Column("Days", 5, lambda row: wording.number(row.days), right=True),
        Column("Bad", 6, lambda row: row.severity.upper(), style=lambda row: ALARM.get(row.severity, "")),
        Column("Waits for", 20, _waits, grows=1, from_width=50),
    ),
    "changed": CHANGED,
}
TITLES = {
    "today": "Today",
    "pending": "Pending dates",
    "clocks": "Clocks that run out",
    "stalled": "Stalled",
    "changed": "Changed since you were here",
}


_Panel = tuple["Callable[[Office], Any]", "Callable[[Any], None]"]
"""What reads a panel's rows, and what shows them."""
WIDE = 110
"""Columns from which on two panels stand side by side."""


def shared(wants: Sequence[int], room: int) -> list[int]:
    """Return how many lines each gets: what it wants and one more if there is room, else a fair share."""
    if sum(wants) + len(wants) <= room:
        return [want + 1 for want in wants]
    got = [0] * len(wants)
    while (open_ := [n for n, want in enumerate(wants) if got[n] < want]) and sum(got) < room:
        for n in open_[: room - sum(got)]:
            got[n] += 1
    return got


class HomeScreen(Acting):
    """The board of the day, in five panels."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#today"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HOME)]

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__()
        self.unread = set(COLUMNS)
        """The panels whose rows are not here yet."""

    def compose(self) -> ComposeResult:
        """Lay out the panels."""
        yield Banner("Today")
        with Container(id="panels"):
            for number, (name, columns) in enumerate(COLUMNS.items(), 1):
                mark_by = _listing if name == "today" else None
                panel = Ledger(columns, id=name, head=False, mark_by=mark_by)
                panel.border_title = f"{number} {TITLES[name]}"
                yield panel
        yield Static("Opening the office …", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Read the board."""
        self.reload()

    def on_screen_resume(self) -> None:
        """Offer what was begun, if something else was open when it would have been offered."""
        self.app.offer_begun()

    def on_resize(self) -> None:
        """Two panels side by side below the day's list, where there is room."""
        self.query_one("#panels").set_class(self.size.width >= WIDE, "wide")
        self._share_out()

    def _share_out(self) -> None:
        """Give each panel the lines that it needs, as far as there are any, once all have been read."""
        panels = self.query_one("#panels")
        if self.unread:
            return
        wants = [1 + max(self.query_one(f"#{name}", Ledger).total, 1) for name in COLUMNS]
        room = self.size.height - 3
        if self.size.width >= WIDE:
            rows = shared([wants[0], max(wants[1:3]), max(wants[3:5])], room)
            panels.styles.grid_rows = " ".join(map(str, rows))
            heights: list[int | str] = ["1fr"] * len(wants)
        else:
            heights = [*shared(wants, room)]
        for name, height in zip(COLUMNS, heights, strict=True):
            self.query_one(f"#{name}").styles.height = height

    def reload(self) -> None:
        """Read the board again, each panel by itself, so that none waits for another.

        The first time in turn: what the day's list needs is loaded before the rest begins, so that the first
        row is there soonest. What counts a whole office comes last.
        """
        today, left, here_from = self.app.today, self.app.left, self.app.here_from

        def listed(office: Office) -> Listed:
            from tracker.services import agenda

            return agenda.listed(office, today)

        def clocks(office: Office) -> Clocks:
            from tracker.services import board

            return board.running_out(office, today, most=board.ROWS)

        def changed(office: Office) -> tuple[ChangeRow, ...] | None:
            from tracker.services import changes

            return changes.since(office, left.seq, here_from=here_from) if left else None

        def pending(office: Office) -> Warnings:
            from tracker.services import board

            return board.warnings(office, board.PENDING, today)

        def stalled(office: Office) -> Warnings:
            from tracker.services import board

            return board.warnings(office, board.STALLED, today)

        panels: list[_Panel] = [
            (listed, self._show_listed),
            (clocks, self._show_clocks),
            (changed, self._show_changed),
            (pending, self._show_pending),
            (stalled, self._show_stalled),
        ]
        if not self.unread:
            for read, show in panels:
                ask(self, read, show, group=read.__name__)
            return

        def others() -> None:
            self.app.look_round()
            self._in_turn(panels[3:], lambda: None)

        self._in_turn(panels[:3], others)

    def _in_turn(self, panels: Sequence[_Panel], done: Callable[[], None]) -> None:
        if not panels:
            return done()
        (read, show), rest = panels[0], panels[1:]

        def then(answer: Any) -> None:
            show(answer)
            self._in_turn(rest, done)

        def refused(error: Refused) -> None:
            self.app.refuse(error)
            self._in_turn(rest, done)

        ask(self, read, then, refused=refused, group=read.__name__)

    def _show_listed(self, found: Listed) -> None:
        next_ = "none listed within a month"
        if found.next_day is not None:
            next_ = f"next {wording.weekday(found.next_day)} ({found.next_count})"
        count = f"{found.count:,} listed" if found.rows else "nothing listed"
        self._fill("today", found.rows, count, f"No hearing today; {next_}. d lists all cases, n writes one.")
        said = "Tab goes on, a digit opens a list, Enter the case, ? says what works"
        self.query_one("#line", Static).update(said)

    def _show_pending(self, found: Warnings) -> None:
        empty = "Every running case has its next date and its outcomes."
        self._fill("pending", found.rows, f"{found.count:,}", empty)

    def _show_clocks(self, found: Clocks) -> None:
        count = f"{len(found.rows)}{'+' if found.more else ''} within a fortnight"
        self._fill("clocks", found.rows, count, "No clock of law ends within a fortnight.")

    def _show_stalled(self, found: Warnings) -> None:
        self._fill("stalled", found.rows, f"{found.count:,}", "Nothing has stalled.")

    def _show_changed(self, rows: tuple[ChangeRow, ...] | None) -> None:
        if rows is None:
            self._fill("changed", (), "–", FIRST_TIME)
            return
        at = self.app.left.at if self.app.left else None
        since = f" since {hour(at)}" if at else ""
        self._fill("changed", rows, f"{len(rows):,}{since}", "Nobody changed anything since.")

    def _fill(self, name: str, rows: Sequence[object], count: str, empty: str) -> None:
        panel = self.query_one(f"#{name}", Ledger)
        panel.border_title = f"{list(COLUMNS).index(name) + 1} {TITLES[name]}: {count}"
        panel.empty = empty
        panel.fill(rows, keep=True)
        self.unread.discard(name)
        self._share_out()

    def action_panel(self, number: int) -> None:
        """Open the whole list of a panel."""
        from tracker.services import board

        match number:
            case 1:
                self.app.show_docket("hearing:today")
            case 2:
                self.app.action_flags(board.PENDING)
            case 3:
                self.app.action_due()
            case 4:
                self.app.action_flags(board.STALLED)
            case _:
                from tracker.tui.screens.changed import ChangedScreen

                self.app.push_screen(ChangedScreen())

    def action_adjourn(self) -> None:
        """Adjourn the marked matters, or all of the court under the cursor."""
        row = self.query_one("#today", Ledger).chosen
        self.adjourn(self.app.today, row.court if row is not None else None)

    def action_back(self) -> None:
        """Take the marks away; there is nothing behind this screen."""
        self.query_one("#today", Ledger).unmark()

    def action_print(self) -> None:
        """Print today's board of whoever is at the desk, or of all where nothing is theirs today."""
        from tracker.tui import printing

        printing.my_board(self, self.app.today)

    def action_court(self) -> None:
        """Fill the screen with the first matter of the day."""
        from tracker.tui.screens.court import CourtScreen

        self.app.push_screen(CourtScreen())
