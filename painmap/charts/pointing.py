"""Pointing at what a chart shows: where each thing stands in the picture, and which is the next one each way."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Protocol

from painmap.domain.period import Period

Share = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of the picture's width and height, from its top left corner."""


class Way(Enum):
    """Where a key leads from the thing that is pointed at."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LAST = "last"


class Pointing(Protocol):
    """The things of a chart that can be pointed at, each with a key of its own; a day's key is its date."""

    def at(self, x: float, y: float) -> Hashable | None:
        """The thing at that share of the width and height; None where there is none."""

    def box(self, key: Hashable) -> Share | None:
        """Where a thing stands, to be marked there; as narrow as a line where it is to be marked by one."""

    def step(self, key: Hashable | None, way: Way) -> Hashable | None:
        """The next thing that way, or a first one where nothing is pointed at; None where there is no other."""


@dataclass(frozen=True)
class DayColumns:
    """The days of a period side by side, the logged ones of which the arrow keys reach."""

    period: Period
    logged: tuple[date, ...]
    left: float
    right: float
    top: float
    bottom: float

    def day_at(self, x: float) -> date | None:
        """The day at that share of the width; None beside the days."""
        n = (x - self.left) / (self.right - self.left) * len(self.period)
        return self.period.start + timedelta(int(n)) if 0 <= n < len(self.period) else None

    def x_of(self, day: date) -> float:
        """The middle of a day of the period, as a share of the width."""
        n = (day - self.period.start).days + 0.5
        return self.left + (self.right - self.left) * n / len(self.period)

    def at(self, x: float, y: float) -> date | None:
        """The day at that share of the width, at whatever height."""
        return self.day_at(x)

    def box(self, key: Hashable) -> Share | None:
        """An upright line through the middle of a day of the period."""
        if not isinstance(key, date) or key not in self.period:
            return None
        x = self.x_of(key)
        return x, self.top, x, self.bottom

    def step(self, key: Hashable | None, way: Way) -> date | None:
        """The next logged day; with none pointed at the last one, or the first for a step to the left or up."""
        days, back = self.logged, way in (Way.LEFT, Way.UP, Way.FIRST)
        if not days:
            return None
        if way in (Way.FIRST, Way.LAST) or not isinstance(key, date):
            return days[0] if way is Way.FIRST or (back and not isinstance(key, date)) else days[-1]
        n = bisect_left(days, key) - 1 if back else bisect_right(days, key)
        return days[n] if 0 <= n < len(days) else None


@dataclass(frozen=True)
class Boxes:
    """Things in boxes, in the order in which they are read; one may lie on another, which comes before it."""

    boxes: Mapping[Hashable, Share]

    def at(self, x: float, y: float) -> Hashable | None:
        """The thing whose box holds the spot, the uppermost of several."""
        held = (key for key, (x0, y0, x1, y1) in self.boxes.items() if x0 <= x < x1 and y0 <= y < y1)
        return next(iter(list(held)[::-1]), None)

    def box(self, key: Hashable) -> Share | None:
        """The box of a thing."""
        return self.boxes.get(key)

    def step(self, key: Hashable | None, way: Way) -> Hashable | None:
        """Left and right in the order of reading, up and down to the nearest thing there."""
        keys = list(self.boxes)
        if not keys:
            return None
        if key not in self.boxes or way in (Way.FIRST, Way.LAST):
            return keys[-1] if way in (Way.LAST, Way.LEFT, Way.UP) else keys[0]
        if way in (Way.LEFT, Way.RIGHT):
            n = keys.index(key) + (1 if way is Way.RIGHT else -1)
            return keys[n] if 0 <= n < len(keys) else None
        return self._above_or_below(key, 1 if way is Way.DOWN else -1)

    def _above_or_below(self, key: Hashable, down: int) -> Hashable | None:
        """The nearest thing whose middle lies clearly on that side."""
        here = self.boxes[key]
        x, y, half = (here[0] + here[2]) / 2, (here[1] + here[3]) / 2, (here[3] - here[1]) / 2
        found = []
        for n, (other, (x0, y0, x1, y1)) in enumerate(self.boxes.items()):
            away = down * ((y0 + y1) / 2 - y)
            if away > half:
                found.append((round(away, 4), abs((x0 + x1) / 2 - x), n, other))
        return min(found)[3] if found else None
