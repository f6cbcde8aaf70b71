"""Choosing one day: a date field between two arrows."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.day_edit import DayEdit
from painmap.ui.theme import Appearance

_FIRST = QDate(1900, 1, 1)


class DayField(QWidget):
    """A day, not after today. `chosen` gives the date that was taken."""

    chosen = Signal(object)

    def __init__(self, name: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.earlier = Button("The day before", appearance, Kind.QUIET, icon_name="left")
        self.later = Button("The day after", appearance, Kind.QUIET, icon_name="right")
        for arrow in (self.earlier, self.later):
            arrow.show_icon_only(True)
        self.edit = DayEdit(name, "ddd d MMM yyyy")
        self.edit.setKeyboardTracking(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.earlier, self.edit, self.later):
            row.addWidget(part)
        self.edit.dateChanged.connect(self._taken)
        self.earlier.clicked.connect(self._go_earlier)
        self.later.clicked.connect(self._go_later)
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def day(self) -> date:
        """The day that is shown."""
        shown = self.edit.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date, today: date) -> None:
        """Shows a day without saying so; no day after `today` can be chosen."""
        self.edit.blockSignals(True)
        self.edit.setDateRange(_FIRST, QDate(today.year, today.month, today.day))
        self.edit.setDate(QDate(day.year, day.month, day.day))
        self.edit.blockSignals(False)
        self.later.setEnabled(day < today)

    def _taken(self) -> None:
        self.chosen.emit(self.day)

    def _go_earlier(self) -> None:
        self.chosen.emit(self.day - timedelta(1))

    def _go_later(self) -> None:
        self.chosen.emit(self.day + timedelta(1))

    def _restyle(self) -> None:
        self.edit.setFont(self._appearance.theme.font("body"))
