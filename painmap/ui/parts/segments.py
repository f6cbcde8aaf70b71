"""A row of joined choices of view, one of them on: periods, looks, papers."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.exclusive import OneOfMany, show_chosen
from painmap.ui.parts.numbers import rounded
from painmap.ui.theme import Appearance, Theme

RADIUS = 8
HEIGHT = 44
PADDING = 15


class Segment(OneOfMany):
    """One choice of the row."""

    def __init__(self, text: str, row: "Segments") -> None:
        super().__init__(text, row)
        self._row = row
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._row.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._row.paint_segment(painter, self)


class Segments(QWidget):
    """Joined choices of which exactly one is on. `chosen` gives the value of the one that was taken."""

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: list[tuple[str, object]], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._values = [value for _, value in choices]
        self._current = 0
        self._measured: tuple[Theme, list[str], list[int]] | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.segments = [Segment(text, self) for text, _ in choices]
        for segment in self.segments:
            segment.setAccessibleDescription(name)
            segment.clicked.connect(self._tapped)
        appearance.changed.connect(self._restyle)
        self._mark()

    @property
    def value(self) -> object:
        """The value of the choice that is on."""
        return self._values[self._current]

    def show_value(self, value: object) -> None:
        """Turns a choice on without saying so."""
        self._current = self._values.index(value)
        self._mark()

    def rename(self, value: object, text: str) -> None:
        """Gives a choice other words."""
        segment = self.segments[self._values.index(value)]
        segment.setText(text)
        segment.setAccessibleName(text)
        self._restyle()

    def take_key(self, event: QKeyEvent) -> bool:
        """Moves with the arrow keys, as radio buttons do. Whether the key was one of these."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key())
        )
        if step is None:
            return False
        target = min(max(self._current + step, 0), len(self.segments) - 1)
        if target != self._current:
            self._take(target)
            self.segments[target].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()), self._appearance.theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paint_segment(self, painter: QPainter, segment: Segment) -> None:
        """Paints one choice."""
        theme = self._appearance.theme
        on = segment.isChecked()
        width = theme.line + 1 if on else theme.line
        edge = theme.colour("accent" if on else ("ink" if segment.underMouse() else "line-strong"))
        fill = theme.colour("accent-soft" if on or segment.isDown() else "surface")
        first, last = segment is self.segments[0], segment is self.segments[-1]
        left, right = RADIUS if first else 0, RADIUS if last else 0
        inset = width / 2
        box = QRectF(segment.rect()).adjusted(inset, inset, -inset, -inset)
        if not on:
            # The line between two choices is drawn by one of them: the chosen one, else the one before.
            box.setLeft(box.left() - (0 if first else 2 * width))
            box.setRight(box.right() + (2 * width if self._before_chosen(segment) else 0))
        path = rounded(box, left, right, right, left)
        painter.fillPath(path, fill)
        painter.setPen(QPen(edge, width))
        painter.drawPath(path)
        painter.setFont(theme.sized(15 * theme.scale, 600 if on else 500))
        painter.setPen(theme.colour("ink"))
        painter.drawText(segment.rect(), Qt.AlignmentFlag.AlignCenter, segment.text())

    def _widths(self, padding: int = PADDING) -> list[int]:
        theme, texts = self._appearance.theme, [segment.text() for segment in self.segments]
        if self._measured is None or self._measured[:2] != (theme, texts):
            metrics = QFontMetricsF(theme.sized(15 * theme.scale, 600))
            self._measured = theme, texts, [round(metrics.horizontalAdvance(text)) for text in texts]
        return [max(44, width + 2 * padding) for width in self._measured[2]]

    def _place(self) -> None:
        widths, equal = self._widths(), self.width() / len(self.segments)
        if max(widths) - 6 <= equal:
            widths = [int(equal)] * len(widths)
        spare = (self.width() - sum(widths)) / len(widths)
        x = 0.0
        for segment, width in zip(self.segments, widths, strict=True):
            end = x + width + spare
            segment.setGeometry(QRect(round(x), 0, round(end) - round(x), self.height()))
            x = end

    def _before_chosen(self, segment: Segment) -> bool:
        """Whether the next choice is the one that is on."""
        return self._current > 0 and segment is self.segments[self._current - 1]

    def _mark(self) -> None:
        show_chosen(self.segments, self.segments[self._current])
        for n, segment in enumerate(self.segments):
            here = Qt.FocusPolicy.StrongFocus if n == self._current else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(here)
            segment.update()

    def _take(self, index: int) -> None:
        self._current = index
        self._mark()
        self.chosen.emit(self.value)

    def _tapped(self) -> None:
        segment = self.sender()
        if isinstance(segment, Segment):
            self._take(self.segments.index(segment))

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()
