"""Room in region by day: where its rows begin and end, and how many days a column needs for figures one can read."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import TYPE_CHECKING

from painmap.charts.glyphs import ink_width
from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.region_cells import STEPS, RegionDays, column_days, region_days, shown_regions
from painmap.charts.sheet import MM, width_of
from painmap.domain.regions import Region, regions
from painmap.domain.words import halves_number

if TYPE_CHECKING:
    from painmap.domain.period import Period
    from painmap.domain.summary import DaySummary

ROW, WIDEST = 12.0, 3.0
"""Height of a row in points on paper, and of the widest cell in rows."""
_DAILY, _LOWER = 0.66, 0.46
"""Size of a figure as a share of its row: of a day, and of several days, where it has to fit above a low cell too."""
_SMALLEST, _SMALLEST_PRINTED = 0.825, 0.55
"""The smallest figure in sizes of small type: 11 px at 100 % on a screen; a page is held closer."""


def label_of(region: Region, look: Look) -> str:
    """What a row is called."""
    return region.short if look.on_paper else region.label


def row_ends(shown: Sequence[Region], look: Look, width: float, *, full: bool) -> tuple[float, float]:
    """Where the rows begin and end, in points, with names at the left; `full` has counts at the right."""
    widest = max(width_of(label_of(region, look), look.small) for region in shown)
    left = 34 * MM * look.scale if look.on_paper else min(widest + 0.7 * look.small, 0.45 * width)
    counts = 15 * MM * look.scale if look.on_paper else 4.4 * look.small if full else 3 * look.scale
    return left, width - counts


def figure_size(look: Look, row: float, *, daily: bool) -> float:
    """Size of a figure in a row of that height, both in points."""
    return min(look.small, (_DAILY if daily else _LOWER) * row)


def fitted(words: str, size: float, room: float) -> float:
    """The size, or less where the words would be wider than the room."""
    return size * min(1.0, (0.86 if len(words) == 1 else 0.96) * room / ink_width(words, size, SEMIBOLD))


def can_be_read(size: float, look: Look) -> bool:
    """Whether a figure of that size in points is large enough."""
    return size >= (_SMALLEST_PRINTED if look.on_paper else _SMALLEST) * look.small


def all_can_be_read(words: Iterable[str], size: float, room: float, look: Look) -> bool:
    """Whether each of the figures can be read in a cell as wide as `room`: all have room, or none is written."""
    return all(can_be_read(fitted(each, size, room), look) for each in words)


def readable_step(days: "Sequence[DaySummary]", period: "Period", look: Look, width: float) -> int:
    """Days in a column of the rows of all regions on a width in points: the fewest for which all figures have room.

    Where even the longest columns are too narrow, as many as the period asks for. `days` are those of the period.
    """
    least = column_days(period)
    names = shown_regions(days, period) if least < STEPS[-1] else []
    if not names:
        return least
    left, right = row_ends([regions()[name] for name in names], look, width, full=True)
    row = ROW * look.scale
    for step in (step for step in STEPS if step >= least):
        room = min((right - left) * step / len(period), WIDEST * row)
        size = figure_size(look, row, daily=step == 1)
        if all_can_be_read(_figures(region_days(days, period, names, step)), size, room, look):
            return step
    return least


def _figures(data: RegionDays) -> set[str]:
    return {halves_number(median(levels)) for levels in data.given.values()}
