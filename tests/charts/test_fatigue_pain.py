"""Pain and fatigue of the same day: circles by the number of days, and the medians of the bands."""

from math import sqrt

import pytest
from drawn import artist, crowded, figure_of, has, texts
from grouped_days import days_of, grouped_days
from matplotlib.collections import EllipseCollection
from matplotlib.figure import Figure

from painmap.charts.fatigue_pain import draw_fatigue_pain, fatigue_pain_height
from painmap.charts.fatigue_pain_words import cell_told, fatigue_pain_sentence, fatigue_pain_table
from painmap.charts.look import PAPER, Look, look
from painmap.charts.pointing import Boxes, Way
from painmap.domain.period import Period
from painmap.domain.same_day import pairs

LIGHT = look("light")
LOOKS = (LIGHT, look("dark"), look("contrast"), PAPER.sized(1.5))
RATED = [(6, 7)] * 9 + [(2, 3)] * 4 + [(8, 8)] + [(6, None)] + [(None, 2)]


def drawn(days, of: Look = LIGHT, width: float = 560, period: Period | None = None) -> tuple[Figure, Boxes | None]:
    figure = figure_of(width, fatigue_pain_height(of) * 96 / 72)
    return figure, draw_fatigue_pain(figure, days, period or Period(days[0].day, days[-1].day), of)


@pytest.mark.parametrize("span", [1, 3, 14, 56, 365, 3650])
@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_all_words_of_pain_and_fatigue_have_room(span: int, of: Look) -> None:
    days, period = grouped_days(span)
    assert crowded(drawn(days, of, 960, period)[0]) == []


@pytest.mark.parametrize(("size", "width"), [(1.0, 480), (1.0, 560), (1.5, 720), (1.5, 860), (1.0, 2300)])
def test_all_words_of_pain_and_fatigue_have_room_in_cards_of_any_width(size: float, width: float) -> None:
    for span in (20, 90, 3650):
        days, period = grouped_days(span)
        assert crowded(drawn(days, LIGHT.sized(size), width, period)[0]) == []


def test_all_words_of_pain_and_fatigue_have_room_on_half_a_page() -> None:
    for span in (20, 84, 3650):
        figure = Figure(figsize=(88 / 25.4, 36 / 25.4), dpi=150)
        draw_fatigue_pain(figure, *grouped_days(span), PAPER)
        assert crowded(figure) == []


def test_the_area_of_a_circle_is_its_number_of_days() -> None:
    figure, _ = drawn(days_of(RATED))

    circles = artist(figure, "days")
    assert isinstance(circles, EllipseCollection)
    nine, four, one = circles.get_widths()
    assert nine / four == pytest.approx(sqrt(9 / 4))
    assert nine / one == pytest.approx(sqrt(9))


def test_a_circle_stands_at_its_worst_pain_and_fatigue() -> None:
    figure, where = drawn(days_of(RATED))

    assert where is not None
    circles = artist(figure, "days")
    assert isinstance(circles, EllipseCollection)
    width, height = (72 * size for size in figure.get_size_inches())
    found = [where.at(x / width, y / height) for x, y in circles.get_offsets()]
    assert found == [(6, 7), (2, 3), (8, 8)]


def test_a_circle_says_its_days_where_it_has_room() -> None:
    said = texts(drawn(days_of([(6, 7)] * 9 + [(2, 9)] * 2 + [(9, 2)]))[0])

    assert said.count("9") == 3
    assert said.count("1") == 2


def test_each_band_says_its_median_fatigue_and_its_days() -> None:
    said = texts(drawn(days_of(RATED))[0])

    assert {"median fatigue 7", "pain 4 to 6, 9 days"} <= set(said)
    assert said.count("too few days") == 2
    assert {"pain 0 to 3, 4 days", "pain 7 to 10, 1 day"} <= set(said)


def test_the_bands_stand_beside_the_grid_where_the_sheet_is_flat() -> None:
    figure, where = drawn(days_of(RATED), width=1600)

    assert "Worst pain 4 to 6, 9 days" in texts(figure)
    assert not has(figure, "bands")
    assert where is not None
    assert list(where.boxes)[-3:] == [2, 1, 0]


def test_the_arrow_keys_reach_every_circle_and_every_band() -> None:
    _, where = drawn(days_of(RATED))

    assert where is not None
    reached = [where.step(None, Way.RIGHT)]
    while (following := where.step(reached[-1], Way.RIGHT)) is not None:
        reached.append(following)
    assert reached == [(8, 8), (6, 7), (2, 3), 0, 1, 2]


@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_fewer_than_seven_days_with_both_are_a_sentence(of: Look) -> None:
    figure, where = drawn(days_of([(5, 5)] * 6 + [(5, None)] * 9), of, 960)

    assert where is None
    assert texts(figure) == ["Not enough days: this needs 7 days with pain and fatigue, this period has 6."]


def test_nothing_logged_is_said_of_pain_and_fatigue() -> None:
    days = days_of([(5, 5)])

    assert texts(drawn((), period=Period(days[0].day, days[0].day))[0]) == ["Nothing logged in these dates."]


def test_what_is_pointed_at_is_told() -> None:
    found = pairs(days_of(RATED))

    assert cell_told((6, 7), found) == "Worst pain 6, fatigue 7: 9 days"
    assert cell_told((8, 8), found) == "Worst pain 8, fatigue 8: 1 day"
    assert cell_told(0, found) == "Worst pain 0 to 3: 4 days, too few for a median"
    assert cell_told(1, found) == "Worst pain 4 to 6: median fatigue 7 on 9 days"


def test_pain_and_fatigue_are_told_as_a_sentence() -> None:
    days = days_of(RATED)
    period = Period(days[0].day, days[-1].day)

    assert fatigue_pain_sentence(days, period) == (
        "Pain and fatigue on the same day, 7 Nov to 22 Nov 2026, 16 of 16 days logged, 14 with both. "
        "Worst pain 0 to 3: 4 days, too few for a median; worst pain 4 to 6: median fatigue 7 on 9 days; "
        "worst pain 7 to 10: 1 day, too few for a median."
    )
    assert fatigue_pain_sentence(days[:2], period).endswith(
        "2 with both. Not enough days: this needs 7 days with pain and fatigue, this period has 2."
    )


def test_a_band_without_days_says_so() -> None:
    assert cell_told(0, pairs(days_of([(6, 7)] * 9))) == "Worst pain 0 to 3: no day, too few for a median"


def test_the_table_has_the_bands_and_every_pair_with_what_was_not_answered() -> None:
    days = days_of(RATED)
    period = Period(days[0].day, days[-1].day)

    assert fatigue_pain_table(days, period).rows == (
        ("0 to 3", "Too few days", "4"),
        ("4 to 6", "Median 7", "9"),
        ("7 to 10", "Too few days", "1"),
        ("Not answered", "2", "1"),
        ("2", "3", "4"),
        ("6", "Not answered", "1"),
        ("6", "7", "9"),
        ("8", "8", "1"),
    )
    assert fatigue_pain_table(days[:2], period).rows == (("6", "7", "2"),)
