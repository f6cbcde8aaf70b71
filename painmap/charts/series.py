"""The lanes of the timeline, and their values as drawn: by the day, or in steps where days are too many."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, isnan, nan
from statistics import median, quantiles

from painmap.charts.look import Look
from painmap.domain.once import once
from painmap.domain.period import Period
from painmap.domain.summary import NEEDED, DaySummary, rolling_median
from painmap.domain.words import counted, number

DAILY, WEEKLY = 200, 1100
"""The longest periods, in days, that are drawn by the day and by the week; longer ones are drawn by 30 days."""
_STUB = 0.4
ENOUGH_FOR_MEDIAN = 7
"""Answers that a lane needs before the page prints their median."""

Answer = Callable[[DaySummary], int | None]


@dataclass(frozen=True)
class Lane:
    """One of the things that the timeline shows; of several answers on a day, the highest.

    `page_name` is what the printed page calls it, `marker` the form of its days.
    """

    key: str
    name: str
    unit: str
    page_name: str
    page_unit: str
    answer: Answer
    colour: Callable[[Look], str]
    marker: str = "o"


WORST_PAIN = Lane(
    "worst-pain",
    "Worst pain",
    "0 to 10",
    "Worst pain",
    "0–10",
    lambda day: day.worst_pain,
    lambda look: look.worst_pain,
)
OVERALL_PAIN = Lane(
    "overall-pain",
    "Overall pain",
    "0 to 10",
    "Overall pain",
    "0–10",
    lambda day: None if day.overall is None else day.overall.worst,
    lambda look: look.worst_pain,
    "s",
)
FATIGUE = Lane(
    "fatigue",
    "Fatigue",
    "0 to 10",
    "Fatigue",
    "0–10",
    lambda day: day.worst_fatigue,
    lambda look: look.fatigue,
)
SPREAD = Lane(
    "spread",
    "Spread",
    "regions",
    "Places that hurt",
    "of 74",
    lambda day: day.spread,
    lambda look: look.spread,
)
EVERY_LANE = (WORST_PAIN, OVERALL_PAIN, FATIGUE, SPREAD)
"""All that can be shown, from the top."""
LANES = (WORST_PAIN, FATIGUE, SPREAD)
"""What is shown until the patient chooses, and in the report."""


@dataclass(frozen=True)
class Series:
    """What is drawn in one lane. x counts days: the first day of the period goes from 0 to 1.

    `days` are the single days that are shown as dots, nan where a day has no answer. `line` is the 7-day median
    by the day, or the median of each step; `low` and `high` hold the middle half of each step, empty by the day.
    """

    days_at: tuple[float, ...]
    days: tuple[float, ...]
    line_at: tuple[float, ...]
    line: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()


def lane_figures(lane: Lane, days: Sequence[DaySummary]) -> tuple[str, str]:
    """Median and range of a lane in words, 'median 7', 'range 0–8'; the number of days instead where they are few.

    ('not answered', '') where no day has an answer.
    """
    given = [answer for day in days if (answer := lane.answer(day)) is not None]
    if not given:
        return "not answered", ""
    enough = len(given) >= ENOUGH_FOR_MEDIAN
    low, high = min(given), max(given)
    return (
        f"median {number(median(given))}" if enough else counted(len(given), "day"),
        f"range {low}–{high}" if low < high else f"always {low}" if len(given) > 1 else str(low),
    )


def step_of(period: Period) -> int:
    """Days that share a point of the line: 1, 7 or 30."""
    return 1 if len(period) <= DAILY else 7 if len(period) <= WEEKLY else 30


def steps_in(period: Period) -> int:
    """How many steps the period has; the last may be short."""
    return ceil(len(period) / step_of(period))


def step_spans(period: Period) -> list[tuple[float, float]]:
    """Where each step begins and ends, in days from the start."""
    step = step_of(period)
    return [(n * step, min(len(period), (n + 1) * step)) for n in range(steps_in(period))]


@once
def logged_in_steps(days: Sequence[DaySummary], period: Period) -> tuple[int, ...]:
    """How many days are logged in each step."""
    step, counts, start = step_of(period), [0] * steps_in(period), period.start.toordinal()
    for day in days:
        counts[(day.day.toordinal() - start) // step] += 1
    return tuple(counts)


@once
def series_of(days: Sequence[DaySummary], period: Period, answer: Answer) -> Series:
    """The values of one lane; `days` are the logged days of the period."""
    return _daily(days, period, answer) if step_of(period) == 1 else _in_steps(days, period, answer)


def _daily(days: Sequence[DaySummary], period: Period, answer: Answer) -> Series:
    values = [nan] * len(period)
    for day in days:
        given = answer(day)
        if given is not None:
            values[(day.day - period.start).days] = given
    at = tuple(n + 0.5 for n in range(len(period)))
    smooth = rolling_median(days, period, answer)
    return Series(at, tuple(values), at, tuple(nan if value is None else value for value in smooth))


def _in_steps(days: Sequence[DaySummary], period: Period, answer: Answer) -> Series:
    """The median and middle half of each step with at least 4 answers; the days of the others stay single days."""
    step = step_of(period)
    given: list[list[int]] = [[] for _ in range(steps_in(period))]
    start = period.start.toordinal()
    told = [(day.day.toordinal() - start, value) for day in days if (value := answer(day)) is not None]
    for n, value in told:
        given[n // step].append(value)
    single = [(n + 0.5, value) for n, value in told if len(given[n // step]) < NEEDED]
    summary = [_summary(values) for values in given]
    return Series(
        tuple(at for at, _ in single),
        tuple(value for _, value in single),
        tuple((start + end) / 2 for start, end in step_spans(period)),
        tuple(middle for _, middle, _ in summary),
        tuple(low for low, _, _ in summary),
        tuple(high for _, _, high in summary),
    )


def _summary(values: list[int]) -> tuple[float, float, float]:
    """Lower quartile, median and upper quartile; nan where there are too few values."""
    if len(values) < NEEDED:
        return nan, nan, nan
    low, middle, high = quantiles(values, method="inclusive")
    return low, middle, high


def runs(values: Sequence[float]) -> list[range]:
    """The stretches of values without nan."""
    found: list[range] = []
    for n, value in enumerate(values):
        if isnan(value):
            continue
        if found and found[-1].stop == n:
            found[-1] = range(found[-1].start, n + 1)
        else:
            found.append(range(n, n + 1))
    return found


def with_stubs(at: Sequence[float], values: Sequence[float], step: int) -> tuple[list[float], list[float]]:
    """The line for drawing: stretches apart by nan, and a stretch of one point as a short level stroke."""
    x: list[float] = []
    y: list[float] = []
    for run in runs(values):
        alone = len(run) == 1
        reach = _STUB * step
        x += [at[run[0]] - reach, at[run[0]] + reach, nan] if alone else [*at[run.start : run.stop], nan]
        y += [values[run[0]]] * 2 + [nan] if alone else [*values[run.start : run.stop], nan]
    return x, y


def scale_of(highest: int) -> range:
    """The marks of a lane's scale: 0, 5, 10, or tens or twenties up to at least `highest`."""
    every = 5 if highest <= 10 else 10 if highest <= 30 else 20
    return range(0, max(10, every * ceil(highest / every)) + 1, every)
