"""The registry of actions: every thing a key does, said once.

From here come the bindings of the screens, the hints in the footer, the list behind `?`, the command
palette and the README's key table (`key_table`). An action is done by the method `action_<name>` of each
screen it works on, or of the app for those of EVERYWHERE. A person may give an action other keys
(`keymap`); the id is what such a file names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding, BindingType

EVERYWHERE = "everywhere"
HOME, DOCKET, CASE, FLAGS, DUE, COURT = "today", "docket", "case", "flags", "clocks", "court mode"
CALENDAR, LIST, RATES, CASES = "calendar", "cause list", "rates", "cases"
BOARD, CHANGED = "flag board", "changes"
PAPER, OVERVIEW = "paper", "overviews"
SUGGESTIONS, CHARGES, STATUTES = "suggestions", "charge board", "statutes"
WITH_A_CASE = (HOME, DOCKET, CASE, FLAGS, DUE, CALENDAR, CASES, OVERVIEW)
LISTS = (HOME, DOCKET, FLAGS, DUE, CALENDAR, CASES, OVERVIEW)
MARKING = (HOME, DOCKET, FLAGS)
COPYING = (HOME, DOCKET, CASE, FLAGS, DUE)
WITH_A_WHY = (CASE, FLAGS, DUE, CALENDAR, OVERVIEW, SUGGESTIONS, CHARGES, STATUTES)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person can do on a screen."""

    id: str
    key: str
    """Textual's names of the keys, several with commas between; the first is shown."""
    label: str
    """Two or three words, for the footer and the palette."""
    help: str
    """What it does, in a sentence."""
    cli: str
    """The command that does the same without a screen, or why none is needed."""
    where: tuple[str, ...] = (EVERYWHERE,)
    hinted: tuple[str, ...] = ()
    """The screens whose footer has room for it."""
    of_app: bool = False
    """Whether the app does it, though not on every screen; what works everywhere is always the app's."""
    over_all: bool = False
    """Whether its keys work whatever is open, also where a form takes all others."""
    digits: int = 0
    """So many digit keys do it, each with its number (`tab(3)`); they are not for choosing."""

    @property
    def call(self) -> str:
        """The action as a binding names it."""
        return f"app.{self.id}" if self.where == (EVERYWHERE,) or self.of_app else self.id


NO_NEED = "none: it moves about the screen"

ACTIONS = (
    Action(
        "open",
        "enter",
        "Open",
        "Open the case, or the list, under the cursor.",
        "tracker show REF",
        (*LISTS, BOARD, CHANGED, LIST),
        (HOME, DOCKET, FLAGS, DUE, CALENDAR, CASES, OVERVIEW, BOARD, CHANGED),
    ),
    Action(
        "hearing",
        "h",
        "Hearing",
        "Record what happened in court and the next date.",
        "tracker hearing REF --outcome WORD --next DAY",
        WITH_A_CASE,
        (HOME, DOCKET, CASE),
    ),
    Action(
        "record",
        "r",
        "Record",
        "Record an event in the case's journal.",
        "tracker record REF KIND --on DAY",
        WITH_A_CASE,
        (DOCKET, CASE),
    ),
    Action(
        "mark",
        "space",
        "Mark",
        "Mark the row (or click in its margin); Esc unmarks.",
        NO_NEED,
        MARKING,
        (DOCKET,),
    ),
    Action(
        "mark_all",
        "asterisk",
        "Mark all",
        "Mark all rows that are shown, or none.",
        NO_NEED,
        MARKING,
    ),
    Action(
        "adjourn",
        "J",
        "Adjourn all",
        "Judge on leave: one date for a court, or the marked.",
        "tracker adjourn --court KEY --on DAY --to DAY",
        (HOME, DOCKET, COURT),
    ),
    Action(
        "assign",
        "l",
        "Lead",
        "Give the case, or the marked ones, to another lead.",
        "tracker assign LEAD REF",
        (DOCKET,),
    ),
    Action(
        "copy_cell",
        "y",
        "Copy cell",
        "Copy the cell: Left and Right choose the column.",
        "tracker list FILTER --json",
        COPYING,
    ),
    Action(
        "copy_row",
        "Y",
        "Copy row",
        "Copy the line under the cursor.",
        "tracker list FILTER --json",
        COPYING,
    ),
    Action(
        "read_on",
        "shift+down",
        "Read on",
        "Read on in the panel below the list.",
        NO_NEED,
        WITH_A_WHY,
        of_app=True,
    ),
    Action(
        "read_back",
        "shift+up",
        "Read back",
        "Go back up in the panel below the list.",
        NO_NEED,
        WITH_A_WHY,
        of_app=True,
    ),
    Action(
        "export_list",
        "e",
        "Export",
        "Write the list as it is shown to a CSV file.",
        "tracker list FILTER --csv FILE",
        COPYING,
    ),
    Action(
        "columns",
        "C",
        "Columns",
        "Choose the columns, and their order.",
        "tracker list FILTER --columns NAMES",
        (DOCKET,),
    ),
    Action(
        "filter",
        "slash",
        "Filter",
        "Type which cases to show: words, or key:value.",
        'tracker list "stage:fir lead:asha"',
        (DOCKET, CALENDAR),
        (DOCKET,),
    ),
    Action(
        "order",
        "s",
        "Sort",
        "Sort by the next column (or click a heading).",
        "none: lists come by ref",
        (DOCKET,),
    ),
    Action(
        "kinds",
        "slash,f",
        "Kinds",
        "Show the flags of one kind only.",
        'tracker flags "flag:default_bail"',
        (FLAGS,),
        (FLAGS,),
    ),
    Action(
        "resolve",
        "R",
        "Resolve",
        "Say with a note that the flag, or the marked, is done.",
        "tracker flag resolve REF KIND --note WORDS",
        (FLAGS, CASE),
        (FLAGS, CASE),
    ),
    Action(
        "snooze",
        "z",
        "Snooze",
        "Put the flag, or the marked, off until a day; say why.",
        "tracker flag snooze REF KIND --until DAY --why WORDS",
        (FLAGS, CASE),
        (FLAGS, CASE),
    ),
    Action(
        "reopen",
        "x",
        "Stand again",
        "Let a snoozed or resolved flag stand again.",
        "tracker flag reopen REF KIND",
        (FLAGS,),
    ),
    Action(
        "states",
        "v",
        "Put off",
        "Show the snoozed flags, then the resolved ones.",
        "tracker flags --snoozed",
        (FLAGS,),
    ),
    Action(
        "by",
        "b",
        "Count",
        "Count the flags by lead, station, court or kind.",
        "tracker flags --by lead",
        (FLAGS, BOARD),
        (FLAGS, BOARD),
    ),
    Action(
        "court",
        "c",
        "Court mode",
        "Fill the screen with one matter of today.",
        "tracker hearing REF --outcome WORD --next DAY",
        (HOME,),
        (HOME,),
    ),
    Action(
        "look",
        "1",
        "Look",
        "Show the agenda, the week or the month.",
        "tracker calendar --from DAY --to DAY",
        (CALENDAR,),
        digits=3,
    ),
    Action(
        "later",
        "right_square_bracket",
        "Later",
        "Show the days after those shown.",
        "tracker calendar --from DAY --to DAY",
        (CALENDAR,),
        (CALENDAR,),
    ),
    Action(
        "earlier",
        "left_square_bracket",
        "Earlier",
        "Show the days before those shown.",
        "tracker calendar --from DAY --to DAY",
        (CALENDAR,),
    ),
    Action(
        "advocate",
        "a",
        "Whose",
        "Show one advocate's hearings only, or all.",
        "tracker calendar --advocate asha",
        (CALENDAR,),
        (CALENDAR,),
    ),
    Action(
        "move",
        "m",
        "Move",
        "Move the listing to another day; warned, not refused.",
        "tracker move REF --from DAY --to DAY",
        (CALENDAR,),
        (CALENDAR,),
    ),
    Action(
        "cover",
        "w",
        "Who covers",
        "Say who stands in that day; the lead stays.",
        "tracker cover REF --on DAY --by NAME",
        (CALENDAR,),
        (CALENDAR,),
    ),
    Action(
        "print",
        "P",
        "Print",
        "Print my board of today, or the days that are shown.",
        "tracker calendar --pdf FILE",
        (HOME, CALENDAR),
        (CALENDAR,),
    ),
    Action(
        "check",
        "ctrl+s",
        "Check",
        "Lay the list beside ours; nothing is written.",
        "tracker causelist FILE --on DAY",
        (LIST,),
        (LIST,),
    ),
    Action(
        "accept",
        "a",
        "Accept",
        "List the matter on the day of the court's list.",
        "tracker causelist FILE --on DAY --accept REF",
        (LIST,),
        (LIST,),
    ),
    Action(
        "outcome",
        "o",
        "Outcome",
        "Write down what happened: six to eight keys.",
        "tracker hearing REF --outcome WORD --next DAY",
        (COURT,),
        (COURT,),
    ),
    Action(
        "next_matter",
        "n,right,down",
        "Next",
        "Show the next matter of the day.",
        NO_NEED,
        (COURT,),
        (COURT,),
    ),
    Action(
        "previous_matter",
        "p,left,up",
        "Previous",
        "Show the matter before.",
        NO_NEED,
        (COURT,),
        (COURT,),
    ),
    Action(
        "open_matter",
        "enter",
        "Open",
        "Open the case of the matter on the screen.",
        "tracker show REF",
        (COURT,),
        (COURT,),
    ),
    Action(
        "tab",
        "1",
        "Tab",
        "Turn to the tab of that number.",
        "tracker show REF",
        (CASE,),
        digits=9,
    ),
    Action(
        "links",
        "0",
        "Links",
        "Turn to the links to other cases.",
        "tracker records REF links",
        (CASE,),
    ),
    Action(
        "history",
        "minus",
        "History",
        "Turn to who changed what, before and after.",
        "tracker audit --ref REF",
        (CASE,),
    ),
    Action(
        "edit",
        "enter",
        "Change",
        "Change the row where it stands; a link opens its case.",
        "tracker change REF LIST N FIELD=VALUE",
        (CASE,),
        (CASE,),
    ),
    Action(
        "edit_line",
        "m",
        "Change line",
        "Change the row under the cursor, a link's too.",
        "tracker change REF LIST N FIELD=VALUE",
        (CASE,),
    ),
    Action(
        "add_line",
        "plus,insert",
        "Add",
        "Add a line to the list of this tab.",
        "tracker add REF LIST FIELD=VALUE",
        (CASE,),
        (CASE,),
    ),
    Action(
        "strike",
        "x,delete",
        "Strike out",
        "Strike the line out, with a why; a flag stands again.",
        "tracker strike REF LIST N --why WHY",
        (CASE,),
    ),
    Action(
        "head",
        "E",
        "Change case",
        "Change title, lead, tags, FIR and the offence's days.",
        "tracker edit REF FIELD=VALUE",
        (CASE,),
    ),
    Action(
        "panel",
        "1",
        "Panel",
        "Open the list of the panel of that number.",
        "tracker list, tracker flags, tracker due, tracker today",
        (HOME,),
        digits=5,
    ),
    Action(
        "view",
        "1",
        "Saved view",
        "Show the saved view of that number; `w` saves one.",
        "tracker list FILTER",
        (DOCKET,),
        digits=9,
    ),
    Action(
        "save_view",
        "w",
        "Save view",
        "Keep this filter and order under a digit.",
        "tracker list FILTER",
        (DOCKET,),
    ),
    Action(
        "next_tab",
        "right_square_bracket",
        "Next tab",
        "Turn to the next tab; digits turn to one.",
        "tracker show REF",
        (CASE,),
    ),
    Action(
        "previous_tab",
        "left_square_bracket",
        "Previous tab",
        "Turn to the tab before.",
        "tracker show REF",
        (CASE,),
    ),
    Action(
        "suggest",
        "s",
        "Suggestions",
        "See what the facts support and the charges lack.",
        "tracker suggest REF",
        (CASE,),
    ),
    Action(
        "put_on_file",
        "enter,a",
        "Put on file",
        "Put the charge on file, with your reason; asks first.",
        "tracker suggest REF --accept PROVISION",
        (SUGGESTIONS,),
        (SUGGESTIONS,),
    ),
    Action(
        "suppose",
        "w",
        "What if",
        "Suppose an age, a fact or other days; writes nothing.",
        "tracker suggest REF --suppose V2=17",
        (SUGGESTIONS,),
        (SUGGESTIONS,),
    ),
    Action(
        "as_it_is",
        "x",
        "As it is",
        "Leave all that was supposed.",
        "tracker suggest REF",
        (SUGGESTIONS,),
        (SUGGESTIONS,),
    ),
    Action(
        "board",
        "b",
        "Charge board",
        "See each charge's life, and what disappeared.",
        "tracker charges REF",
        (CASE, SUGGESTIONS),
        (SUGGESTIONS,),
    ),
    Action(
        "section",
        "s",
        "Section",
        "Read the section of the line.",
        "tracker law show ID",
        (SUGGESTIONS, CHARGES),
        (SUGGESTIONS, CHARGES),
    ),
    Action(
        "corrections",
        "c",
        "Corrections",
        "Show what a step left out or added later; then all.",
        "tracker charges REF --corrections",
        (CHARGES,),
        (CHARGES,),
    ),
    Action(
        "search",
        "slash",
        "Search",
        "Type a number, words, or a clerk's line.",
        "tracker law find WORDS",
        (STATUTES,),
        (STATUTES,),
    ),
    Action(
        "counterpart",
        "o",
        "Counterpart",
        "Show what answers to it in the other code.",
        "tracker law match ID",
        (STATUTES,),
        (STATUTES,),
    ),
    Action(
        "age",
        "a",
        "Age",
        "See what a victim's age moves, and record it.",
        "tracker age REF V1 --years 17",
        (CASE,),
    ),
    Action(
        "behind",
        "enter",
        "Cases",
        "Open the cases behind a number of the line.",
        "tracker rates --behind KEY:FIGURE",
        (RATES,),
        (RATES,),
    ),
    Action(
        "rows",
        "b",
        "Rows",
        "Choose what the lines are: year, Act, court and so on.",
        "tracker rates --by act",
        (RATES,),
        (RATES,),
    ),
    Action(
        "unit",
        "u",
        "Unit",
        "Count cases, accused or charges.",
        "tracker rates --unit accused",
        (RATES,),
    ),
    Action(
        "measure",
        "m",
        "Which rate",
        "Choose the rate: which convictions, of which cases.",
        "tracker rates --board",
        (RATES,),
        (RATES,),
    ),
    Action(
        "days",
        "p",
        "Days",
        "Choose days, cohort, results, clock, filter, known when.",
        "tracker rates --from DAY --to DAY --filter FILTER",
        (RATES,),
        (RATES,),
    ),
    Action(
        "offence",
        "o",
        "Principal",
        "Count under every charge, or under the gravest alone.",
        "tracker rates --by act --offence principal",
        (RATES,),
    ),
    Action(
        "chart",
        "v",
        "Chart",
        "Draw the next chart: board, trend, funnel and others.",
        "tracker rates --chart funnel",
        (RATES,),
        (RATES,),
    ),
    Action(
        "export",
        "x",
        "Write file",
        "Write what is seen to a CSV or a PDF.",
        "tracker rates --csv FILE",
        (RATES,),
        (RATES,),
    ),
    Action(
        "papers",
        "p",
        "Papers",
        "Open a paper to hand up or carry, and print it.",
        "tracker adjournments REF --pdf FILE",
        (CASE,),
    ),
    Action(
        "write_pdf",
        "w",
        "Write PDF",
        "Print this paper to a PDF file.",
        "tracker adjournments REF --pdf FILE",
        (PAPER,),
        (PAPER,),
    ),
    Action(
        "language",
        "l",
        "Language",
        "Show a survivor's update in the next language.",
        "tracker update REF --victim V1 --lang mr",
        (PAPER,),
        (PAPER,),
    ),
    Action(
        "told",
        "m",
        "Was told",
        "Record that the office gave her this update.",
        "tracker update REF --victim V1 --told",
        (PAPER,),
        (PAPER,),
    ),
    Action(
        "sign_off",
        "s",
        "Signed off",
        "Keep who signed this handover memo off.",
        "tracker signoff REF --for prosecutor --by NAME",
        (PAPER,),
        (PAPER,),
    ),
    Action(
        "back",
        "escape",
        "Back",
        "Go back, or clear marks or filter. Never quits.",
        NO_NEED,
        (
            HOME,
            DOCKET,
            CASE,
            FLAGS,
            DUE,
            COURT,
            CALENDAR,
            LIST,
            RATES,
            CASES,
            PAPER,
            OVERVIEW,
            BOARD,
            CHANGED,
            SUGGESTIONS,
            CHARGES,
            STATUTES,
        ),
        (
            CASE,
            FLAGS,
            DUE,
            COURT,
            LIST,
            CASES,
            PAPER,
            OVERVIEW,
            BOARD,
            CHANGED,
            SUGGESTIONS,
            CHARGES,
            STATUTES,
        ),
    ),
    Action(
        "home",
        "t",
        "Today",
        "Go to the board of today.",
        'tracker list "hearing:today"',
    ),
    Action("docket", "d", "Docket", "Go to the list of all cases.", "tracker list", hinted=(HOME,)),
    Action("flags", "f", "Flags", "Go to the warnings, worst first.", "tracker flags", hinted=(HOME, DOCKET)),
    Action("calendar", "K", "Calendar", "Go to the agenda, the week and the month.", "tracker calendar"),
    Action("due", "D", "Clocks", "Go to the clocks that run out within a fortnight.", "tracker due"),
    Action("rescues", "R", "Rescues", "Go to the rescue attempts, latest first.", "tracker rescues"),
    Action("aftercare", "V", "Aftercare", "Go to where each victim is, and the money.", "tracker aftercare"),
    Action("awaited", "W", "Awaited", "Go to summonses, reports and answers to chase.", "tracker awaited"),
    Action("repeats", "N", "Repeats", "Go to accused who may be in several cases.", "tracker repeats"),
    Action(
        "rates",
        "percent_sign",
        "Rates",
        "Say how cases ended: k of n, interval, what changed.",
        "tracker rates",
    ),
    Action(
        "jump",
        "g",
        "Go to",
        "Find a case by a few letters of it.",
        "tracker list LETTERS",
        hinted=(HOME,),
    ),
    Action(
        "causelist",
        "p",
        "Cause list",
        "Paste tomorrow's list and check it against ours.",
        "tracker causelist FILE --on DAY",
        (HOME, CALENDAR),
        of_app=True,
    ),
    Action(
        "new_case",
        "n",
        "New case",
        "Write a new case; all but its ref may wait.",
        "tracker new REF --fir NUMBER/YEAR --station NAME",
        (HOME, DOCKET),
        of_app=True,
    ),
    Action(
        "undo",
        "u,ctrl+z",
        "Undo",
        "Take back what you wrote last; an event is corrected.",
        "tracker undo",
    ),
    Action("redo", "ctrl+y", "Redo", "Do again what was taken back last.", "tracker undo --redo"),
    Action(
        "statutes",
        "S",
        "Statutes",
        "Look a section up, by number or words, old or new.",
        "tracker law find WORDS",
    ),
    Action("log", "L", "Log", "List what was done here, with its commands.", NO_NEED),
    Action(
        "change_theme",
        "ctrl+t",
        "Theme",
        "Change between dark, light and high contrast.",
        "none: it changes the screen only",
    ),
    Action("reload", "f5,ctrl+r", "Read again", "Read the rows again from the database.", NO_NEED),
    Action(
        "help",
        "question_mark",
        "Help",
        "List what works here; type to find, Enter runs it.",
        "tracker --help",
        hinted=(
            HOME,
            DOCKET,
            CASE,
            FLAGS,
            DUE,
            COURT,
            CALENDAR,
            LIST,
            RATES,
            CASES,
            PAPER,
            OVERVIEW,
            BOARD,
            CHANGED,
            SUGGESTIONS,
            CHARGES,
            STATUTES,
        ),
    ),
    Action(
        "command_palette",
        "colon,ctrl+p",
        "Commands",
        "Find an action by its name.",
        "tracker --help",
    ),
    Action(
        "names",
        "A",
        "Opened names",
        "See who opened a victim's name, and why.",
        "tracker audit --action identity",
    ),
    Action(
        "lock",
        "ctrl+l,f12",
        "Lock",
        "Lock and blank the screen at once, also over a form.",
        "tracker lock --after MINUTES",
        over_all=True,
    ),
    Action("quit", "q,ctrl+q", "Quit", "Leave the program; all is saved already.", NO_NEED),
)
"""In the order in which footer, help and key table list them."""

BY_ID = {action.id: action for action in ACTIONS}


def here(where: str) -> Iterator[Action]:
    """Yield the actions of a screen: its own, then those of everywhere."""
    yield from (action for action in ACTIONS if where in action.where)
    yield from (action for action in ACTIONS if EVERYWHERE in action.where)


def bindings(where: str) -> list[Binding]:
    """Return a screen's bindings, those of everywhere among them, so that its footer chooses what to hint."""
    shown = [action for action in ACTIONS if where in action.hinted]
    order = [*shown, *(action for action in here(where) if action not in shown)]
    own = {key for action in ACTIONS if where in action.where for key in action.key.split(",")}
    found = []
    for action in order:
        keys = [key for key in action.key.split(",") if where in action.where or key not in own]
        if action.over_all:
            continue
        if action.digits:
            found += [Binding(str(n), f"{action.id}({n})", action.label, False) for n in _digits(action)]
        elif keys:
            found.append(_binding(action, ",".join(keys), where in action.hinted))
    return found


def over_all() -> list[BindingType]:
    """Return the bindings that the app itself has, before those of every screen, form and field."""
    return [
        Binding(action.key, action.id, action.label, show=False, priority=True, id=action.id)
        for action in ACTIONS
        if action.over_all
    ]


def _digits(action: Action) -> range:
    return range(1, action.digits + 1)


def _binding(action: Action, key: str, show: bool) -> Binding:
    return Binding(key, action.call, action.label, show=show, tooltip=action.help, id=action.id)


def key_table() -> str:
    """Return the README's table of keys, as Markdown."""
    lines = ["| Key | Where | Does | Without the screen |", "|---|---|---|---|"]
    for action in ACTIONS:
        keys = " ".join(f"`{key}`" for key in keys_of(action))
        cli = f"`{action.cli}`" if action.cli.startswith("tracker") else action.cli
        lines.append(f"| {keys} | {', '.join(action.where)} | {action.help} | {cli} |")
    return "\n".join(lines) + "\n"


def keys_of(action: Action) -> list[str]:
    """Return an action's keys as they stand on the keyboard."""
    if action.digits:
        return [f"1–{action.digits}"]
    return [shown(key) for key in action.key.split(",")]


_SIGNS = {
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "asterisk": "*",
    "question_mark": "?",
    "colon": ":",
    "percent_sign": "%",
    "enter": "Enter",
    "escape": "Esc",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}


def shown(key: str) -> str:
    """Return a key as it stands on the keyboard."""
    if key in _SIGNS:
        return _SIGNS[key]
    if key.startswith("shift+"):
        return f"Shift+{key.removeprefix('shift+').capitalize()}"
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return key if len(key) == 1 else key.capitalize()
