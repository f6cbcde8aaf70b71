"""A check-in: what the patient says at one moment about one day."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

from painmap.domain.about import NOTHING_MORE, About
from painmap.domain.regions import regions

WORST = 10
LONGEST_NOTE = 20_000


class Quality(StrEnum):
    """How pain feels in a region."""

    ACHING = "aching"
    BURNING = "burning"
    STABBING = "stabbing"
    SHOOTING = "shooting"
    THROBBING = "throbbing"
    TINGLING = "tingling"
    NUMB = "numb"
    CRAMPING = "cramping"
    STIFF = "stiff"
    ELECTRIC = "electric"
    COLD = "cold"
    ITCHING = "itching"


@dataclass(frozen=True)
class RegionPain:
    """Pain in one region: intensity 1-10 on the numeric rating scale, how it feels, and whether it is swollen."""

    intensity: int
    qualities: frozenset[Quality] = frozenset()
    swollen: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.intensity <= WORST:
            raise ValueError(f"intensity must be 1 to 10, got {self.intensity}")


@dataclass(frozen=True)
class CarriedOver:
    """A map that was copied: from which day, and the intensities as they were copied (region to 1-10).

    Both are unknown (None, empty) for a check-in that came from a file which only says that it was copied.
    """

    from_day: date | None = None
    regions: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        _known(self.regions)
        object.__setattr__(self, "regions", MappingProxyType(dict(self.regions)))

    def changes(self, now: Mapping[str, RegionPain]) -> int | None:
        """How many regions differ from what was copied: other intensity, gone or new. None where unknown."""
        if self.from_day is None:
            return None
        given = {name: pain.intensity for name, pain in now.items()}
        return sum(self.regions.get(name) != given.get(name) for name in self.regions.keys() | given.keys())


@dataclass(frozen=True)
class CheckIn:
    """What was said about `day`, first written at `recorded_at` and last changed at `changed_at`.

    None is "not answered". Overall pain and fatigue are 0-10; `regions` has those that hurt.
    "No pain" is overall pain 0 with no region, and is not the same as an empty check-in.
    Raises ValueError for what cannot be: a value off its scale, an unknown region, a time without UTC offset,
    a day after the moment of writing, a change before the first writing.
    """

    id: str
    day: date
    recorded_at: datetime
    changed_at: datetime
    overall_pain: int | None = None
    fatigue: int | None = None
    regions: Mapping[str, RegionPain] = field(default_factory=lambda: MappingProxyType({}))
    note: str = ""
    carried_over: CarriedOver | None = None
    about: About = NOTHING_MORE

    def __post_init__(self) -> None:
        for name, moment in (("recorded_at", self.recorded_at), ("changed_at", self.changed_at)):
            if moment.utcoffset() is None:
                raise ValueError(f"{name} needs a UTC offset")
        if self.day > self.recorded_at.date():
            raise ValueError(f"the day {self.day} is after the day it was written, {self.recorded_at.date()}")
        if self.changed_at < self.recorded_at:
            raise ValueError("changed_at is before recorded_at")
        for name, rating in (("overall pain", self.overall_pain), ("fatigue", self.fatigue)):
            if rating is not None and not 0 <= rating <= WORST:
                raise ValueError(f"{name} must be 0 to 10, got {rating}")
        if len(self.note) > LONGEST_NOTE:
            raise ValueError(f"the note is longer than {LONGEST_NOTE:,} characters")
        _known(self.regions)
        place = _place()
        in_body_order = sorted(self.regions.items(), key=lambda item: place[item[0]])
        object.__setattr__(self, "regions", MappingProxyType(dict(in_body_order)))

    def __hash__(self) -> int:
        return hash((self.id, self.changed_at))

    @property
    def empty(self) -> bool:
        """Whether nothing at all has been said."""
        unrated = self.overall_pain is None and self.fatigue is None
        return unrated and not (self.regions or self.note) and self.about.empty

    @cached_property
    def worst_pain(self) -> int | None:
        """The highest of all pain ratings, 0-10; None where none was given."""
        given = [pain.intensity for pain in self.regions.values()]
        if self.overall_pain is not None:
            given.append(self.overall_pain)
        return max(given, default=None)

    @cached_property
    def intensities(self) -> Mapping[str, int]:
        """The intensity of each region that hurts."""
        return MappingProxyType({name: pain.intensity for name, pain in self.regions.items()})

    @cached_property
    def qualities(self) -> Mapping[str, frozenset[Quality]]:
        """How it feels, in the regions where that was said."""
        return MappingProxyType({name: pain.qualities for name, pain in self.regions.items() if pain.qualities})

    @cached_property
    def swollen(self) -> frozenset[str]:
        """The regions that are swollen."""
        return frozenset(name for name, pain in self.regions.items() if pain.swollen)

    @property
    def no_pain(self) -> bool:
        """Whether "no pain" was said: a real zero, with no region."""
        return self.overall_pain == 0 and not self.regions

    @property
    def entered_later(self) -> bool:
        """Whether it was first written on a later day than the one it is about."""
        return self.recorded_at.date() > self.day

    @property
    def corrected(self) -> bool:
        """Whether it was changed on a later day than it was first written on."""
        return self.changed_at.date() > self.recorded_at.date()

    def changed(self, at: datetime, **what: Any) -> "CheckIn":
        """This check-in with some fields replaced, stamped with the moment of the change.

        A clock that went backwards can't make it older than it was: of two versions, the one changed last is kept.
        """
        return replace(self, changed_at=max(at, self.changed_at), **what)

    def without_note(self) -> "CheckIn":
        """The same without its note; what was rated needs no second look."""
        other = copy(self)
        object.__setattr__(other, "note", "")
        return other

    def told(self, at: datetime, **answers: Any) -> "CheckIn":
        """With other answers about the day, named as in About; None takes one back."""
        return self.changed(at, about=replace(self.about, **answers))

    def rated(self, region: str, intensity: int, at: datetime) -> "CheckIn":
        """With that intensity (0-10) in a region; 0 takes the region away. Its qualities stay."""
        others = {name: pain for name, pain in self.regions.items() if name != region}
        if intensity == 0:
            return self.changed(at, regions=others)
        before = self.regions.get(region)
        pain = replace(before, intensity=intensity) if before else RegionPain(intensity)
        return self.changed(at, regions={**others, region: pain})

    def described(
        self,
        region: str,
        at: datetime,
        *,
        qualities: frozenset[Quality] | None = None,
        swollen: bool | None = None,
    ) -> "CheckIn":
        """With other qualities or swelling in a region that is rated. Raises KeyError where it is not."""
        pain = self.regions[region]
        if qualities is not None:
            pain = replace(pain, qualities=qualities)
        if swollen is not None:
            pain = replace(pain, swollen=swollen)
        return self.changed(at, regions={**self.regions, region: pain})

    def without_pain(self, at: datetime) -> "CheckIn":
        """ "No pain today": overall pain 0 and no region. Fatigue and the note stay."""
        return self.changed(at, overall_pain=0, regions={}, carried_over=None)

    def offered(self, last: "CheckIn") -> Mapping[str, RegionPain]:
        """What "same as last time" would add: the regions of `last` that are not rated here."""
        return {name: pain for name, pain in last.regions.items() if name not in self.regions}

    def with_map_of(self, last: "CheckIn", at: datetime) -> "CheckIn":
        """With the map of an earlier check-in, for regions not yet rated, marked as carried over."""
        copied = {name: pain.intensity for name, pain in last.regions.items()}
        merged = {**self.offered(last), **self.regions}
        return self.changed(at, regions=merged, carried_over=CarriedOver(last.day, copied))


@cache
def _place() -> dict[str, int]:
    return {name: place for place, name in enumerate(regions())}


def _known(given: Mapping[str, object]) -> None:
    known = regions()
    for name in given:
        if name not in known:
            raise ValueError(f"there is no region called {name}")
    for value in given.values():
        if isinstance(value, int) and not 1 <= value <= WORST:
            raise ValueError(f"intensity must be 1 to 10, got {value}")
