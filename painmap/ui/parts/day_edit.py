"""The field in which a day is typed, stepped through or chosen in a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QWidget

WIDEST_DAY = date(2026, 5, 20)
"""A Wednesday in May: the day that takes the most room, but for single letters."""
ROOM = 28
"""Px beside the words for the cursor and for days that are a letter wider."""
DROP_DOWN = 36


class DayEdit(QDateEdit):
    """Is as wide as the widest day, and the arrow keys go from day to day across weeks and months."""

    def __init__(self, name: str, display: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setDisplayFormat(display)
        self.setCalendarPopup(True)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        words = self.locale().toString(QDate(WIDEST_DAY.year, WIDEST_DAY.month, WIDEST_DAY.day), self.displayFormat())
        needed = QFontMetricsF(self.font()).horizontalAdvance(words) + ROOM + DROP_DOWN
        return QSize(max(hint.width(), round(needed)), hint.height())

    def stepBy(self, steps: int) -> None:
        """Qt stops at the end of the week or the month; a day goes on to the next."""
        section = self.currentSection()
        if section != QDateEdit.Section.DaySection:
            super().stepBy(steps)
            return
        self.setDate(self.date().addDays(steps))
        self.setSelectedSection(section)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Both ways, but for the first and the last day that can be chosen."""
        if self.currentSection() != QDateEdit.Section.DaySection:
            return super().stepEnabled()
        up, down = QAbstractSpinBox.StepEnabledFlag.StepUpEnabled, QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        none = QAbstractSpinBox.StepEnabledFlag.StepNone
        day = self.date()
        return (up if day < self.maximumDate() else none) | (down if day > self.minimumDate() else none)
