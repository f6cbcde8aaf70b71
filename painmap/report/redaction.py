"""Leaving out what is not to be handed over, before anything is worked out or drawn from it.

What is left out of the contents can't reach a sentence, a table, an alt text, a file's description or attached data:
none of them ever sees it. A region that is left out takes its ratings, qualities and swelling with it, also where a
map was copied from. Worst pain, spread and the counts of the day then come from the other regions, so that no figure
tells of it, and every form says how many regions were chosen to be left out, whether or not they ever hurt: a reader
has to know that the counts are not whole, and learns nothing of where. Words that were typed, such as a question, are
not searched for regions; the preview shows them.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from painmap.domain.contents import Contents
from painmap.domain.event import Event
from painmap.domain.redaction import check_in_without
from painmap.domain.review import BACK, LONGEST
from painmap.domain.tried import tried
from painmap.domain.words import counted
from painmap.report.options import Options, appointment_for


def redacted(contents: Contents, options: Options, today: date) -> Contents:
    """What the report may be made from: the period's own, without what is left out, and one appointment.

    Notes of treatments and events are in no form of the report, so none are handed over; private notes never are.
    """
    period = options.period
    treatments = tuple(each.treatment for each in tried(contents.treatments, contents.uses, period))
    known = {treatment.id for treatment in treatments}
    visit = appointment_for(contents.appointments, options.appointment, today)
    return Contents(
        check_ins=tuple(
            check_in_without(told, options.left_out, notes=options.notes)
            for told in contents.check_ins
            if told.day in period
        ),
        reviews=tuple(r for r in contents.reviews if period.start - LONGEST <= r.week_ending <= period.end + BACK),
        treatments=tuple(replace(each, note="") for each in contents.treatments if each.id in known),
        uses=tuple(use for use in contents.uses if use.day in period and use.treatment_id in known),
        events=tuple(replace(event, note="") for event in contents.events if _touches(event, options)),
        appointments=() if visit is None else (visit,),
    )


def left_out_sentence(left_out: Iterable[str]) -> str:
    """'2 regions are left out at the patient's wish', or nothing: how many were chosen, never which."""
    count = len(frozenset(left_out))
    if not count:
        return ""
    return f"{counted(count, 'region')} {'is' if count == 1 else 'are'} left out at the patient’s wish"


def _touches(event: Event, options: Options) -> bool:
    period = options.period
    return event.start <= period.end and (event.end or event.start) >= period.start
