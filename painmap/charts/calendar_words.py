"""The calendar of months in words: as a sentence, as a table, how to read it, and what is said of a day."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from painmap.charts.calendar_days import DayRating, has_years, shown_days
from painmap.charts.table import RATED, Table
from painmap.charts.words import (
    NO_MAP,
    NOT_ANSWERED,
    NOTHING_LOGGED,
    begins_words,
    dates,
    day_sentence,
    logged,
    missing,
)
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, within
from painmap.domain.words import counted, day_text, number

Days = Sequence[DaySummary]


def calendar_sentence(days: Days, period: Period, rating: DayRating, begins: date | None = None) -> str:
    """The calendar for those who cannot see it: the days logged, and the median and range of the rating."""
    start = f"Calendar of {rating.value}, {dates(period)}, {logged(days, period)}."
    if not within(days, period):
        return f"{start} {NOTHING_LOGGED}"
    parts = (start, begins_words(begins, period), f"{calendar_figures(days, period, rating).capitalize()}.")
    return " ".join(filter(None, parts))


def calendar_figures(days: Days, period: Period, rating: DayRating) -> str:
    """'worst pain: median 6, from 2 to 9, on 41 days'."""
    given = [answer for day in within(days, period) if (answer := rating.of(day)) is not None]
    if not given:
        return f"{rating.value}: not answered on any day"
    low, high = min(given), max(given)
    if len(given) == 1:
        return f"{rating.value}: {low} on 1 day"
    reach = f"from {low} to {high}" if low < high else f"always {low}"
    return f"{rating.value}: median {number(median(given))}, {reach}, on {counted(len(given), 'day')}"


def calendar_note(days: Days, period: Period, rating: DayRating, today: date, begins: date | None = None) -> str:
    """How to read the calendar of that period; only what it shows is explained."""
    days, shown = within(days, period), shown_days(period, today)
    if shown is None or not days:
        return ""
    what = f"{rating.value} of the day, 0 to 10."
    years = has_years(shown)
    told = (
        f"Colour: {what}" if years else f"Number and colour: {what} Left of a row: the date it begins with.",
        "Hatched: no entry." if len(days) < len(Period(begins or shown.start, shown.end)) else "",
        "Small bar: not answered." if any(rating.of(day) is None for day in days) else "",
        "Bold frame: today." if today in shown else "",
        "Cut corner: map copied." if not years and any(rating.copied(day) for day in days) else "",
        "Dot: entered later." if not years and any(day.entered_later for day in days) else "",
        "Copied maps and days entered later are in the table." if years and _any_marked(days, rating) else "",
        begins_words(begins, period),
    )
    return " ".join(part for part in told if part)


def calendar_day(day: date, summary: DaySummary | None, *, year: bool, begins: date | None = None) -> str:
    """What is said of a day: 'Mon 16 Nov: worst pain 6, fatigue 6, 13 regions, map copied, entered later'."""
    told = day_sentence(day, summary, year=year, begins=begins)
    if summary is None:
        return told
    copied = ", map copied" if summary.carried_over else ""
    return f"{told}{copied}{', entered later' if summary.entered_later else ''}"


def calendar_table(days: Days, period: Period, rating: DayRating, today: date, begins: date | None = None) -> Table:
    """The calendar as a row a day up to today, with the days without an entry."""
    by_day, shown = {day.day: day for day in days}, shown_days(period, today)
    rows = tuple(_row(day, by_day.get(day), rating, begins) for day in shown) if shown else ()
    return Table(("Day", rating.value.capitalize(), "Map", "Written"), rows, ("", RATED, "", ""))


def _row(day: date, summary: DaySummary | None, rating: DayRating, begins: date | None) -> tuple[str, ...]:
    when = day_text(day, year=True, weekday=True)
    if summary is None:
        return when, *[missing(day, begins)] * 3
    given = rating.of(summary)
    drawn = NO_MAP if summary.regions is None else "Copied" if summary.carried_over else "Entered"
    return when, NOT_ANSWERED if given is None else str(given), drawn, "Later" if summary.entered_later else "That day"


def _any_marked(days: Days, rating: DayRating) -> bool:
    return any(rating.copied(day) or day.entered_later for day in days)
