"""Worst pain and fatigue of the same day."""

from collections import Counter

from painmap.domain.same_day import fatigue_by_pain, pairs
from painmap.domain.summary import summarise


def test_only_days_with_both_ratings_are_paired(check_in) -> None:
    days = summarise(
        [
            check_in(0, overall_pain=6, fatigue=7),
            check_in(1, {"front-left-knee": 6}, fatigue=7),
            check_in(2, overall_pain=0, fatigue=0),
            check_in(3, overall_pain=6),
            check_in(4, fatigue=6),
        ]
    )

    assert pairs(days) == {(6, 7): 2, (0, 0): 1}


def test_the_bands_take_the_fatigue_of_their_days() -> None:
    bands = fatigue_by_pain(Counter({(0, 1): 1, (3, 2): 5, (4, 4): 2, (6, 5): 1, (7, 8): 1, (10, 10): 1}))

    assert [(band.name, sorted(band.ratings), band.median) for band in bands] == [
        ("0 to 3", [1, 2, 2, 2, 2, 2], 2),
        ("4 to 6", [4, 4, 5], None),
        ("7 to 10", [8, 10], None),
    ]
