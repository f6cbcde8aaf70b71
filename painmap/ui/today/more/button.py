"""The line that opens and closes what else can be said, and names what is filled in."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from painmap.ui.parts.icons import icon
from painmap.ui.theme import Appearance

ARROW = 18
INSET = 15


class MoreButton(QAbstractButton):
    """Stands at the foot of the panel while More is closed, and at its head while it is open."""

    def __init__(self, appearance: Appearance, *, opens: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._opens = opens
        self._filled = ""
        self._compact = not opens
        self._framed = True
        self.name_day(today=True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def name_day(self, *, today: bool) -> None:
        """Says whether it is about today or about another day."""
        self.setText("More about today" if today else "More about this day")
        self._speak()

    @property
    def filled(self) -> str:
        """What it says is filled in."""
        return self._filled

    def show_filled(self, said: str) -> None:
        """Says what is filled in, or what could be."""
        self._filled = said
        self._speak()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Leaves the second line out."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def set_framed(self, framed: bool) -> None:
        """Has a border of its own, or is the head of a card that has one."""
        self._framed = framed
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._appearance.theme.px(44 if self._compact else 56))

    def minimumSizeHint(self) -> QSize:
        return QSize(150, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._framed:
            painter.setPen(QPen(theme.colour("ink" if self.underMouse() else "line-strong"), theme.line))
            painter.setBrush(theme.colour("accent-soft" if self.isDown() else "surface"))
            inset = theme.line / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        size, side = theme.px(ARROW), INSET if self._framed else 0
        arrow = icon("down" if self._opens else "up", theme.colour("ink"), size, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - size - side, (self.height() - size) // 2, arrow)
        self._paint_words(painter, QRectF(side, 7, self.width() - size - 2 * side - INSET, self.height() - 14))

    def _speak(self) -> None:
        spoken = self.text() if self._opens else f"Close {self.text().lower()}"
        self.setAccessibleName(f"{spoken}: {self._filled}" if self._filled else spoken)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        theme = self._appearance.theme
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("body-strong"))
        left = Qt.AlignmentFlag.AlignLeft
        if self._compact:
            painter.drawText(box, left | Qt.AlignmentFlag.AlignVCenter, self.text())
            return
        painter.drawText(box, left | Qt.AlignmentFlag.AlignTop, self.text())
        small = theme.font("small")
        painter.setFont(small)
        painter.setPen(theme.colour("ink-muted"))
        said = QFontMetricsF(small).elidedText(self._filled, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, left | Qt.AlignmentFlag.AlignBottom, said)
