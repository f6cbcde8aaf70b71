"""What was said, line by line, as tables: every check-in, the notes, and the weekly reviews."""

from collections.abc import Iterable, Sequence

from painmap.charts.table import Table
from painmap.domain.checkin import CheckIn
from painmap.domain.period import Period
from painmap.domain.redaction import LEFT_OUT
from painmap.domain.review import WeeklyReview
from painmap.domain.words import day_text, number
from painmap.report.check_in_words import also_told, how_told, where_told
from painmap.report.lines import one_line

NOT_ANSWERED = "–"
_MANY = 400
"""Rows up to which a table is one."""
CHECK_IN_NOTE = "– not answered; ratings 0–10; places by their rating, the highest first"
REVIEW_NOTE = (
    "– not answered; SSS from the items before it, PEG the mean of its three, both only where all are answered"
)


def check_in_table(check_ins: Iterable[CheckIn], period: Period) -> Table:
    """A row for each check-in in which something was said, in order; under its places what else was said, and how."""
    years = period.start.year != period.end.year
    told = sorted((c for c in check_ins if not c.empty), key=lambda c: (c.day, c.recorded_at))
    headings = ("day and time", "worst pain", "overall", "fatigue", "places")
    return Table(headings, tuple(_check_in_row(c, years=years) for c in told))


def check_in_years(check_ins: Iterable[CheckIn]) -> tuple[str, ...]:
    """The year of each row of that table, where there are so many rows that the years are set apart; else nothing."""
    told = sorted(c.day for c in check_ins if not c.empty)
    return tuple(str(day.year) for day in told) if len(told) > _MANY else ()


def notes_table(check_ins: Iterable[CheckIn], period: Period) -> Table:
    """A row for each note that is handed over, line ends kept."""
    years = period.start.year != period.end.year
    told = sorted((c for c in check_ins if _has_note(c)), key=lambda c: (c.day, c.recorded_at))
    rows = ((day_text(c.day, year=years, weekday=True), _time(c), _lines(c.note)) for c in told)
    return Table(("day", "time", "note"), tuple(rows))


def review_table(reviews: Iterable[WeeklyReview], period: Period) -> Table:
    """A row for each weekly review whose week ends in the period."""
    years = period.start.year != period.end.year
    found = sorted((r for r in reviews if r.week_ending in period and not r.empty), key=lambda r: r.week_ending)
    headings = (
        "week to",
        "fatigue\n0–3",
        "waking unrefreshed\n0–3",
        "thinking\n0–3",
        "headache",
        "belly pain",
        "depression",
        "SSS\n0–12",
        "pain\n0–10",
        "enjoyment\n0–10",
        "activity\n0–10",
        "PEG\n0–10",
    )
    return Table(headings, tuple(_review_row(each, years=years) for each in found))


def _check_in_row(told: CheckIn, *, years: bool) -> tuple[str, ...]:
    return (
        day_text(told.day, year=years, weekday=True) + ("" if told.entered_later else f", {told.recorded_at:%H:%M}"),
        _answer(told.worst_pain),
        _answer(told.overall_pain),
        _answer(told.fatigue),
        "\n".join(filter(None, (where_told(told), " · ".join(filter(None, (also_told(told), how_told(told))))))),
    )


def _review_row(each: WeeklyReview, *, years: bool) -> tuple[str, ...]:
    sss, peg = each.sss, each.peg
    return (
        day_text(each.week_ending, year=years),
        *_answers([sss.fatigue, sss.waking_unrefreshed, sss.cognitive]),
        *(NOT_ANSWERED if said is None else "yes" if said else "no" for said in _yes_no(each)),
        _answer(sss.total),
        *_answers([peg.pain, peg.enjoyment, peg.activity]),
        NOT_ANSWERED if peg.mean is None else number(peg.mean),
    )


def _yes_no(each: WeeklyReview) -> Sequence[bool | None]:
    return each.sss.headache, each.sss.abdominal_pain, each.sss.depression


def _answers(given: Sequence[int | None]) -> tuple[str, ...]:
    return tuple(_answer(value) for value in given)


def _answer(given: int | None) -> str:
    return NOT_ANSWERED if given is None else str(given)


def _time(told: CheckIn) -> str:
    """When it was written; nothing of the hour where that was on another day than the one it is about."""
    return "later" if told.entered_later else f"{told.recorded_at:%H:%M}"


def _has_note(told: CheckIn) -> bool:
    return bool(told.note.strip()) and told.note != LEFT_OUT


def _lines(note: str) -> str:
    return "\n".join(one_line(line) for line in note.strip().splitlines())
