"""What the days of a period come to, worked out once for the words and the pictures of the report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from painmap.charts.map_words import changes_between
from painmap.domain.period import Period
from painmap.domain.summary import ENOUGH_DAYS, DaySummary, Place, Tally, halves, tally, within


@dataclass(frozen=True)
class Stretch:
    """Logged days, how many of them have a map, and every place that hurt on them."""

    days: tuple[DaySummary, ...]
    mapped: int
    places: Mapping[str, Place]


@dataclass(frozen=True)
class Findings:
    """A period as a whole and in halves. `changes` is empty unless both halves have enough days with a map."""

    period: Period
    whole: Stretch
    earlier: Stretch
    later: Stretch
    changes: Mapping[str, float | str]

    @property
    def compared(self) -> bool:
        """Whether the halves are set side by side."""
        return min(self.earlier.mapped, self.later.mapped) >= ENOUGH_DAYS


def findings(days: Iterable[DaySummary], period: Period) -> Findings:
    """What the logged days of a period come to; other days are left out."""
    days = within(days, period)
    before, after = halves(days, period)
    first, second = tally(before), tally(after)
    earlier, later = _stretch(before, first), _stretch(after, second)
    enough = min(first.of, second.of) >= ENOUGH_DAYS
    changes = changes_between(earlier.places, later.places) if enough else {}
    return Findings(period, _stretch(days, first + second), earlier, later, changes)


def _stretch(days: tuple[DaySummary, ...], given: Tally) -> Stretch:
    return Stretch(days, given.of, given.places())
