"""Groups of days: a median only where there are days enough."""

import pytest

from painmap.domain.groups import Asked, Group
from painmap.domain.moment import moment_of
from painmap.domain.summary import summarise


def test_a_group_has_a_median_from_five_days_on() -> None:
    assert Group("Monday", (3, 8, 8, 4)).median is None
    assert Group("Monday", (3, 8, 8, 4, 5)).median == 5
    assert Group("Monday", (3, 8, 8, 4, 5, 6)).median == 5.5


def test_a_group_knows_its_range_and_how_often_each_rating_was_given() -> None:
    group = Group("Monday", (8, 0, 8))

    assert len(group) == 3
    assert group.range == (0, 8)
    assert list(group.counts.items()) == [(0, 1), (8, 2)]


def test_a_group_without_days_has_nothing_to_say() -> None:
    empty = Group("Night", ())

    assert (len(empty), empty.median, empty.range, empty.counts) == (0, None, None, {})


@pytest.mark.parametrize(
    ("asked", "words", "rating"), [(Asked.WORST_PAIN, "worst pain", 7), (Asked.FATIGUE, "fatigue", 3)]
)
def test_either_rating_can_be_asked_for(check_in, asked: Asked, words: str, rating: int) -> None:
    (day,) = summarise([check_in(0, {"front-left-knee": 7}, overall_pain=5, fatigue=3)])

    assert asked.words == words
    assert asked.of(day) == rating
    assert asked.at(day.moments[0]) == rating


def test_an_unanswered_rating_is_none_not_zero(check_in) -> None:
    (day,) = summarise([check_in(0, note="Slept in.")])

    assert [asked.of(day) for asked in Asked] == [None, None]
    assert [asked.at(day.moments[0]) for asked in Asked] == [None, None]


def test_equal_moments_are_one_and_the_same() -> None:
    assert moment_of(9, 4, None) is moment_of(9, 4, None)
