"""The signs of History, told apart by form: squares for pain, circles for fatigue, hatching for no entry."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.icons import icon
from painmap.ui.theme import Appearance, Theme

SQUARE = (38, 34)
CIRCLE = 34
HATCH_STEP = 8.0
_DASHES = [3.0, 2.6]


def paint_pain(painter: QPainter, theme: Theme, box: QRectF, level: int | None, px: float) -> None:
    """The worst pain: a square in the ramp's colour, bare with a strong border at 0, dashed where not answered."""
    painter.save()
    if level is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_dashed(theme))
    else:
        painter.setBrush(theme.step(level).fill if level else theme.colour("surface"))
        width = max(theme.line, 1.5) if level == 0 else theme.line
        painter.setPen(QPen(theme.colour("rated-outline" if level else "ink"), width))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    if level is not None:
        _figure(painter, theme, box, level, theme.step(level).ink, px, 700)
    painter.restore()


def paint_fatigue(painter: QPainter, theme: Theme, box: QRectF, level: int | None, px: float) -> None:
    """The worst fatigue: an open circle, dashed where not answered."""
    painter.save()
    painter.setBrush(theme.colour("surface") if level is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(_dashed(theme) if level is None else QPen(theme.colour("fatigue"), max(theme.line, 1.2)))
    side = min(box.width(), box.height()) - 1.5
    round_box = QRectF(0, 0, side, side)
    round_box.moveCenter(box.center())
    painter.drawEllipse(round_box)
    if level is not None:
        _figure(painter, theme, box, level, theme.colour("ink"), px, 500)
    painter.restore()


def paint_no_entry(painter: QPainter, theme: Theme, box: QRectF, radius: float = 8) -> None:
    """A day without an entry: hatching inside a thin border."""
    painter.save()
    area = box.adjusted(0.5, 0.5, -0.5, -0.5)
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    painter.setClipPath(path)
    painter.setPen(QPen(theme.colour("hatch"), 1.0))
    reach = area.width() + area.height()
    at = 0.0
    while at < reach:
        start, end = area.left() + at, area.left() + at - area.height()
        painter.drawLine(QLineF(start, area.top(), end, area.bottom()))
        at += HATCH_STEP
    painter.setClipping(False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("hatch"), 1.0))
    painter.drawPath(path)
    painter.restore()


def _dashed(theme: Theme) -> QPen:
    pen = QPen(theme.colour("line-strong"), max(theme.line, 1.4))
    pen.setDashPattern(_DASHES)
    return pen


def _figure(painter: QPainter, theme: Theme, box: QRectF, level: int, ink: QColor, px: float, weight: int) -> None:
    painter.setPen(ink)
    painter.setFont(theme.sized(px, weight))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(level))


Paint = Callable[[QPainter, Theme, QRectF], None]


class Mark(QWidget):
    """One sign on its own, in the size of the text; its meaning is its accessible name or stands beside it."""

    MOST = 1.15
    """How much larger than at 100 % a mark in a legend gets."""

    def __init__(self, paint: Paint, width: float, height: float, appearance: Appearance, spoken: str = "") -> None:
        super().__init__()
        self._in_legend = False
        self._paint, self._width, self._height, self._appearance = paint, width, height, appearance
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def put_in_legend(self) -> "Mark":
        """Keeps nearly its size at large text, where only the words have to grow."""
        self._in_legend = True
        return self

    def sizeHint(self) -> QSize:
        scale = self._appearance.theme.scale
        scale = min(scale, self.MOST) if self._in_legend else scale
        return QSize(round(self._width * scale), round(self._height * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, self._appearance.theme, QRectF(self.rect()))


def pain(level: int | None, appearance: Appearance, scale: float = 0.85) -> Mark:
    """The pain square as a widget."""
    spoken = "Pain not answered" if level is None else f"Worst pain {level}"
    width, height = SQUARE[0] * scale, SQUARE[1] * scale
    return Mark(lambda p, t, b: paint_pain(p, t, b, level, b.height() * 0.55), width, height, appearance, spoken)


def fatigue(level: int | None, appearance: Appearance, scale: float = 0.85) -> Mark:
    """The fatigue circle as a widget."""
    spoken = "Fatigue not answered" if level is None else f"Fatigue {level}"
    size = CIRCLE * scale
    return Mark(lambda p, t, b: paint_fatigue(p, t, b, level, b.height() * 0.55), size, size, appearance, spoken)


def sign(name: str, appearance: Appearance, size: int = 18) -> Mark:
    """An icon as a mark."""

    def paint(painter: QPainter, theme: Theme, box: QRectF) -> None:
        picture = icon(name, theme.colour("ink"), round(box.width()), painter.device().devicePixelRatioF())
        painter.drawPixmap(box.topLeft(), picture)

    return Mark(paint, size, size, appearance)
