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

from painmap.domain.checkin import CarriedOver, CheckIn
from painmap.domain.contents import Contents
from painmap.domain.event import Event, next_appointment
from painmap.domain.review import BACK, LONGEST
from painmap.domain.tried import tried
from painmap.domain.words import counted
from painmap.report.options import Options

LEFT_OUT = "(left out)"
"""Stands for all that was said in a check-in of which nothing is handed over: its day stays a logged day."""


def redacted(contents: Contents, options: Options, today: date) -> Contents:
    """What the report may be made from: the period's own, without what is left out, and the next appointment.

    Notes of treatments and events are in no form of the report, so none are handed over; private notes never are.
    """
    period = options.period
    treatments = tuple(each.treatment for each in tried(contents.treatments, contents.uses, period))
    known = {treatment.id for treatment in treatments}
    visit = next_appointment(contents.appointments, today)
    return Contents(
        check_ins=tuple(_check_in(told, options) for told in contents.check_ins if told.day in period),
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


def _check_in(told: CheckIn, options: Options) -> CheckIn:
    """Without its note, unless notes go in and it is not private, and without the regions that are left out.

    That a note is private is not told either.
    """
    note = told.note if options.notes and not told.about.private_note else ""
    kept = _without_regions(told, options.left_out) if options.left_out else told
    if told.about.private_note:
        kept = replace(kept, about=replace(told.about, private_note=False))
    if note != kept.note:
        kept = replace(kept, note=note)
    return replace(kept, note=LEFT_OUT) if kept.empty and not told.empty else kept


def _without_regions(told: CheckIn, left_out: frozenset[str]) -> CheckIn:
    """A real zero beside nothing but regions that are left out is not read as a day without pain."""
    regions = {name: pain for name, pain in told.regions.items() if name not in left_out}
    copied = told.carried_over
    if copied is not None:
        source = {name: level for name, level in copied.regions.items() if name not in left_out}
        copied = CarriedOver(copied.from_day, source)
    hidden = told.regions and not regions
    pain = None if hidden and told.overall_pain == 0 else told.overall_pain
    return replace(told, regions=regions, carried_over=copied, overall_pain=pain)


def _touches(event: Event, options: Options) -> bool:
    period = options.period
    return event.start <= period.end and (event.end or event.start) >= period.start
