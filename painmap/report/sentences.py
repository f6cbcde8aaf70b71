"""What the days say, in plain sentences. *Stars* stand round the figures that are set bold."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import ENOUGH_DAYS, DaySummary, by_burden, longest_gap
from painmap.domain.words import counted, day_text, number
from painmap.report.findings import Findings, Stretch

_NBSP = "\N{NO-BREAK SPACE}"
TYPICAL_DAYS = 7
"""Logged days from which on the page speaks of a typical day."""


@dataclass(frozen=True)
class Measure:
    """Something that each day has one number for, or None where it was not answered."""

    name: str
    of: Callable[[DaySummary], int | None]
    unit: str = "point"
    more: str = "higher"
    less: str = "lower"

    def given(self, days: Iterable[DaySummary]) -> list[int]:
        """The numbers of the days that have one."""
        return [value for day in days if (value := self.of(day)) is not None]


WORST_PAIN = Measure("worst pain", lambda day: day.worst_pain)
FATIGUE = Measure("fatigue", lambda day: day.worst_fatigue)
SPREAD = Measure("places", lambda day: day.spread, "place", "more", "fewer")


_OTHER = "other"
Halves = tuple[Measure, list[int], list[int]]
"""A measure with its numbers in the earlier and in the later half."""


def in_short(found: Findings) -> tuple[str, ...]:
    """The summary of a period: at most three sentences."""
    days, period = found.whole.days, found.period
    if not days:
        stretch = "on this day" if len(period) == 1 else f"in these {counted(len(period), 'day')}"
        return (f"No entry {stretch}. That says nothing about pain.",)
    if len(days) < TYPICAL_DAYS:
        return _few_days(days, period)
    given = [(m, m.given(found.earlier.days), m.given(found.later.days)) for m in (WORST_PAIN, FATIGUE, SPREAD)]
    return _typical_day(given), _most_pain(found.whole), _halves_compared(given)


def kept(found: Findings) -> str:
    """How the diary was kept: days with a map, with a copied one, entered later, and the longest gap."""
    days, mapped = found.whole.days, found.whole.mapped
    if not days:
        return "Lines, maps and counts stay empty until there are entries."
    copied = sum(day.carried_over and day.regions is not None for day in days)
    maps = f"{number(mapped)} with a map" + (f" ({number(copied)} copied)" if mapped else "")
    parts = (
        f"Of the {counted(len(days), 'day')}: {maps}",
        f"{number(sum(day.entered_later for day in days))} entered later",
        f"longest gap {counted(longest_gap(days, found.kept_since), 'day')}",
        *(_begins(found.begins, found.period) if found.begins else ()),
    )
    return " · ".join(parts)


def _begins(begins: date, period: Period) -> tuple[str]:
    day = day_text(begins, year=period.start.year != period.end.year)
    return (f"diary begins {day.replace(' ', _NBSP)}",)


def plain(sentences: Iterable[str]) -> str:
    """Sentences without the stars, one after the other."""
    return " ".join(sentences).replace("*", "")


def _few_days(days: Sequence[DaySummary], period: Period) -> tuple[str, ...]:
    logged = f"*{len(days)} of {counted(len(period), 'day')} logged*: too few for a typical day or a comparison."
    parts = [
        f"{measure.name} {_range(given)} of 10" for measure in (WORST_PAIN, FATIGUE) if (given := measure.given(days))
    ]
    if spread := SPREAD.given(days):
        parts.append(f"pain in {_range(spread)} of {len(regions())} places")
    return (logged, _sentence(parts)) if parts else (logged, "No pain and no fatigue was rated.")


def _typical_day(given: Iterable[Halves]) -> str:
    parts = []
    for measure, before, after in given:
        if not before + after:
            continue
        typical = median(before + after)
        spread = f"*{counted(typical, 'place')}* hurt"
        parts.append(spread if measure is SPREAD else f"{measure.name} *{number(typical)}/10*")
    if not parts:
        return "No pain and no fatigue was rated on the logged days."
    return f"Typical logged day: {', '.join(parts)}."


def _most_pain(whole: Stretch) -> str:
    if not whole.mapped:
        return "No day has a map of the places that hurt."
    if not whole.places:
        return f"No place hurt on the {counted(whole.mapped, 'day')} with a map."
    name = by_burden(whole.places)[0]
    place = whole.places[name]
    alike = sum(each.total == place.total for each in whole.places.values()) - 1
    return (
        f"Most pain: *{regions()[name].spoken}*, on {number(place.days)} of {counted(place.of, 'day')}, "
        f"median {number(place.median)}{f'; as much in {counted(alike, _OTHER)}' if alike else ''}."
    )


def _halves_compared(given: Iterable[Halves]) -> str:
    parts = [
        _difference(measure, median(before), median(after))
        for measure, before, after in given
        if min(len(before), len(after)) >= ENOUGH_DAYS
    ]
    if not parts:
        return "The halves of the period have too few logged days to compare."
    return f"Later half against earlier: {', '.join(parts)}."


def _difference(measure: Measure, before: float, after: float) -> str:
    moved = f"({number(before)}{_NBSP}to{_NBSP}{number(after)})"
    if measure is SPREAD:
        return f"*{_places_more(after - before)}* {moved}"
    if after == before:
        return f"{measure.name} *the same* {moved}"
    amount = counted(abs(after - before), measure.unit)
    return f"{measure.name} *{amount} {measure.more if after > before else measure.less}* {moved}"


def _places_more(difference: float) -> str:
    if difference == 0:
        return "the same number of places"
    word = SPREAD.more if difference > 0 else SPREAD.less
    return f"{number(abs(difference))} {word} place{'' if abs(difference) == 1 else 's'}"


def _range(given: Sequence[int]) -> str:
    low, high = min(given), max(given)
    return str(low) if low == high else f"{low} to {high}"


def _sentence(parts: Sequence[str]) -> str:
    text = ", ".join(parts)
    return f"{text[0].upper()}{text[1:]}."
