"""Which parts of the 1990 distribution hurt in the window of a day."""

import pytest

from painmap.domain.summary import summarise
from painmap.domain.widespread import DISTRIBUTION, counts, distribution


@pytest.mark.parametrize(
    ("hurting", "parts"),
    [
        ({"back-left-lower-back": 3, "back-right-lower-back": 3}, ("below", "axis")),
        ({"front-left-upper-arm": 3, "front-right-thigh": 3}, ("left", "right", "above", "below")),
        ({"front-left-upper-arm": 3, "front-right-thigh": 3, "back-left-lower-back": 1}, DISTRIBUTION),
        ({}, ()),
    ],
)
def test_each_part_is_named_and_two_sides_of_the_back_are_no_sides(check_in, now, hurting, parts):
    days = summarise([check_in(0, hurting, overall_pain=None if hurting else 0)])
    assert distribution(now.date(), days) == parts
    assert counts(now.date(), days, ()).acr1990_widespread == (parts == DISTRIBUTION)


def test_without_a_map_there_is_no_distribution(check_in, now):
    assert distribution(now.date(), summarise([check_in(0, overall_pain=4)])) is None
    assert distribution(now.date(), ()) is None
