"""One case: where it stands, what waits, its people, charges, clocks, hearings and journal.

The strip on top says in words what is done, where the case is now, what comes next and the law's
limit for it. Each clock and flag opens its why in the panel below the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static, TabbedContent, TabPane, Tabs

from tracker.tui import casepanes
from tracker.tui.actions import CASE, bindings
from tracker.tui.asking import ask
from tracker.tui.screens.acting import Acting
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.views import CaseView

EMPTY = {
    "clocks": "No clock has started: h and r record what starts one.",
    "flags": "No warning holds today.",
    "people": "Nobody is on file yet.",
    "charges": "No charge is on file yet.",
    "hearings": "No hearing yet: h records one.",
    "journal": "The journal is empty: r records the first event.",
}


class CaseScreen(Acting):
    """The case `ref`, read again whenever something was written."""

    CSS_PATH = "case.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CASE)]

    def __init__(self, ref: str) -> None:
        """`ref` names the case."""
        super().__init__()
        self.ref = ref
        self.view: CaseView | None = None

    def compose(self) -> ComposeResult:
        """Lay out banner, head, strip, tabs and the panel of the why."""
        yield Banner(f"Case {self.ref}")
        yield Static(self.ref, id="head", classes="title", markup=False)
        yield Static("", id="strip")
        with TabbedContent(id="tabs"):
            for number, (pane, heading) in enumerate(casepanes.PANES.items(), 1):
                with TabPane(f"{number} {heading}", id=pane):
                    yield Ledger(casepanes.columns(pane), id=f"{pane}-rows", empty=EMPTY[pane])
        with VerticalScroll(classes="why", can_focus=False):
            yield Static("", id="why", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the case."""
        self.query_one(Tabs).can_focus = False
        self.reload()

    def on_resize(self) -> None:
        """Fit head and strip to the width."""
        if self.view is not None:
            self._head(self.view)

    def reload(self) -> None:
        """Read the case again."""
        ref, today = self.ref, self.app.today

        def read(office: Office) -> CaseView:
            import statutes
            from tracker.services import casework

            view = casework.show(office, ref, today)
            for charge in view.charges:
                row = statutes.provision(charge.get("provision") or "")
                if row is not None:
                    casepanes.TITLES[row.id] = row.title
            return view

        ask(self, read, self._show, refused=self._gone, group="case")

    def _gone(self, why: Exception) -> None:
        self.app.refuse(why)
        if self.view is None and self.app.screen is self:
            self.app.pop_screen()

    def _show(self, view: CaseView) -> None:
        first, self.view = self.view is None, view
        self._head(view)
        for pane in casepanes.PANES:
            found = casepanes.rows(pane, view)
            self.query_one(f"#{pane}-rows", Ledger).fill(found, keep=not first)
            tab = self.query_one(TabbedContent).get_tab(pane)
            number = list(casepanes.PANES).index(pane) + 1
            tab.label = f"{number} {casepanes.PANES[pane]} {len(found)}"
        if first:
            self._ledger().focus()

    def _head(self, view: CaseView) -> None:
        width = self.size.width - 2
        self.query_one("#head", Static).update(casepanes.heading(view, width))
        self.query_one("#strip", Static).update(casepanes.strip(view, width))

    def _ledger(self) -> Ledger:
        return self.query_one(f"#{self.query_one(TabbedContent).active or 'clocks'}-rows", Ledger)

    @on(Ledger.Moved)
    def _moved(self, event: Ledger.Moved) -> None:
        if event.ledger is self._ledger():
            self._say_why()

    def _say_why(self) -> None:
        row = self._ledger().chosen
        self.query_one("#why", Static).update(row.why if row is not None else "")
        self.query_one(".why").scroll_home(animate=False)

    @on(TabbedContent.TabActivated)
    def _turned(self) -> None:
        self._ledger().focus()
        self._say_why()

    def ref_here(self) -> str | None:
        """Return the case itself."""
        return self.ref

    def action_suggest(self) -> None:
        """See what the facts support and the charges lack."""
        from tracker.tui.screens.suggest import SuggestScreen

        self.app.push_screen(SuggestScreen(self.ref))

    def action_board(self) -> None:
        """See each charge's life."""
        from tracker.tui.screens.charges import ChargeBoard

        self.app.push_screen(ChargeBoard(self.ref))

    def action_age(self) -> None:
        """See what the age of the victim under the cursor moves; else of the first whose age is open."""
        from tracker.domain.ages import OPEN
        from tracker.tui.screens.age import AgeScreen

        victims = list(self.view.victims) if self.view is not None else []
        people = self.query_one("#people-rows", Ledger)
        cells = getattr(people.chosen, "cells", ()) if self._ledger() is people else ()
        here = [v["code"] for v in victims if v["code"] in cells]
        unsettled = [v["code"] for v in victims if (v.get("age") or {}).get("status", "unknown") in OPEN]
        found = [*here, *unsettled, *(v["code"] for v in victims)]
        if found:
            self.app.push_screen(AgeScreen(self.ref, found[0]))
        else:
            self.notify("No victim is on file yet.")

    def action_papers(self) -> None:
        """Choose a paper of the case, and open it as text."""
        from tracker.tui import paperkinds
        from tracker.tui.screens.choose import ChooseScreen
        from tracker.tui.screens.paper import PaperScreen

        victims = [one["code"] for one in self.view.victims] if self.view is not None else []
        kinds = paperkinds.kinds(self.ref, victims)

        def chosen(name: str | None) -> None:
            if name is not None:
                self.app.push_screen(PaperScreen(self.ref, kinds[name]))

        lines = {name: kind.label for name, kind in kinds.items()}
        self.app.push_screen(ChooseScreen("Which paper?", lines), chosen)

    def action_tab(self, number: int) -> None:
        """Turn to the tab of that number."""
        self.query_one(TabbedContent).active = list(casepanes.PANES)[number - 1]

    def action_next_tab(self, step: int = 1) -> None:
        """Turn to the next tab."""
        panes = list(casepanes.PANES)
        at = panes.index(self.query_one(TabbedContent).active or "clocks")
        self.query_one(TabbedContent).active = panes[(at + step) % len(panes)]

    def action_previous_tab(self) -> None:
        """Turn to the tab before."""
        self.action_next_tab(-1)
