"""Tabs: the one in front is bold and underlined; with little room they stand closer, then in a second row."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.segments import Segment, Segments
from painmap.ui.theme import Appearance

_UNDERLINE, _CLOSER = 3, 9


class Tabs(Segments):
    """Views of a page, 44 px high, of which one is in front. Arrow keys go along them."""

    def __init__(
        self, name: str, choices: list[tuple[str, object]], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, choices, appearance, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._rows(width)) * super().sizeHint().height()

    def reach(self, width: int) -> int:
        """How many of so many px the last row takes."""
        widths = self._widths()
        return sum(widths[index] for index in self._rows(width)[-1])

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths(_CLOSER)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        for bottom in {segment.geometry().bottom() + 1 for segment in self.segments}:
            painter.fillRect(QRectF(0, bottom - theme.line, self.width(), theme.line), theme.colour("line"))

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

    def _place(self) -> None:
        """Side by side from the left, row by row."""
        widths, high = self._fitting(self.width()), super().sizeHint().height()
        for n, row in enumerate(self._rows(self.width())):
            x = 0
            for index in row:
                self.segments[index].setGeometry(x, n * high, widths[index], high)
                x += widths[index]

    def _rows(self, width: int) -> list[list[int]]:
        """Which tabs stand in which row; no row is left with one tab where the row above can spare another."""
        widths, rows = self._fitting(width), list[list[int]]()
        left = 0
        for index, each in enumerate(widths):
            if not rows or left < each:
                rows.append([])
                left = width
            rows[-1].append(index)
            left -= each
        if len(rows) > 1 and len(rows[-1]) == 1 and len(rows[-2]) > 2:
            rows[-1].insert(0, rows[-2].pop())
        return rows

    def _fitting(self, width: int) -> list[int]:
        """How wide each tab is on that width."""
        widths = self._widths()
        return widths if sum(widths) <= width else self._widths(_CLOSER)
