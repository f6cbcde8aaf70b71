"""The weekly review: the symptom items, the three PEG items, when they count and when they are asked."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta

from painmap.domain.kept import Kept, on_scale

WEEK = timedelta(7)
BACK = timedelta(6)
"""How long before its end a review counts: it asks about the last seven days."""
LONGEST = timedelta(14)
"""How long after its end it counts where no other follows."""


class _Items:
    @property
    def missing(self) -> tuple[str, ...]:
        """The items without an answer, by name."""
        return tuple(item.name for item in fields(self) if getattr(self, item.name) is None)  # type: ignore[arg-type]  # both heirs are dataclasses


@dataclass(frozen=True)
class SSS(_Items):
    """Symptom severity: three items 0-3 about the last week, three yes or no about the last six months.

    Wolfe, J Rheumatol 2011;38:1113-1122, self-report form. None is "not answered".
    """

    fatigue: int | None = None
    waking_unrefreshed: int | None = None
    cognitive: int | None = None
    headache: bool | None = None
    abdominal_pain: bool | None = None
    depression: bool | None = None

    def __post_init__(self) -> None:
        on_scale(self.fatigue, 0, 3, "fatigue")
        on_scale(self.waking_unrefreshed, 0, 3, "waking unrefreshed")
        on_scale(self.cognitive, 0, 3, "trouble thinking")

    @property
    def total(self) -> int | None:
        """The sum, 0-12; None where any item lacks its answer."""
        given = [getattr(self, item.name) for item in fields(self)]
        return None if None in given else sum(given)


@dataclass(frozen=True)
class PEG(_Items):
    """Average pain, interference with enjoyment and with general activity in the last week, 0-10.

    Krebs, J Gen Intern Med 2009;24:733-738. None is "not answered".
    """

    pain: int | None = None
    enjoyment: int | None = None
    activity: int | None = None

    def __post_init__(self) -> None:
        for item in fields(self):
            on_scale(getattr(self, item.name), 0, 10, item.name)

    @property
    def mean(self) -> float | None:
        """The mean of the three, 0-10; None where any lacks its answer."""
        if self.pain is None or self.enjoyment is None or self.activity is None:
            return None
        return (self.pain + self.enjoyment + self.activity) / 3


@dataclass(frozen=True, kw_only=True)
class WeeklyReview(Kept):
    """What was answered about the seven days that end with `week_ending`."""

    week_ending: date
    sss: SSS = SSS()
    peg: PEG = PEG()

    @property
    def day(self) -> date:
        """The day that it stands under: the last of its week."""
        return self.week_ending

    @property
    def empty(self) -> bool:
        """Whether no item has an answer."""
        return self.sss == SSS() and self.peg == PEG()


def in_force(reviews: Iterable[WeeklyReview], day: date) -> WeeklyReview | None:
    """The review that counts for a day: from six days before its end until the next begins to, at most 14 days on."""
    counting = [each for each in reviews if each.week_ending - BACK <= day <= each.week_ending + LONGEST]
    return max(counting, key=lambda each: each.week_ending, default=None)


def review_due(first_day: date | None, last: date | None, skipped: date | None, today: date) -> bool:
    """Whether the review is offered today: a week after the last one, after the day it was skipped on, or after
    the first day of the diary, whichever was latest; never in an empty diary.
    """
    since = max((day for day in (first_day, last, skipped) if day is not None), default=None)
    return first_day is not None and since is not None and today >= since + WEEK
