"""Painting the body: outline, seams, rated regions with their numbers, and the selected one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from painmap.domain.body import Line, body
from painmap.domain.regions import View, regions
from painmap.ui.theme import Theme

DESIGNED_HEIGHT = 586
RUN = 32
NUMBER_PX = 15
SMALLEST_NUMBER_PX = 11


@cache
def _region(region: str) -> QPolygonF:
    """A region's outline, closed, in units of the drawing."""
    points = body().shapes[region].points
    return _polygon((*points, points[0]))


@cache
def _outline(view: View) -> QPolygonF:
    return _polygon(body().drawings[view].outline)


@cache
def _details(view: View) -> tuple[QPolygonF, ...]:
    return tuple(_polygon(line) for line in body().drawings[view].details)


def _polygon(line: Line) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in line])


@dataclass(frozen=True)
class Place:
    """Where one view stands on the screen: its box, whose height is the body's."""

    view: View
    box: QRectF
    column: QRectF = field(default_factory=QRectF)
    """The part of the screen that is this view's own, as wide as the body or wider."""

    @cached_property
    def scale(self) -> float:
        """Pixels for one unit of the drawing."""
        _, top, _, bottom = body().drawings[self.view].box
        return self.box.height() / (bottom - top)

    @cached_property
    def transform(self) -> QTransform:
        """From the drawing to the screen."""
        left, top, right, _ = body().drawings[self.view].box
        to_origin = QTransform.fromTranslate(-(left + right) / 2, -top)
        to_place = QTransform.fromTranslate(self.box.center().x(), self.box.top())
        return to_origin * QTransform.fromScale(self.scale, self.scale) * to_place

    def to_drawing(self, point: QPointF) -> tuple[float, float]:
        """The point of the drawing that is shown there."""
        found = self._back.map(point)
        return found.x(), found.y()

    @cached_property
    def _back(self) -> QTransform:
        back, _ = self.transform.inverted()
        return back


def width_for(height: float) -> float:
    """How wide a view is at that body height."""
    left, top, right, bottom = body().drawings[View.FRONT].box
    return height * (right - left) / (bottom - top)


class BodyPainter:
    """Paints one view at one place, step by step, in the order in which the steps must lie."""

    def __init__(self, painter: QPainter, place: Place, theme: Theme) -> None:
        self._painter = painter
        self._place = place
        self._theme = theme
        self._to_screen = place.transform
        self._thin = min(1.3, max(0.55, place.box.height() / DESIGNED_HEIGHT))

    def _ours(self, names: Iterable[str]) -> list[str]:
        return [name for name in names if regions()[name].view is self._place.view]

    def _screen(self, shape: QPolygonF) -> QPolygonF:
        return self._to_screen.map(shape)

    def _pen(self, colour: QColor, width: float) -> QPen:
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen

    def _fill(self, shape: QPolygonF, colour: QColor) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(shape)

    def _stroke(self, shape: QPolygonF, pen: QPen) -> None:
        """Draws a line in short runs: a wide line in one piece takes four times as long."""
        self._painter.setPen(pen)
        points = shape.toList()
        if pen.style() is not Qt.PenStyle.SolidLine:
            self._painter.drawPolyline(points)
            return
        for n in range(0, len(points) - 1, RUN):
            self._painter.drawPolyline(points[n : n + RUN + 1])

    def silhouette(self) -> None:
        """The body with its seams and the strokes that help to find a place; `outline` goes over the ratings."""
        view, theme = self._place.view, self._theme
        self._fill(self._screen(_outline(view)), theme.colour("body-fill"))
        detail = self._pen(theme.colour("detail"), 1.1 * self._thin)
        for line in _details(view):
            self._stroke(self._screen(line), detail)
        seam = self._pen(theme.colour("seam"), 1.5 * self._thin)
        for name in self._ours(regions()):
            self._stroke(self._screen(_region(name)), seam)

    def outline(self) -> None:
        """The line round the whole body."""
        pen = self._pen(self._theme.colour("body-outline"), 1.6 * self._thin)
        self._stroke(self._screen(_outline(self._place.view)), pen)

    def rated(self, ratings: Mapping[str, int]) -> None:
        """Rated regions: dark ones with a seam, then pale ones with their outline, so that no edge is lost."""
        ours = self._ours(ratings)
        steps = {name: self._theme.step(ratings[name]) for name in ours}
        for name in sorted(ours, key=lambda n: steps[n].pale):
            shape = self._screen(_region(name))
            self._fill(shape, steps[name].fill)
            self._stroke(shape, self._pen(steps[name].edge, 1.4 * self._thin))

    def numbers(self, ratings: Mapping[str, int], text_scale: float = 1.0, weight: int = 600) -> None:
        """The number in each rated region."""
        for name in self._ours(ratings):
            ink = self._theme.step(ratings[name]).ink
            self._number(name, ratings[name], ink, text_scale, weight)

    def swollen(self, ratings: Mapping[str, int], text_scale: float = 1.0) -> None:
        """A bow over the number of each swollen region, in the number's ink."""
        for name in self._ours(ratings):
            size = self._number_size(name, ratings[name], text_scale)
            middle = self._to_screen.map(QPointF(*body().shapes[name].anchor))
            pen = self._pen(self._theme.step(ratings[name]).ink, max(1.6, size * 0.13))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            self._painter.setPen(pen)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            width, height = size * 0.9, size * 0.62
            bow = QRectF(middle.x() - width / 2, middle.y() - size * 0.8, width, height)
            self._painter.drawArc(bow, 25 * 16, 130 * 16)

    def offered(self, ratings: Mapping[str, int]) -> None:
        """Regions that would be copied: faint, dashed, with their numbers."""
        pen = self._pen(self._theme.colour("ink-muted"), 1.6 * self._thin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([5 / 1.6, 4 / 1.6])
        for name in self._ours(ratings):
            shape = self._screen(_region(name))
            self._fill(shape, mixed(self._theme.step(ratings[name]).fill, self._theme.colour("surface"), 0.35))
            self._stroke(shape, pen)
        for name in self._ours(ratings):
            self._number(name, ratings[name], self._theme.colour("ink"), 1.0, 500)

    def selected(self, region: str, level: int | None, ring: str, text_scale: float = 1.0) -> None:
        """The selected region, above all others: its ring lies outside, so that fingers keep their colour."""
        if not self._ours([region]):
            return
        shape = self._screen(_region(region))
        for role, width in ((ring, 10), ("selected-halo", 4)):
            self._stroke(shape, self._pen(self._theme.colour(role), width))
        step = self._theme.step(level) if level else None
        self._fill(shape, step.fill if step else self._theme.colour("body-fill"))
        if step and level:
            self._number(region, level, step.ink, text_scale, 700, more=2)

    def _number(self, region: str, level: int, ink: QColor, text_scale: float, weight: int, more: float = 0) -> None:
        shape = body().shapes[region]
        size = self._number_size(region, level, text_scale, more)
        middle = self._to_screen.map(QPointF(*shape.anchor))
        self._painter.setFont(self._theme.sized(size, weight))
        self._painter.setPen(ink)
        box = QRectF(middle.x() - 20, middle.y() - 20, 40, 40)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(level))

    def _number_size(self, region: str, level: int, text_scale: float, more: float = 0) -> float:
        size = NUMBER_PX * self._place.box.height() / DESIGNED_HEIGHT * text_scale + more
        most = body().shapes[region].room * self._place.scale * (1.15 if level == 10 else 1.5)
        return max(SMALLEST_NUMBER_PX, min(size, most))


def mixed(colour: QColor, into: QColor, share: float) -> QColor:
    """A colour mixed into another, `share` of it."""
    parts = ((getattr(colour, c)(), getattr(into, c)()) for c in ("red", "green", "blue"))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def paint_small_body(painter: QPainter, box: QRectF, ratings: Mapping[str, int], theme: Theme) -> None:
    """Front and back side by side, as large as the box allows, with R and L beside the heads and no numbers."""
    gap = 6.0
    height = min(box.height(), (box.width() - gap) / 2 * DESIGNED_HEIGHT / width_for(DESIGNED_HEIGHT))
    width = width_for(height)
    left = box.left() + (box.width() - 2 * width - gap) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for view, x in ((View.FRONT, left), (View.BACK, left + width + gap)):
        place = Place(view, QRectF(x, box.top() + (box.height() - height) / 2, width, height))
        body_painter = BodyPainter(painter, place, theme)
        body_painter.silhouette()
        body_painter.rated(ratings)
        body_painter.outline()
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.sized(max(10.0, height * 0.085), 600))
        letters = "RL" if view is View.FRONT else "LR"
        for letter, share in zip(letters, (0.16, 0.84), strict=True):
            spot = QRectF(x + width * share - 10, place.box.top(), 20, height * 0.12)
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()
