"""The bar of Trends: which days the charts are about, and the ones before, after and around them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from painmap.domain.period import Period
from painmap.domain.words import day_text
from painmap.domain.zoom import along, closer, wider
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.dates import DateFields, Span
from painmap.ui.parts.drop import DropButton, Panel
from painmap.ui.parts.segments import Segments
from painmap.ui.theme import Appearance

NAMES = {
    Span.TWO_WEEKS: "2 weeks",
    Span.MONTH: "Month",
    Span.THREE_MONTHS: "3 months",
    Span.SIX_MONTHS: "6 months",
    Span.YEAR: "Year",
    Span.ALL: "All",
    Span.OWN: "Own dates",
}
_GAP, _STEP_GAP = 12, 4
_STEPS = (("Earlier dates", "left"), ("Later dates", "right"), ("Fewer days", "plus"), ("More days", "minus"))


class PeriodBar(QWidget):
    """Seven lengths of time, and the dates they come to. Where there is no room the lengths are a menu.

    `span_chosen` gives a Span, `dates_chosen` a Period of one's own. `closer` gives 1 for half the days and -1 for
    twice as many, `along` 1 for the days after these and -1 for the ones before.
    """

    span_chosen = Signal(object)
    dates_chosen = Signal(object)
    closer = Signal(int)
    along = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period: Period | None = None
        self._today: date | None = None
        self.segments = Segments("Period", [(name, span) for span, name in NAMES.items()], appearance, self)
        self.short = DropButton(NAMES[Span.THREE_MONTHS], appearance, self)
        self.menu = QMenu(self)
        self.dates = DropButton("", appearance, self)
        self.panel = Panel(appearance, self)
        self.fields = DateFields(appearance, self.panel)
        self.earlier, self.later, self.fewer, self.more = (
            Button(name, appearance, icon_name=icon, parent=self) for name, icon in _STEPS
        )
        self.panel.content.addWidget(self.fields)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.segments)
        row.addWidget(self.short)
        steps = QHBoxLayout()
        steps.setSpacing(_STEP_GAP)
        for widget in self._steps:
            steps.addWidget(widget)
        row.addLayout(steps)
        row.addStretch(1)
        for button in (self.earlier, self.later, self.fewer, self.more):
            button.show_icon_only(True)
        self.short.hide()
        self._fill_menu()
        self._wire()

    @property
    def _steps(self) -> tuple[QWidget, ...]:
        """The dates between the days before and after them, then more and fewer days."""
        return self.earlier, self.dates, self.later, self.more, self.fewer

    def show_period(self, span: Span, period: Period, limits: Period) -> None:
        """Shows what is chosen, the days that it means, and what is left of the limits to go to."""
        self._period, self._today = period, limits.end
        today = limits.end
        self.earlier.setEnabled(along(period, limits, -1) != period)
        self.later.setEnabled(along(period, limits, 1) != period)
        self.fewer.setEnabled(closer(period) != period)
        self.more.setEnabled(wider(period, limits) != period)
        self.segments.show_value(span)
        self.short.rename(NAMES[span], f"Period: {NAMES[span]}")
        for action in self.menu.actions():
            action.setChecked(action.data() is span)
        text = _dates(period, today)
        self.dates.rename(text, f"Dates: {text}")
        if not self.panel.isVisible():
            self.fields.show_period(period, today)
        self._make_room()

    def open_dates(self) -> None:
        """Opens the two date fields."""
        if self._period and self._today:
            self.fields.show_period(self._period, self._today)
        self.panel.open_below(self.dates)
        self.fields.first.setFocus()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.short.sizeHint().width() + _GAP + _width_of([self.dates]), self.dates.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()

    def _make_room(self) -> None:
        """First the lengths become a menu, then the buttons go that the keys and the menu can stand in for."""
        menu, lengths = self.short.sizeHint().width() + _GAP, self.segments.sizeHint().width() + _GAP
        room, dates = self.width(), (self.earlier, self.dates, self.later)
        fits = lengths + _width_of(self._steps) <= room
        self.segments.setVisible(fits)
        self.short.setVisible(not fits)
        for button in (self.more, self.fewer):
            button.setVisible(menu + _width_of(self._steps) <= room)
        for button in (self.earlier, self.later):
            button.setVisible(menu + _width_of(dates) <= room)

    def _fill_menu(self) -> None:
        one = QActionGroup(self)
        for span, name in NAMES.items():
            action = self.menu.addAction(name)
            action.setData(span)
            action.setCheckable(True)
            one.addAction(action)
        self.menu.triggered.connect(self._take_action)

    def _wire(self) -> None:
        self.segments.chosen.connect(self.span_chosen)
        self.short.clicked.connect(self._open_menu)
        self.dates.clicked.connect(self.open_dates)
        self.fields.chosen.connect(self.dates_chosen)
        self.earlier.clicked.connect(lambda: self.along.emit(-1))
        self.later.clicked.connect(lambda: self.along.emit(1))
        self.more.clicked.connect(lambda: self.closer.emit(-1))
        self.fewer.clicked.connect(lambda: self.closer.emit(1))

    def _open_menu(self) -> None:
        self.menu.popup(self.short.mapToGlobal(self.short.rect().bottomLeft()))

    def _take_action(self, action: QAction) -> None:
        self.span_chosen.emit(action.data())


def _width_of(row: Sequence[QWidget]) -> int:
    return sum(each.sizeHint().width() for each in row) + (len(row) - 1) * _STEP_GAP


def _dates(period: Period, today: date) -> str:
    """'28 Sep to 22 Nov', with the year where it is not this one."""
    year = period.start.year != today.year or period.end.year != today.year
    start = day_text(period.start, year=period.start.year != period.end.year)
    return f"{start} to {day_text(period.end, year=year)}" if len(period) > 1 else day_text(period.end, year=year)
