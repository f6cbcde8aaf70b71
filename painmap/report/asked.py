"""What a clinic asks besides the days: whom the page is for, the questions, counts, treatments, what else was said."""

from collections.abc import Mapping
from dataclasses import dataclass

from painmap.domain.checkin import Quality
from painmap.domain.event import Appointment, Event
from painmap.domain.period import Period
from painmap.domain.words import counted, day_text, number
from painmap.report.also import also_recorded
from painmap.report.findings import Findings
from painmap.report.lines import one_line
from painmap.report.tried_words import TriedLine, tried_lines, tried_more, tried_sentence
from painmap.report.weekly import WeeklyCounts, weekly_counts

QUESTIONS = 3
QUALITIES = 6
"""Qualities in a line of text, where the page has no room for a table of them."""
_EVENTS = 8


@dataclass(frozen=True)
class Asked:
    """Each part is empty, or None, where the diary has nothing for it: it is left out of the page then."""

    visit: str = ""
    questions: tuple[str, ...] = ()
    of_questions: int = 0
    """How many there are, of which `questions` are the first."""
    weekly: WeeklyCounts | None = None
    tried: tuple[TriedLine, ...] = ()
    tried_more: str = ""
    also: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()

    @property
    def dense(self) -> bool:
        """Whether the page has so much on it that it is set in smaller type."""
        return self.weekly is not None or bool(self.tried)


NOTHING_ASKED = Asked()


def asked_of(found: Findings, qualities: Mapping[Quality, int]) -> Asked:
    """What there is of it in a period, with the days on which each quality was chosen."""
    visit = found.appointment
    return Asked(
        visit=_visit(visit) if visit else "",
        questions=tuple(one_line(question) for question in visit.questions[:QUESTIONS]) if visit else (),
        of_questions=len(visit.questions) if visit else 0,
        weekly=weekly_counts(found.weeks),
        tried=tried_lines(found.tried),
        tried_more=tried_more(found.tried),
        also=also_recorded(found.whole.days, found.earlier.days, found.later.days),
        qualities=_qualities(qualities),
    )


def marks_sentence(found: Findings, most: int = _EVENTS) -> str:
    """The events and treatments that the timeline shows, for those who can't see it; empty where there are none.

    At most so many events are named, the others counted.
    """
    parts = []
    if found.events:
        told = [f"{one_line(event.name)} {days_of(event, found.period)}" for event in found.events[:most]]
        more = len(found.events) - len(told)
        parts.append(f" Events: {'; '.join(told)}{f'; and {number(more)} more' if more else ''}.")
    if found.tried:
        parts.append(f" Treatments: {tried_sentence(found.tried)}.")
    return "".join(parts)


def days_of(event: Event, period: Period) -> str:
    """'13 Nov to 14 Nov', with years where the period has several."""
    years = period.start.year != period.end.year
    until = f" to {day_text(event.end, year=years)}" if event.end and event.end > event.start else ""
    return f"{day_text(event.start, year=years)}{until}"


def _visit(visit: Appointment) -> str:
    day, whom = day_text(visit.day, year=True), one_line(visit.with_whom)
    return f"for {whom}, {day}" if whom else f"for the appointment on {day}"


def _qualities(days: Mapping[Quality, int]) -> tuple[str, ...]:
    told = [f"{quality.value} {number(count)}" for quality, count in list(days.items())[:QUALITIES]]
    more = len(days) - len(told)
    return (*told, f"and {counted(more, 'other')}") if more else tuple(told)
