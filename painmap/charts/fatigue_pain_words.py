"""Pain and fatigue on the same day in words: a sentence, a table, and what is said of the days pointed at."""

from collections import Counter
from collections.abc import Hashable, Sequence

from painmap.charts.table import RATED, Table
from painmap.charts.words import NOT_ANSWERED, NOTHING_LOGGED, dates, logged
from painmap.domain.groups import Group
from painmap.domain.period import Period
from painmap.domain.same_day import NEEDED_DAYS, fatigue_by_pain, pairs
from painmap.domain.summary import DaySummary, within
from painmap.domain.words import counted, number

TITLE = "Pain and fatigue on the same day"
NOTE = "The larger a circle, the more days; the figure in it counts them. Both are the highest ratings of a day."
HEADINGS = ("Worst pain", "Fatigue", "Days")


def missing(days: Sequence[DaySummary], both: int) -> str:
    """Why nothing is drawn from these logged days, on so many of which both were rated; empty where it is."""
    if not days:
        return NOTHING_LOGGED
    if both < NEEDED_DAYS:
        return f"Not enough days: this needs {NEEDED_DAYS} days with pain and fatigue, this period has {both}."
    return ""


def fatigue_pain_sentence(days: Sequence[DaySummary], period: Period) -> str:
    """The chart for those who cannot see it: the median fatigue in each band of worst pain."""
    days = within(days, period)
    found = pairs(days)
    start = f"{TITLE}, {dates(period)}, {logged(days, period)}, {number(found.total())} with both."
    if lacking := missing(days, found.total()):
        return f"{start} {lacking}"
    bands = fatigue_by_pain(found)
    return f"{start} {'; '.join(f'worst pain {band.name}: {_fatigue(band)}' for band in bands).capitalize()}."


def cell_told(key: Hashable, found: Counter[tuple[int, int]]) -> str:
    """What is pointed at: 'Worst pain 6, fatigue 7: 4 days'; a band is named by its number from 0."""
    if isinstance(key, tuple):
        pain, fatigue = key
        return f"Worst pain {pain}, fatigue {fatigue}: {counted(found[pain, fatigue], 'day')}"
    assert isinstance(key, int)
    band = fatigue_by_pain(found)[key]
    return f"Worst pain {band.name}: {_fatigue(band)}"


def _fatigue(band: Group) -> str:
    days = counted(len(band), "day") if len(band) else "no day"
    if band.median is None:
        return f"{days}, too few for a median"
    return f"median fatigue {number(band.median)} on {days}"


def fatigue_pain_table(days: Sequence[DaySummary], period: Period) -> Table:
    """The bands of worst pain, then each worst pain with each fatigue that occurred; answers that lack are said."""
    days = within(days, period)
    found = pairs(days)
    both = () if missing(days, found.total()) else fatigue_by_pain(found)
    bands = tuple((band.name, _median(band), number(len(band))) for band in both)
    each = Counter((day.worst_pain, day.worst_fatigue) for day in days)
    rows = sorted(each.items(), key=lambda item: tuple(-1 if rating is None else rating for rating in item[0]))
    cells = ((_answer(pain), _answer(fatigue), number(n)) for (pain, fatigue), n in rows)
    return Table(HEADINGS, (*bands, *cells), (RATED, RATED, ""))


def _median(band: Group) -> str:
    return "Too few days" if band.median is None else f"Median {number(band.median)}"


def _answer(rating: int | None) -> str:
    return NOT_ANSWERED if rating is None else str(rating)
