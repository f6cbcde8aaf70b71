"""The body's outline and regions as points, read once from bodymap.svg, and what lies under a point.

Everything that shows the body uses these points: the screen, the hit test, the charts and the report.
Coordinates are those of the drawing: x to the viewer's right, y down, the page PAGE wide and high.
"""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache, cached_property
from math import ceil, hypot, sqrt
from types import MappingProxyType
from typing import TYPE_CHECKING

from painmap.domain.regions import View, regions
from painmap.paths import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Point = tuple[float, float]
Line = tuple[Point, ...]
Box = tuple[float, float, float, float]

PAGE = (1160.0, 1080.0)
FLATNESS = 0.04
"""How far, in units of the drawing, a curve may lie from the points that stand for it."""
_SVG = "{http://www.w3.org/2000/svg}"
_COMMAND = re.compile(r"([MLCZclz])([^MLCZclz]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@dataclass(frozen=True)
class Shape:
    """One region's outline, closed without repeating its first point.

    `anchor` is where a figure sits well and `room` the radius of the circle that fits round it;
    `figure` is where a wide figure sits best and `width` the region's width there.
    """

    id: str
    points: Line
    box: Box
    anchor: Point
    room: float
    figure: Point
    width: float

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        left, top, right, bottom = self.box
        if not (left <= x <= right and top <= y <= bottom):
            return False
        inside = False
        x0, y0 = self.points[-1]
        for x1, y1 in self.points:
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                inside = not inside
            x0, y0 = x1, y1
        return inside

    def distance(self, x: float, y: float) -> float:
        """Distance from the point to the region's edge, in units of the drawing."""
        nearest = float("inf")
        x0, y0 = self.points[-1]
        for x1, y1 in self.points:
            dx, dy = x1 - x0, y1 - y0
            length = dx * dx + dy * dy
            t = ((x - x0) * dx + (y - y0) * dy) / length if length else 0.0
            t = 0.0 if t < 0 else 1.0 if t > 1 else t
            off, down = x - x0 - t * dx, y - y0 - t * dy
            nearest = min(nearest, off * off + down * down)
            x0, y0 = x1, y1
        return sqrt(nearest)


@dataclass(frozen=True)
class Drawing:
    """One view of the body: the outline, and the strokes that help to find a place."""

    outline: Line
    box: Box
    details: tuple[Line, ...]


@dataclass(frozen=True)
class Body:
    """Both views with their regions, ids in body order."""

    shapes: "Mapping[str, Shape]"
    drawings: "Mapping[View, Drawing]"

    def region_at(self, x: float, y: float, snap: float = 0.0) -> str | None:
        """The region under a point, or the nearest one within `snap` units of the drawing, or None."""
        near = [
            shape
            for left, top, right, bottom, shape in self._boxes
            if left - snap <= x <= right + snap and top - snap <= y <= bottom + snap
        ]
        for shape in near:
            if shape.contains(x, y):
                return shape.id
        if snap <= 0:
            return None
        gap, found = min(((shape.distance(x, y), shape.id) for shape in near), default=(snap + 1, ""))
        return found if gap <= snap else None

    @cached_property
    def _boxes(self) -> tuple[tuple[float, float, float, float, Shape], ...]:
        return tuple((*shape.box, shape) for shape in self.shapes.values())


@cache
def body() -> Body:
    """The shipped body map."""
    return read(shipped("bodymap.svg").read_text(encoding="utf-8"))


def read(svg: str) -> Body:
    """A body from the text of its SVG. Raises ValueError where its regions are not those of the table."""
    root = ET.fromstring(svg)
    paths = {p.get("id"): p for p in root.iter(f"{_SVG}path") if p.get("class") == "region"}
    if paths.keys() != regions().keys():
        different = sorted(str(name) for name in paths.keys() ^ regions().keys())
        raise ValueError(f"the body map and the table of regions differ in {', '.join(different)}")
    shapes = {name: _shape(name, paths[name]) for name in regions()}
    drawings = {view: _drawing(root.find(f"{_SVG}g[@id='{view}']")) for view in View}
    return Body(MappingProxyType(shapes), MappingProxyType(drawings))


def flatten(d: str) -> tuple[Line, ...]:
    """The subpaths of an SVG path (M L C Z and relative l c z) as points."""
    lines: list[list[Point]] = []
    here = (0.0, 0.0)
    for command, text in _COMMAND.findall(d):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        take = 3 if command in "Cc" else 1
        for n in range(0, len(points), take):
            given = points[n : n + take]
            if command.islower():
                left, top = here
                given = [(left + x, top + y) for x, y in given]
            if command == "M":
                lines.append(given)
            else:
                lines[-1].extend(_curve(here, *given) if take > 1 else given)
            here = given[-1]
    return tuple(tuple(line) for line in lines)


def _curve(start: Point, a: Point, b: Point, end: Point) -> list[Point]:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = start, a, b, end
    weights = _weights(_steps(start, a, b, end))
    return [(p * x0 + q * x1 + r * x2 + s * x3, p * y0 + q * y1 + r * y2 + s * y3) for p, q, r, s in weights]


@cache
def _weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """How much the start, the two handles and the end of a cubic weigh at the end of each chord."""
    shares = (step / steps for step in range(1, steps + 1))
    return tuple(((1 - t) ** 3, 3 * (1 - t) * (1 - t) * t, 3 * (1 - t) * t * t, t**3) for t in shares)


def _steps(start: Point, a: Point, b: Point, end: Point) -> int:
    """Into how many chords a cubic is cut so that none is further from it than FLATNESS (Wang's bound)."""
    bend = max(
        hypot(start[0] - 2 * a[0] + b[0], start[1] - 2 * a[1] + b[1]),
        hypot(a[0] - 2 * b[0] + end[0], a[1] - 2 * b[1] + end[1]),
    )
    return max(1, ceil(sqrt(0.75 * bend / FLATNESS)))


def _shape(name: str, path: ET.Element) -> Shape:
    (line,) = flatten(path.get("d", ""))
    points = line[:-1] if line[0] == line[-1] else line
    x, y, room = (float(n) for n in path.get("data-anchor", "").split())
    figure_x, figure_y, width = (float(n) for n in path.get("data-figure", "").split())
    return Shape(name, points, _box(points), (x, y), room, (figure_x, figure_y), width)


def _drawing(group: ET.Element | None) -> Drawing:
    if group is None:
        raise ValueError("the body map lacks a view")
    strokes = group.findall(f"{_SVG}g[@class='detail']/{_SVG}path")
    (outline,) = flatten(next(p for p in group.iter(f"{_SVG}path") if p.get("class") == "outline").get("d", ""))
    return Drawing(
        outline=outline,
        box=_box(outline),
        details=tuple(line for p in strokes if p.get("class") != "shade" for line in flatten(p.get("d", ""))),
    )


def _box(points: "Iterable[Point]") -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
