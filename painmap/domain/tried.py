"""Treatments as they were in a period: the stretches they went on for, and how their uses went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from painmap.domain.once import once
from painmap.domain.period import Period
from painmap.domain.treatment import Treatment, Use

MOST_DAYS = 0.8
"""Share of the days it went on from which on a treatment counts as used daily."""
_DAY = timedelta(1)


@dataclass(frozen=True)
class Tried:
    """A treatment, and its uses in the period in the order of time: those that were done, and those missed."""

    treatment: Treatment
    period: Period
    done: tuple[Use, ...] = ()
    missed: tuple[Use, ...] = ()

    @property
    def in_use(self) -> bool:
        """Whether it had not been stopped when the period ended; a paused one has not."""
        return self.treatment.stop is None or self.treatment.stop >= self.period.end

    @property
    def paused(self) -> bool:
        """Whether it was paused when the period ended."""
        return any(self.period.end in pause for pause in self.treatment.pauses)

    @property
    def stretches(self) -> tuple[Period, ...]:
        """The days of the period on which it went on, without its pauses, in order."""
        start = max(self.treatment.start, self.period.start)
        end = min(self.treatment.stop or self.period.end, self.period.end)
        found: list[Period] = []
        for pause in self.treatment.pauses:
            if pause.start > start:
                found += _stretch(start, min(pause.start - _DAY, end))
            start = max(start, pause.end + _DAY)
        return (*found, *_stretch(start, end))

    @cached_property
    def days(self) -> frozenset[date]:
        """The days on which it was used; worked out when they are first asked for, uses being many."""
        return frozenset(use.day for use in self.done)

    @property
    def daily(self) -> bool:
        """Whether it was used on most of the days it went on."""
        went_on = sum(len(stretch) for stretch in self.stretches)
        return len(self.days) > MOST_DAYS * went_on > 0

    @property
    def relief(self) -> tuple[int, ...]:
        """The relief of each use that has it rated, 0-100 %."""
        return tuple(use.relief for use in self.done if use.relief is not None)


@once
def tried(treatments: Iterable[Treatment], uses: Iterable[Use], period: Period) -> tuple[Tried, ...]:
    """What went on or was used in a period: first what was still in use at its end, each by the number of uses."""
    by_treatment: dict[str, list[Use]] = {}
    for use in sorted((use for use in uses if use.day in period), key=lambda use: use.at):
        by_treatment.setdefault(use.treatment_id, []).append(use)
    found = [_tried(each, by_treatment.get(each.id, []), period) for each in treatments]
    there = [each for each in found if each.stretches or each.done or each.missed]
    return tuple(sorted(there, key=lambda each: (not each.in_use, -len(each.done), each.treatment.name)))


def _tried(treatment: Treatment, uses: list[Use], period: Period) -> Tried:
    done = tuple(use for use in uses if use.done)
    return Tried(treatment, period, done, tuple(use for use in uses if not use.done))


def _stretch(start: date, end: date) -> list[Period]:
    return [Period(start, end)] if start <= end else []
