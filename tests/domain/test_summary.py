"""A day's summary says what was recorded, and keeps zero, missing and copied apart."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain
from painmap.domain.period import Period
from painmap.domain.summary import (
    DaySummary,
    Place,
    Rating,
    by_burden,
    change,
    comparable,
    halves,
    longest_gap,
    mapped,
    places,
    quality_days,
    summarise,
    within,
)

Make = Callable[..., CheckIn]
KNEE, SACRUM, BROW = "front-left-knee", "back-sacrum", "front-forehead"


def only(*check_ins: CheckIn) -> DaySummary:
    """The summary of the one day that these are about."""
    (day,) = summarise(check_ins)
    return day


def place(days: int, median: float = 5, of: int = 28) -> Place:
    return Place(days, of, median, worst=9, total=days * 5)


def test_an_empty_check_in_makes_no_day(check_in: Make) -> None:
    assert summarise([check_in(), check_in(1)]) == ()


def test_a_day_with_only_a_note_is_logged_and_rates_nothing(check_in: Make) -> None:
    day = only(check_in(note="Slept in."))
    assert (day.worst_pain, day.overall, day.fatigue, day.regions, day.spread) == (None, None, None, None, None)
    assert day.worst_fatigue is None
    assert day.body_regions == frozenset()


def test_no_pain_is_a_real_zero_on_a_map_without_regions(check_in: Make) -> None:
    day = only(check_in(overall_pain=0))
    assert (day.worst_pain, day.overall, day.regions, day.spread) == (0, Rating(0, 0), {}, 0)


def test_overall_pain_without_regions_is_no_map(check_in: Make) -> None:
    day = only(check_in(overall_pain=4, fatigue=0))
    assert (day.worst_pain, day.regions, day.spread) == (4, None, None)
    assert day.fatigue == Rating(0, 0)


def test_no_pain_in_the_morning_and_some_at_night_is_no_empty_map(check_in: Make) -> None:
    day = only(check_in(overall_pain=0), check_in(overall_pain=3))
    assert day.spread is None
    assert day.overall == Rating(1.5, 3)


def test_a_day_takes_the_worst_of_each_region_over_its_check_ins(check_in: Make) -> None:
    day = only(
        check_in(0, {KNEE: 7, SACRUM: 2}, overall_pain=3, fatigue=4),
        check_in(0, {KNEE: 5, SACRUM: 6, BROW: 1}, overall_pain=6, fatigue=9),
        check_in(0, note="Better now."),
    )
    assert day.regions == {KNEE: 7, SACRUM: 6, BROW: 1}
    assert (day.check_ins, day.spread, day.worst_pain, day.worst_fatigue) == (3, 3, 7, 9)
    assert (day.overall, day.fatigue) == (Rating(4.5, 6), Rating(6.5, 9))


def test_how_it_feels_is_gathered_over_the_day(check_in: Make) -> None:
    aching, stiff = RegionPain(3, frozenset({Quality.ACHING})), RegionPain(2, frozenset({Quality.STIFF}), True)
    day = only(check_in(0, {KNEE: aching, BROW: 1}), check_in(0, {KNEE: stiff}))
    assert day.qualities == {KNEE: {Quality.ACHING, Quality.STIFF}}
    assert day.swollen == {KNEE}


def test_days_come_in_order_whatever_the_order_of_the_check_ins(check_in: Make) -> None:
    days = summarise([check_in(1, fatigue=1), check_in(5, fatigue=5), check_in(3, fatigue=3), check_in(5, fatigue=2)])
    assert [(day.check_ins, day.worst_fatigue) for day in days] == [(2, 5), (1, 3), (1, 1)]


def test_a_copied_map_an_entry_made_later_and_a_correction_are_told_apart(check_in: Make, now: datetime) -> None:
    plain = only(check_in(3, fatigue=1))
    assert (plain.carried_over, plain.entered_later, plain.corrected) == (False, False, 0)
    assert only(check_in(3, {KNEE: 2}, carried_over=CarriedOver())).carried_over
    assert only(check_in(3, fatigue=1, recorded_at=now)).entered_later
    assert only(check_in(3, fatigue=1, changed_at=now)).corrected == 1
    minutes_later = only(check_in(0, fatigue=1, recorded_at=now, changed_at=now + timedelta(minutes=9)))
    assert minutes_later.corrected == 0


def test_the_five_body_regions_leave_out_head_chest_and_belly(check_in: Make) -> None:
    day = only(check_in(0, {BROW: 3, "front-left-chest": 3, KNEE: 3, "front-left-thigh": 3, SACRUM: 3}))
    assert "left-lower" in day.body_regions
    assert "" not in day.body_regions
    assert len(day.body_regions) <= 2


def test_a_period_takes_its_own_days(check_in: Make, now: datetime) -> None:
    days = summarise([check_in(n, fatigue=1) for n in range(10)])
    assert len(within(days, Period.last(4, now.date()))) == 4


def test_halves_share_the_days_of_a_period(check_in: Make, now: datetime) -> None:
    days = summarise([check_in(n, fatigue=1) for n in (0, 1, 5, 9, 20)])
    earlier, later = halves(iter(days), Period.last(10, now.date()))
    assert ([d.check_ins for d in earlier], len(later)) == ([1, 1], 2)
    assert halves(days, Period.last(1, now.date())) == ((days[-1],), ())


@pytest.mark.parametrize(("shown", "enough"), [(5, True), (4, False)])
def test_halves_are_compared_from_five_maps_each(check_in: Make, now: datetime, shown: int, enough: bool) -> None:
    early = [check_in(14 + n, {KNEE: 4}) for n in range(shown)]
    without_map = [check_in(14 + n, fatigue=4) for n in range(shown, 9)]
    late = [check_in(n, overall_pain=0) for n in range(5)]
    days = summarise([*early, *without_map, *late])
    assert comparable(days, Period.last(28, now.date())) is enough
    assert mapped(days) == shown + 5


def test_a_place_counts_the_days_on_which_it_hurt_of_those_with_a_map(check_in: Make) -> None:
    days = summarise(
        [
            check_in(0, {KNEE: 4}),
            check_in(1, {KNEE: 7, BROW: 2}),
            check_in(2, overall_pain=0),
            check_in(3, overall_pain=6),
            check_in(4, {KNEE: 5}),
        ]
    )
    found = places(days)
    assert list(found) == [BROW, KNEE]
    assert found[KNEE] == Place(days=3, of=4, median=5, worst=7, total=16)
    assert found[BROW] == Place(days=1, of=4, median=2, worst=2, total=2)


def test_a_quarter_of_the_days_with_a_map_is_often() -> None:
    assert place(7, of=28).often
    assert not place(6, of=28).often


def test_places_are_ordered_by_the_sum_of_their_ratings_then_by_the_body(check_in: Make) -> None:
    days = summarise([check_in(0, {BROW: 3, KNEE: 2, SACRUM: 3}), check_in(1, {KNEE: 4})])
    assert by_burden(places(days)) == [KNEE, BROW, SACRUM]
    assert by_burden({}) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, None, None),
        (place(5, 6), place(5, 4.5), -1.5),
        (place(9, 3), place(9, 3), 0),
        (None, place(5), "new"),
        (place(5), None, "gone"),
        (None, place(4), "few"),
        (place(4), None, "few"),
        (place(4), place(9), "few"),
        (place(9), place(1), "few"),
    ],
)
def test_a_change_has_a_number_only_where_each_half_has_enough_days(
    before: Place | None, after: Place | None, said: float | str | None
) -> None:
    assert change(before, after) == said


def test_the_longest_gap_counts_the_days_without_an_entry(check_in: Make, now: datetime) -> None:
    period = Period.last(10, now.date())
    days = summarise([check_in(n, fatigue=1) for n in (1, 2, 6)])
    assert longest_gap(days, period) == 3
    assert longest_gap((), period) == 10
    assert longest_gap(summarise([check_in(n, fatigue=1) for n in range(10)]), period) == 0


def test_a_quality_counts_once_a_day(check_in: Make) -> None:
    def feels(*qualities: Quality) -> RegionPain:
        return RegionPain(3, frozenset(qualities))

    days = summarise(
        [
            check_in(0, {KNEE: feels(Quality.STIFF), BROW: feels(Quality.STIFF, Quality.NUMB)}),
            check_in(1, {KNEE: feels(Quality.STIFF, Quality.ACHING)}),
            check_in(2, {KNEE: 4}),
        ]
    )
    assert list(quality_days(days).items()) == [(Quality.STIFF, 2), (Quality.ACHING, 1), (Quality.NUMB, 1)]
    assert quality_days(()) == {}


@pytest.mark.parametrize(
    "said",
    [
        {"overall_pain": 0},
        {"overall_pain": 5, "fatigue": 3},
        {"note": "slept"},
        {
            "regions": {
                "front-left-knee": RegionPain(7, frozenset({Quality.ACHING}), True),
                "front-right-knee": RegionPain(2),
            }
        },
        {"regions": {"front-left-knee": RegionPain(3)}, "overall_pain": 6, "carried_over": CarriedOver()},
    ],
)
def test_a_day_told_once_and_the_same_day_told_twice_say_the_same(
    check_in: Callable[..., CheckIn], said: dict[str, Any]
):
    (once,) = summarise([check_in(3, **said)])
    (twice,) = summarise([check_in(3, **said), check_in(3, **said)])
    assert replace(once, check_ins=2, moments=once.moments * 2) == twice
