"""Measures each chart of Trends on its own: processor time to work out and draw what a card of it shows.

Prints a table for three months, a year and ten years; leaves with 1 where a chart of ten years takes over 100 ms.
Nothing is known from before, as when a period is first chosen: neither the figures nor the picture.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_diary import NOW, TEN_YEARS, ten_years

from painmap.charts.calendar_days import DayRating
from painmap.charts.look import look
from painmap.domain.before_after import before_and_after, pivots
from painmap.domain.contents import Contents
from painmap.domain.groups import Asked
from painmap.domain.once import forget
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.domain.summary import DaySummary, summarise, within
from painmap.ui.counts.weeks import week_by_week
from painmap.ui.trends.charts.before_after import before_and_after_chart
from painmap.ui.trends.charts.body import BodyValue, body
from painmap.ui.trends.charts.calendar import calendar
from painmap.ui.trends.charts.fatigue import after_effort, same_day
from painmap.ui.trends.charts.qualities import qualities
from painmap.ui.trends.charts.regions import region_by_day
from painmap.ui.trends.charts.rhythm import times_of_day, weekdays
from painmap.ui.trends.charts.timeline import day_by_day
from painmap.ui.trends.drawing import PX_PER_POINT, drawn
from painmap.ui.trends.material import Material
from painmap.ui.trends.shown import Shown

WIDTH = 1128
"""Px of a card in a window of 1280."""
BAR = 100.0
PERIODS = {"3 months": 90, "1 year": 365, "ten years": TEN_YEARS}
CHARTS: Mapping[str, Callable[[Material], Shown]] = {
    "Day by day, with treatments, events and flares": day_by_day,
    "Body, earlier and later": lambda told: body(told, BodyValue.HALVES),
    "Body, typical strength": lambda told: body(told, BodyValue.STRENGTH),
    "Region by day, 8 regions": lambda told: region_by_day(told, every=False),
    "Region by day, all regions": lambda told: region_by_day(told, every=True),
    "Calendar": lambda told: calendar(told, DayRating.WORST_PAIN),
    "Rhythm of the week": lambda told: weekdays(told, Asked.WORST_PAIN),
    "Rhythm of the day": lambda told: times_of_day(told, Asked.WORST_PAIN),
    "Pain and fatigue on the same day": same_day,
    "After an effort": lambda told: after_effort(told, Asked.FATIGUE),
    "How it feels": qualities,
    "Before and after": lambda told: _around_the_newest(told),
    "Week by week": lambda told: week_by_week(told.days, told.period, told.records.reviews),
}
_TIMES = 7


def main() -> int:
    """Measures all of them, prints the table, and returns the exit code."""
    records = replace(sample(TEN_YEARS, NOW.date(), 1, NOW), check_ins=())
    days = summarise(ten_years())
    told = [_material(days, records, length) for length in PERIODS.values()]
    print(f"| chart | {' | '.join(PERIODS)} |\n| --- |{' --: |' * len(PERIODS)}")
    slow = []
    for name, make in CHARTS.items():
        taken = [_taken(make, one) for one in told]
        print(f"| {name} | {' | '.join(f'{each:.0f} ms' for each in taken)} |", flush=True)
        slow += [name] if taken[-1] > BAR else []
    print(f"\nOver {BAR:.0f} ms: {', '.join(slow)}." if slow else f"\nNone takes over {BAR:.0f} ms.")
    return 1 if slow else 0


def _material(days: tuple[DaySummary, ...], records: Contents, length: int) -> Material:
    """What there is about the last days of the ten years."""
    today = NOW.date()
    period, whole = Period.last(length, today), Period.last(TEN_YEARS, today)
    return Material(today, period, within(days, period), records, 0, whole)


def _around_the_newest(told: Material) -> Shown:
    """The days around the newest start or stop of a treatment."""
    records = told.records
    pivot = pivots(records.treatments, records.events, told.today)[0]
    return before_and_after_chart(before_and_after(told.days, pivot, records.treatments, records.events, told.today))


def _taken(make: Callable[[Material], Shown], told: Material) -> float:
    """Median processor time in milliseconds, letters and the outline of the body being known."""
    return statistics.median([_once(make, told) for _ in range(_TIMES + 1)][1:])


def _once(make: Callable[[Material], Shown], told: Material) -> float:
    chosen = look("light")
    forget()
    begun = time.process_time()
    shown = make(told)
    high = round(shown.least(chosen, WIDTH / PX_PER_POINT) * PX_PER_POINT)
    drawn(shown.draw, chosen, WIDTH, high, 1.0)
    return 1000 * (time.process_time() - begun)


if __name__ == "__main__":
    sys.exit(main())
