"""The picture of a chart, with an upright line at the day that is pointed at."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.charts.look import look
from painmap.ui.theme import Appearance
from painmap.ui.trends.drawing import PX_PER_POINT, Turns, drawn
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from painmap.charts.look import Look
    from painmap.charts.timeline import Timeline

_LINE = 2.0
_LEAST = 180
"""Height in px at 100 % until the chart's own is known."""


class ChartPicture(QWidget):
    """Shows one chart. `day_pointed` gives the date under the pointer or reached by the arrow keys, `day_opened`
    the one on which Enter was pressed.
    """

    day_pointed = Signal(object)
    day_opened = Signal(object)

    def __init__(self, appearance: Appearance, turns: Turns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._turns = turns
        self._shown: Shown | None = None
        self._image: QImage | None = None
        self._where: Timeline | None = None
        self._day: date | None = None
        self._due = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setMinimumHeight(appearance.theme.px(_LEAST))
        appearance.changed.connect(self._restyle)

    @property
    def day(self) -> date | None:
        """The day that the line stands at."""
        return self._day

    @property
    def due(self) -> bool:
        """Whether the picture is older than what it is to show."""
        return self._due

    def show_chart(self, shown: Shown) -> None:
        """Shows a chart, drawn soon; the picture before it stays until then."""
        self._shown = shown
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown.days else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(shown.title)
        if self._day is not None and self._day not in shown.period:
            self.point(None)
        self._restyle()

    def point(self, day: date | None) -> None:
        """Puts the line at a day, or takes it away."""
        if day == self._day:
            return
        self._day = day
        self.update()
        self._describe()
        self.day_pointed.emit(day)

    def announce(self, text: str) -> None:
        """Has a screen reader say what the line stands at."""
        event = QAccessibleAnnouncementEvent(self, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def draw_now(self) -> None:
        """Draws the chart anew where it has to be and can be seen."""
        if not self._due or self._shown is None or not self.isVisible():
            return
        if self._grown():
            self._turns.ask(self)
            return
        self._due = False
        self._describe()
        self._image, self._where = drawn(
            self._shown.draw, self._look(), self.width(), self.height(), self.devicePixelRatioF()
        )
        self.update()

    def _describe(self) -> None:
        """Gives screen readers the chart in words, the day that is pointed at first."""
        if self._shown is not None:
            pointed = f"{self._shown.day_sentence(self._day)}. " if self._day else ""
            self.setAccessibleDescription(pointed + self._shown.sentence)

    def sizeHint(self) -> QSize:
        return QSize(320, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        if self._due:
            self._turns.ask(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point_at(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._day is not None:
            self.day_opened.emit(self._day)
            return
        target = self._reached(key)
        if target is None:
            super().keyPressEvent(event)
            return
        self.point(target)
        if self._shown is not None:
            self.announce(self._shown.day_sentence(target))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        if self._image is None:
            return
        painter.drawImage(QRectF(self.rect()), self._image)
        if self._where is None or self._day is None or self._day not in self._where.period:
            return
        x = self._where.x_of(self._day) * self.width()
        top, bottom = self._where.top * self.height(), self._where.bottom * self.height()
        painter.fillRect(QRectF(x - _LINE / 2, top, _LINE, bottom - top), theme.colour("accent"))

    def _point_at(self, event: QMouseEvent) -> None:
        if self._where is None or not self._shown or not self._shown.days:
            return
        day = self._where.day_at(event.position().x() / self.width())
        if day is not None:
            self.point(day)

    def _reached(self, key: int) -> date | None:
        """The logged day that a key leads to: the next one that way, the first or the last."""
        days = self._shown.days if self._shown else ()
        if not days:
            return None
        match key:
            case Qt.Key.Key_Home:
                return days[0]
            case Qt.Key.Key_End:
                return days[-1]
            case Qt.Key.Key_Left:
                return max((d for d in days if self._day is None or d < self._day), default=days[0])
            case Qt.Key.Key_Right:
                if self._day is None:
                    return days[-1]
                return min((d for d in days if d > self._day), default=days[-1])
        return None

    def _look(self) -> "Look":
        theme = self._appearance.theme
        return look(theme.look).sized(theme.scale)

    def _grown(self) -> bool:
        """Takes the height that the chart needs. Whether the layout has to make room first."""
        if self._shown is None:
            return False
        height = round(self._shown.height(self._look()) * PX_PER_POINT)
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
