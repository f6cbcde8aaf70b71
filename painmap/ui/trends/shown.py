"""What a card of Trends shows: a chart, and the same in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from painmap.charts.table import Table
from painmap.charts.words import dates, day_sentence
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.look import Look
    from painmap.charts.timeline import Timeline

Draw = Callable[["Figure", "Look"], "Timeline | None"]
"""Draws a chart into a figure, and says where its days stand if they can be pointed at."""


@dataclass(frozen=True)
class Shown:
    """One chart of a period. `height` is the least height in points; `lead` the figures beside the heading.

    `logged` says how complete the period is. `note` says how to read the chart on the screen, `caption` and
    `paper_note` are its title and note in a file. `by_day` has the logged days of a chart whose days can be pointed at.
    """

    key: str
    title: str
    period: Period
    logged: str
    draw: Draw
    height: Callable[["Look"], float]
    say: Callable[[], str]
    table: Callable[[], Table]
    lead: str
    note: str = ""
    caption: str = ""
    paper_note: str = ""
    by_day: Mapping[date, DaySummary] = field(default_factory=dict)

    @property
    def days(self) -> tuple[date, ...]:
        """The logged days that can be pointed at, in order."""
        return tuple(self.by_day)

    @cached_property
    def sentence(self) -> str:
        """The chart for those who cannot see it; worked out when it is first asked for."""
        return self.say()

    @property
    def dates(self) -> str:
        """The period in words."""
        return dates(self.period)

    def day_sentence(self, day: date) -> str:
        """The figures of a day."""
        return day_sentence(day, self.by_day.get(day), year=self.period.start.year != self.period.end.year)
