"""The calendar shows each day up to today once, and zero, unanswered and missing days apart."""

from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter

import pytest
from chart_days import END, invented_days, logged_day
from drawn import artist, crowded, figure_of, has, texts
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from painmap.charts.calendar import calendar_height, draw_calendar
from painmap.charts.calendar_days import DayRating, has_years, months_of, shown_days, weeks_of
from painmap.charts.calendar_grid import CalendarGrid, grid_of
from painmap.charts.calendar_words import (
    calendar_day,
    calendar_figures,
    calendar_note,
    calendar_sentence,
    calendar_table,
)
from painmap.charts.look import PAPER, Look, look
from painmap.charts.out import EXPORT
from painmap.charts.pointing import Way
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary

LIGHT = look("light")
LOOKS = (LIGHT, look("dark"), look("contrast"), EXPORT)
PAIN, FATIGUE = DayRating.WORST_PAIN, DayRating.FATIGUE
Days = tuple[DaySummary, ...]
WEEK = Period(date(2026, 11, 16), END)
"""Monday to Sunday, the last of them today."""


def drawn(
    days: Days, period: Period, of: Look = LIGHT, width: float = 1128, rating: DayRating = PAIN, first: int = 0
) -> tuple[Figure, CalendarGrid | None]:
    figure = figure_of(width, calendar_height(of, period, END, width * 0.75, first) * 96 / 72)
    return figure, draw_calendar(figure, days, period, of, rating, today=END, first_weekday=first)


def invented(span: int, of: Look = LIGHT, width: float = 1128) -> tuple[Figure, CalendarGrid]:
    figure, grid = drawn(*invented_days(span), of, width)
    assert grid is not None
    return figure, grid


def boxes(figure: Figure, gid: str) -> list[tuple[float, float]]:
    """The middles of the boxes of one kind."""
    if not has(figure, gid):
        return []
    found = artist(figure, gid)
    assert isinstance(found, PathCollection)
    spots = found.get_paths()[0].vertices
    return [tuple(spots[n : n + 4].mean(axis=0)) for n in range(0, len(spots), 5)]


def days_at(figure: Figure, grid: CalendarGrid, gid: str) -> list[date | None]:
    return [grid.at(x / grid.width, y / grid.height) for x, y in boxes(figure, gid)]


def some_week() -> Days:
    monday = WEEK.start
    return (
        logged_day(monday, 6),
        logged_day(monday + timedelta(1), 0, None),
        logged_day(monday + timedelta(2), None, 3),
        logged_day(monday + timedelta(4), 10, copied=True),
        replace(logged_day(monday + timedelta(5), 2), entered_later=True),
    )


@pytest.mark.parametrize("span", [1, 3, 14, 90, 365, 731, 3650])
@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_all_words_have_room(of: Look, span: int) -> None:
    assert crowded(invented(span, of)[0]) == []


@pytest.mark.parametrize("width", [580, 780, 1600, 2300])
@pytest.mark.parametrize("span", [14, 120, 365, 3650])
def test_all_words_have_room_on_every_width_and_with_large_type(width: int, span: int) -> None:
    for of in (LIGHT, LIGHT.sized(1.5)):
        assert crowded(invented(span, of, width)[0]) == []


@pytest.mark.parametrize("width", [333, 695])
@pytest.mark.parametrize("span", [90, 365])
def test_all_words_have_room_on_paper(width: int, span: int) -> None:
    assert crowded(invented(span, PAPER, width)[0]) == []


@pytest.mark.parametrize("span", [1, 3, 14, 90, 365, 3650])
@pytest.mark.parametrize("width", [780, 1128, 2300])
def test_each_day_stands_once_inside_the_figure(span: int, width: int) -> None:
    _, grid = invented(span, LIGHT, width)
    found = set()
    for day in Period.last(span, until=END):
        box = grid.box(day)
        assert box is not None
        left, top, right, bottom = box
        assert min(left, top) >= 0
        assert max(right, bottom) <= 1 + 1e-9
        assert grid.at((left + right) / 2, (top + bottom) / 2) == day
        found.add(box)
    assert len(found) == span


def test_each_kind_of_day_is_drawn_in_its_own_way() -> None:
    figure, grid = drawn(some_week(), WEEK)
    assert grid is not None
    monday = WEEK.start
    assert days_at(figure, grid, "rated-6") == [monday]
    assert days_at(figure, grid, "rated-0") == [monday + timedelta(1)]
    assert days_at(figure, grid, "unanswered") == [monday + timedelta(2)]
    assert days_at(figure, grid, "bars") == [monday + timedelta(2)]
    assert days_at(figure, grid, "no-entry") == [monday + timedelta(3), END]
    assert days_at(figure, grid, "today") == [END]
    assert has(figure, "gaps")


def test_a_rated_day_has_its_fill_and_its_figure() -> None:
    figure, _ = drawn(some_week(), WEEK)
    found = artist(figure, "rated-6")
    assert isinstance(found, PathCollection)
    assert to_hex(found.get_facecolor()[0]).lower() == LIGHT.fill(6).lower()
    figures = artist(figure, "figures")
    assert isinstance(figures, PathCollection)
    assert len(figures.get_facecolor()) == 4


@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_a_real_zero_is_plain_with_an_edge_in_ink(of: Look) -> None:
    figure, _ = drawn(some_week(), WEEK, of)
    found = artist(figure, "rated-0")
    assert isinstance(found, PathCollection)
    assert to_hex(found.get_facecolor()[0]) == of.surface.lower()
    assert to_hex(found.get_edgecolor()[0]) == of.ink.lower()


def test_copied_maps_and_days_entered_later_have_marks_of_their_own() -> None:
    figure, _ = drawn(some_week(), WEEK)
    for gid in ("copied", "later"):
        found = artist(figure, gid)
        assert isinstance(found, PolyCollection)
        assert len(found.get_paths()) == 1


def test_fatigue_is_not_marked_as_copied() -> None:
    figure, grid = drawn(some_week(), WEEK, rating=FATIGUE)
    assert grid is not None
    assert not has(figure, "copied")
    assert days_at(figure, grid, "unanswered") == [WEEK.start + timedelta(1)]
    assert days_at(figure, grid, "rated-3") == [WEEK.start + timedelta(2)]


def test_days_to_come_and_days_outside_the_period_are_left_out() -> None:
    period = Period(date(2026, 11, 18), date(2026, 12, 24))
    _, grid = drawn((logged_day(END),), period)
    assert grid is not None
    assert grid.box(END) is not None
    for outside in (date(2026, 11, 17), END + timedelta(1), date(2026, 12, 1)):
        assert grid.box(outside) is None
    assert all(grid.at(x / 50, y / 50) is None or grid.at(x / 50, y / 50) <= END for x in range(50) for y in range(50))


def test_a_period_that_is_still_to_come_has_no_calendar() -> None:
    period = Period(END + timedelta(1), END + timedelta(9))
    figure, grid = drawn((), period)
    assert grid is None
    assert texts(figure) == ["Nothing logged in these dates."]
    assert calendar_note((), period, PAIN, END) == ""
    assert calendar_table((), period, PAIN, END).rows == ()


def test_without_a_day_a_sentence_says_so() -> None:
    figure, grid = drawn((), WEEK)
    assert grid is None
    assert texts(figure) == ["Nothing logged in these dates."]


@pytest.mark.parametrize(("first", "column"), [(0, 0), (6, 1), (5, 2)])
def test_weeks_begin_with_the_day_that_was_chosen(first: int, column: int) -> None:
    _, grid = drawn(*invented_days(60), first=first)
    assert grid is not None
    monday = date(2026, 11, 16)
    left, _ = grid.corner(monday)
    block = next(block for block in grid.blocks if monday in block.days)
    assert round((left - block.left) / grid.cell) == column


def test_months_are_named_with_their_year() -> None:
    assert texts(invented(60)[0]) == ["Sep 2026", "Oct 2026", "Nov 2026"]


def test_a_year_is_seen_at_a_glance() -> None:
    for width, seen_at_once in ((1128, 560), (2300, 828)):
        assert calendar_height(LIGHT, Period.last(365, END), END, 0.75 * width) * 96 / 72 < seen_at_once


def test_on_a_large_screen_the_days_are_larger() -> None:
    cells = [grid_of(LIGHT, Period.last(60, END), 0, (0.75 * width, 600), 600).cell for width in (1128, 1780, 2300)]
    assert cells[0] == cells[1] == 18 * LIGHT.scale
    assert cells[2] > 1.25 * cells[0]


def test_many_years_stand_as_a_row_each_with_the_months_below_each_other() -> None:
    figure, grid = invented(3650)
    assert grid.by_year
    left = {block.days.start.month: block.left for block in grid.blocks}
    assert all(block.left == left[block.days.start.month] for block in grid.blocks)
    assert [text for text in texts(figure) if text.isdigit() and len(text) == 4] == [str(y) for y in range(2016, 2027)]
    assert not has(figure, "figures")
    assert not has(figure, "copied")
    assert has(figure, "ramp")


def test_ten_years_are_a_few_artists_and_drawn_fast() -> None:
    days, period = invented_days(3650)
    took = []
    for _ in range(3):
        figure = figure_of(1128, calendar_height(LIGHT, period, END, 846) * 96 / 72)
        start = perf_counter()
        draw_calendar(figure, days, period, LIGHT, today=END)
        FigureCanvasAgg(figure).draw()
        took.append(perf_counter() - start)
    assert len(figure.get_children()) < 60
    assert min(took) < 0.6


def test_the_arrow_keys_go_by_day_and_by_week() -> None:
    _, grid = invented(90)
    first = END - timedelta(89)
    assert grid.step(None, Way.LEFT) == END
    assert grid.step(None, Way.FIRST) == first
    assert grid.step(first, Way.LAST) == END
    assert grid.step(date(2026, 11, 1), Way.LEFT) == date(2026, 10, 31)
    assert grid.step(date(2026, 10, 31), Way.RIGHT) == date(2026, 11, 1)
    assert grid.step(date(2026, 11, 4), Way.UP) == date(2026, 10, 28)
    assert grid.step(date(2026, 10, 28), Way.DOWN) == date(2026, 11, 4)
    assert grid.step(END, Way.RIGHT) is None
    assert grid.step(first, Way.UP) is None


def test_nothing_stands_between_the_months() -> None:
    _, grid = invented(90)
    assert grid.at(0.999, 0.999) is None
    assert grid.at(0.0, 0.0) is None
    assert grid.box("a word") is None


def test_months_are_cut_where_the_period_begins_and_ends() -> None:
    assert months_of(Period(date(2025, 12, 30), date(2026, 2, 1))) == (
        Period(date(2025, 12, 30), date(2025, 12, 31)),
        Period(date(2026, 1, 1), date(2026, 1, 31)),
        Period(date(2026, 2, 1), date(2026, 2, 1)),
    )
    assert weeks_of(Period(date(2026, 11, 1), END), 0) == 4
    assert weeks_of(Period(date(2026, 11, 1), END), 6) == 4
    assert not has_years(Period.last(700, END))
    assert has_years(Period.last(731, END))
    assert shown_days(WEEK, END) == WEEK
    assert shown_days(WEEK, WEEK.start) == Period(WEEK.start, WEEK.start)
    assert shown_days(WEEK, date(2026, 1, 1)) is None


def test_the_sentence_says_the_days_logged_and_the_range() -> None:
    assert calendar_sentence(some_week(), WEEK, PAIN) == (
        "Calendar of worst pain, 16 Nov to 22 Nov 2026, 5 of 7 days logged. "
        "Worst pain: median 4, from 0 to 10, on 4 days."
    )
    assert calendar_sentence((), WEEK, PAIN).endswith("0 of 7 days logged. Nothing logged in these dates.")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((None,), "fatigue: not answered on any day"),
        ((3, None), "fatigue: 3 on 1 day"),
        ((3, 3), "fatigue: median 3, always 3, on 2 days"),
    ],
)
def test_few_answers_are_said_as_they_are(given: tuple[int | None, ...], words: str) -> None:
    days = tuple(logged_day(WEEK.start + timedelta(n), 5, fatigue) for n, fatigue in enumerate(given))
    assert calendar_figures(days, WEEK, FATIGUE) == words


def test_the_note_explains_only_what_is_shown() -> None:
    assert calendar_note(some_week(), WEEK, PAIN, END) == (
        "Number and colour: worst pain of the day, 0 to 10. Left of a row: the date it begins with. "
        "Hatched: no entry. Small bar: not answered. Bold frame: today. Cut corner: map copied. Dot: entered later."
    )
    all_rated = tuple(logged_day(day) for day in WEEK)
    assert calendar_note(all_rated, WEEK, FATIGUE, END + timedelta(1)) == (
        "Number and colour: fatigue of the day, 0 to 10. Left of a row: the date it begins with."
    )


def test_the_note_of_many_years_names_the_table_for_the_marks() -> None:
    days, period = invented_days(3650)
    told = calendar_note(days, period, PAIN, END)
    assert told.startswith("Colour: worst pain of the day, 0 to 10. Hatched: no entry.")
    assert told.endswith("Copied maps and days entered later are in the table.")
    assert "table" not in calendar_note(days, period, FATIGUE, END)


def test_a_day_is_told_with_how_it_was_entered() -> None:
    _, _, _, copied, later = some_week()
    assert calendar_day(copied.day, copied, year=False).endswith(", map copied")
    assert calendar_day(later.day, later, year=True).endswith(", entered later")
    assert calendar_day(END, None, year=False) == "Sun 22 Nov: no entry"


def test_the_table_has_a_row_a_day_up_to_today() -> None:
    table = calendar_table(some_week(), Period(WEEK.start, END + timedelta(3)), PAIN, END)
    assert table.headings == ("Day", "Worst pain", "Map", "Written")
    assert len(table.rows) == 7
    assert table.rows[0] == ("Mon 16 Nov 2026", "6", "No map", "That day")
    assert table.rows[2][1] == "Not answered"
    assert table.rows[3] == ("Thu 19 Nov 2026", "No entry", "No entry", "No entry")
    assert table.rows[5][3] == "Later"
