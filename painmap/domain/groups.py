"""Days in groups: what was rated on each, with a median where there are days enough."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from painmap.domain.moment import Moment
from painmap.domain.summary import DaySummary

ENOUGH = 5
"""Days from which on a group has a median."""


class Asked(StrEnum):
    """Which of the two 0-10 ratings is looked at."""

    WORST_PAIN = "worst-pain"
    FATIGUE = "fatigue"

    @property
    def words(self) -> str:
        """What it is called: 'worst pain', 'fatigue'."""
        return self.value.replace("-", " ")

    def of(self, day: DaySummary) -> int | None:
        """The highest such rating of a day; None where there is none."""
        return day.worst_pain if self is Asked.WORST_PAIN else day.worst_fatigue

    def at(self, moment: Moment) -> int | None:
        """That rating of one check-in; None where there is none."""
        return moment.worst_pain if self is Asked.WORST_PAIN else moment.fatigue


@dataclass(frozen=True)
class Group:
    """Days that have something in common, one rating (0-10) each.

    `sort` says what they have in common where the name does not; `short` is the name where room is scarce.
    """

    name: str
    ratings: tuple[int, ...]
    sort: str = ""
    short: str = ""

    def __len__(self) -> int:
        return len(self.ratings)

    @property
    def median(self) -> float | None:
        """The median rating; None in a group of fewer than 5 days."""
        return median(self.ratings) if len(self.ratings) >= ENOUGH else None

    @property
    def range(self) -> tuple[int, int] | None:
        """The lowest and the highest rating; None without any."""
        return (min(self.ratings), max(self.ratings)) if self.ratings else None

    @property
    def counts(self) -> Mapping[int, int]:
        """How many days had each rating that was given, from the lowest."""
        return dict(sorted(Counter(self.ratings).items()))
