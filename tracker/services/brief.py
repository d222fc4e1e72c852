"""The case brief: a case on a few pages for a senior or a file review. An office copy, and says so.

It has the station, the FIR and the sections, which no desk sheet has; people by label and code all the same.
"""

from __future__ import annotations

from datetime import date

from tracker.services import adjournments, caseparts, papers
from tracker.services.office import Office
from tracker.services.papers import OFFICE_COPY, Written
from tracker.services.views import CaseView


def paper(office: Office, ref: str, today: date) -> Written:
    """Return the brief of a case. Raises Refused naming refs that come close."""
    read = papers.read(office, ref, today)
    view = read.view
    parts = (
        caseparts.stage(view),
        caseparts.people(view),
        caseparts.charges(view),
        caseparts.next_steps(view),
        caseparts.flags(view),
        caseparts.clocks(view),
        caseparts.witnesses(view),
        caseparts.exhibits(view),
        caseparts.applications(view),
        caseparts.hearings(view),
        caseparts.acting(view),
    )
    about = (heading(view), *adjournments.matters(read.found.case))
    return papers.write(read, "case brief", f"Case brief {ref}", today, parts, about=about, mark=OFFICE_COPY)


def heading(view: CaseView) -> str:
    """Return the case's FIR and station, lead, and the code that governs its trial."""
    fir = view.fir or {}
    number = "/".join(str(fir[key]) for key in ("number", "year") if fir.get(key))
    parts = [f"FIR {number}" if number else "no FIR", str(fir.get("police_station") or "")]
    parts += [f"lead {view.lead}" if view.lead else "", f"trial under {view.procedure.get('trial', '–')}"]
    return ", ".join(part for part in parts if part)
