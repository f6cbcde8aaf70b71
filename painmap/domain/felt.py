"""How pain felt and where: each quality with its days, in all and by region."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from painmap.domain.checkin import Quality
from painmap.domain.once import once
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, mapped, quality_days


@dataclass(frozen=True)
class Felt:
    """One quality over a stretch of days: on how many it was chosen for any region, of how many days with a map.

    `places` has the days of each region for which it was chosen, the most first, equals in body order.
    """

    quality: Quality
    days: int
    of: int
    places: Mapping[str, int]

    @property
    def name(self) -> str:
        """The quality as a heading: 'Burning'."""
        return self.quality.value.capitalize()


@once
def felt(days: Iterable[DaySummary]) -> tuple[Felt, ...]:
    """Every quality that was chosen on any of these days, the most frequent first."""
    days = tuple(days)
    chosen_in = Counter(chain.from_iterable(day.qualities.items() for day in days))
    counts: Counter[tuple[Quality, str]] = Counter()
    for (region, chosen), times in chosen_in.items():
        counts.update({(quality, region): times for quality in chosen})
    by_quality: dict[Quality, dict[str, int]] = {}
    for region in regions():
        for quality in Quality:
            if times := counts[quality, region]:
                by_quality.setdefault(quality, {})[region] = times
    of = mapped(days)
    return tuple(Felt(quality, n, of, _most_first(by_quality[quality])) for quality, n in quality_days(days).items())


@once
def described(days: Iterable[DaySummary]) -> int:
    """On how many of these days any quality was chosen."""
    return sum(any(day.qualities.values()) for day in days)


def _most_first(places: Mapping[str, int]) -> dict[str, int]:
    """Python's sort keeps equals in the order they came in."""
    return dict(sorted(places.items(), key=lambda item: -item[1]))
