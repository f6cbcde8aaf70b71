"""Days of the period before the diary began: nothing is missing there, so nothing is hatched."""

from datetime import date, timedelta

import pytest
from chart_days import END, logged_day
from drawn import artist, crowded, figure_of, has, texts
from matplotlib.figure import Figure

from painmap.charts.before_after import draw_before_after
from painmap.charts.before_after_words import before_after_day, before_after_sentence, before_after_table
from painmap.charts.calendar import draw_calendar
from painmap.charts.calendar_days import DayRating
from painmap.charts.calendar_words import calendar_day, calendar_note, calendar_sentence, calendar_table
from painmap.charts.look import PAPER, Look, look
from painmap.charts.region_by_day import draw_region_by_day
from painmap.charts.region_words import cell_sentence, region_note, region_table
from painmap.charts.timeline import draw_timeline
from painmap.charts.timeline_words import day_told, timeline_sentence, timeline_table
from painmap.charts.words import BEFORE
from painmap.domain.before_after import Pivot, before_and_after
from painmap.domain.period import Period

KNEE = "front-left-knee"
PERIOD = Period.last(91, until=END)
BEGINS = END - timedelta(13)
DAYS = tuple(logged_day(day, 5, 4, {KNEE: 5}) for day in Period(BEGINS, END))
WORDS = "The diary begins 9 Nov."
LOOKS = [pytest.param(each, id=each.name) for each in (*map(look, ("light", "dark", "contrast")), PAPER)]


def timeline(of: Look = PAPER, begins: date | None = BEGINS) -> Figure:
    figure = figure_of(1128, 260)
    draw_timeline(figure, DAYS, PERIOD, of, begins=begins)
    return figure


AROUND = before_and_after(DAYS, Pivot("id", BEGINS + timedelta(5), "Walking", "started"), (), (), END)


def around(of: Look, begins: date | None = BEGINS) -> Figure:
    figure = figure_of(1128, 380)
    draw_before_after(figure, AROUND, of, begins)
    return figure


def hatched(figure: Figure) -> bool:
    """Whether there is any hatching, or on paper any stroke for days without an entry."""
    return has(figure, "gaps") and any(len(path.vertices) for path in artist(figure, "gaps").get_paths())


@pytest.mark.parametrize("of", LOOKS)
def test_the_timeline_is_empty_before_the_diary_and_says_why(of: Look) -> None:
    figure = timeline(of)

    assert not hatched(figure)
    assert WORDS in texts(figure)
    assert crowded(figure) == []


def test_without_a_known_begin_every_day_without_an_entry_is_hatched() -> None:
    assert hatched(timeline(look("light"), None))


def test_a_short_stretch_before_the_diary_has_no_words() -> None:
    figure = figure_of(780, 260)
    draw_timeline(figure, DAYS, Period(BEGINS - timedelta(1), END), look("light"), begins=BEGINS)

    assert not hatched(figure)
    assert WORDS not in texts(figure)


def test_on_paper_only_days_since_the_diary_began_count_as_without_an_entry() -> None:
    figure = figure_of(720, 260)
    draw_timeline(figure, DAYS[:5] + DAYS[7:], Period.last(30, until=END), PAPER, begins=BEGINS)

    assert "No entry: 2 days" in texts(figure)


def test_the_calendar_outlines_days_before_the_diary_and_hatches_those_since() -> None:
    whole, gap = figure_of(1128, 400), figure_of(1128, 400)
    draw_calendar(whole, DAYS, PERIOD, look("light"), today=END, begins=BEGINS)
    draw_calendar(gap, DAYS[:5] + DAYS[7:], PERIOD, look("light"), today=END, begins=BEGINS)

    assert has(whole, "no-entry")
    assert not hatched(whole)
    assert hatched(gap)


def test_regions_have_neither_rows_nor_hatching_before_the_diary() -> None:
    figure = figure_of(1128, 300)
    draw_region_by_day(figure, DAYS, PERIOD, look("light"), None, begins=BEGINS)

    assert has(figure, "rated")
    assert not hatched(figure)


@pytest.mark.parametrize("of", LOOKS)
def test_before_and_after_is_empty_before_the_diary_and_says_why(of: Look) -> None:
    figure = around(of)

    assert not hatched(figure)
    assert WORDS in texts(figure)
    assert crowded(figure) == []
    assert hatched(around(of, None))
    assert WORDS not in texts(around(of, None))


def test_the_words_of_before_and_after_tell_days_before_the_diary() -> None:
    early = BEGINS - timedelta(1)
    column = [row[2] for row in before_after_table(AROUND, BEGINS).rows]

    assert before_after_day(AROUND, early, BEGINS) == "Sun 8 Nov, before: before the diary"
    assert before_after_day(AROUND, early) == "Sun 8 Nov, before: no entry"
    assert column.count(BEFORE) == 9
    assert "No entry" not in column
    assert WORDS in before_after_sentence(AROUND, BEGINS)


def test_a_day_before_the_diary_is_told_as_such() -> None:
    early = BEGINS - timedelta(1)

    assert day_told(early, None, begins=BEGINS) == "Sun 8 Nov: before the diary"
    assert calendar_day(early, None, year=False, begins=BEGINS) == "Sun 8 Nov: before the diary"
    assert cell_sentence((KNEE, early), {}, PERIOD, BEGINS) == "Left knee (front), Sun 8 Nov: before the diary"
    assert day_told(BEGINS + timedelta(1), None, begins=BEGINS).endswith("no entry")


def test_the_tables_tell_days_before_the_diary_from_days_without_an_entry() -> None:
    days = DAYS[:5] + DAYS[6:]
    tables = (
        timeline_table(days, PERIOD, begins=BEGINS),
        calendar_table(days, PERIOD, DayRating.WORST_PAIN, END, BEGINS),
        region_table(days, PERIOD, begins=BEGINS),
    )

    for table in tables:
        assert [row[1] for row in table.rows].count(BEFORE) == 77
        assert [row[1] for row in table.rows].count("No entry") == 1


def test_sentences_and_notes_say_when_the_diary_begins() -> None:
    told = (
        timeline_sentence(DAYS, PERIOD, begins=BEGINS),
        calendar_sentence(DAYS, PERIOD, DayRating.WORST_PAIN, BEGINS),
        calendar_note(DAYS, PERIOD, DayRating.WORST_PAIN, END, BEGINS),
        region_note(PERIOD, BEGINS),
    )

    assert all(WORDS in each for each in told)
    assert "Hatched" not in calendar_note(DAYS, PERIOD, DayRating.WORST_PAIN, END, BEGINS)
