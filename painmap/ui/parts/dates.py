"""Choosing a stretch of days: the usual lengths, and two date fields for dates of one's own."""

from datetime import date
from enum import Enum

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from painmap.domain.period import Period
from painmap.ui.parts.day_edit import DayEdit
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

BACKWARDS = "The end is before the start: choose a later end."
_FIRST = QDate(1900, 1, 1)


class Span(Enum):
    """A length of time up to today, in days; all that is logged; or dates of one's own."""

    TWO_WEEKS = 14
    MONTH = 30
    THREE_MONTHS = 91
    SIX_MONTHS = 182
    YEAR = 365
    ALL = "all"
    OWN = "own"

    def period(self, today: date, whole: Period | None, own: Period | None) -> Period:
        """The days that are meant; the last 3 months where there is nothing to go by."""
        if isinstance(self.value, int):
            return Period.last(self.value, until=today)
        found = whole if self is Span.ALL else own
        return found or Period.last(Span.THREE_MONTHS.value, until=today)


class DateFields(QWidget):
    """The first and the last day, neither after today. `chosen` gives the Period, once it is one."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = _field("First day", self)
        self.last = _field("Last day", self)
        self.trouble = Words("", appearance, "small", "danger", wrap=True, parent=self)
        self.trouble.hide()
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(4)
        for column, edit in enumerate((self.first, self.last)):
            name = Words(edit.accessibleName(), appearance, "small", "ink-muted", parent=self)
            name.setBuddy(edit)
            fields.addWidget(name, 0, column)
            fields.addWidget(edit, 1, column)
            fields.setColumnStretch(column, 1)
            edit.dateChanged.connect(self._take)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(8)
        column_of_all.addLayout(fields)
        column_of_all.addWidget(self.trouble)

    def show_period(self, period: Period, today: date) -> None:
        """Shows a period without saying so; no day after `today` can be chosen."""
        for edit, day in ((self.first, period.start), (self.last, period.end)):
            edit.blockSignals(True)
            edit.setDateRange(_FIRST, _qdate(today))
            edit.setDate(_qdate(day))
            edit.blockSignals(False)
        self._say("")

    def _take(self) -> None:
        start, end = (_date(edit.date()) for edit in (self.first, self.last))
        if end < start:
            self._say(BACKWARDS)
            return
        self._say("")
        self.chosen.emit(Period(start, end))

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self.last.setAccessibleDescription(text)


def _field(name: str, parent: QWidget) -> DayEdit:
    edit = DayEdit(name, "d MMM yyyy", parent)
    edit.setKeyboardTracking(False)
    return edit


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
