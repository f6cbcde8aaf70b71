"""Where the two bodies stand, and the pictures that lie under and over the ratings."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from painmap.domain.regions import View
from painmap.ui.body.painting import BodyPainter, Place, width_for
from painmap.ui.body.signs import paint_badges, paint_side_row
from painmap.ui.theme import Theme

SIDE_ROW, HIGH_SIDE_ROW = 36, 54
SIDE_WORDS = 280
GAP = 28
LEAST_HEIGHT = 200.0


def placed(size: QSize, theme: Theme) -> dict[View, Place]:
    """Where each view stands on a widget of this size: as large as fits, with room for the words above it."""
    top = _side_row(theme)
    widest = (size.width() - GAP - 16) / 2
    height = max(LEAST_HEIGHT, min(size.height() - top - 2, widest / width_for(1)))
    width = width_for(height)
    column = max(width, min(widest, SIDE_WORDS * theme.scale))
    y = top + max(0.0, (size.height() - top - 2 - height) / 2)
    places = {}
    for view, x in ((View.FRONT, size.width() / 2 - GAP / 2 - column), (View.BACK, size.width() / 2 + GAP / 2)):
        box = QRectF(x + (column - width) / 2, y, width, height)
        places[view] = Place(view, box, QRectF(x, 0, column, size.height()))
    return places


class Layers:
    """The pictures of one size, drawn when they are first needed and kept until they are forgotten."""

    def __init__(self) -> None:
        self._base: QPixmap | None = None
        self._over: QPixmap | None = None

    def forget(self) -> None:
        """Has them drawn anew."""
        self._base = self._over = None

    def base(self, places: Mapping[View, Place], size: QSize, ratio: float, theme: Theme) -> QPixmap:
        """What lies under the ratings: the bodies and the signs round them."""
        if self._base is None:
            self._base = _blank(size, ratio, theme.colour("surface"))
            painter = _painter(self._base)
            for place in places.values():
                BodyPainter(painter, place, theme).silhouette()
                paint_side_row(painter, place, _side_row(theme), theme)
                paint_badges(painter, place, theme)
            painter.end()
        return self._base

    def over(self, places: Mapping[View, Place], size: QSize, ratio: float, theme: Theme) -> QPixmap:
        """What lies over the ratings: the bodies' outlines."""
        if self._over is None:
            self._over = _blank(size, ratio, QColor(Qt.GlobalColor.transparent))
            painter = _painter(self._over)
            for place in places.values():
                BodyPainter(painter, place, theme).outline()
            painter.end()
        return self._over


def _side_row(theme: Theme) -> int:
    return SIDE_ROW if theme.scale <= 1.2 else HIGH_SIDE_ROW


def _blank(size: QSize, ratio: float, fill: QColor) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(fill)
    return pixmap


def _painter(pixmap: QPixmap) -> QPainter:
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter
