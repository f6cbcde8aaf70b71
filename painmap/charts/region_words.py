"""Region by day in words: its sentence, table and notes, what a cell says, and why there is nothing to show."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from statistics import median

from painmap.charts.region_cells import Order, column_days, columns_of, shown_regions
from painmap.charts.table import RATED, Table
from painmap.charts.words import NO_MAP, NOTHING_LOGGED, begins_words, dates, logged, missing
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, by_burden, mapped, places, within
from painmap.domain.words import counted, day_text, number


def region_sentence(days: Sequence[DaySummary], period: Period, rows: int | None = None) -> str:
    """Region by day for those who cannot see it: how often and how strongly each region hurt, the worst first."""
    days = within(days, period)
    found = places(days)
    start = f"Region by day, {dates(period)}, {logged(days, period)}, {number(mapped(days))} with a map."
    if not found:
        return f"{start} {empty_words(days)}"
    told = [
        f"{regions()[name].label} on {counted(found[name].days, 'day')}, median {number(found[name].median)}"
        for name in by_burden(found)[:rows]
    ]
    if hidden := len(found) - len(told):
        told.append(f"and {counted(hidden, 'more region')}")
    return f"{start} {'; '.join(told)}."


def region_table(
    days: Sequence[DaySummary], period: Period, order: Order = "burden", begins: date | None = None
) -> Table:
    """Region by day as a row a day; the columns are the regions that hurt, in that order."""
    names = shown_regions(days, period, order=order)
    by_day = {day.day: day for day in days}
    rows = tuple(
        (day_text(day, year=True, weekday=True), *_region_cells(by_day.get(day), names, missing(day, begins)))
        for day in period
    )
    return Table(("Day", *(regions()[name].label for name in names)), rows, ("", *(RATED for _ in names)))


def _region_cells(day: DaySummary | None, names: Sequence[str], nothing: str) -> Sequence[str]:
    if day is None or day.regions is None:
        return [nothing if day is None else NO_MAP] * len(names)
    return [str(day.regions.get(name, "Not rated")) for name in names]


def cell_sentence(
    key: Hashable,
    by_day: Mapping[date, DaySummary],
    period: Period,
    begins: date | None = None,
    step: int | None = None,
) -> str:
    """A region in a column, by its id and the column's first day: 'Left lower back, Mon 16 Nov: 6', and of a week
    'Left lower back, week from 9 Nov: median 6 on 4 of 5 days with a map'; nothing for days of another period.
    """
    match key:
        case (str() as name, date() as start) if start in period:
            step = step or column_days(period)
            column = columns_of(period, step)[(start - period.start).days // step]
            year = period.start.year != period.end.year
            days = [by_day[day] for day in column if day in by_day]
            rated = _day_told if step == 1 else _days_told
            told = rated(name, days) if days else missing(column.end, begins).lower()
            return f"{regions()[name].label}, {_column_name(column, step, year=year)}: {told}"
        case _:
            return ""


def _column_name(column: Period, step: int, *, year: bool) -> str:
    if step == 1:
        return day_text(column.start, year=year, weekday=True)
    name = "week" if len(column) == 7 else counted(len(column), "day")
    return f"{name} from {day_text(column.start, year=year)}"


def _day_told(name: str, days: Sequence[DaySummary]) -> str:
    (day,) = days
    told = NO_MAP.lower() if day.regions is None else str(day.regions.get(name, "not rated"))
    marks = (", map copied" if day.carried_over else "", ", entered later" if day.entered_later else "")
    return told + "".join(marks)


def _days_told(name: str, days: Sequence[DaySummary]) -> str:
    maps = [day.regions for day in days if day.regions is not None]
    if not maps:
        return NO_MAP.lower()
    of = f"{counted(len(maps), 'day')} with a map"
    given = [each[name] for each in maps if name in each]
    return f"median {number(median(given))} on {len(given)} of {of}" if given else f"not rated on {of}"


def empty_words(days: Sequence[DaySummary]) -> str:
    """Why a chart of regions has nothing to show for these logged days."""
    if not days:
        return NOTHING_LOGGED
    return "No pain was marked on the maps in these dates." if mapped(days) else "No map in these dates."


def region_note(
    period: Period,
    begins: date | None = None,
    days: Sequence[DaySummary] | None = None,
    step: int | None = None,
) -> str:
    """How to read region by day of that period; where its days are given, only what is in it."""
    step = step or column_days(period)
    return " ".join(filter(None, (*_how_to_read(period, begins, days, step), begins_words(begins, period))))


def _how_to_read(period: Period, begins: date | None, days: Sequence[DaySummary] | None, step: int) -> tuple[str, ...]:
    bare = days is None or _has_bare_columns(period, begins, days, step)
    if step == 1:
        return (
            "Plain: not rated.",
            "Hatched: no entry or no map." if bare else "",
            "Ring: map copied." if days is None or any(day.carried_over for day in days) else "",
            "Triangle: entered later." if days is None or any(day.entered_later for day in days) else "",
        )
    column = "a week" if step == 7 else f"{step} days"
    return (
        f"A column is {column}: its colour is the median where it hurt, "
        "its height the share of mapped days on which it did.",
        "Hatched: no map." if bare else "",
    )


def _has_bare_columns(period: Period, begins: date | None, days: Sequence[DaySummary], step: int) -> bool:
    """Whether a column since the diary began has no map."""
    start = period.start.toordinal()
    maps = {(day.day.toordinal() - start) // step for day in days if day.regions is not None}
    since = (column for n, column in enumerate(columns_of(period, step)) if n not in maps)
    return any(begins is None or column.end >= begins for column in since)
