"""The days after an effort: groups, the dates of the efforts, and what was noted about them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from chart_days import END
from drawn import artist, crowded, figure_of, has, texts
from grouped_days import SHOPPING, days_of, grouped_days
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from painmap.charts.after_effort import after_effort_height, draw_after_effort
from painmap.charts.after_effort_words import effort_sentence, effort_table, effort_told
from painmap.charts.look import PAPER, Look, look
from painmap.charts.pointing import Boxes, Way
from painmap.domain.about import Effort
from painmap.domain.effort_days import EffortDay, after_effort, effort_days
from painmap.domain.event import Event, EventKind
from painmap.domain.groups import Asked
from painmap.domain.more import MoreSummary
from painmap.domain.period import Period

LIGHT = look("light")
LOOKS = (LIGHT, look("dark"), look("contrast"), PAPER.sized(1.5))
MOVING = Event(id="e", kind=EventKind.BUSY_DAY, start=END - timedelta(9), label="Moving house")
HINT = '"Worse after effort" in More about today, or a busy day marked as an event, puts one here.'


def drawn(days, period: Period, of: Look = LIGHT, width: float = 1128, events=(MOVING,)) -> tuple[Figure, Boxes | None]:
    figure = figure_of(width, after_effort_height(of) * 96 / 72)
    return figure, draw_after_effort(figure, days, events, period, of)


def period_of(days) -> Period:
    return Period(days[0].day, days[-1].day)


@pytest.mark.parametrize("span", [1, 3, 14, 56, 365, 3650])
@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_all_words_after_an_effort_have_room(span: int, of: Look) -> None:
    assert crowded(drawn(*grouped_days(span), of)[0]) == []


@pytest.mark.parametrize(("size", "width"), [(1.0, 480), (1.5, 720), (1.5, 860), (1.0, 2300)])
def test_all_words_after_an_effort_have_room_in_cards_of_any_width(size: float, width: float) -> None:
    for span in (20, 90, 3650):
        assert crowded(drawn(*grouped_days(span), LIGHT.sized(size), width)[0]) == []


def test_all_words_after_an_effort_have_room_on_half_a_page() -> None:
    for span in (20, 84, 3650):
        figure = Figure(figsize=(88 / 25.4, 36 / 25.4), dpi=150)
        draw_after_effort(figure, *grouped_days(span)[:1], (MOVING,), grouped_days(span)[1], PAPER)
        assert crowded(figure) == []
        assert has(figure, "ratings")
        assert not has(figure, "efforts")


def test_every_group_is_there_with_its_days() -> None:
    days = days_of([(5, 5)] * 12, efforts=[6])
    said = texts(drawn(days, period_of(days), events=())[0])

    names = ["Other days", "Same day", "1 day later", "2 days later", "3 days later"]
    assert [text for text in said if text in names] == names
    assert said.count("1 day, too few") == 4
    assert "8 days" in said


def test_an_effort_is_a_triangle_filled_where_something_was_noted() -> None:
    days = days_of([(5, 5)] * 12, efforts=[6])
    figure, _ = drawn(days, period_of(days))

    triangles = artist(figure, "efforts")
    assert isinstance(triangles, PolyCollection)
    busy, noted = triangles.get_facecolor()
    assert busy.tolist() != noted.tolist()
    left, right = (path.get_extents().x0 for path in triangles.get_paths())
    assert left < right


def test_an_effort_is_found_under_its_date_and_next_to_others() -> None:
    days, period = grouped_days(3650)
    _, where = drawn(days, period)

    assert where is not None
    found = [key for key in where.boxes if isinstance(key, date)]
    assert found == [each.day for each in effort_days(days, (MOVING,), period)]
    for key in found:
        left, top, right, bottom = where.boxes[key]
        assert where.at((left + right) / 2, (top + bottom) / 2) == key


def test_the_arrow_keys_go_from_the_groups_to_the_efforts() -> None:
    days = days_of([(5, 5)] * 12, efforts=[6])
    _, where = drawn(days, period_of(days))

    assert where is not None
    assert where.step(None, Way.RIGHT) == 0
    assert where.step(4, Way.RIGHT) == MOVING.start
    assert isinstance(where.step(2, Way.DOWN), date)


def test_without_an_effort_it_is_said_how_one_comes_here() -> None:
    days = days_of([(5, 5)] * 12)
    figure, where = drawn(days, period_of(days), events=())

    assert where is None
    assert texts(figure)[0] == "No effort was noted in these dates."
    assert " ".join(texts(figure)[1:]) == HINT
    assert crowded(drawn(days, period_of(days), LIGHT.sized(1.5), 480, ())[0]) == []


def test_a_long_sentence_takes_two_lines_in_a_narrow_card_with_large_type() -> None:
    days = days_of([(5, 5)] * 6, efforts=[2])
    figure, _ = drawn(days, period_of(days), LIGHT.sized(1.5), 560)

    assert " ".join(texts(figure)) == "Not enough days: this needs 7 days with fatigue, this period has 6."
    assert len(texts(figure)) == 2
    assert crowded(figure) == []


def test_too_few_ratings_and_no_entry_are_said() -> None:
    days = days_of([(5, 5)] * 6 + [(5, None)] * 6, efforts=[2])

    assert texts(drawn(days, period_of(days))[0]) == [
        "Not enough days: this needs 7 days with fatigue, this period has 6."
    ]
    assert texts(drawn((), period_of(days))[0]) == ["Nothing logged in these dates."]


def test_an_effort_is_told_with_what_was_noted() -> None:
    first, second = END - timedelta(1), END
    efforts = (
        EffortDay(first, (SHOPPING, Effort(severity=2)), ("Moving house",)),
        EffortDay(second, (Effort("Stairs"),), ()),
    )

    assert effort_told(first, (), efforts, Asked.FATIGUE) == (
        "Sat 21 Nov: Moving house; Shopping, worse 12 hours later, for 24 hours, severity 3 of 4; "
        "effort, severity 2 of 4"
    )
    assert effort_told(second, (), efforts, Asked.FATIGUE, year=True) == "Sun 22 Nov 2026: Stairs"
    assert effort_told(END - timedelta(5), (), efforts, Asked.FATIGUE) == ""


def test_a_group_is_told_by_its_number() -> None:
    days = days_of([(5, 5)] * 12, efforts=[6])
    period = period_of(days)
    efforts = effort_days(days, (), period)
    groups = after_effort(days, efforts, period, Asked.FATIGUE)

    assert effort_told(0, groups, efforts, Asked.FATIGUE) == "Other days: median 5 on 8 days, always 5"


def test_the_days_after_an_effort_are_told_as_a_sentence() -> None:
    days = days_of([(5, 5)] * 12, efforts=[6])
    period = period_of(days)

    told = effort_sentence(days, (), period, Asked.FATIGUE)

    assert told.startswith(
        "Fatigue after an effort, 11 Nov to 22 Nov 2026, 12 of 12 days logged, 1 day with an effort. "
        "Other days: median 5 on 8 days; Same day: 1 day (5), too few for a median; "
    )
    assert effort_sentence(days_of([(5, 5)] * 12), (), period, Asked.WORST_PAIN) == (
        "Worst pain after an effort, 11 Nov to 22 Nov 2026, 12 of 12 days logged, 0 days with an effort. "
        f"No effort was noted in these dates. {HINT}"
    )


def test_the_table_has_the_groups_and_what_was_noted_about_each_effort() -> None:
    days = days_of([(5, 5)] * 12, efforts=[6])

    table = effort_table(days, (MOVING,), period_of(days), Asked.FATIGUE)

    assert table.headings[4:8] == ("What was noted", "Worse after (hours)", "Lasted (hours)", "Severity (0 to 4)")
    assert [row[0] for row in table.rows] == [
        "Other days",
        "Same day",
        "1 day later",
        "2 days later",
        "3 days later",
        "Effort on Fri 13 Nov 2026",
        "Effort on Tue 17 Nov 2026",
    ]
    assert table.rows[1][1:4] == ("2", "Too few days", "5")
    assert table.rows[5][4:] == ("Moving house", "", "", "", "")
    assert table.rows[6][4:] == ("Shopping", "12", "24", "3", "")


def test_what_was_not_said_of_an_effort_is_not_answered() -> None:
    day = replace(days_of([(5, 5)])[0], more=MoreSummary(efforts=(Effort(severity=2),)))

    told = effort_table([day], (), Period(day.day, day.day), Asked.FATIGUE)

    unanswered = "Not answered"
    assert told.rows == (("Effort on Sun 22 Nov 2026", "", "", "", unanswered, unanswered, unanswered, "2", ""),)


def test_ten_years_of_efforts_are_few_artists() -> None:
    assert len(drawn(*grouped_days(3650))[0].get_children()) < 45
