"""Region by day in words: its sentence, table and note, and why a chart of regions has nothing to show."""

from collections.abc import Sequence

from painmap.charts.series import step_of
from painmap.charts.table import Table
from painmap.charts.words import NO_ENTRY, NO_MAP, NOTHING_LOGGED, dates, logged
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
    told = (
        f"{regions()[name].label} on {counted(found[name].days, 'day')}, median {number(found[name].median)}"
        for name in by_burden(found)[:rows]
    )
    return f"{start} {'; '.join(told)}."


def region_table(days: Sequence[DaySummary], period: Period) -> Table:
    """Region by day as a row a day; the columns are the regions that hurt, the worst first."""
    names = by_burden(places(within(days, period)))
    by_day = {day.day: day for day in days}
    rows = tuple((day_text(day, year=True, weekday=True), *_region_cells(by_day.get(day), names)) for day in period)
    return Table(("Day", *(regions()[name].label for name in names)), rows)


def _region_cells(day: DaySummary | None, names: Sequence[str]) -> Sequence[str]:
    if day is None or day.regions is None:
        return [NO_ENTRY if day is None else NO_MAP] * len(names)
    return [str(day.regions.get(name, "Not rated")) for name in names]


def empty_words(days: Sequence[DaySummary]) -> str:
    """Why a chart of regions has nothing to show for these logged days."""
    if not days:
        return NOTHING_LOGGED
    return "No pain was marked on the maps in these dates." if mapped(days) else "No map in these dates."


def region_note(period: Period) -> str:
    """How to read region by day of that period."""
    if step_of(period) == 1:
        return "Plain: not rated. Hatched: no entry or no map. Ring: map copied."
    column = "a week" if step_of(period) == 7 else f"{step_of(period)} days"
    return (
        f"A column is {column}: the fill is the median, the height the share of mapped days on which it hurt. "
        "Hatched: no map."
    )
