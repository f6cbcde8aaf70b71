"""What a card of Trends shows: a chart, and the same in words."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from painmap.charts.table import Table
from painmap.charts.words import dates
from painmap.domain.period import Period

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.look import Look
    from painmap.charts.pointing import Pointing

Draw = Callable[["Figure", "Look"], "Pointing | None"]
"""Draws a chart into a figure, and says what in it can be pointed at."""

ARROWS, ENTER = "Arrow keys read it part by part.", "Enter opens the day."


@dataclass(frozen=True)
class Shown:
    """One chart of a period. `height` is the least height in points on a width in points; `lead` has the figures
    beside the heading.

    `basis` is everything that the picture depends on besides its look and size: two charts with the same `key` and an
    equal basis have the same picture. `logged` says how complete the period is. `note` says how to read the chart on
    the screen, `caption` and `paper_note` are its title and note in a file. `tell` says what is pointed at, after its
    name and a colon; it is None where nothing in the chart can be pointed at. `day_of` is the day that a click on it
    opens; `opens` is False where nothing in the chart has one. `dated` says whether the chart has a date axis, on which
    one can come closer and go along.
    """

    key: str
    title: str
    period: Period
    logged: str
    basis: tuple[object, ...]
    draw: Draw
    height: Callable[["Look", float], float]
    say: Callable[[], str]
    table: Callable[[], Table]
    lead: str
    note: str = ""
    caption: str = ""
    paper_note: str = ""
    tell: Callable[[Hashable], str] | None = None
    day_of: Callable[[Hashable], date | None] = lambda key: key if isinstance(key, date) else None
    dated: bool = False
    opens: bool = True

    @property
    def can_point(self) -> bool:
        """Whether something in the chart can be pointed at."""
        return self.tell is not None

    @cached_property
    def sentence(self) -> str:
        """The chart for those who cannot see it; worked out when it is first asked for."""
        return self.say()

    @property
    def ways(self) -> str:
        """Which keys the chart answers, for those who cannot point."""
        if not self.can_point:
            return ""
        return f"{ARROWS} {ENTER}" if self.opens else ARROWS

    @property
    def dates(self) -> str:
        """The period in words."""
        return dates(self.period)

    def told(self, key: Hashable | None) -> str:
        """What is said of the thing that is pointed at; nothing where there is none."""
        return self.tell(key) if self.tell is not None and key is not None else ""
