"""How it feels in words: as a sentence, as a table, how to read it, and what is said of a quality."""

from collections.abc import Sequence
from itertools import islice

from painmap.charts.table import Table
from painmap.charts.words import NOTHING_LOGGED, dates, logged
from painmap.domain.felt import Felt, described, felt
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, mapped, within
from painmap.domain.words import counted, number

Days = Sequence[DaySummary]

NO_QUALITY = "No quality was chosen in these dates. Tap a region on Today, then how it feels."
NAMED = 3
"""Places that are named with a quality."""
_TOLD = 6
NOTE = "Each pair: front, then back; its days are of those with a map. Colour: days in each region, one scale for all."


def of_days(each: Felt) -> str:
    """On how many days a quality was chosen: '12 of 41 days'."""
    return f"{number(each.days)} of {counted(each.of, 'day')}"


def qualities_sentence(days: Days, period: Period) -> str:
    """How it feels for those who cannot see it: the qualities with their days and first places."""
    days = within(days, period)
    start = f"How it feels, {dates(period)}, {logged(days, period)}, {number(mapped(days))} with a map."
    shown = felt(days)
    if not shown:
        return f"{start} {empty_words(days)}"
    return f"{start} {'; '.join(_told(each, NAMED) for each in shown)}."


def quality_told(each: Felt) -> str:
    """What is said of a quality: 'Burning: 12 of 41 days with a map; left back of hand 12, neck 9'."""
    name, _, rest = _told(each, _TOLD).partition(" on ")
    more = len(each.places) - _TOLD
    others = f", and {counted(more, 'more region')}" if more > 0 else ""
    return f"{name}: {rest}{others}"


def qualities_lead(days: Days, period: Period) -> str:
    """The figures beside the heading: 'a quality was chosen on 33 of 41 days with a map'."""
    days = within(days, period)
    if not described(days):
        return ""
    return f"chosen on {number(described(days))} of {counted(mapped(days), 'day')} with a map"


def qualities_table(days: Days, period: Period) -> Table:
    """A row for each quality in all, followed by one for each region for which it was chosen."""
    rows: list[tuple[str, ...]] = []
    for each in felt(within(days, period)):
        of = number(each.of)
        rows.append((each.name, "Any region", number(each.days), of))
        rows += [(each.name, regions()[name].label, number(count), of) for name, count in each.places.items()]
    return Table(("How it feels", "Region", "Days", "Days with a map"), tuple(rows))


def empty_words(days: Days) -> str:
    """Why there is nothing to show for these logged days."""
    return NO_QUALITY if days else NOTHING_LOGGED


def _told(each: Felt, most: int) -> str:
    places = ", ".join(f"{regions()[name].spoken} {number(n)}" for name, n in islice(each.places.items(), most))
    return f"{each.name} on {of_days(each)} with a map, {places}"
