"""A button that opens something below it, with an arrow at its right."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.ui.parts.buttons import GAP, ICON, Button
from painmap.ui.parts.focus import FocusRing
from painmap.ui.parts.icons import icon
from painmap.ui.parts.words import Card
from painmap.ui.theme import Appearance, Theme


class DropButton(Button):
    """Words and an arrow down."""

    def __init__(self, text: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(text, appearance, icon_name="down", parent=parent)

    def _paint_words(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        font = self._font()
        metrics = QFontMetricsF(font)
        size = theme.px(ICON)
        words = metrics.horizontalAdvance(self.text())
        x = (self.width() - words - GAP - size) / 2
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(x, 0, words + 1, self.height()), Qt.AlignmentFlag.AlignCenter, self.text())
        picture = icon("down", ink, size, self.devicePixelRatioF())
        painter.drawPixmap(round(x + words + GAP), round((self.height() - size) / 2), picture)


class Panel(Card):
    """A small area that opens below a button and closes with Escape or a tap elsewhere."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(16, 16, 16, 16)
        self.content.setSpacing(12)
        self._ring = FocusRing(self, appearance)

    def open_below(self, button: QWidget) -> None:
        """Opens under the button, inside the screen."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height() + 4))
        room = button.screen().availableGeometry()
        x = max(room.left(), min(corner.x(), room.right() - self.width()))
        y = corner.y()
        if y + self.height() > room.bottom():
            y = button.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4
        self.move(x, max(room.top(), y))
        self.show()
