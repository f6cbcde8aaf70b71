"""The field for a day, by its arrow keys and by the room it has."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFontMetricsF

from painmap.ui.theme import TEXT_SIZES, Appearance
from painmap.ui.treatments.form import DayField


@pytest.fixture
def field(qtbot):
    made = DayField("First day", date(2026, 11, 2), Appearance("light"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.setSelectedSection(DayField.Section.DaySection)
    return made


def test_the_arrow_keys_go_across_weeks_and_months(qtbot, field):
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.day == date(2026, 10, 30)
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.day == date(2026, 11, 2)


def test_the_arrow_keys_stop_at_the_last_day_that_can_be_chosen(qtbot, field):
    field.setMaximumDate(QDate(2026, 11, 3))
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.day == date(2026, 11, 3)


def test_the_month_is_stepped_through_by_itself(qtbot, field):
    field.setSelectedSection(DayField.Section.MonthSection)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.day == date(2026, 10, 2)


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_no_day_is_cut_off(qtbot, size):
    field = DayField("First day", date(2026, 1, 1), Appearance("light", size))
    qtbot.addWidget(field)
    field.adjustSize()
    field.show()
    metrics = QFontMetricsF(field.lineEdit().font())
    days = [date(2026, 1, 1) + timedelta(n) for n in range(365)]
    widest = max(metrics.horizontalAdvance(f"{day:%a} {day.day} {day:%b %Y}") for day in days)
    assert widest + 4 <= field.lineEdit().width()
