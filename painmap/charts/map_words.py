"""What the body maps show, as sentences and as tables."""

from collections.abc import Mapping, Sequence

from painmap.charts.table import Table
from painmap.charts.words import NOTHING_LOGGED, dates, logged
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, Place, Seen, by_burden, change, comparable, halves, places, within
from painmap.domain.words import number, signed

_CHANGE_WORDS = {Seen.NEW: "new", Seen.GONE: "gone", Seen.FEW: "too few days"}


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
    """The body heat of a period in words."""
    days = within(days, period)
    if not days:
        return NOTHING_LOGGED
    return f"{map_sentence(dates(period), places(days))} {logged(days, period)}."


def halves_sentence(days: Sequence[DaySummary], period: Period) -> str:
    """The change between the halves of a period in words."""
    if not comparable(days, period):
        return "Not enough days: earlier and later half are not compared."
    earlier, later = (places(half) for half in halves(days, period))
    return change_sentence(changes_between(earlier, later))


def heat_table(days: Sequence[DaySummary], period: Period) -> Table:
    """Every place that hurt, by the sum of its ratings: days affected, days with a map, median and worst."""
    found = places(within(days, period))
    rows = tuple(_heat_row(name, found[name]) for name in by_burden(found))
    return Table(("Region", "Days it hurt", "Days with a map", "Median", "Worst"), rows)


def halves_table(days: Sequence[DaySummary], period: Period) -> Table:
    """Every place that hurt in either half: median and days of both, and the change."""
    earlier, later = (places(half) for half in halves(days, period))
    changes = changes_between(earlier, later) if comparable(days, period) else {}
    rows = tuple(
        (
            regions()[name].short,
            *_median_and_days(earlier.get(name)),
            *_median_and_days(later.get(name)),
            change_words(changes.get(name, Seen.FEW)),
        )
        for name in regions()
        if name in earlier or name in later
    )
    return Table(("Region", "Earlier: median", "days", "Later: median", "days", "Change"), rows)


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
            return "·"
        case _ if abs(value) < 1:
            return "="
        case _:
            return f"{'+' if value > 0 else '−'}{amount}"


def _told(name: str, place: Place) -> str:
    days = f"{number(place.days)} of {number(place.of)} days"
    return f"{regions()[name].short} {number(place.median)} on {days}"


def _heat_row(name: str, place: Place) -> tuple[str, ...]:
    days, of = number(place.days), number(place.of)
    return regions()[name].short, days, of, number(place.median), str(place.worst)


def _median_and_days(place: Place | None) -> tuple[str, str]:
    return (number(place.median), f"{number(place.days)} of {number(place.of)}") if place else ("–", "0")
