"""Treatments in a period: when they went on, what was used, and the order they are told in."""

from datetime import date, datetime, timedelta

import pytest
from kept_things import a_treatment, a_use, number

from painmap.domain.period import Period
from painmap.domain.treatment import Treatment, Use
from painmap.domain.tried import Tried, tried

PERIOD = Period(date(2026, 11, 1), date(2026, 11, 20))


def treatment(now: datetime, n: int = 2, **what: object) -> Treatment:
    return a_treatment(now, n, **({"start": PERIOD.start, "pauses": ()} | what))


def use(now: datetime, n: int, day: int, of: int = 2, done: bool = True, **what: object) -> Use:
    return a_use(now, n, done, treatment_id=number(of), at=now.replace(day=day), **what)


def of(now: datetime, *uses: Use, **what: object) -> Tried:
    (found,) = tried([treatment(now, **what)], uses, PERIOD)
    return found


def test_only_uses_of_the_period_are_counted_done_apart_from_missed(now: datetime):
    before = use(now.replace(month=10), 13, 30)
    found = of(now, use(now, 10, 3), use(now, 11, 2, relief=None), use(now, 12, 4, done=False), before)
    assert [each.day.day for each in found.done] == [2, 3]
    assert [each.day.day for each in found.missed] == [4]
    assert found.relief == (40,)


def test_pauses_cut_the_days_it_went_on(now: datetime):
    pauses = (
        Period(date(2026, 10, 25), date(2026, 11, 2)),
        Period(date(2026, 11, 5), date(2026, 11, 6)),
        Period(date(2026, 11, 19), date(2026, 11, 30)),
    )
    found = of(now, start=date(2026, 10, 1), pauses=pauses)
    assert [(each.start.day, each.end.day) for each in found.stretches] == [(3, 4), (7, 18)]
    assert found.paused
    assert found.in_use


def test_a_stop_in_the_period_ends_it(now: datetime):
    found = of(now, stop=date(2026, 11, 9))
    assert found.stretches == (Period(date(2026, 11, 1), date(2026, 11, 9)),)
    assert not found.in_use
    assert not found.paused


@pytest.mark.parametrize(("uses", "daily"), [(20, True), (17, True), (16, False), (0, False)])
def test_daily_is_more_than_four_days_in_five(uses: int, daily: bool, now: datetime):
    assert of(now, *(use(now, 10 + n, 1 + n) for n in range(uses))).daily is daily


def test_what_did_not_touch_the_period_is_left_out(now: datetime):
    later = treatment(now, 3, start=PERIOD.end + timedelta(1))
    stopped = treatment(now, 4, start=date(2026, 1, 1), stop=date(2026, 10, 31))
    assert tried([later, stopped], [], PERIOD) == ()


def test_a_treatment_used_after_its_stop_is_still_told(now: datetime):
    stopped = treatment(now, start=date(2026, 1, 1), stop=date(2026, 10, 31))
    (found,) = tried([stopped], [use(now, 10, 3)], PERIOD)
    assert (len(found.done), found.stretches, found.daily) == (1, (), False)


def test_in_use_comes_first_then_the_number_of_uses_then_the_name(now: datetime):
    treatments = [
        treatment(now, 2, name="Stopped", stop=date(2026, 11, 9)),
        treatment(now, 3, name="Bath"),
        treatment(now, 4, name="Aspirin"),
        treatment(now, 5, name="Walking"),
    ]
    uses = [use(now, 10 + n, 1 + n) for n in range(4)] + [use(now, 20, 5, of=5)]
    assert [each.treatment.name for each in tried(treatments, uses, PERIOD)] == [
        "Walking",
        "Aspirin",
        "Bath",
        "Stopped",
    ]
