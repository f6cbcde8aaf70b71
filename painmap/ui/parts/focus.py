"""The ring round the control that has the keyboard, drawn above its neighbours."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from painmap.ui.theme import Appearance

RING = 3
GAP = 2


class FocusRing(QWidget):
    """Follows the focused control of one window; shows itself only while the keyboard is being used."""

    def __init__(self, window: QWidget, appearance: Appearance) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._followed: QWidget | None = None
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)
        app.installEventFilter(self)
        appearance.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            self._by_keyboard = True
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._by_keyboard = False
            self.hide()
        elif watched is self._followed and kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide):
            self._lay()
        return False

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._followed = now if now is not None and self.window().isAncestorOf(now) else None
        self._lay()

    def _lay(self) -> None:
        widget = self._followed
        if widget is None or not self._by_keyboard or not widget.isVisible() or widget.property("ownRing"):
            self.hide()
            return
        room = RING + GAP
        corner = widget.mapTo(self.window(), QPoint(0, 0))
        self.setGeometry(QRect(corner, widget.size()).adjusted(-room, -room, room, room))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("surface"), GAP))
        inset = RING + GAP / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 9, 9)
        painter.setPen(QPen(theme.colour("focus"), RING))
        inset = RING / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 11, 11)
