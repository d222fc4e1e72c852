"""Commands: read what was typed, ask one service, show the answer. A command that computes is misplaced.

Exit status: 0 done; 1 the program refused and changed nothing, one line a fault on standard error;
2 wrong usage; 3 a fault of the program itself, of which a private note tells where.
A command's module is imported only when the command runs (`COMMANDS`).
"""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper

import click

from tracker.cli.lazy import LazyGroup
from tracker.cli.options import common

COMMANDS = {
    "demo": ("tracker.cli.office", "make a throw-away sample office and open it"),
    "init": ("tracker.cli.office", "make the office's database"),
    "import": ("tracker.cli.files", "read case files into the office"),
    "export": ("tracker.cli.files", "write cases as a case file"),
    "schema": ("tracker.cli.files", "print the JSON Schema of a case file"),
    "list": ("tracker.cli.reading", "the docket"),
    "show": ("tracker.cli.reading", "one case whole"),
    "due": ("tracker.cli.reading", "every clock: open, met, missed, or not computable"),
    "flags": ("tracker.cli.reading", "stalled stages and other warnings; --by lead counts them"),
    "flag": ("tracker.cli.flag", "resolve a warning with a note, snooze it until a day, take either back"),
    "stalls": ("tracker.cli.stalls", "after how many days a stage is stalled: measured, set, or the rule's"),
    "today": ("tracker.cli.today", "the morning's digest: listed, overdue, ending, no date, what changed"),
    "suggest": ("tracker.cli.charges", "charges that the facts support and the file lacks, or can't keep"),
    "charges": ("tracker.cli.board", "each charge from the FIR to the judgment, and what disappeared"),
    "age": ("tracker.cli.charges", "what a victim's age moves; asks before it is recorded"),
    "new": ("tracker.cli.newcase", "file a new case; all but its ref may wait"),
    "record": ("tracker.cli.writing", "add an event to a case's journal"),
    "hearing": ("tracker.cli.writing", "record a hearing and list the next"),
    "records": ("tracker.cli.records", "witnesses, papers, placements, notes … of a case"),
    "edit": ("tracker.cli.records", "change a case's title, lead, tags, FIR, days of the offence"),
    "add": ("tracker.cli.records", "add a line to one of these lists"),
    "change": ("tracker.cli.records", "change a line where it stands"),
    "strike": ("tracker.cli.records", "strike a line out, with a why"),
    "adjourn": ("tracker.cli.many", "adjourn a court's whole day, or several cases, at once"),
    "assign": ("tracker.cli.many", "give cases to another lead"),
    "undo": ("tracker.cli.many", "take back what you recorded last"),
    "adjournments": (
        "tracker.cli.papers",
        "each day in court that was lost: who asked, and what the law says",
    ),
    "notices": ("tracker.cli.papers", "was the victim's side told of each application, and heard"),
    "brief": ("tracker.cli.papers", "the case on a few pages, an office copy"),
    "handover": ("tracker.cli.papers", "a memo for a new judge, prosecutor, officer or advocate"),
    "signoff": ("tracker.cli.papers", "keep who signed a handover memo off, and when"),
    "links": ("tracker.cli.overviews", "the cases tied to one, as text or as a graph"),
    "copies": ("tracker.cli.papers", "certified copies, and the times to appeal that read them"),
    "update": ("tracker.cli.papers", "a survivor's update in plain words, in three languages"),
    "rescues": ("tracker.cli.overviews", "rescue attempts: what came of each, and who was found"),
    "aftercare": ("tracker.cli.overviews", "each victim by code: place, support, compensation"),
    "awaited": (
        "tracker.cli.overviews",
        "summonses that are out, reports and answers, the first needed first",
    ),
    "repeats": ("tracker.cli.overviews", "accused who may be one person in several cases"),
    "move": ("tracker.cli.moving", "move a listing to another day"),
    "cover": ("tracker.cli.moving", "say who stands in for an advocate on one day"),
    "calendar": ("tracker.cli.calendar", "hearings and due dates of any span, on screen, paper or phone"),
    "rates": ("tracker.cli.rates", "the conviction-rate summary"),
    "holidays": ("tracker.cli.holidays", "the days on which courts are closed"),
    "causelist": ("tracker.cli.causelist", "check a court's list of tomorrow against the office's"),
    "law": ("tracker.cli.law", "the statute catalogue and the time limits"),
    "identity": ("tracker.cli.identity", "open, keep or erase a victim's name; written down"),
    "hold": ("tracker.cli.identity", "keep everything of a case from being erased"),
    "roles": ("tracker.cli.identity", "who may do what"),
    "audit": ("tracker.cli.audit", "who did what and when; `audit verify` finds what was altered"),
    "backup": ("tracker.cli.backup", "copy the office, whole and verified, while it is in use"),
    "restore": ("tracker.cli.backup", "put a backup in the office's place, after showing what differs"),
    "lock": ("tracker.cli.keys", "after how many idle minutes the screen locks itself"),
    "encrypt": ("tracker.cli.keys", "encrypt a plain office"),
    "decrypt": ("tracker.cli.keys", "write the office without encryption again"),
    "rekey": ("tracker.cli.keys", "change the passphrase"),
    "unlock": ("tracker.cli.keys", "keep the key in the system's keyring, or take it out"),
    "doctor": ("tracker.cli.office", "check the database, the law data and the terminal"),
}
"""Command to the module that holds it and its line in `--help`, in the order of a case's life."""


@click.group(
    cls=LazyGroup,
    commands_in=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="prosecution-tracker", prog_name="tracker")
@common
@click.pass_context
def cli(context: click.Context) -> None:
    """Track anti-trafficking prosecutions from FIR to judgment. With no command, open the screen.

    Example: tracker list "flag:default_bail lead:asha"
    """
    if context.invoked_subcommand is None:
        from tracker.cli.screen import open_screen

        open_screen(context)


MADE = 50_000
"""Things made between two searches for cycles. A start makes 300,000 that stay, and Python, which would
search after each 700, spent a third of a `list` on finding none."""


def main() -> None:
    """Run the command line; refusals become lines on standard error and exit status 1.

    What goes to a file or a pipe is UTF-8 on every system, so that an export can be read again.
    """
    gc.set_threshold(MADE)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # an image of the memory would hold what was open
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            piped = "utf-8" if not stream.isatty() else None
            stream.reconfigure(encoding=piped, errors="backslashreplace")
    try:
        cli.main(prog_name="tracker")
    except Exception as error:
        faults = getattr(error, "faults", None)
        if faults is None:
            from datetime import UTC, datetime

            from tracker import settings
            from tracker.services import crashnote

            print(crashnote.write(error, settings.data_folder(), datetime.now(UTC)), file=sys.stderr)
            raise SystemExit(crashnote.STATUS) from None
        for fault in faults:
            print(fault, file=sys.stderr)
        raise SystemExit(1) from None
