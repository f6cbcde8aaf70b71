"""What was said, line by line, as tables: every check-in, the notes, and the weekly reviews."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from painmap.charts.table import Table
from painmap.domain.checkin import CheckIn, RegionPain
from painmap.domain.period import Period
from painmap.domain.redaction import LEFT_OUT
from painmap.domain.regions import regions
from painmap.domain.review import WeeklyReview
from painmap.domain.words import counted, day_text, number
from painmap.report.lines import one_line

NOT_ANSWERED = "–"
_MANY = 400
"""Rows up to which a table is one."""
CHECK_IN_NOTE = "– not answered; ratings 0–10; regions by their intensity, the highest first"
REVIEW_NOTE = (
    "– not answered; SSS from the items before it, PEG the mean of its three, both only where all are answered"
)


def check_in_table(check_ins: Iterable[CheckIn], period: Period) -> Table:
    """A row for each check-in in which something was said, in order; how it was entered stands under its regions."""
    years = period.start.year != period.end.year
    told = sorted((c for c in check_ins if not c.empty), key=lambda c: (c.day, c.recorded_at))
    headings = ("day and time", "worst pain", "overall", "fatigue", "regions")
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


def regions_told(found: Mapping[str, RegionPain]) -> str:
    """'4 regions. 7: left lower back; 3: left hip, left and right knee', the highest first."""
    by_level: dict[int, list[str]] = {}
    for name, pain in found.items():
        by_level.setdefault(pain.intensity, []).append(name)
    told = "; ".join(
        f"{level}: {', '.join(_told_together(by_level[level]))}" for level in sorted(by_level, reverse=True)
    )
    return f"{counted(len(found), 'region')}. {told}"


def _told_together(names: Sequence[str]) -> Iterator[str]:
    """The regions in words; the two sides of a place are said once."""
    known, there = _spoken(), frozenset(names)
    for name in names:
        alone, left, right, both = known[name]
        if left in there and right in there:
            if name == left:
                yield both
        else:
            yield alone


@cache
def _spoken() -> Mapping[str, tuple[str, str, str, str]]:
    """What each region is called, the two of its place, and what both are called together."""
    return {name: (each.spoken, *_sides(name, each.spoken)) for name, each in regions().items()}


def _sides(name: str, spoken: str) -> tuple[str, str, str]:
    left, right = name.replace("-right-", "-left-"), name.replace("-left-", "-right-")
    return left, right if left != right else "", f"left and right {spoken.partition(' ')[2]}"


def _check_in_row(told: CheckIn, *, years: bool) -> tuple[str, ...]:
    where = regions_told(told.regions) if told.regions else "no pain" if told.no_pain else NOT_ANSWERED
    return (
        day_text(told.day, year=years, weekday=True) + ("" if told.entered_later else f", {told.recorded_at:%H:%M}"),
        _answer(told.worst_pain),
        _answer(told.overall_pain),
        _answer(told.fatigue),
        "\n".join(filter(None, (where, _how(told)))),
    )


def _how(told: CheckIn) -> str:
    """'map copied, 2 changed; written 24 Nov'."""
    parts = []
    if told.carried_over is not None and told.regions:
        changes = told.carried_over.changes(told.regions)
        parts.append("map copied" + (f", {counted(changes, 'change')}" if changes else ""))
    if told.entered_later:
        parts.append(f"written {day_text(told.recorded_at.date())}")
    if told.corrected:
        parts.append(f"corrected {day_text(told.changed_at.date())}")
    if told.about.by_someone_else:
        parts.append("by someone else")
    return "; ".join(parts)


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
