"""Rhythm: ratings by weekday and by time of day, a group for each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from painmap.charts.groups import draw_groups, groups_height
from painmap.charts.look import Look
from painmap.charts.pointing import Boxes
from painmap.charts.rhythm_words import missing
from painmap.charts.sheet import Sheet
from painmap.domain.groups import Asked, Group
from painmap.domain.period import Period
from painmap.domain.rhythm import by_time, by_weekday
from painmap.domain.summary import DaySummary, within

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def rhythm_height(look: Look) -> float:
    """The height in points at which both charts have the size of the design."""
    return groups_height(look, sorts=True)


def draw_by_weekday(
    figure: "Figure", days: Sequence[DaySummary], period: Period, look: Look, asked: Asked, first_weekday: int = 0
) -> Boxes | None:
    """Draws a group for each weekday, beginning with `first_weekday` (0 is Monday); the chart fills the figure."""
    days = within(days, period)
    return _draw(figure, days, by_weekday(days, asked, first_weekday), look, asked)


def draw_by_time(
    figure: "Figure", days: Sequence[DaySummary], period: Period, look: Look, asked: Asked
) -> Boxes | None:
    """Draws a group for each time of day; the chart fills the figure."""
    days = within(days, period)
    return _draw(figure, days, by_time(days, asked), look, asked)


def _draw(
    figure: "Figure", days: Sequence[DaySummary], groups: Sequence[Group], look: Look, asked: Asked
) -> Boxes | None:
    sheet = Sheet(figure, look)
    if lacking := missing(days, groups, asked):
        sheet.words(lacking)
        return None
    return Boxes(draw_groups(sheet, groups, asked))
