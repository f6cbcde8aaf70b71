"""Pointing at region by day, cell by cell."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from painmap.charts.pointing import Share, Way

_BACK = (Way.LEFT, Way.UP, Way.FIRST)


@dataclass(frozen=True)
class RegionPoints:
    """Rows of regions and columns of days; a key is a region's id and the first day of a column.

    `edges` are the left edges of the columns and the right edge of the last one. The arrow keys reach the columns
    with an entry, which `reached` has as numbers.
    """

    names: tuple[str, ...]
    starts: tuple[date, ...]
    reached: tuple[int, ...]
    edges: tuple[float, ...]
    top: float
    bottom: float

    def at(self, x: float, y: float) -> tuple[str, date] | None:
        """The cell at that share of the width and height."""
        row = int((y - self.top) / (self.bottom - self.top) * len(self.names))
        column = bisect_right(self.edges, x) - 1
        if y < self.top or row >= len(self.names) or not 0 <= column < len(self.starts):
            return None
        return self.names[row], self.starts[column]

    def box(self, key: Hashable) -> Share | None:
        """The box of a cell."""
        found = self._found(key)
        if found is None:
            return None
        row, column = found
        each = (self.bottom - self.top) / len(self.names)
        return self.edges[column], self.top + row * each, self.edges[column + 1], self.top + (row + 1) * each

    def step(self, key: Hashable | None, way: Way) -> tuple[str, date] | None:
        """The next cell that way; with none pointed at the last of the first row, or its first for left or up."""
        if not self.reached:
            return None
        found = self._found(key)
        if found is None:
            return self.names[0], self.starts[self.reached[0 if way in _BACK else -1]]
        row, column = found
        if way in (Way.UP, Way.DOWN):
            row += 1 if way is Way.DOWN else -1
            return (self.names[row], self.starts[column]) if 0 <= row < len(self.names) else None
        other = self._along(column, way)
        return None if other is None else (self.names[row], self.starts[other])

    def _along(self, column: int, way: Way) -> int | None:
        """The next column with an entry."""
        match way:
            case Way.FIRST:
                n = 0
            case Way.LAST:
                n = len(self.reached) - 1
            case Way.LEFT:
                n = bisect_left(self.reached, column) - 1
            case _:
                n = bisect_right(self.reached, column)
        return self.reached[n] if 0 <= n < len(self.reached) else None

    def _found(self, key: Hashable | None) -> tuple[int, int] | None:
        """Row and column of a cell."""
        match key:
            case (str() as name, date() as start) if name in self.names and start in self.starts:
                return self.names.index(name), self.starts.index(start)
            case _:
                return None
