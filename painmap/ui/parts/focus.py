"""The ring round the control that has the keyboard, drawn above its neighbours."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from painmap.ui.theme import Appearance

RING = 3
GAP = 2
_POINTED = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Follows the focused control of one window; shows itself only while the keyboard is being used."""

    def __init__(self, window: QWidget, appearance: Appearance) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._followed: QWidget | None = None
        self._lies_in: list[QWidget] = []
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)
        window.installEventFilter(self)
        appearance.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees what the window's frame is sent, and what the focused control and all it lies in is sent.

        Not every event of the program: a filter on all of them took a fifth of the time to start.
        """
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            self._by_keyboard = True
        elif kind in _POINTED:
            self._by_keyboard = False
            self.hide()
        elif kind == QEvent.Type.Show and watched is self.window():
            self.window().windowHandle().installEventFilter(self)
        elif kind in _MOVED and isinstance(watched, QWidget):
            self._lay()
        return False

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        for left in self._lies_in:
            if isValid(left):
                left.removeEventFilter(self)
        self._followed = now if now is not None and self.window().isAncestorOf(now) else None
        self._lies_in = []
        widget: QWidget | None = self._followed
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._lies_in.append(widget)
            widget = widget.parentWidget()
        self._lay()

    def _lay(self) -> None:
        widget = self._followed
        shown = widget is not None and self._by_keyboard and not widget.property("ownRing")
        if widget is None or not shown or widget.visibleRegion().isEmpty():
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
