"""Where the days of a calendar of months stand, and the way from one to the next."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from painmap.charts.calendar_days import has_years, months_of, week_of, weeks_of
from painmap.charts.look import Look
from painmap.charts.pointing import Share, Way
from painmap.charts.sheet import Spot, larger
from painmap.domain.period import Period

_LEAST, _MOST, _WIDE_SHARE = 9.2, 18.0, 0.02
"""Size of a cell in points on paper: the least in which a figure can be read, and the most; on a large screen up to
that share of its width.
"""
_SCREENFUL, _SCREEN_SHARE = 280.0, 0.36
"""Height in points on paper up to which the cells grow; on a large screen up to that share of its width."""
_NEARLY = 0.7
"""Cells may be this much smaller than they could be where the months then stand in fewer rows."""
_GUTTER, _YEARLY_GUTTER = 1.4, 0.7
"""Room at the left of a month, in cells."""
_HEAD, _YEARLY_HEAD = 3.0, 1.5
"""Room for a month's name, and the weekdays below it, in sizes of small type."""
_BELOW, _YEARLY_BELOW = 1.1, 0.7
_YEARS = 3.0
"""Room at the left for the years, in sizes of the type."""
_DAY, _WEEK = timedelta(1), timedelta(7)


@dataclass(frozen=True)
class Block:
    """The days of one month that are shown, in rows of weeks from (left, top) in points down to the right."""

    days: Period
    left: float
    top: float


@dataclass(frozen=True)
class CalendarGrid:
    """The months on a sheet of that size in points; each day is a cell that can be pointed at."""

    blocks: tuple[Block, ...]
    cell: float
    first_weekday: int
    by_year: bool
    width: float
    height: float

    def corner(self, day: date) -> Spot:
        """The top left corner of a day of the period, in points."""
        n = _months_between(self.blocks[0].days.start, day)
        block, (week, weekday) = self.blocks[n], divmod(day.toordinal() - self._begin[n], 7)
        return block.left + weekday * self.cell, block.top + week * self.cell

    def at(self, x: float, y: float) -> date | None:
        """The day at that share of the width and height; None between the months."""
        across, down = x * self.width, y * self.height
        for block in self.blocks:
            weekday, week = (across - block.left) // self.cell, (down - block.top) // self.cell
            if 0 <= weekday < 7 and 0 <= week < weeks_of(block.days, self.first_weekday):
                day = week_of(block.days.start, self.first_weekday) + timedelta(int(7 * week + weekday))
                return day if day in block.days else None
        return None

    def box(self, key: Hashable) -> Share | None:
        """The cell of a day of the period."""
        if not isinstance(key, date) or key not in self._all:
            return None
        left, top = self.corner(key)
        return (
            left / self.width,
            top / self.height,
            (left + self.cell) / self.width,
            (top + self.cell) / self.height,
        )

    def step(self, key: Hashable | None, way: Way) -> date | None:
        """The day before or after, or a week away upwards or down; with none pointed at the last one."""
        days = self._all
        match way:
            case Way.FIRST:
                return days.start
            case _ if way is Way.LAST or not isinstance(key, date):
                return days.end
            case Way.LEFT | Way.RIGHT:
                target = key + (_DAY if way is Way.RIGHT else -_DAY)
            case _:
                target = key + (_WEEK if way is Way.DOWN else -_WEEK)
        return target if target in days else None

    @cached_property
    def _begin(self) -> tuple[int, ...]:
        """The first day of the first week of each block, as an ordinal."""
        return tuple(week_of(block.days.start, self.first_weekday).toordinal() for block in self.blocks)

    @property
    def _all(self) -> Period:
        return Period(self.blocks[0].days.start, self.blocks[-1].days.end)


@dataclass(frozen=True)
class _Form:
    """Months in rows: how many stand side by side, what each row holds, and the room around the cells in points."""

    rows: tuple[tuple[Period, ...], ...]
    columns: int
    first_weekday: int
    by_year: bool
    look: Look

    def cell(self, width: float) -> float:
        """The largest size of a cell for which the months fit side by side."""
        return min(larger(_MOST, _WIDE_SHARE, self.look, width), (width - self._left) / (self.columns * self._across))

    def height(self, cell: float) -> float:
        """The height of all rows with cells of that size."""
        return sum(self._row_height(row, cell) for row in self.rows) - self._below

    def shrunk(self, width: float, height: float) -> float:
        """The largest size of a cell for which all months fit."""
        bare = self.height(0)
        return min(self.cell(width), (height - bare) / sum(self._weeks(row) for row in self.rows))

    def blocks(self, cell: float, top: float) -> Iterable[Block]:
        """The months in their places."""
        gutter = _YEARLY_GUTTER if self.by_year else _GUTTER
        for row in self.rows:
            for n, month in enumerate(row):
                column = month.start.month - 1 if self.by_year else n
                yield Block(month, self._left + (column * self._across + gutter) * cell, top + self._head)
            top += self._row_height(row, cell)

    @property
    def _across(self) -> float:
        return 7 + (_YEARLY_GUTTER if self.by_year else _GUTTER)

    @property
    def _left(self) -> float:
        return _YEARS * self.look.text if self.by_year else 0.0

    @property
    def _head(self) -> float:
        return (_YEARLY_HEAD if self.by_year else _HEAD) * self.look.small

    @property
    def _below(self) -> float:
        return (_YEARLY_BELOW if self.by_year else _BELOW) * self.look.small

    def _row_height(self, row: Sequence[Period], cell: float) -> float:
        return self._head + self._weeks(row) * cell + self._below

    def _weeks(self, row: Sequence[Period]) -> int:
        return max(weeks_of(month, self.first_weekday) for month in row)


def grid_height(look: Look, period: Period, width: float, first_weekday: int) -> float:
    """The least height in points of the months on that width: cells grow as long as all are seen at once."""
    forms = _forms(look, period, first_weekday)
    sizes = [(form.cell(width), form) for form in forms]
    readable = [pair for pair in sizes if pair[0] >= _LEAST * look.scale]
    screenful = larger(_SCREENFUL, _SCREEN_SHARE, look, width)
    low = [pair for pair in readable if pair[1].height(pair[0]) <= screenful]
    if low:
        large = _NEARLY * max(cell for cell, _ in low)
        cell, form = min((pair for pair in low if pair[0] >= large), key=lambda pair: len(pair[1].rows))
    else:
        cell, form = readable[-1] if readable else sizes[0]
    return form.height(cell)


def grid_of(look: Look, period: Period, first_weekday: int, sheet: Spot, room: float) -> CalendarGrid:
    """The months with the largest cells that fit in `room` points of height; `sheet` is its width and height."""
    forms = _forms(look, period, first_weekday)
    cell, form = max(
        ((form.shrunk(sheet[0], room), form) for form in forms), key=lambda pair: (round(pair[0], 1), pair[1].columns)
    )
    blocks = tuple(form.blocks(cell, 0.0))
    return CalendarGrid(blocks, cell, first_weekday, form.by_year, *sheet)


def _forms(look: Look, period: Period, first_weekday: int) -> list[_Form]:
    """The ways of setting the months out, with ever more of them side by side."""
    months = months_of(period)
    if has_years(period):
        rows = tuple(tuple(row) for _, row in groupby(months, key=lambda month: month.start.year))
        return [_Form(rows, 12, first_weekday, True, look)]
    return [_Form(_in_rows(months, n), n, first_weekday, False, look) for n in range(1, len(months) + 1)]


def _in_rows(months: tuple[Period, ...], columns: int) -> tuple[tuple[Period, ...], ...]:
    return tuple(months[n : n + columns] for n in range(0, len(months), columns))


def _months_between(first: date, later: date) -> int:
    return 12 * (later.year - first.year) + later.month - first.month
