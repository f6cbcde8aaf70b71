"""Measures the charts and the report: ten years beside bare matplotlib, and beside ninety days."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import count
from math import nan
from typing import Any

from bench_bare import INCHES, Points, bare_lanes
from bench_diary import NOW, TEN_YEARS
from bench_row import Row, side_by_side
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from painmap.charts.look import look
from painmap.charts.marks import marks_of
from painmap.charts.series import LANES, series_of
from painmap.charts.timeline import draw_timeline
from painmap.domain.checkin import CheckIn
from painmap.domain.contents import Contents
from painmap.domain.once import forget
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.domain.summary import DaySummary, summarise
from painmap.report.grid import Paper
from painmap.report.pages import make_pdf

Days = Sequence[DaySummary]


def timelines(check_ins: tuple[CheckIn, ...]) -> list[Row]:
    """The timeline of ten years with its treatments, events and flares, beside lines and fills of its lanes alone.

    It is worked out anew each time; the bare one is handed its points.
    """
    days, period = summarise(check_ins), Period.last(TEN_YEARS, NOW.date())
    marks = marks_of(sample(TEN_YEARS, NOW.date(), 1, NOW), days, period)
    by_day = points_of(check_ins)
    drawn = [series_of(days, period, lane.answer) for lane in LANES]
    points = [(series.line_at, series.line, series.low, series.high) for series in drawn]

    def ours() -> None:
        forget()
        _pixels(lambda figure: draw_timeline(figure, days, period, look("light"), marks))

    beside_days = side_by_side(ours, lambda: _pixels(lambda figure: bare_lanes(figure, by_day)), 9)
    beside_points = side_by_side(ours, lambda: _pixels(lambda figure: bare_lanes(figure, points)), 9)
    return [
        Row("ten-year timeline with its marks, beside lines and fills of its days", "ms", *beside_days, 1.3),
        Row("the same, beside lines and fills of the points it draws", "ms", *beside_points, 1.3),
    ]


def reports(check_ins: tuple[CheckIn, ...]) -> Row:
    """The report as a PDF: ten years beside ninety days, check-ins at hand."""
    ten_years, three_months = (_report(check_ins, days) for days in (TEN_YEARS, 90))
    return Row("report about 3,650 days, beside 90 days", "ms", *side_by_side(ten_years, three_months, 7), 1.5)


def points_of(check_ins: tuple[CheckIn, ...]) -> list[Points]:
    """Worst pain, fatigue and spread of each day, as bare matplotlib is given them."""
    days, period = summarise(check_ins), Period.last(TEN_YEARS, NOW.date())
    return [_by_day(days, period, lane.answer) for lane in LANES]


def _report(check_ins: tuple[CheckIn, ...], days: int) -> Callable[[], bytes]:
    period = Period.last(days, NOW.date())
    told = Contents(tuple(check_in for check_in in check_ins if check_in.day in period))
    minutes = count()

    def report() -> bytes:
        """Each page differs from the last in its moment: typst keeps the layout of one that it has just set."""
        return make_pdf(told, period, Paper.A4, NOW + timedelta(minutes=next(minutes)), "0")

    return report


def _by_day(days: Days, period: Period, answer: Callable[[DaySummary], int | None]) -> Points:
    values = [nan] * len(period)
    for day in days:
        given = answer(day)
        values[(day.day - period.start).days] = nan if given is None else given
    return [float(n) for n in range(len(period))], values, [0.0] * len(period), values


def _pixels(draw: Callable[[Figure], object]) -> None:
    figure = Figure(figsize=INCHES, dpi=96)
    canvas: Any = FigureCanvasAgg(figure)
    draw(figure)
    canvas.draw()
    bytes(canvas.buffer_rgba())
