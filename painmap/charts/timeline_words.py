"""What the timeline says in words: a day, all of it as a sentence and as a table, and how to read it."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from painmap.charts.look import Look
from painmap.charts.marks import NO_MARKS, Marks, lasted, times, when
from painmap.charts.series import EVERY_LANE, FATIGUE, LANES, OVERALL_PAIN, Lane, logged_in_steps, step_of, step_spans
from painmap.charts.table import RATED, Table
from painmap.charts.words import NO_MAP, NOT_ANSWERED, NOTHING_LOGGED, begins_words, dates, logged, missing
from painmap.domain.event import Appointment, Event
from painmap.domain.more import Rating
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, rolling_median, within
from painmap.domain.words import counted, day_text, number

MOST_NAMED = 6
"""Treatments, events and appointments that a sentence names; it counts the others."""
NO_LINE_YET = "Lines appear where 4 of 7 days are logged."
IN_TABLE = "Copied maps and days entered later are in the table."
_HEADINGS = ("Day", "Worst pain", "Overall pain", "Fatigue", "Regions", "Map", "Entered", "Marked")
_UNITS = ("", RATED, RATED, RATED, "", "", "", "")


def day_told(
    day: date,
    summary: DaySummary | None,
    marks: Marks = NO_MARKS,
    *,
    year: bool = False,
    begins: date | None = None,
) -> str:
    """The figures of a day and what happened: 'Mon 16 Nov: worst pain 6, overall 5, fatigue 6, 13 regions; flare'."""
    told = [_figures(summary) if summary else missing(day, begins).lower()]
    if summary and summary.carried_over:
        told.append("map copied")
    if summary and summary.entered_later:
        told.append("entered later")
    return f"{day_text(day, year=year, weekday=True)}: {'; '.join([*told, *happened(day, summary, marks)])}"


def happened(day: date, summary: DaySummary | None, marks: Marks) -> list[str]:
    """What stands with a day: 'flare', 'Amitriptyline started', 'Infection', 'appointment with Dr Weber'."""
    found = ["flare"] if summary and summary.more.flare else []
    for each in marks.tried:
        found += [f"{_named(each.treatment.name)} started"] if each.treatment.start == day else []
        found += [f"{_named(each.treatment.name)} stopped"] if each.treatment.stop == day else []
    found += [_named(event.name) for event in marks.events if day in lasted(event)]
    return found + [_appointment(each) for each in marks.appointments if each.day == day]


def _figures(summary: DaySummary) -> str:
    spread = summary.spread
    return ", ".join(
        (
            f"worst pain {NOT_ANSWERED.lower() if summary.worst_pain is None else summary.worst_pain}",
            f"overall {_rating(summary.overall)}",
            f"fatigue {_rating(summary.fatigue)}",
            NO_MAP.lower() if spread is None else counted(spread, "region"),
        )
    )


def _rating(given: Rating | None) -> str:
    """The worst, and the mean where there were several answers that differ."""
    if given is None:
        return NOT_ANSWERED.lower()
    return str(given.worst) if given.mean == given.worst else f"{given.worst} (mean {number(given.mean)})"


def _named(name: str) -> str:
    return " ".join(name.split())


def _appointment(each: Appointment) -> str:
    return f"appointment with {_named(each.with_whom)}" if each.with_whom.strip() else "appointment"


def timeline_sentence(
    days: Sequence[DaySummary],
    period: Period,
    marks: Marks = NO_MARKS,
    lanes: Sequence[Lane] = LANES,
    begins: date | None = None,
) -> str:
    """The timeline for those who cannot see it: days logged, median and range of each lane, what stands with them."""
    days = within(days, period)
    told = [f"Timeline, {dates(period)}, {logged(days, period)}."]
    told += [begins_words(begins, period)] if begins else []
    told += [_lane_sentence(lane, days) for lane in lanes] if days else [NOTHING_LOGGED]
    flares = sum(len(flare) for flare in marks.flares)
    told += [f"Flare on {counted(flares, 'day')}."] if flares else []
    return " ".join([*told, *_standing(marks, period)])


def _standing(marks: Marks, period: Period) -> list[str]:
    treatments = [f"{_named(each.treatment.name)} {times(each, period)}".strip() for each in marks.tried]
    events = [f"{_named(event.name)} {_event_dates(event, period)}" for event in marks.events]
    visits = [f"{_named(each.with_whom) or 'one'} {when(each.day, period)}" for each in marks.appointments]
    named = (("Treatments", treatments), ("Events", events), ("Appointments", visits))
    return [f"{what}: {_listed(those)}." for what, those in named if those]


def _event_dates(event: Event, period: Period) -> str:
    first, last = when(event.start, period), when(lasted(event).end, period)
    return first if first == last else f"{first} to {last}"


def _listed(those: Sequence[str]) -> str:
    others = len(those) - MOST_NAMED
    return "; ".join(those[:MOST_NAMED]) + (f"; and {others} more" if others > 0 else "")


def _lane_sentence(lane: Lane, days: Sequence[DaySummary]) -> str:
    given = [answer for day in days if (answer := lane.answer(day)) is not None]
    name = f"{lane.name} ({lane.unit})" if lane.key == "spread" else lane.name
    match given:
        case []:
            return f"{name}: not answered on any day."
        case [only]:
            return f"{name}: {only} on 1 day."
    low, high = min(given), max(given)
    spread = f"from {low} to {high}" if low < high else f"always {low}"
    return f"{name}: median {number(median(given))}, {spread}, on {counted(len(given), 'day')}."


def timeline_table(
    days: Sequence[DaySummary], period: Period, marks: Marks = NO_MARKS, begins: date | None = None
) -> Table:
    """The timeline as a row a day in the order of time, with the days without an entry."""
    by_day = {day.day: day for day in days}
    return Table(_HEADINGS, tuple(_row(day, by_day.get(day), marks, begins) for day in period), _UNITS)


def _row(day: date, summary: DaySummary | None, marks: Marks, begins: date | None) -> tuple[str, ...]:
    when_told = day_text(day, year=True, weekday=True)
    marked = "; ".join(told[:1].upper() + told[1:] for told in happened(day, summary, marks)) or "Nothing"
    if summary is None:
        return when_told, *[missing(day, begins)] * 6, marked
    cells = [_cell(lane, summary) for lane in EVERY_LANE]
    on_map = NO_MAP if summary.regions is None else "Copied" if summary.carried_over else "Entered"
    return when_told, *cells, on_map, "Later" if summary.entered_later else "That day", marked


def _cell(lane: Lane, summary: DaySummary) -> str:
    answer = lane.answer(summary)
    nothing = NO_MAP if lane.key == "spread" else NOT_ANSWERED
    return nothing if answer is None else str(answer)


def timeline_note(
    days: Sequence[DaySummary],
    period: Period,
    look: Look,
    marks: Marks = NO_MARKS,
    lanes: Sequence[Lane] = LANES,
    begins: date | None = None,
) -> str:
    """How to read the timeline of that period: only what is in it."""
    days = within(days, period)
    told = [_points(days, period, lanes)]
    if look.on_paper:
        copied = step_of(period) == 1 and any(lane.key == "spread" for lane in lanes)
        told += ["White bars: map copied."] if copied else []
        told += ["Black: no entry."] if step_of(period) == 1 else []
        told.append("Dotted: the middle.")
    else:
        told += ["Hatched: no entry."] if _has_gaps(days, period, begins) else []
    told += [begins_words(begins, period)] if begins else []
    told += _several(days, lanes)
    # On a screen the word stands above the bars.
    told += ["Bars on top: flare."] if marks.flares and look.on_paper else []
    if not look.on_paper:
        told += ["Strokes under a bar: days of use."] if any(t.done and not t.daily for t in marks.tried) else []
        told += ["Triangles: events. Diamonds: appointments."] if marks.events and marks.appointments else []
        told += ["Dashed: an event's first and last day."] if any(len(lasted(e)) > 1 for e in marks.events) else []
        told += [IN_TABLE] if step_of(period) > 1 and any(d.carried_over or d.entered_later for d in days) else []
    return " ".join(told)


def _points(days: Sequence[DaySummary], period: Period, lanes: Sequence[Lane]) -> str:
    match step_of(period):
        case 1:
            lines = "Lines are the median of 7 days where at least 4 are logged."
            return f"Dots are days. {lines if _has_line(days, period, lanes) else NO_LINE_YET}"
        case 7:
            steps, few = "weekly medians", "days of weeks with fewer"
        case step:
            steps, few = f"medians of {step} days", "days where there are fewer"
    return f"Lines are {steps} where at least 4 days are logged, bands their middle half. Dots are {few}."


def _has_gaps(days: Sequence[DaySummary], period: Period, begins: date | None) -> bool:
    """Whether a step since the diary began has no entry."""
    before = 0 if begins is None else (begins - period.start).days
    steps = zip(step_spans(period), logged_in_steps(days, period), strict=True)
    return any(not logged and end > before for (_, end), logged in steps)


def _has_line(days: Sequence[DaySummary], period: Period, lanes: Sequence[Lane]) -> bool:
    return any(value is not None for lane in lanes for value in rolling_median(days, period, lane.answer))


def _several(days: Sequence[DaySummary], lanes: Sequence[Lane]) -> list[str]:
    """What is shown of a day with several answers, where any day has them."""
    asked = [lane for lane in lanes if lane in (OVERALL_PAIN, FATIGUE)]
    if not asked or not any(day.check_ins > 1 for day in days):
        return []
    are = "are" if len(asked) > 1 else "is"
    return [f"{' and '.join(lane.name for lane in asked).capitalize()} {are} the highest of the day."]
