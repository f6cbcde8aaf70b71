"""How it felt is counted by the day and by the region, and never more than was said."""

from collections.abc import Callable

import pytest

from painmap.domain.checkin import CheckIn, Quality, RegionPain
from painmap.domain.felt import Felt, described, felt
from painmap.domain.summary import summarise

Make = Callable[..., CheckIn]
KNEE, HAND, BROW = "front-left-knee", "front-right-hand", "front-forehead"
BURNING, COLD, NUMB = Quality.BURNING, Quality.COLD, Quality.NUMB


def pain(*qualities: Quality) -> RegionPain:
    return RegionPain(5, frozenset(qualities))


def test_without_a_day_nothing_was_felt() -> None:
    assert felt(()) == ()
    assert described(()) == 0


def test_a_map_without_a_quality_is_a_day_that_was_not_described(check_in: Make) -> None:
    days = summarise([check_in(0, {KNEE: 5}), check_in(1, overall_pain=3)])
    assert felt(days) == ()
    assert described(days) == 0


def test_a_quality_in_two_regions_on_one_day_is_one_day(check_in: Make) -> None:
    (found,) = felt(summarise([check_in(0, {KNEE: pain(BURNING), HAND: pain(BURNING)})]))
    assert (found.quality, found.days, found.of) == (BURNING, 1, 1)
    assert dict(found.places) == {HAND: 1, KNEE: 1}


def test_two_check_ins_of_a_day_are_one_day(check_in: Make) -> None:
    (found,) = felt(summarise([check_in(0, {KNEE: pain(COLD)}), check_in(0, {KNEE: pain(COLD)})]))
    assert (found.days, found.places[KNEE]) == (1, 1)


def test_the_days_are_of_those_with_a_map(check_in: Make) -> None:
    days = summarise([check_in(0, {KNEE: pain(COLD)}), check_in(1, overall_pain=0), check_in(2, overall_pain=4)])
    (found,) = felt(days)
    assert (found.days, found.of) == (1, 2)
    assert described(days) == 1


def test_the_most_frequent_quality_and_place_come_first(check_in: Make) -> None:
    days = summarise(
        [
            check_in(0, {BROW: pain(NUMB), KNEE: pain(COLD)}),
            check_in(1, {KNEE: pain(COLD), HAND: pain(COLD)}),
            check_in(2, {HAND: pain(COLD), KNEE: pain(COLD)}),
        ]
    )
    first, second = felt(days)
    assert first == Felt(COLD, 3, 3, {KNEE: 3, HAND: 2})
    assert list(first.places) == [KNEE, HAND]
    assert (second.quality, second.name) == (NUMB, "Numb")


@pytest.mark.parametrize("order", [(HAND, KNEE), (KNEE, HAND)])
def test_equals_stand_in_the_order_of_the_body_and_of_the_qualities(check_in: Make, order: tuple[str, str]) -> None:
    days = summarise([check_in(0, {name: pain(NUMB, BURNING) for name in order})])
    assert [each.quality for each in felt(days)] == [BURNING, NUMB]
    assert list(felt(days)[0].places) == [HAND, KNEE]
