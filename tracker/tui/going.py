"""Going somewhere: the screens that open from everywhere, under the docket's filter where one is open."""

from __future__ import annotations

from tracker.tui.following import Following
from tracker.tui.screens.home import HomeScreen


class Going(Following):
    """An app whose screens open from everywhere."""

    def action_home(self) -> None:
        """Go to the board of today."""
        while len(self.screen_stack) > 2 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()

    def action_docket(self) -> None:
        """Go to the docket."""
        self.show_docket("")

    def show_docket(self, text: str) -> None:
        """Open the docket with a filter."""
        from tracker.tui.screens.docket import DocketScreen

        if isinstance(self.screen, DocketScreen):
            self.screen.filter_by(text)
        else:
            self.push_screen(DocketScreen(text))

    def show_case(self, ref: str) -> None:
        """Open a case."""
        from tracker.tui.screens.case import CaseScreen

        self.push_screen(CaseScreen(ref))

    def action_flags(self, text: str = "") -> None:
        """Go to the flags board, under the docket's filter if that is open."""
        from tracker.tui.screens.flags import FlagsScreen

        if not isinstance(self.screen, FlagsScreen):
            self.push_screen(FlagsScreen(text or getattr(self.screen, "filter", "")))

    def action_due(self) -> None:
        """Go to the clocks that run out."""
        from tracker.tui.screens.due import DueScreen

        if not isinstance(self.screen, DueScreen):
            self.push_screen(DueScreen())

    def action_rates(self) -> None:
        """Go to the rates."""
        from tracker.tui.screens.rates import RatesScreen

        if not isinstance(self.screen, RatesScreen):
            self.push_screen(RatesScreen())

    def action_rescues(self) -> None:
        """Go to the rescue attempts."""
        self._overview("rescues")

    def action_aftercare(self) -> None:
        """Go to where each victim is."""
        self._overview("aftercare")

    def action_awaited(self) -> None:
        """Go to what is to be chased."""
        self._overview("awaited")

    def action_repeats(self) -> None:
        """Go to accused who may be one person in several cases."""
        self._overview("repeats")

    def _overview(self, kind: str) -> None:
        """Open an overview, under the docket's filter if that is open."""
        from tracker.tui.screens.overview import OverviewScreen

        filter_ = str(getattr(self.screen, "filter", ""))
        if getattr(self.screen, "kind", None) != kind:
            self.push_screen(OverviewScreen(kind, filter_))

    def action_calendar(self) -> None:
        """Go to the calendar, under the docket's filter if that is open."""
        from tracker.tui.screens.calendar import CalendarScreen

        if not isinstance(self.screen, CalendarScreen):
            self.push_screen(CalendarScreen(self.today, filter_=getattr(self.screen, "filter", "")))

    def action_causelist(self) -> None:
        """Check a court's list against ours."""
        from tracker.tui.screens.causelist import CauseListScreen

        self.push_screen(CauseListScreen())

    def action_jump(self) -> None:
        """Ask for a few letters, and open the case they find."""
        from tracker.tui.screens.jump import JumpScreen

        self.push_screen(JumpScreen(), lambda ref: self.show_case(ref) if ref else None)

    def action_new_case(self) -> None:
        """Write a new case."""
        from tracker.tui.screens.newcase import NewCaseScreen

        self.push_screen(NewCaseScreen(), lambda ref: self.show_case(ref) if ref else None)

    def action_statutes(self) -> None:
        """Open the statutes."""
        from tracker.tui.screens.statutes import StatutesScreen

        if not isinstance(self.screen, StatutesScreen):
            self.push_screen(StatutesScreen())
