"""The summary that a reviewer prints: tables T1 to T12 and their charts, for the days of one question."""

from __future__ import annotations

from dataclasses import replace

import statutes
from tracker.domain.case import Court
from tracker.domain.say import day
from tracker.services import annual_course, annual_courts, annual_people, annual_record, counting, reports
from tracker.services.office import Office
from tracker.services.reports import Question
from tracker.services.tableau import Summary, titled
from tracker.store import annual_queries, reading

AS_ON_FILE = (
    "hearings, people, stages and what is filled in carry no day of recording: T0, the victims of T3, T8, "
    "C2, the ages in T9 and T12 show them as they are on file."
)


def summary(office: Office, question: Question) -> Summary:
    """Return the whole summary, for the period of the question; cohort parts take the FIRs of those days."""
    question = replace(question, cohort=False, with_refs=False, unit="case", principal=False, joined=False)
    window = question.window()
    first, last = window.events
    whole = reports.rates(office, replace(question, by="district"))
    years = annual_courts.by_year(office, question)
    with office.reading() as session:
        where = reports.conditions(session, question)
        courts = {key: _court(court) for key, court in reading.courts(session.connection()).items()}
        away = counting.apart(office, session, where, question.as_of, question.known_on)
        rows = [tuple(row) for row in annual_queries.steps(session, where, away.numbers)]
        kinds = reading.court_kinds(session.connection())
        rows += [annual_course.row_of(one, kinds) for _, one in away.families]
        found = Summary(
            title=titled(_title(question), office.setting("sample") is not None),
            says=_says(question),
            footer=_footer(question),
            notes=whole.notes,
        )
        found.tables.append(annual_record.impossible(session, where, question.as_of))
        found.tables += annual_courts.disposal(years, whole.total)
        found.charts.append(annual_courts.trend(years))
        found.tables += annual_courts.units(office, session, question, where)
        funnel, funnel_chart = annual_course.funnel(rows, window)
        found.tables += [
            annual_courts.by_law(office, question),
            annual_courts.by_place(office, question, courts),
        ]
        chances, chances_chart = annual_course.chances(whole.total.counts)
        open_, open_chart = annual_course.open_cases(session, where, question.as_of)
        causes, effective, causes_chart = annual_course.delays(session, where, first, last)
        found.tables += [annual_course.times(rows, window), chances, funnel, open_, causes, effective]
        found.charts += [funnel_chart, chances_chart, open_chart, causes_chart]
        days, known = (first, last), question.known_on
        found.tables += [
            annual_course.by_court(session, where, first, last, courts),
            annual_people.victims(session, where, (window.first, window.last), days, known),
            annual_people.sentences(session, where, days, known),
            annual_people.acquittals(session, where, days, known),
            annual_record.completeness(session, where, days, question.as_of),
            annual_record.by_lead(session, where, question.as_of),
        ]
    return found


def _court(court: Court) -> str:
    room = f", room {court.room}" if court.room else ""
    return f"{court.name or court.key}{room}"


def _title(question: Question) -> str:
    last = question.last or question.as_of
    if question.first is None:
        return f"How cases ended, up to {day(last)}"
    if (question.first.month, question.first.day, last.month, last.day) == (1, 1, 12, 31):
        years = (
            f"{question.first.year}"
            if question.first.year == last.year
            else f"{question.first.year} to {last.year}"
        )
        return f"How cases ended in {years}"
    return f"How cases ended, {day(question.first)} to {day(last)}"


def _says(question: Question) -> str:
    results = "Results after appeals." if question.final else "The trial court's results."
    only = f" Only cases that match: {question.filter.strip()}." if question.filter.strip() else ""
    known = f" As known on {day(question.known_on)}; {AS_ON_FILE}" if question.known_on else ""
    return f"Case by case unless a table says otherwise. {results}{only}{known}"


def _footer(question: Question) -> str:
    limits, provisions = statutes.limits(), statutes.provisions()
    return (
        f"Data as of {day(question.as_of)}; law: {len(provisions)} provisions, {len(limits)} limits. "
        "A rate without its denominator says nothing."
    )
