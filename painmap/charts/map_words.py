"""What the body maps show, as sentences and as tables."""

from collections.abc import Iterable, Mapping, Sequence

from painmap.charts.table import RATED, Table
from painmap.charts.words import NO_MAP, NOTHING_LOGGED, dates, logged
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import (
    DaySummary,
    Place,
    Seen,
    by_burden,
    change,
    comparable,
    halves,
    mapped,
    places,
    within,
)
from painmap.domain.words import counted, number, signed

_CHANGE_WORDS = {Seen.NEW: "new", Seen.GONE: "gone", Seen.FEW: "too few days"}
HALVES_NOTE = (
    "Colour: the median on the days it hurt. No fill: under 1 day in 4. Striped: less. R, L: your right, your left."
)
DOT = "·"
"""Stands in the map for too few days."""
_TOLD = 8
"""Regions that a sentence names; the table has all."""


def map_sentence(stretch: str, found: Mapping[str, Place]) -> str:
    """A body map of a stretch of days ('later half') in words, the places with most pain first."""
    if not found:
        return f"Body map, front and back, {stretch}. No place was marked."
    told = (_told(name, found[name]) for name in by_burden(found))
    return f"Body map, front and back, {stretch}. {'; '.join(told)}."


def change_sentence(changes: Mapping[str, float | str]) -> str:
    """The map of change in words, in body order."""
    told = "; ".join(f"{regions()[name].short} {change_words(value)}" for name, value in changes.items())
    return f"Body map of change, later minus earlier half. {told or 'No place was marked'}."


def heat_sentence(days: Sequence[DaySummary], period: Period) -> str:
    """The body heat of a period in words: the regions with most pain first."""
    days = within(days, period)
    if not days:
        return NOTHING_LOGGED
    start = f"Body, {dates(period)}, {logged(days, period)}, {number(mapped(days))} with a map."
    found = places(days)
    if not found:
        return f"{start} {'No pain was marked on the maps' if mapped(days) else 'No map'} in these dates."
    told = (f"{_label(name)} hurt on {_days_median_worst(found[name])}" for name in by_burden(found))
    return f"{start} {_listed(told)}."


def halves_sentence(days: Sequence[DaySummary], period: Period) -> str:
    """The earlier and the later half of a period in words: the regions with most pain in the later one first."""
    parts = period.halves()
    if parts is None or not comparable(days, period):
        return "Not enough days: earlier and later half are not compared."
    stretches = halves(days, period)
    earlier, later = (places(half) for half in stretches)
    before, after = (mapped(half) for half in stretches)
    names = [*by_burden(later), *(name for name in by_burden(earlier) if name not in later)]
    start = (
        f"Body, earlier and later half of {dates(period)}, {logged(within(days, period), period)}, "
        f"{before} and {after} with a map."
    )
    told = (f"{_label(name)} {_both(name, earlier, later, before, after)}" for name in names)
    return f"{start} {_listed(told) or 'No pain was marked on the maps'}."


def region_heat(name: str, found: Mapping[str, Place], maps: int) -> str:
    """What the body heat says of a region, by its id: 'Left lower back: hurt on 31 of 41 days with a map, median 6,
    worst 9'. `maps` are the days with a map.
    """
    place, of = found.get(name), f"{counted(maps, 'day')} with a map"
    if place is None:
        return f"{_label(name)}: not rated on {of}"
    figures = f"median {number(place.median)}, worst {place.worst}"
    return f"{_label(name)}: hurt on {number(place.days)} of {of}, {figures}"


def region_halves(name: str, earlier: Mapping[str, Place], later: Mapping[str, Place], before: int, after: int) -> str:
    """What the halves say of a region, by its id: 'Left lower back: earlier 7 on 15 of 19 days, later 5 on 12 of 22
    days, 2 points less'. `before` and `after` are the days with a map in each half.
    """
    return f"{_label(name)}: {_both(name, earlier, later, before, after)}"


def _both(name: str, earlier: Mapping[str, Place], later: Mapping[str, Place], before: int, after: int) -> str:
    was, now = earlier.get(name), later.get(name)
    difference = change(was, now)
    parts = [f"earlier {_half(was, before)}", f"later {_half(now, after)}"]
    return ", ".join([*parts, *([] if difference is None else [_difference(difference)])])


def _half(place: Place | None, maps: int) -> str:
    if place is None:
        return f"not rated on {counted(maps, 'day')}"
    return f"{number(place.median)} on {number(place.days)} of {counted(maps, 'day')}"


def _difference(value: float | str) -> str:
    """'2 points less', 'the same', 'too few days to compare'."""
    match value:
        case Seen.FEW:
            return "too few days to compare"
        case str():
            return _CHANGE_WORDS[value]
        case 0:
            return "the same"
        case _:
            return f"{counted(abs(value), 'point')} {'more' if value > 0 else 'less'}"


def _days_median_worst(place: Place) -> str:
    return f"{counted(place.days, 'day')}, median {number(place.median)}, worst {place.worst}"


def _label(name: str) -> str:
    return regions()[name].label


def _listed(told: Iterable[str]) -> str:
    """The first ones, and how many more there are."""
    every = list(told)
    rest = len(every) - _TOLD
    return "; ".join([*every[:_TOLD], *([f"and {counted(rest, 'more region')}"] if rest > 0 else [])])


def heat_table(days: Sequence[DaySummary], period: Period) -> Table:
    """Every place that hurt, by the sum of its ratings: days affected, days with a map, median and worst."""
    found = places(within(days, period))
    rows = tuple(_heat_row(name, found[name]) for name in by_burden(found))
    return Table(("Region", "Days it hurt", "Days with a map", "Median", "Worst"), rows, ("", "", "", RATED, RATED))


def halves_table(days: Sequence[DaySummary], period: Period) -> Table:
    """Every place that hurt in either half: median and days of both, and the change."""
    stretches = halves(days, period)
    earlier, later = (places(half) for half in stretches)
    before, after = (mapped(half) for half in stretches)
    changes = changes_between(earlier, later) if comparable(days, period) else {}
    rows = tuple(
        (
            _label(name),
            *_median_and_days(earlier.get(name), before),
            *_median_and_days(later.get(name), after),
            change_words(changes.get(name, Seen.FEW)),
        )
        for name in regions()
        if name in earlier or name in later
    )
    headings = ("Region", "Earlier: median", "Earlier: days", "Later: median", "Later: days", "Change")
    return Table(headings, rows, ("", RATED, "", RATED, "", "points"))


def changes_between(earlier: Mapping[str, Place], later: Mapping[str, Place]) -> dict[str, float | str]:
    """The change of every region seen in either half, in body order."""
    both = {name: change(earlier.get(name), later.get(name)) for name in regions()}
    return {name: value for name, value in both.items() if value is not None}


def change_words(value: float | str) -> str:
    """A change in words: '+2', '0', 'new', 'gone', 'too few days'."""
    return _CHANGE_WORDS[value] if isinstance(value, str) else signed(value)


def change_symbol(value: float | str, amount: str) -> str:
    """A change as it stands in the map; `amount` is its size: '+2', '−1½', '=' under one point, N, G, a dot."""
    match value:
        case Seen.NEW:
            return "N"
        case Seen.GONE:
            return "G"
        case str():
            return DOT
        case _ if abs(value) < 1:
            return "="
        case _:
            return f"{'+' if value > 0 else '−'}{amount}"


def _told(name: str, place: Place) -> str:
    days = f"{number(place.days)} of {number(place.of)} days"
    return f"{regions()[name].short} {number(place.median)} on {days}"


def _heat_row(name: str, place: Place) -> tuple[str, ...]:
    days, of = number(place.days), number(place.of)
    return _label(name), days, of, number(place.median), str(place.worst)


def _median_and_days(place: Place | None, maps: int) -> tuple[str, str]:
    """Of so many days with a map; where there is none, there was nothing to rate."""
    median = number(place.median) if place else "Not rated" if maps else NO_MAP
    return median, f"{number(place.days if place else 0)} of {number(maps)}"
