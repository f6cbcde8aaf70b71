"""Worst pain and fatigue of the same day, side by side."""

from collections import Counter
from collections.abc import Iterable

from painmap.domain.groups import Group
from painmap.domain.summary import DaySummary

NEEDED_DAYS = 7
"""Days with both ratings that a period needs before they are set side by side."""
BANDS = (range(4), range(4, 7), range(7, 11))
"""Bands of worst pain: the stages of pain severity in ICD-11 (1-3, 4-6, 7-10), with no pain in the lowest."""


def pairs(days: Iterable[DaySummary]) -> Counter[tuple[int, int]]:
    """How many days had each worst pain with each fatigue, both 0-10; days that lack either are left out."""
    return Counter(
        (day.worst_pain, day.worst_fatigue)
        for day in days
        if day.worst_pain is not None and day.worst_fatigue is not None
    )


def fatigue_by_pain(found: Counter[tuple[int, int]]) -> tuple[Group, ...]:
    """The fatigue of the days in each band of worst pain."""
    return tuple(
        Group(
            f"{band[0]} to {band[-1]}",
            tuple(fatigue for (pain, fatigue), days in found.items() if pain in band for _ in range(days)),
        )
        for band in BANDS
    )
