"""Leaving out what is not to be handed over, before anything is worked out, drawn or written from it.

A region that is left out takes its ratings, qualities and swelling with it, also where a map was copied from. Worst
pain, spread and the counts of the day then come from the other regions, so that no figure tells of it. A private note
is never handed over. Without notes, triggers and efforts in the patient's own words are told as left out: that there
was one counts, its words stay. Words that were typed, such as a question, are not searched for regions.
"""

from dataclasses import replace
from datetime import date

from painmap.domain.about import Trigger
from painmap.domain.checkin import CarriedOver, CheckIn
from painmap.domain.contents import Contents
from painmap.domain.period import Period

LEFT_OUT = "(left out)"
"""Stands for all that was said in a check-in of which nothing is handed over: its day stays a logged day.

It stands for own words too.
"""

_OFFERED = frozenset(Trigger)


def check_in_without(told: CheckIn, left_out: frozenset[str], *, notes: bool) -> CheckIn:
    """Without its note, unless notes go in and it is not private, and without the regions that are left out.

    That a note is private is not told either.
    """
    note = told.note if notes and not told.about.private_note else ""
    kept = _without_regions(told, left_out) if left_out else told
    if not notes:
        kept = _without_own_words(kept)
    if told.about.private_note:
        kept = replace(kept, about=replace(told.about, private_note=False))
    if note != kept.note:
        kept = kept.without_note()
    return replace(kept, note=LEFT_OUT) if kept.empty and not told.empty else kept


def without(contents: Contents, left_out: frozenset[str], *, notes: bool, days: Period | None = None) -> Contents:
    """What a file is made of that is handed over: of these days, without private notes and what is left out.

    Without notes, those of treatments and events are left out too. A treatment stays where a use of it does.
    """
    uses = tuple(use for use in contents.uses if days is None or use.day in days)
    used = {use.treatment_id for use in uses}
    treatments = (t for t in contents.treatments if t.id in used or _meets(t.start, t.stop, days))
    events = (e for e in contents.events if _meets(e.start, e.end or e.start, days))
    return Contents(
        check_ins=tuple(
            check_in_without(each, left_out, notes=notes)
            for each in contents.check_ins
            if days is None or each.day in days
        ),
        reviews=tuple(each for each in contents.reviews if days is None or each.day in days),
        treatments=tuple(each if notes else replace(each, note="") for each in treatments),
        uses=uses,
        events=tuple(each if notes else replace(each, note="") for each in events),
        appointments=tuple(each for each in contents.appointments if days is None or each.day in days),
    )


def _meets(start: date, end: date | None, days: Period | None) -> bool:
    """Whether something from `start` to `end`, or that goes on, touches these days."""
    return days is None or (start <= days.end and (end is None or end >= days.start))


def _without_own_words(told: CheckIn) -> CheckIn:
    about = told.about
    effort, triggers = about.effort, about.triggers
    if effort and effort.what:
        effort = replace(effort, what=LEFT_OUT)
    if not triggers <= _OFFERED:
        triggers = (triggers & _OFFERED) | {LEFT_OUT}
    if effort is about.effort and triggers is about.triggers:
        return told
    return replace(told, about=replace(about, effort=effort, triggers=triggers))


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
