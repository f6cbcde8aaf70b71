"""What was said on one day besides pain and fatigue, derived from all check-ins of the day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from painmap.domain.about import About, Effort, Sense, Severity


@dataclass(frozen=True, slots=True)
class Rating:
    """The answers of one day to a 0-10 question."""

    mean: float
    worst: int


ONCE = tuple(Rating(rating, rating) for rating in range(11))
"""What a single answer comes to, by the answer."""


def rating_of(given: Sequence[int]) -> "Rating | None":
    """The mean and the worst of the answers; None where there are none."""
    if len(given) == 1:
        return ONCE[given[0]]
    return Rating(sum(given) / len(given), max(given)) if given else None


@dataclass(frozen=True, slots=True)
class MoreSummary:
    """What was said on one day besides pain and fatigue; None is "not answered".

    `stiffness_minutes` is the longest that was given, `sensitivity` the most severe of each sense. `flare`, `rash`
    and `fever` are True where any check-in says so, False where one says no and none says yes. `after_effort` is the
    highest severity 0-4 of what came after an effort.
    """

    sleep: Rating | None = None
    thinking: Rating | None = None
    mood: Rating | None = None
    stiffness_minutes: int | None = None
    sensitivity: Mapping[Sense, Severity] = field(default_factory=lambda: MappingProxyType({}))
    efforts: tuple[Effort, ...] = ()
    flare: bool | None = None
    triggers: frozenset[str] = frozenset()
    rash: bool | None = None
    fever: bool | None = None
    by_someone_else: bool = False

    @property
    def after_effort(self) -> int | None:
        """The highest severity of the day after an effort; None where none was given."""
        return max((each.severity for each in self.efforts if each.severity is not None), default=None)


NOTHING_MORE_SAID = MoreSummary()


def more_of(told: Sequence[About]) -> MoreSummary:
    """What the check-ins of one day say."""
    if not told:
        return NOTHING_MORE_SAID
    if len(told) == 1:
        return more_of_one(told[0])
    return MoreSummary(
        sleep=rating_of([about.sleep for about in told if about.sleep is not None]),
        thinking=rating_of([about.thinking for about in told if about.thinking is not None]),
        mood=rating_of([about.mood for about in told if about.mood is not None]),
        stiffness_minutes=max((a.stiffness_minutes for a in told if a.stiffness_minutes is not None), default=None),
        sensitivity=_most_sensitive(told),
        efforts=tuple(about.effort for about in told if about.effort is not None),
        flare=_any([about.flare for about in told]),
        triggers=frozenset().union(*(about.triggers for about in told)),
        rash=_any([about.rash for about in told]),
        fever=_any([about.fever for about in told]),
        by_someone_else=any(about.by_someone_else for about in told),
    )


@lru_cache(maxsize=4096)
def more_of_one(about: About) -> MoreSummary:
    """The same for a day with a single check-in, as most are: there is nothing to put together, and many days alike."""
    return MoreSummary(
        sleep=None if about.sleep is None else ONCE[about.sleep],
        thinking=None if about.thinking is None else ONCE[about.thinking],
        mood=None if about.mood is None else ONCE[about.mood],
        stiffness_minutes=about.stiffness_minutes,
        sensitivity=about.sensitivity,
        efforts=() if about.effort is None else (about.effort,),
        flare=about.flare,
        triggers=about.triggers,
        rash=about.rash,
        fever=about.fever,
        by_someone_else=about.by_someone_else,
    )


def _most_sensitive(told: Sequence[About]) -> Mapping[Sense, Severity]:
    order = list(Severity)
    most: dict[Sense, Severity] = {}
    for sense, severity in chain.from_iterable(about.sensitivity.items() for about in told):
        most[sense] = max(most.get(sense, severity), severity, key=order.index)
    return MappingProxyType(most)


def _any(answers: Sequence[bool | None]) -> bool | None:
    given = [answer for answer in answers if answer is not None]
    return any(given) if given else None
