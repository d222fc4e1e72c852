"""The words of a clock: the rule and its section, the days counted, the arithmetic, and what would clear it.

Written for an advocate who reads it out in court: nothing is claimed that the row or the journal does
not say, a contested point is called contested, and a row not checked against its text says so.
Days are printed dd-mm-yyyy.
"""

from __future__ import annotations

from datetime import date, timedelta

from statutes.rows import Limit, Provision
from tracker.domain.counting import last_day
from tracker.domain.shapes import Clock, Law
from tracker.domain.words import EventKind

BAND_MOVED = "band_moved"
KAPIL_WADHAWAN = date(2023, 3, 27)
"""From this decision on it is settled that the day of remand is day 1."""
KINDS = {kind.value: kind.label for kind in EventKind}
SURE = {
    "secondary": "The text itself was not read; the rule rests on a secondary source.",
    "derived": "The rule is derived, not read in its text.",
    "unverified": "Not verified: written from memory, check it before relying on it.",
}
NATURE = {
    "contested": "Contested: there is no settled number.",
    "directory": "Directory: what is done late is not void for that.",
    "soft": "No penalty is fixed for missing it.",
    "judge-made": "Made by a court's decision, not by a statute.",
}
RIGHT = {
    "claimed": "A bail application of {applied_on} was on file before any charge sheet: if it asked for "
    "default bail and offered to furnish it, the right survives a later sheet (M. Ravindran, 2020)",
    "lost": "No bail application made after the last day came before the charge sheet: the right to "
    "default bail was lost when the sheet was filed",
    "hour_unknown": "A bail application and the charge sheet are of one day, {applied_on}: the hour "
    "decides, and it is not recorded for both",
}


def why(clock: Clock, law: Law, today: date) -> str:
    """Return why a clock stands as it stands on a day, in sentences."""
    limit = law.limit.get(clock.limit)
    if limit is None:
        return f"The limit {clock.limit} is not among the law rows."
    says = [f"{limit.says.rstrip('.')} ({limit.cite})."]
    says += code_words(clock, limit)
    if clock.blocked_by and clock.ended_on is None:
        says += blocked(clock)
    else:
        says += counted(clock, limit, law)
        says += gravity(clock, law)
        says += closed(clock, limit, today)
    says += doubts(clock, limit)
    return " ".join(says)


def code_words(clock: Clock, limit: Limit) -> list[str]:
    """Say where the courts are split on the code."""
    if clock.code != "unsettled":
        return []
    if clock.nature == "advisory":
        return [f"The courts are split on which code governs this step; the {limit.code} row is advice only."]
    return ["The courts are split on which code governs this step; both codes have this rule."]


def blocked(clock: Clock) -> list[str]:
    """Say which one fact is missing, and what the custody clock would be on either band."""
    says = []
    if clock.starts_on:
        says.append(f"It would run from {started(clock)}.")
    if clock.because.get("if_60"):
        sixty, ninety = iso(clock.because["if_60"]), iso(clock.because["if_90"])
        says.append(f"The last day is {sixty} if 60 days run and {ninety} if 90 do; act on the earlier.")
    says.append(f"It cannot be reckoned: {clock.blocked_by}.")
    return says


def started(clock: Clock) -> str:
    """Return what the clock runs from, with its day and hour."""
    if clock.runs_from == "offence_last_day":
        label = "the last day of the offence"
    elif clock.runs_from == "hearing_adjourned":
        label = "the adjournment"
    else:
        label = f"“{KINDS.get(clock.runs_from, clock.runs_from)}”"
    hour = f" at {clock.starts_at}" if clock.starts_at else ""
    return f"{label} of {day(clock.starts_on)}{hour}"


def counted(clock: Clock, limit: Limit, law: Law) -> list[str]:
    """Say what was counted, from which day, and where it ends."""
    because, place = clock.because, clock.because.get("variant")
    variant = limit.variants[int(place) - 1] if place else None
    number = variant.number if variant else limit.number
    unit = (variant.unit if variant else None) or limit.unit
    says = [f"Counted from {started(clock)}."]
    if unit == "count":
        tallies = [f"{key[3:].replace('_', ' ')} {n}" for key, n in because.items() if key.startswith("by_")]
        says.append(f"The law counts adjournments, at most {number}; recorded so far: {', '.join(tallies)}.")
    elif number is None and not limit.follows:
        says.append("The law fixes no number of days: the days that pass are counted, no last day is set.")
    elif number is not None and clock.not_before and not clock.due_on:
        says.append(wait(clock, limit, number, unit))
    elif number is not None and clock.due_on:
        says.append(arithmetic(clock, limit, law, number, unit))
        if clock.not_before:
            says.append(f"Not to end before {day(clock.not_before)}.")
    if because.get("follows"):
        says.append(
            f"It waits for {because['follows']}, whose last day is {iso(because['follows_day'])}"
            f"{': not before ' + day(clock.not_before) if clock.not_before else ''}."
        )
    if clock.outer_on:
        extended = not limit.extension.casefold().startswith("none")
        said = (
            "It may be extended, at most to"
            if extended
            else "By the other reading of the words the last day is"
        )
        says.append(f"{said} {day(clock.outer_on)}.")
    if clock.due_on_with_copy:
        says.append(
            f"The copy was applied for on {iso(because['copy_applied'])} and ready on "
            f"{iso(because['copy_ready'])}: {days_of(int(because['copy_days']))} not counted (Limitation Act "
            f"s. 12(2)), so the last day is {day(clock.due_on_with_copy)}; without them {day(clock.due_on)}."
        )
    if because.get("precaution"):
        says.append(f"The age of {because['precaution']} is not determined: counted as a precaution.")
    if because.get("variant_missing"):
        says.append(f"Another number may hold: {because['variant_missing']}.")
    return says


def wait(clock: Clock, limit: Limit, number: int, unit: str) -> str:
    """Say until when an act must wait."""
    full = " full" if limit.clear_days else ""
    return f"{number}{full} {unit.replace('_', ' ')} must pass: not before {day(clock.not_before)}."


def arithmetic(clock: Clock, limit: Limit, law: Law, number: int, unit: str) -> str:
    """Say how the number was added, with the rule for the first day and for closed days."""
    start, due = clock.starts_on, clock.due_on
    if start is None or due is None:
        return ""
    if unit == "hours":
        if clock.due_at:
            return f"{number} hours on the clock: by {clock.due_at[11:16]} on {day(due)}."
        return f"{number} hours on the clock; the hour of the start is not recorded, so by {day(due)}."
    if unit == "share":
        return (
            f"A share of the longest sentence, {months(int(clock.because['max_months']))}: {day(due)}, "
            "delay caused by the accused not taken out."
        )
    if limit.count_first_day:
        said = f"{day(start)} counted as day 1; {'day' if unit == 'days' else 'the last of'} {number}"
        return f"{said}{'' if unit == 'days' else ' ' + unit} is {day(due)}. {holidays(limit)}"
    words = unit.replace("_", " ").removesuffix("s" if number == 1 else "")
    rule = "that day left out"
    if unit in ("months", "years"):
        rule += ", by the calendar"
    if unit == "working_days":
        return f"{number} {words}, {rule} and closed days skipped: {day(due)}."
    bare = last_day(unit, number, start, False, law.closed)
    return f"{number} {words}, {rule}: {day(bare)}. {moved(due, bare, limit)}"


def holidays(limit: Limit) -> str:
    """Say what a holiday on the last day does."""
    if limit.closed_day == "next_open":
        return "If the court is closed that day, the next open day is in time."
    return "No holiday extends it."


def moved(due: date, bare: date, limit: Limit) -> str:
    """Say whether the last day was moved to an open one."""
    if limit.closed_day != "next_open":
        return "No holiday extends it."
    if bare != due:
        rule = "Limitation Act s. 4" if limit.copy_time_out else "General Clauses Act s. 10"
        return f"{day(bare)} is a closed day, so the next open day is in time ({rule})."
    return "The court or office is not known to be closed that day."


def gravity(clock: Clock, law: Law) -> list[str]:
    """Say what picked the custody band."""
    because = clock.because
    says = []
    picked = because.get("provision")
    if picked and clock.limit.startswith("DB-"):
        row = law.provision(picked)
        said = f"The gravest charge on file against {clock.who} is {picked}"
        if because.get("charged"):
            said = f"The gravest charge against {clock.who}, {because['charged']}, follows {picked}"
        says.append(f"{said}{': ' + term(row) if row else ', its gravity given by hand'}.")
    if because.get("sheet_before"):
        says.append(
            f"A charge sheet of {iso(because['sheet_before'])} came before this accused's arrest and is "
            "taken to be that of the others; if they were charge-sheeted in it as absconding, custody is "
            "the trial court's and default bail does not arise: check the sheet."
        )
    if because.get("if_minor"):
        says.append(
            f"It would be 90 days if {because['if_minor']} is found to be a child "
            f"({because.get('if_minor_provision', '')})."
        )
    if because.get("missing"):
        unknown = "Not weighed" if clock.limit.startswith("DB-") else "Not known whether it applied"
        says.append(f"{unknown}: {because['missing']}.")
    if because.get("again_on"):
        says.append(
            f"Remanded again on {iso(because['again_on'])}: whether the days before and after are added "
            "is not reckoned here, and no new clock is shown; count them by hand."
        )
    if clock.limit.startswith("DB-") and clock.starts_on and clock.starts_on < KAPIL_WADHAWAN:
        says.append("Orders made before 27-03-2023 may have left the day of remand out.")
    if because.get("moved_on"):
        says.append(f"The band moved on {iso(because['moved_on'])}, before from {because['moved_from']}.")
    if because.get("earlier_last_day"):
        says.append(
            f"Under the earlier band the last day, {iso(because['earlier_last_day'])}, had passed by then: "
            "contested whether the right that had opened is lost."
        )
    return says


def term(row: Provision) -> str:
    """Return the shortest and longest sentence of a provision in words."""
    if row.max_death:
        longest = "death"
    elif row.max_life:
        longest = "imprisonment for life"
    elif row.max_months is None:
        longest = "no maximum stated"
    else:
        longest = months(row.max_months)
    shortest = f"minimum {months(row.min_months)}, " if row.min_months else "no minimum, "
    return f"{shortest}maximum {longest}"


def closed(clock: Clock, limit: Limit, today: date) -> list[str]:
    """Say how it closed, or what would clear it."""
    last = clock.due_on_with_copy or clock.due_on
    if clock.met_on and clock.starts_on and clock.met_on < clock.starts_on:
        return [
            f"The charge sheet of {day(clock.met_on)} was in before the first remand: custody is the trial "
            "court's, and default bail does not arise."
        ]
    if clock.met_on:
        if clock.not_before and not clock.due_on:
            early = (clock.not_before - clock.met_on).days
            return [f"Done on {day(clock.met_on)}" + (f", {days_of(early)} too early." if early > 0 else ".")]
        after = f", {days_of((clock.met_on - last).days)} late" if clock.met_late and last else ", in time"
        return [f"Done on {day(clock.met_on)}{after if last else ''}.", *right(clock)]
    if clock.ended_on and clock.ended_on <= today:
        return [ended(clock, last)]
    if last is None:
        return []
    if today > last:
        missed = f"That day passed {days_of((today - last).days)} ago."
        return [missed, *right(clock), *consequence(limit), *cleared(limit)]
    if limit.id.startswith("DB-"):
        opens = day(last + timedelta(days=1))
        return [f"From {opens} default bail may be claimed unless the charge sheet is in first."]
    return cleared(limit)


def ended(clock: Clock, last: date | None) -> str:
    """Say why it can no longer matter."""
    if clock.ended_why == BAND_MOVED:
        return f"Ended on {day(clock.ended_on)}: the charges on file now support another band."
    if clock.ended_why == "span_over":
        return f"Over since {day(clock.ended_on)}."
    label = KINDS.get(clock.ended_why or "", clock.ended_why or "")
    passed = ""
    if last and clock.ended_on and clock.ended_on > last:
        passed = f", {days_of((clock.ended_on - last).days)} after the last day"
    return f"Ended on {day(clock.ended_on)} by “{label}”{passed}."


def right(clock: Clock) -> list[str]:
    """Say what became of the right to default bail."""
    word = clock.because.get("right")
    if not word:
        return []
    applied = iso(clock.because["applied_on"]) if clock.because.get("applied_on") else ""
    return [RIGHT[word].format(applied_on=applied) + "."]


def consequence(limit: Limit) -> list[str]:
    """Say what follows from missing it."""
    return [f"What follows: {limit.consequence.rstrip('.')}."] if limit.consequence else []


def cleared(limit: Limit) -> list[str]:
    """Say what would clear it."""
    if not limit.stops:
        return []
    joined = " and " if limit.stop_choice == "all" else " or "
    return ["Cleared by: " + joined.join(KINDS.get(kind, kind) for kind in limit.stops) + "."]


def doubts(clock: Clock, limit: Limit) -> list[str]:
    """Say what is contested and how sure the row is."""
    says = []
    if clock.because.get("doubt"):
        says.append(f"Doubt: {clock.because['doubt'].rstrip('.')}.")
    if limit.doubt:
        says.append(limit.doubt)
    if limit.nature in NATURE:
        says.append(NATURE[limit.nature])
    if limit.confidence in SURE:
        says.append(SURE[limit.confidence])
    return says


def days_of(number: int) -> str:
    """Return so many days in words."""
    return f"{number:,} day{'s' if number != 1 else ''}"


def months(number: int) -> str:
    """Return months in words, whole years as years."""
    years, rest = divmod(number, 12)
    if years and not rest:
        return f"{years} year{'s' if years > 1 else ''}"
    return f"{number} month{'s' if number != 1 else ''}"


def day(one: date | None) -> str:
    """Return a day as dd-mm-yyyy."""
    return f"{one.day:02}-{one.month:02}-{one.year:04}" if one else "an unknown day"


def iso(text: str) -> str:
    """Return an ISO day as dd-mm-yyyy."""
    return f"{text[8:10]}-{text[5:7]}-{text[:4]}"
