"""What a key does to a line of a case: change it where it stands, add one, strike one out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.record_rules import LINES, LISTS, TITLES
from tracker.tui import casepanes, flagacts
from tracker.tui.panerow import Row

if TYPE_CHECKING:
    from tracker.services.views import FlagRow
    from tracker.tui.screens.case import CaseScreen
    from tracker.tui.widgets.ledger import Ledger

COMPUTED = {
    "clocks": "A clock is reckoned from the journal: r records what moves it.",
    "flags": "A warning is reckoned; the panel says what clears it.",
    "history": "What was done stays as it was done.",
}


def edit(screen: CaseScreen, row: Row, *, follow: bool = True) -> None:
    """Open what changes the row; with `follow`, a link opens the other case."""
    view, ref, app = screen.view, screen.ref, screen.app
    if view is None:
        return
    if row.list_ == "events" and row.n is not None:
        from tracker.tui.screens.record import RecordScreen

        line = next(one for one in view.events if one["id"] == row.n)
        if line.get("corrected_by"):
            screen.notify(f"Line {row.n} was corrected by line {line['corrected_by']}: correct that one.")
            return
        app.push_screen(RecordScreen(ref, corrects=row.n, was=line))
    elif row.list_ == "hearings" and row.n is not None:
        from tracker.tui.screens.hearing import HearingScreen

        app.push_screen(HearingScreen(ref, view.hearings[row.n]))
    elif row.ref is not None and follow:
        app.show_case(row.ref)
    elif row.list_ in LINES:
        from tracker.tui.screens.edit import EditScreen

        app.push_screen(EditScreen(ref, row.list_, row.n))
    else:
        screen.notify(COMPUTED.get(screen.pane, "Nothing here is typed."))


def add(screen: CaseScreen, row: Row | None) -> None:
    """Ask which list, where the tab shows several, and open an empty line of it."""
    pane = screen.pane
    if pane == "hearings":
        screen.action_hearing()
        return
    if pane not in casepanes.ADDS:
        screen.action_record()
        return
    lists = casepanes.ADDS[pane]
    if len(lists) == 1:
        _new(screen, lists[0], row)
        return
    from tracker.tui.screens.choose import ChooseScreen

    lines = {list_: TITLES[list_] for list_ in lists}
    screen.app.push_screen(
        ChooseScreen("Add to which list?", lines), lambda list_: _new(screen, list_, row) if list_ else None
    )


def _new(screen: CaseScreen, list_: str, row: Row | None) -> None:
    from tracker.tui.screens.edit import EditScreen

    said = {}
    if list_ == "processes" and row is not None and row.list_ == "witnesses":
        said = {"witness": row.cells[0]}
    screen.app.push_screen(EditScreen(screen.ref, list_, None, said))


def flag_of(screen: CaseScreen, row: Row | None) -> FlagRow | None:
    """Return the flag of a row of the flags."""
    if screen.view is None or row is None or row.list_ != "flags" or row.n is None:
        return None
    return screen.view.flags[row.n]


def handle(screen: CaseScreen, ledger: Ledger, *, snooze: bool) -> None:
    """Resolve the flag under the cursor, or snooze it."""
    if (flag := flag_of(screen, ledger.chosen)) is None:
        screen.notify("R and z are for a flag: 2 turns to the flags.")
        return
    flagacts.handle(screen, [flag], ledger, snooze=snooze)


def strike(screen: CaseScreen, row: Row) -> None:
    """Ask why, and strike the line out; what isn't struck out says what to do instead."""
    if row.list_ == "flags":
        flagacts.reopen(screen, flag_of(screen, row))
    elif row.list_ in LISTS and row.n is not None:
        from tracker.tui.screens.strike import StrikeScreen

        screen.app.push_screen(StrikeScreen(screen.ref, row.list_, row.n, " ".join(row.cells).strip()))
    elif row.list_ == "events":
        screen.notify("A line of the journal is never struck out: Enter records what is right in its place.")
    elif row.list_ == "charges":
        screen.notify("A charge is dropped by an event (r, section dropped), or changed with Enter.")
    elif row.list_:
        screen.notify("Other lines name this one: change it with Enter.")
    else:
        screen.notify(COMPUTED.get(screen.pane, "Nothing here is typed."))
