"""The intensity row under the bodies, which is also their legend."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from painmap.ui.parts.numbers import Cells, NumberRow
from painmap.ui.theme import Appearance, Theme


class StrengthRow(NumberRow):
    """The intensity row under the bodies, which is also their legend: each number wears its colour."""

    BAND = 12

    def __init__(self, question: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(question, appearance, parent)
        self._filled = False
        self.set_cells(Cells.JOINED, 56)

    def show_filled(self, filled: bool) -> None:
        """Wears the colours on the whole button, or as a band below the number."""
        if filled != self._filled:
            self._filled = filled
            self._restyle()

    def colours(self, theme: Theme, level: int, chosen: bool) -> tuple[QColor, QColor]:
        """The ramp's fill and ink, once a region or an intensity is in hand."""
        step = theme.step(level)
        if level == 0 or not self._filled:
            return theme.colour("surface"), theme.colour("ink")
        return step.fill, step.ink

    def paint_figure(self, painter: QPainter, theme: Theme, level: int, box: QRectF, ink: QColor, chosen: bool) -> None:
        """Paints the figure, the band of colour below it, the words at the ends, the ring of the chosen one."""
        if not self._filled and level:
            band = QRectF(box.left() + 1, box.bottom() - self.BAND, box.width() - 2, self.BAND - 1)
            painter.save()
            painter.setClipPath(self._outline(level, box))
            painter.fillRect(band, theme.step(level).fill)
            painter.restore()
        word = {0: "none", 10: "worst"}.get(level, "")
        middle = box if self._filled else box.adjusted(0, 0, 0, -self.BAND)
        font = theme.sized(theme.px(20) if chosen else theme.px(17), 700 if chosen else 600)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(ink)
        if not word:
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, str(level))
        else:
            small = theme.sized(min(12.5 * theme.scale, box.width() / 3.6), 400)
            words = QFontMetricsF(small)
            top = middle.center().y() - (metrics.capHeight() + words.height()) / 2
            figure = QRectF(
                middle.left(), top - metrics.ascent() + metrics.capHeight(), middle.width(), metrics.height()
            )
            painter.drawText(figure, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(level))
            painter.setFont(small)
            below = QRectF(middle.left(), top + metrics.capHeight() + 2, middle.width(), words.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, word)
        if chosen:
            self._paint_ring(painter, theme, box)

    def _paint_ring(self, painter: QPainter, theme: Theme, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width, inset in (("selected-outline", 4.0, 2.0), ("selected-halo", 2.0, 5.0)):
            painter.setPen(QPen(theme.colour(colour), width))
            painter.drawRect(box.adjusted(inset, inset, -inset, -inset))
