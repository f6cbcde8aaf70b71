"""What stands with a timeline on a screen: flares over its lanes; treatments, events, appointments below the dates."""

from dataclasses import dataclass

from painmap.charts.bars import Bars, bars_of, draw_bars
from painmap.charts.look import Look
from painmap.charts.marks import Marks
from painmap.charts.moments import Moments, draw_moments, moments_of
from painmap.charts.sheet import Box, Sheet
from painmap.domain.period import Period


@dataclass(frozen=True)
class ScreenMarks:
    """Marks on a screen: `above` the lanes, and `below` the dates, as heights in points."""

    period: Period
    bars: Bars
    moments: Moments
    above: float
    below: float
    dates: float
    """The height of the dates below their axis."""
    between: float = 0.0

    def draw(self, sheet: Sheet, lanes: Box, foot: float, axis: float) -> None:
        """Draws them over the lanes, and below the dates of the axis."""
        top = axis + self.dates
        draw_bars(sheet, self.bars, lanes[0], top)
        draw_moments(sheet, self.moments, self.period, lanes, top + self.bars.height(sheet.look))


def screen_marks(marks: Marks, period: Period, look: Look, width: float) -> ScreenMarks:
    """Marks with their places, under lanes of that many points."""
    bars, moments = bars_of(marks.tried, period, look, width), moments_of(marks, period, look, width)
    below = bars.height(look) + moments.height(look)
    return ScreenMarks(period, bars, moments, 1.1 * look.small if marks.flares else 0.0, below, _DATES * look.small)


_DATES = 1.75
