"""The picture of a chart, with a mark on what is pointed at."""

from collections.abc import Hashable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.charts.look import look
from painmap.charts.pointing import Way
from painmap.ui.theme import Appearance
from painmap.ui.trends.drawing import PX_PER_POINT, Drawn, Turns
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from painmap.charts.look import Look

_LINE = 2.0
_LEAST = 180
"""Height in px at 100 % until the chart's own is known."""
_NOTCH, _A_NOTCH = 120, 0.25
_WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Home: Way.FIRST,
    Qt.Key.Key_End: Way.LAST,
}
_CLOSER = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_ALONG = {Qt.Key.Key_PageUp: -1.0, Qt.Key.Key_PageDown: 1.0}


class ChartPicture(QWidget):
    """Shows one chart. `pointed` gives the key of what is under the pointer or was reached by the arrow keys, or None;
    `opened` the day that a click or Enter asks for; `resized` says that it has another size. On a date axis `closer`
    gives 1 or -1 and the day to come closer to or None, `along` a share of the days in sight to go by: later days, or
    earlier ones where it is negative.
    """

    pointed = Signal(object)
    opened = Signal(object)
    closer = Signal(int, object)
    along = Signal(float)
    resized = Signal()

    def __init__(self, appearance: Appearance, turns: Turns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._turns = turns
        self._shown: Shown | None = None
        self._drawn: Drawn | None = None
        self._key: Hashable | None = None
        self._due = False
        self._wheeled = QPoint()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setMinimumHeight(appearance.theme.px(_LEAST))
        appearance.changed.connect(self._restyle)

    @property
    def key(self) -> Hashable | None:
        """What is pointed at."""
        return self._key

    @property
    def due(self) -> bool:
        """Whether the picture is older than what it is to show."""
        return self._due

    @property
    def drawn(self) -> Drawn | None:
        """What is in sight."""
        return self._drawn

    def show_chart(self, shown: Shown) -> None:
        """Shows a chart, drawn soon; the picture before it stays until then."""
        before, self._shown = self._shown, shown
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown.can_point else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(shown.title)
        if self._key is not None and not _still_there(self._key, before, shown):
            self.point(None)
        self._restyle()

    def point(self, key: Hashable | None) -> None:
        """Marks what is pointed at, or nothing."""
        if key == self._key:
            return
        self._key = key
        self.setCursor(Qt.CursorShape.ArrowCursor if self._day() is None else Qt.CursorShape.PointingHandCursor)
        self.update()
        self._describe()
        self.pointed.emit(key)

    def announce(self, text: str) -> None:
        """Has a screen reader say something at once."""
        event = QAccessibleAnnouncementEvent(self, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def make_room(self) -> None:
        """Asks for the height that the chart needs, before it is drawn."""
        if self._due and self.isVisible():
            self._grown()

    def draw_now(self) -> None:
        """Shows the chart as it is now, where it has to and can be seen; it is put in words when others are drawn."""
        if not self._due:
            self._describe()
            return
        if self._shown is None or not self.isVisible():
            return
        if self._grown():
            self._turns.ask(self, again=True)
            return
        self._due = False
        size = self.width(), self.height(), self.devicePixelRatioF()
        self._drawn = self._turns.kept.picture(self._shown, self.look(), *size)
        where = self._drawn.where
        if self._key is not None and (where is None or where.box(self._key) is None):
            self.point(None)
        self._turns.ask(self)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._ask()
        self.resized.emit()

    def showEvent(self, event: QShowEvent) -> None:
        if self._due:
            self._turns.ask(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on what is pointed at already opens its day: a mouse points before it clicks, a finger taps twice."""
        before = self._key
        self._point_at(event)
        if event.button() is Qt.MouseButton.LeftButton and self._key is not None and self._key == before:
            self._open()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel comes closer, with Shift or sideways it goes along; else it is for the page."""
        shown, turned = self._shown, event.angleDelta()
        closer = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or abs(turned.x()) > abs(turned.y())
        if shown is None or not shown.dated or not (closer or sideways):
            event.ignore()
            return
        self._wheeled += turned
        way = self._wheeled.y() if closer else -(self._wheeled.x() or self._wheeled.y())
        if abs(way) >= _NOTCH:
            self._wheeled = QPoint()
            if closer:
                self.closer.emit(1 if way > 0 else -1, self._key)
            else:
                self.along.emit(_A_NOTCH if way > 0 else -_A_NOTCH)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        if self._drawn is None:
            return
        painter.drawImage(QRectF(self.rect()), self._drawn.image)
        box = self._marked()
        if box is None:
            return
        if box.width() < _LINE:
            painter.fillRect(
                QRectF(box.center().x() - _LINE / 2, box.top(), _LINE, box.height()), theme.colour("accent")
            )
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in (("surface", 3 * _LINE), ("accent", _LINE)):
            painter.setPen(QPen(theme.colour(colour), width))
            painter.drawRoundedRect(box.adjusted(-_LINE, -_LINE, _LINE, _LINE), 3, 3)

    def _marked(self) -> QRectF | None:
        """Where the mark stands."""
        where = self._drawn.where if self._drawn else None
        share = where.box(self._key) if where is not None and self._key is not None else None
        if share is None:
            return None
        left, top, right, bottom = share
        wide, high = self.width(), self.height()
        return QRectF(left * wide, top * high, (right - left) * wide, (bottom - top) * high)

    def _take(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Answers a key. Whether it is one of the chart's."""
        shown = self._shown
        if shown is None or not shown.can_point:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._key is not None:
            self._open()
            return True
        if key is Qt.Key.Key_Escape and self._key is not None:
            self.point(None)
            return True
        if shown.dated and key in _CLOSER:
            self.closer.emit(_CLOSER[key], self._key)
            return True
        if shown.dated and key in _ALONG:
            self.along.emit(_ALONG[key])
            return True
        return key in _WAYS and not modifiers & Qt.KeyboardModifier.ControlModifier and self._go(_WAYS[key])

    def _go(self, way: Way) -> bool:
        """Points at the next thing that way, and says it. Whether there is one, or the chart holds the way."""
        where = self._drawn.where if self._drawn else None
        if where is None or self._shown is None:
            return False
        target = where.step(self._key, way)
        if target is not None:
            self.point(target)
            self.announce(self._shown.told(target))
        return True

    def _open(self) -> None:
        day = self._day()
        if day is not None:
            self.opened.emit(day)

    def _day(self) -> date | None:
        """The day that a click on what is pointed at opens."""
        return self._shown.day_of(self._key) if self._shown and self._key is not None else None

    def _point_at(self, event: QMouseEvent) -> None:
        where = self._drawn.where if self._drawn else None
        if where is None or self._shown is None or not self._shown.can_point:
            return
        spot = event.position()
        key = where.at(spot.x() / self.width(), spot.y() / self.height())
        if key is not None:
            self.point(key)

    def _describe(self) -> None:
        """Gives screen readers the chart in words, what is pointed at first."""
        if self._shown is not None:
            told = self._shown.told(self._key)
            words = told and f"{told}.", self._shown.sentence, self._shown.ways
            self.setAccessibleDescription(" ".join(filter(None, words)))

    def look(self) -> "Look":
        """The look of the theme, with its text size."""
        theme = self._appearance.theme
        return look(theme.look).sized(theme.scale)

    def _grown(self) -> bool:
        """Takes the height that the chart needs. Whether the layout has to make room first."""
        if self._shown is None:
            return False
        height = round(self._shown.height(self.look(), self.width() / PX_PER_POINT) * PX_PER_POINT)
        if height == self.minimumHeight():
            return False
        self.setMinimumHeight(height)
        self.updateGeometry()
        return True

    def _restyle(self) -> None:
        self.update()
        self._ask()

    def _ask(self) -> None:
        if self._shown is not None:
            self._due = True
            if self.isVisible():
                self._turns.ask(self)


def _still_there(key: Hashable, before: Shown | None, shown: Shown) -> bool:
    """Whether what is pointed at is in another chart too: a day of its period, or anything where nothing changed."""
    if not shown.can_point or before is None:
        return False
    if isinstance(key, date):
        return key in shown.period
    return (before.key, before.period, before.basis) == (shown.key, shown.period, shown.basis)
