"""Days of an effort, and how the days after them were rated."""

from datetime import timedelta

import pytest

from painmap.domain.about import About, Effort
from painmap.domain.effort_days import after_effort, effort_days, efforts_reaching
from painmap.domain.event import Event, EventKind
from painmap.domain.groups import Asked
from painmap.domain.period import Period
from painmap.domain.summary import summarise

SHOPPING = Effort("Shopping", 12, 24, 3)


@pytest.fixture
def month(now) -> Period:
    return Period.last(30, now.date())


@pytest.fixture
def busy(now):
    """A busy-day event: `busy(first, last)` in days ago."""

    def make(first: int, last: int | None = None, kind: EventKind = EventKind.BUSY_DAY) -> Event:
        today = now.date()
        end = None if last is None else today - timedelta(last)
        return Event(id=f"e{first}", kind=kind, start=today - timedelta(first), end=end, label="Moving house")

    return make


def rated(check_in, ratings: dict[int, int], efforts: tuple[int, ...] = ()):
    """Days with a fatigue, by how many days ago."""
    about = About(effort=SHOPPING)
    return summarise(
        [
            check_in(ago, fatigue=f, about=about) if ago in efforts else check_in(ago, fatigue=f)
            for ago, f in ratings.items()
        ]
    )


def ratings(groups) -> list[tuple[int, ...]]:
    return [group.ratings for group in groups]


def test_a_day_with_worse_after_effort_is_a_day_of_an_effort(check_in, month, now) -> None:
    days = rated(check_in, {5: 4, 2: 7}, efforts=(5,))

    (found,) = effort_days(days, (), month)

    assert (found.day, found.efforts, found.busy) == (now.date() - timedelta(5), (SHOPPING,), ())


def test_every_day_of_a_busy_event_is_one_whether_logged_or_not(busy, month, now) -> None:
    found = effort_days((), [busy(6, 4), busy(2), busy(9, kind=EventKind.TRAVEL)], month)

    assert [(now.date() - each.day).days for each in found] == [6, 5, 4, 2]
    assert {each.busy for each in found} == {("Moving house",)}


def test_what_lies_outside_the_period_is_no_effort_of_it(check_in, busy, month, now) -> None:
    days = rated(check_in, {40: 4}, efforts=(40,))

    found = effort_days(days, [busy(50, 45), busy(31, 28)], month)

    assert [(now.date() - each.day).days for each in found] == [29, 28]


def test_days_are_grouped_by_how_long_after_an_effort_they_are(check_in, month) -> None:
    days = rated(check_in, {9: 2, 8: 8, 7: 9, 6: 7, 5: 6, 4: 5, 3: 1}, efforts=(8,))

    groups = after_effort(days, effort_days(days, (), month), month, Asked.FATIGUE)

    assert [group.name for group in groups] == ["Other days", "Same day", "1 day later", "2 days later", "3 days later"]
    assert ratings(groups) == [(2, 5, 1), (8,), (9,), (7,), (6,)]


def test_the_first_days_of_a_period_may_come_after_an_effort_before_it(check_in, busy, month, now) -> None:
    days = rated(check_in, {31: 4, 29: 8, 28: 7, 27: 6}, efforts=(31,))

    found = efforts_reaching(days, [busy(33)], month)

    assert [(now.date() - each.day).days for each in found] == [31]
    assert ratings(after_effort(days, found, month, Asked.FATIGUE)) == [(6,), (), (), (8,), (7,)]
    assert ratings(after_effort(days, efforts_reaching((), [busy(32)], month), month, Asked.FATIGUE))[4] == (8,)


def test_a_day_counts_once_for_the_latest_effort(check_in, busy, month) -> None:
    days = rated(check_in, {8: 8, 7: 9, 6: 7, 5: 6}, efforts=(8,))

    groups = after_effort(days, effort_days(days, [busy(7)], month), month, Asked.FATIGUE)

    assert ratings(groups) == [(), (8, 9), (7,), (6,), ()]


def test_a_day_without_the_rating_and_one_outside_the_period_are_left_out(check_in, month) -> None:
    days = rated(check_in, {40: 9, 8: 8}, efforts=(8,))
    efforts = effort_days(days, (), month)

    assert ratings(after_effort(days, efforts, month, Asked.WORST_PAIN)) == [()] * 5
    assert ratings(after_effort(days, efforts, month, Asked.FATIGUE)) == [(), (8,), (), (), ()]
