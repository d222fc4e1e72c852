"""The calendar: an agenda of a fortnight, a week by days, a month as a grid; one filter for all three.

What is shown is what `tracker calendar` answers for the same days, filter and advocate. Clashes, ways
between complexes and closed days are words. A listing is moved and covered from here, and the days shown
are printed from here.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from tracker.tui import wording
from tracker.tui.actions import CALENDAR, bindings
from tracker.tui.asking import ask
from tracker.tui.daywords import AGENDA, WEEK, about, about_day
from tracker.tui.screens.acting import Acting
from tracker.tui.screens.choose import ChooseScreen
from tracker.tui.screens.docket import FilterBox
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger
from tracker.tui.widgets.month import MonthGrid
from tracker.tui.widgets.why import Why

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.spans import CalendarDay
    from tracker.services.views import CalendarRow

LOOKS = ("agenda", "week", "month")
ANYBODY = "anybody"


class CalendarScreen(Acting):
    """The days of the office."""

    CSS_PATH = "calendar.tcss"
    AUTO_FOCUS = "#agenda"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CALENDAR)]

    def __init__(self, day: date, look: str = "agenda", filter_: str = "") -> None:
        """Begin with a look at a day."""
        super().__init__()
        self.day, self.look, self.filter = day, look, filter_
        self.advocate: str | None = None
        self.leads: tuple[str, ...] = ()
        self.days: tuple[CalendarDay, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out banner, filter, the looks, what is shown, the words about the chosen one, the line."""
        yield Banner("Calendar")
        yield FilterBox(self.filter)
        yield Static("", id="looks")
        yield Ledger(AGENDA, id="agenda", empty="No hearing listed, and no date of the law falls here.")
        yield Ledger(WEEK, id="week")
        yield MonthGrid(id="month")
        yield Why()
        yield Static("Opening the office …", id="line", classes="line", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Read the days."""
        self.action_look(LOOKS.index(self.look) + 1)

    @property
    def span(self) -> tuple[date, date]:
        """The first and last day shown."""
        from tracker.services import spans

        return spans.span(self.look, self.day)

    def reload(self, keep: bool = True) -> None:
        """Read the days again."""
        (first, last), today = self.span, self.app.today
        advocate, filter_ = self.advocate, self.filter

        def read(office: Office) -> tuple[tuple[CalendarDay, ...], tuple[str, ...]]:
            from tracker.services import moving, spans

            days = spans.days(office, first, last, today=today, advocate=advocate, filter=filter_)
            return days, moving.advocates(office)

        def show(got: tuple[tuple[CalendarDay, ...], tuple[str, ...]]) -> None:
            self.days, self.leads = got
            self._show(keep)

        ask(self, read, show, refused=self._refused, group="calendar")

    def _refused(self, why: Exception) -> None:
        self.app.refuse(why)
        self.query_one("#line", Static).update(str(why).partition("\n")[0])
        self.query_one(FilterBox).focus()

    def _show(self, keep: bool) -> None:
        first, last = self.span
        looks = "  ".join(
            f"[@click=screen.look({n})][b]{'▸' if name == self.look else ' '}{n} {name.capitalize()}[/b][/]"
            for n, name in enumerate(LOOKS, 1)
        )
        turns = r"[@click=screen.earlier()]\[ before[/]  [@click=screen.later()]] after[/]"
        shown = f"{wording.weekday(first)[:-5]} – {wording.weekday(last)}"
        self.query_one("#looks", Static).update(f"{looks}   {shown}   {turns}")
        rows = [row for day in self.days for row in day.rows]
        listed = sum(row.kind == "hearing" for row in rows)
        clashes = sum(day.clashes for day in self.days)
        parts = [f"{listed:,} listed", f"{len(rows) - listed:,} due"]
        parts += [f"!! {clashes} with their advocate elsewhere"] if clashes else []
        parts += [f"of {self.advocate}"] if self.advocate else []
        parts += [self.filter] if self.filter else []
        self.query_one("#line", Static).update("  ·  ".join(parts))
        if self.look == "agenda":
            self.query_one("#agenda", Ledger).fill(rows, keep=keep)
        elif self.look == "week":
            week = self.query_one("#week", Ledger)
            week.fill(self.days, keep=True)
            if not keep:
                week.cursor = (self.day - first).days
        else:
            self.query_one(MonthGrid).show(self.day, {day.on: day for day in self.days})
        self._say_why()

    @property
    def chosen(self) -> Any:
        """The listing or the day under the cursor."""
        if self.look == "month":
            return next((day for day in self.days if day.on == self.day), None)
        return self.query_one(f"#{self.look}", Ledger).chosen

    def ref_here(self) -> str | None:
        """Return the case of the listing under the cursor; a day has none."""
        return getattr(self.chosen, "ref", None)

    @on(Ledger.Moved)
    def _say_why(self) -> None:
        chosen = self.chosen
        if chosen is None:
            self.query_one(Why).say("")
            return
        said = about(chosen) if self.look == "agenda" else about_day(chosen)
        self.query_one(Why).say(said)
        if self.look != "month":
            self.day = chosen.on if self.look == "week" else self.day

    @on(MonthGrid.Moved)
    def _day_chosen(self, event: MonthGrid.Moved) -> None:
        other = (event.day.year, event.day.month) != (self.day.year, self.day.month)
        self.day = event.day
        if other:
            self.reload()
        else:
            self.query_one(MonthGrid).refresh()
            self._say_why()

    @on(Ledger.Chosen)
    def open_chosen(self, event: Ledger.Chosen) -> None:
        """Open the case of a listing, or the agenda of a day, by the mouse."""
        self.action_open()

    @on(MonthGrid.Entered)
    def _day_entered(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the case of a listing, or the agenda from the chosen day on."""
        if self.look == "agenda":
            super().action_open()
        elif self.chosen is not None:
            self.day = self.chosen.on
            self.action_look(1)

    def action_look(self, number: int) -> None:
        """Show the agenda, the week or the month of the day."""
        if self.look == "agenda" and (row := self.query_one("#agenda", Ledger).chosen) is not None:
            self.day = row.on
        self.look = LOOKS[number - 1]
        for name in LOOKS:
            self.set_class(name == self.look, name)
        self.query_one(f"#{self.look}").focus()
        self.reload(keep=False)

    def action_turn(self, by: int) -> None:
        """Show the days after or before."""
        from tracker.services import spans

        self.day = spans.turned(self.look, self.day, by)
        self.reload(keep=False)

    def action_later(self) -> None:
        """Show the days after."""
        self.action_turn(1)

    def action_earlier(self) -> None:
        """Show the days before."""
        self.action_turn(-1)

    def action_advocate(self) -> None:
        """Choose whose hearings are shown."""
        lines = {ANYBODY: ANYBODY} | {name: name for name in self.leads}

        def chosen(name: str | None) -> None:
            if name is not None:
                self.advocate = None if name == ANYBODY else name
                self.reload(keep=False)

        self.app.push_screen(ChooseScreen("Whose hearings?", lines), chosen)

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one(FilterBox).focus()

    @on(Input.Changed, "#filter")
    def _offer(self) -> None:
        box = self.query_one(FilterBox)
        if box.has_focus:
            offers = box.offers()
            said = "Tab: " + "  ".join(offers[:12]) if offers else "Enter shows their days, Esc leaves"
            self.query_one("#line", Static).update(said)

    @on(Input.Submitted, "#filter")
    def _submit(self, event: Input.Submitted) -> None:
        self.filter = event.value.strip()
        self.query_one(FilterBox).remember(self.filter)
        self.query_one(f"#{self.look}").focus()
        self.reload(keep=False)

    def action_back(self) -> None:
        """Leave the filter; clear it; go back."""
        box = self.query_one(FilterBox)
        if box.has_focus:
            box.value = self.filter
            self.query_one(f"#{self.look}").focus()
        elif self.filter or self.advocate:
            self.filter = box.value = ""
            self.advocate = None
            self.reload(keep=False)
        else:
            self.app.pop_screen()

    def action_move(self) -> None:
        """Ask to which day the listing goes."""
        from tracker.tui.screens.move import MoveScreen

        if (row := self._listing()) is not None:
            self.app.push_screen(MoveScreen(row))

    def action_cover(self) -> None:
        """Ask who goes to the listing."""
        from tracker.tui.screens.move import CoverScreen

        if (row := self._listing()) is not None:
            self.app.push_screen(CoverScreen(row, self.leads))

    def _listing(self) -> CalendarRow | None:
        row = self.chosen
        if self.look != "agenda":
            self.notify("Enter opens the day's agenda first; there a listing is moved or covered.")
        elif row is not None and row.kind != "hearing":
            self.notify("That is a date of the law, not a listing: nobody can move it.")
        else:
            found: CalendarRow | None = row
            return found
        return None

    def action_print(self) -> None:
        """Print what is shown to the office's folder."""
        from tracker.tui import printing

        first, last = self.span
        layout = {"agenda": "list"}.get(self.look, self.look)
        printing.to_folder(self, first, last, advocate=self.advocate, filter=self.filter, layout=layout)
