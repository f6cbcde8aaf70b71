"""A month of days as one grid of 42 buttons, walked with the arrow keys."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from painmap.domain.summary import DaySummary
from painmap.domain.words import WEEKDAYS
from painmap.ui.history.cell import SIDE, CalendarDay, paint_cell
from painmap.ui.history.months import EARLIEST, moved_months, shown_days
from painmap.ui.history.wording import spoken_day
from painmap.ui.theme import Appearance

GAP = 4
COLUMNS = 7
HEAD = 40
SMALLEST_CELL = QSize(64, 58)


class DayButton(QAbstractButton):
    """One day of the grid."""

    def __init__(self, calendar: "Calendar") -> None:
        super().__init__(calendar)
        self._calendar = calendar
        self.cell = CalendarDay(date.min)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._calendar.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._calendar.paint_day(QPainter(self), self)


class Calendar(QWidget):
    """The days of a month. `day_selected` tells a day that was tapped or walked to, `day_opened` one to open.

    A day of another month may be told: whoever shows the calendar then shows that month.
    """

    day_selected = Signal(object)
    day_opened = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._today = date.min
        self._selected = date.min
        self._week_starts = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.days = [DayButton(self) for _ in range(6 * COLUMNS)]
        for button in self.days:
            button.clicked.connect(self._tapped)
        appearance.changed.connect(self._restyle)

    def show_month(self, selected: date, days: Mapping[date, DaySummary], today: date, week_starts: int = 0) -> None:
        """Shows the month of the selected day. `week_starts` is 0 for Monday to 6 for Sunday."""
        keyboard_here = self.window().focusWidget() in self.days
        self._today, self._selected, self._week_starts = today, selected, week_starts
        self.setAccessibleName(f"Days of {selected:%Y-%m}")
        for n, (button, day) in enumerate(zip(self.days, shown_days(selected, week_starts), strict=True)):
            self._fill(button, day, days.get(day), first=n == 0)
        if keyboard_here:
            self.take_focus()
        self.update()

    def take_focus(self) -> None:
        """Puts the keyboard on the selected day."""
        button = self.button(self._selected)
        if button:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def button(self, day: date) -> DayButton | None:
        """The button of a day that is shown."""
        return next((button for button in self.days if button.cell.day == day), None)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answers a key: arrows by day and week, Page keys by month, Home, End, Enter. Whether it was one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_opened.emit(self._selected)
            return True
        target = self._reached(Qt.Key(event.key()))
        if target is None:
            return False
        self._go(min(max(target, EARLIEST), self._today))
        return True

    def sizeHint(self) -> QSize:
        return QSize(7 * 97 + 6 * GAP, HEAD + 6 * 98 + 5 * GAP)

    def minimumSizeHint(self) -> QSize:
        cell = SMALLEST_CELL
        return QSize(7 * cell.width() + 6 * GAP, self._head() + 6 * cell.height() + 5 * GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the names of the weekdays above their columns."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink-muted"))
        for column in range(COLUMNS):
            box = QRectF(self.days[column].geometry()).adjusted(SIDE, 0, 0, 0)
            box.setTop(0)
            box.setHeight(self._head())
            name = WEEKDAYS[(self._week_starts + column) % 7]
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def paint_day(self, painter: QPainter, button: DayButton) -> None:
        """Paints one day."""
        chosen = button.cell.day == self._selected
        hover = button.underMouse() and button.isEnabled()
        paint_cell(painter, self._appearance.theme, QRectF(button.rect()), button.cell, chosen, hover)

    def _fill(self, button: DayButton, day: date, summary: DaySummary | None, *, first: bool) -> None:
        in_month = (day.year, day.month) == (self._selected.year, self._selected.month)
        future = day > self._today
        button.cell = CalendarDay(day, summary, in_month, future, day == self._today, first)
        button.setAccessibleName(spoken_day(day, summary, self._today))
        button.setEnabled(not future)
        chosen = day == self._selected
        button.setAccessibleDescription("Selected" if chosen else "")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        button.update()

    def _reached(self, key: Qt.Key) -> date | None:
        day = self._selected
        column = (day.weekday() - self._week_starts) % COLUMNS
        match key:
            case Qt.Key.Key_Left:
                return day - timedelta(1)
            case Qt.Key.Key_Right:
                return day + timedelta(1)
            case Qt.Key.Key_Up:
                return day - timedelta(COLUMNS)
            case Qt.Key.Key_Down:
                return day + timedelta(COLUMNS)
            case Qt.Key.Key_Home:
                return day - timedelta(column)
            case Qt.Key.Key_End:
                return day + timedelta(COLUMNS - 1 - column)
            case Qt.Key.Key_PageUp:
                return moved_months(day, -1)
            case Qt.Key.Key_PageDown:
                return moved_months(day, 1)
        return None

    def _go(self, day: date) -> None:
        if day != self._selected:
            self.day_selected.emit(day)

    def _tapped(self) -> None:
        button = self.sender()
        if isinstance(button, DayButton):
            self.day_selected.emit(button.cell.day)

    def _head(self) -> int:
        return self._appearance.theme.px(HEAD) if self._appearance.theme.text_size <= 115 else 46

    def _place(self) -> None:
        head = self._head()
        wide = (self.width() + GAP) / COLUMNS
        tall = (self.height() - head + GAP) / (len(self.days) // COLUMNS)
        for n, button in enumerate(self.days):
            row, column = divmod(n, COLUMNS)
            left, top = round(column * wide), head + round(row * tall)
            right, bottom = round((column + 1) * wide) - GAP, head + round((row + 1) * tall) - GAP
            button.setGeometry(QRect(left, top, right - left, bottom - top))

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()
        for button in self.days:
            button.update()
