"""What page one has room for only in part, whole: for the page after it, and for the forms that are never cut."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import unescape

from painmap.charts.table import Table
from painmap.domain.summary import quality_days
from painmap.report.asked import QUALITIES, QUESTIONS, days_of, marks_sentence
from painmap.report.details import Detail
from painmap.report.facts import LINES as PLACES
from painmap.report.facts import QualityLine, Report, quality_lines
from painmap.report.findings import Findings
from painmap.report.lines import one_line
from painmap.report.tried_words import LINES, TriedLine, every_line, line_told

IN_FULL = "In full"
ALSO = "also recorded"
FEELS = "qualities"
"""The lists of these names, as the template calls them where some of theirs have no room."""
_NOTE = "what page one has too little room for"


@dataclass(frozen=True)
class Whole:
    """Every text of page one that may be cut there, and all of its lists.

    `names` are the events as the timeline would write them, `events` are the same with their days.
    """

    name: str
    visit: str
    questions: tuple[str, ...]
    tried: tuple[TriedLine, ...]
    names: tuple[str, ...]
    events: tuple[str, ...]
    marks: str
    """Events and treatments in words, all of the events."""
    also: tuple[str, ...]
    qualities: tuple[QualityLine, ...]
    more_qualities: bool = False
    """Whether page one leaves some of them out wherever there is room."""


def whole_of(found: Findings, page_one: Report) -> Whole:
    """All of it, of what a report is made from."""
    from painmap.charts.mark_names import event_name

    visit, qualities = found.appointment, quality_lines(quality_days(found.whole.days))
    shown = PLACES if page_one.asked.weekly is None else QUALITIES
    return Whole(
        name=page_one.name,
        visit=page_one.asked.visit,
        questions=tuple(map(one_line, visit.questions)) if visit else (),
        tried=every_line(found.tried),
        names=tuple(map(event_name, found.events)),
        events=tuple(f"{days_of(event, found.period)}: {one_line(event.name)}" for event in found.events),
        marks=marks_sentence(found, len(found.events)).strip(),
        also=page_one.asked.also,
        qualities=qualities,
        more_qualities=len(qualities) > shown,
    )


def texts_of(svg: bytes) -> Counter[str]:
    """The texts that stand in a picture, and how often each does."""
    return Counter(map(unescape, re.findall(r"<text[^>]*>([^<]*)</text>", svg.decode())))


def in_full(
    whole: Whole, cut: Collection[str], drawn: Mapping[str, int], *, followed: bool = False
) -> tuple[Detail, ...]:
    """One section, with all that page one cut; none where it cut nothing.

    That page one counts some of what else was recorded, and some qualities, makes no page of its own: they are whole
    where there is one, or where it is `followed` by other sections.

    `cut` are the texts and lists that have not room enough, `drawn` the texts of its timeline.
    """
    rows = [
        *((what, text) for what, text in (("Name", whole.name), ("Appointment", whole.visit)) if text in cut),
        *_questions(whole, cut),
        *_treatments(whole, cut),
        *_events(whole, drawn),
    ]
    if not rows and not followed:
        return ()
    if FEELS in cut or whole.more_qualities:
        rows.append(("How it feels", ", ".join(f"{each.name} {each.days}" for each in whole.qualities)))
    if ALSO in cut:
        rows.append(("Also recorded", " ".join(whole.also)))
    if not rows:
        return ()
    return (Detail(None, IN_FULL, _NOTE, table=Table(("what", "in full"), tuple(rows)), columns=(0, 1)),)


def _questions(whole: Whole, cut: Collection[str]) -> list[tuple[str, str]]:
    numbered = enumerate(whole.questions, 1)
    return [(f"Question {n}", text) for n, text in numbered if n > QUESTIONS or text in cut]


def _treatments(whole: Whole, cut: Collection[str]) -> list[tuple[str, str]]:
    """Those without a line on page one, and those of whose line something was cut."""
    first = LINES if len(whole.tried) <= LINES else LINES - 1
    numbered = enumerate(whole.tried, 1)
    return [
        (f"Treatment {n}", line_told(row))
        for n, row in numbered
        if n > first or not {row.what, row.when, row.noted}.isdisjoint(cut)
    ]


def _events(whole: Whole, drawn: Mapping[str, int]) -> list[tuple[str, str]]:
    """Every event, where the timeline has not room for all of their names."""
    return [("Events", "; ".join(whole.events))] if Counter(whole.names) - Counter(drawn) else []
