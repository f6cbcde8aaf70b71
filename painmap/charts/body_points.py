"""Pointing at the regions of body maps that stand side by side."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from painmap.charts.bodies import BACK_MOVES, BETWEEN
from painmap.charts.pointing import Share, Way
from painmap.domain.body import body
from painmap.domain.regions import View, regions
from painmap.domain.walking import Direction, neighbour

if TYPE_CHECKING:
    from painmap.charts.bodies import Bodies

_NEAR = 5.0
"""Points by which one may miss a region."""
_DIRECTIONS = {
    Way.LEFT: Direction.LEFT,
    Way.RIGHT: Direction.RIGHT,
    Way.UP: Direction.UP,
    Way.DOWN: Direction.DOWN,
}
Key = tuple[int, str]


@dataclass(frozen=True)
class Placed:
    """Where a map stands: the spot of the drawing's origin, and points in one of its units."""

    left: float
    top: float
    unit: float


@dataclass(frozen=True)
class BodyPoints:
    """The regions of one or more maps; a key is the number of the map and a region's id. `width` and `height` are
    those of the picture in points. The arrow keys begin at `start`, a region's id.
    """

    maps: tuple[Placed, ...]
    width: float
    height: float
    start: str

    def at(self, x: float, y: float) -> Key | None:
        """The region at that share of the width and height, or one close by."""
        for n, place in enumerate(self.maps):
            across, down = (x * self.width - place.left) / place.unit, (y * self.height - place.top) / place.unit
            view = View.FRONT if across < BETWEEN else View.BACK
            found = body().region_at(across - _shift(view), down, _NEAR / place.unit)
            if found is not None and regions()[found].view is view:
                return n, found
        return None

    def box(self, key: Hashable) -> Share | None:
        """The box round a region."""
        found = self._found(key)
        if found is None:
            return None
        place, name = self.maps[found[0]], found[1]
        left, top, right, bottom = body().shapes[name].box
        shift = _shift(regions()[name].view)
        return (
            (place.left + (left + shift) * place.unit) / self.width,
            (place.top + top * place.unit) / self.height,
            (place.left + (right + shift) * place.unit) / self.width,
            (place.top + bottom * place.unit) / self.height,
        )

    def step(self, key: Hashable | None, way: Way) -> Key | None:
        """The region beside, above or below; at the edge of a body the one across on the next body."""
        found = self._found(key)
        if found is None:
            return 0, self.start
        n, name = found
        if way is Way.FIRST:
            return n, next(iter(regions()))
        if way is Way.LAST:
            return n, list(regions())[-1]
        beside = neighbour(name, _DIRECTIONS[way])
        if beside is not None:
            return n, beside
        return None if way in (Way.UP, Way.DOWN) else self._across(n, name, way)

    def _across(self, n: int, name: str, way: Way) -> Key | None:
        """The region at that height which is nearest on the next body, or on the last one of the map before."""
        here, right = regions()[name].view, way is Way.RIGHT
        other = n + (1 if right else -1) if here is (View.BACK if right else View.FRONT) else n
        if not 0 <= other < len(self.maps):
            return None
        _, y = body().shapes[name].anchor
        return min(_further(other, y, here.other, 1 if right else -1))[1]

    def _found(self, key: Hashable | None) -> Key | None:
        match key:
            case (int() as n, str() as name) if 0 <= n < len(self.maps) and name in regions():
                return n, name
            case _:
                return None


def body_points(maps: "list[Bodies]", start: str) -> BodyPoints:
    """The maps as they were drawn on one sheet."""
    sheet = maps[0].sheet
    placed = tuple(Placed(*each.at(0, 0), each.unit) for each in maps)
    return BodyPoints(placed, sheet.width, sheet.height, start)


def _further(n: int, y: float, view: View, sign: int) -> Iterator[tuple[float, Key]]:
    """How far the regions of a view are from its near edge and from that height."""
    for name, region in regions().items():
        if region.view is view:
            x0, y0 = body().shapes[name].anchor
            yield 2 * abs(y0 - y) + sign * x0, (n, name)


def _shift(view: View) -> float:
    return BACK_MOVES if view is View.BACK else 0.0
