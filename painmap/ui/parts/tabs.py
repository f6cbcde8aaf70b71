"""A row of tabs: the one in front is bold and underlined."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.segments import Segment, Segments
from painmap.ui.theme import Appearance

_UNDERLINE = 3


class Tabs(Segments):
    """Views of a page, 44 px high, of which one is in front. Arrow keys go along them."""

    def __init__(
        self, name: str, choices: list[tuple[str, object]], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, choices, appearance, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        line = QRectF(0, self.height() - theme.line, self.width(), theme.line)
        QPainter(self).fillRect(line, theme.colour("line"))

    def paint_segment(self, painter: QPainter, segment: Segment) -> None:
        """Paints one tab."""
        theme, on = self._appearance.theme, segment.isChecked()
        box = QRectF(segment.rect())
        if segment.isDown():
            painter.fillRect(box, theme.colour("accent-soft"))
        if on:
            painter.fillRect(box.adjusted(0, box.height() - _UNDERLINE, 0, 0), theme.colour("accent"))
        painter.setFont(theme.sized(15 * theme.scale, 600 if on else 500))
        painter.setPen(theme.colour("ink" if on or segment.underMouse() else "ink-muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, segment.text())

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(self._widths()), self.sizeHint().height())

    def _place(self) -> None:
        """Side by side from the left, however wide the row is."""
        x = 0
        for segment, width in zip(self.segments, self._widths(), strict=True):
            segment.setGeometry(x, 0, width, self.height())
            x += width
