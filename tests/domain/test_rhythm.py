"""Ratings by weekday and by the time at which they were written."""

from datetime import timedelta, timezone

import pytest

from painmap.domain.groups import Asked
from painmap.domain.rhythm import TIMES, by_time, by_weekday
from painmap.domain.summary import summarise


def at(now, hour: int, days_ago: int = 0):
    return (now - timedelta(days_ago)).replace(hour=hour)


def test_each_day_stands_under_its_weekday(check_in) -> None:
    days = summarise([check_in(0, overall_pain=4), check_in(7, overall_pain=6), check_in(1, overall_pain=9)])

    groups = by_weekday(days, Asked.WORST_PAIN)

    assert [group.name for group in groups][:2] == ["Monday", "Tuesday"]
    assert [group.short for group in groups][-1] == "Sun"
    assert [group.ratings for group in groups] == [(), (), (), (), (), (9,), (6, 4)]


def test_the_week_begins_where_the_patient_says(check_in) -> None:
    groups = by_weekday(summarise([check_in(0, fatigue=4)]), Asked.FATIGUE, first_weekday=6)

    assert [group.name for group in groups] == [
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
    ]
    assert groups[0].ratings == (4,)


def test_an_unanswered_day_is_in_no_group(check_in) -> None:
    days = summarise([check_in(0, fatigue=4)])

    assert all(not group.ratings for group in by_weekday(days, Asked.WORST_PAIN))
    assert all(not group.ratings for group in by_time(days, Asked.WORST_PAIN))


@pytest.mark.parametrize(
    ("hour", "name"),
    [
        *((hour, "Morning") for hour in (5, 10)),
        *((hour, "Midday") for hour in (11, 16)),
        *((hour, "Evening") for hour in (17, 22)),
        *((hour, "Night") for hour in (23, 0, 4)),
    ],
)
def test_every_hour_belongs_to_one_time_of_day(hour: int, name: str) -> None:
    assert [time.name for time in TIMES if hour in time] == [name]


def test_the_times_of_day_say_their_hours(check_in) -> None:
    groups = by_time((), Asked.FATIGUE)

    assert [(group.name, group.sort) for group in groups] == [
        ("Morning", "5:00 to 11:00"),
        ("Midday", "11:00 to 17:00"),
        ("Evening", "17:00 to 23:00"),
        ("Night", "23:00 to 5:00"),
    ]


def test_a_check_in_counts_for_the_time_at_which_it_was_written(check_in, now) -> None:
    days = summarise(
        [
            check_in(0, overall_pain=3, recorded_at=at(now, 8)),
            check_in(0, {"front-left-knee": 8}, overall_pain=5, fatigue=6, recorded_at=at(now, 21)),
        ]
    )

    assert [group.ratings for group in by_time(days, Asked.WORST_PAIN)] == [(3,), (), (8,), ()]
    assert [group.ratings for group in by_time(days, Asked.FATIGUE)] == [(), (), (6,), ()]


def test_a_day_counts_once_in_each_time_with_its_worst_rating(check_in, now) -> None:
    given = ((6, 3), (9, 7), (10, 4))
    days = summarise([check_in(0, overall_pain=pain, recorded_at=at(now, hour)) for hour, pain in given])

    assert by_time(days, Asked.WORST_PAIN)[0].ratings == (7,)


def test_what_was_entered_later_has_no_time_of_day(check_in, now) -> None:
    later = check_in(3, overall_pain=6, recorded_at=at(now, 8))
    (only_later,) = summarise([later])
    (both,) = summarise([later, check_in(3, overall_pain=4, recorded_at=at(now, 20, days_ago=3))])

    assert only_later.moments == ()
    assert [group.ratings for group in by_time([both], Asked.WORST_PAIN)] == [(), (), (4,), ()]


def test_the_hour_is_that_of_the_clock_where_it_was_written(check_in, now) -> None:
    far_away = now.astimezone(timezone(timedelta(hours=9)))
    (day,) = summarise([check_in(0, overall_pain=5, recorded_at=far_away)])

    assert day.moments[0].hour == 22
