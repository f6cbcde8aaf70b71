"""Going along the dates of Trends, and coming closer to them, by buttons, keys and wheel."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from trends_on import sample_of

from painmap.domain.period import Period
from painmap.storage.diary import Diary
from painmap.ui.journal import Journal
from painmap.ui.parts.dates import Span
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance
from painmap.ui.trends.page import Trends, first_span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)


@pytest.fixture
def page(open_trends, now):
    """Trends on 300 invented days."""
    return open_trends(*sample_of(300, now).check_ins).page


def drawn(qtbot, page):
    qtbot.waitUntil(lambda: page.turns.done, timeout=20_000)


def dates(page) -> str:
    return page.periods.dates.text()


def turn(picture, modifiers, across=0, down=120):
    middle = QPointF(picture.rect().center())
    event = QWheelEvent(
        middle,
        picture.mapToGlobal(middle),
        QPoint(),
        QPoint(across, down),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(picture, event)


def test_the_arrows_beside_the_dates_go_to_the_three_months_before_and_back(qtbot, page):
    qtbot.mouseClick(page.periods.earlier, LEFT)
    assert dates(page) == "25 May to 23 Aug"
    assert page.periods.segments.value is Span.OWN
    qtbot.mouseClick(page.periods.later, LEFT)
    assert dates(page) == "24 Aug to 22 Nov"


def test_nothing_lies_before_the_first_entry_and_after_today(qtbot, page):
    assert not page.periods.later.isEnabled()
    for _ in range(4):
        qtbot.mouseClick(page.periods.earlier, LEFT)
    assert not page.periods.earlier.isEnabled()
    assert page.material.period.start == page.material.whole.start
    assert page.periods.later.isEnabled()


def test_fewer_and_more_days(qtbot, page):
    qtbot.mouseClick(page.periods.fewer, LEFT)
    assert len(page.material.period) == 45
    qtbot.mouseClick(page.periods.more, LEFT)
    assert len(page.material.period) == 90
    for _ in range(6):
        qtbot.mouseClick(page.periods.fewer, LEFT)
    assert len(page.material.period) == 7
    assert not page.periods.fewer.isEnabled()
    for _ in range(8):
        qtbot.mouseClick(page.periods.more, LEFT)
    assert page.material.period == page.material.whole
    assert not page.periods.more.isEnabled()


def test_the_plus_key_comes_closer_to_the_day_that_is_pointed_at_and_keeps_it(qtbot, page):
    picture = page.overview.timeline.picture
    picture.setFocus()
    picture.point(date(2026, 9, 20))
    QTest.keyClick(picture, Qt.Key.Key_Plus)
    period = page.material.period
    assert len(period) == 45
    assert abs((period.start - date(2026, 9, 20)).days) in (21, 22, 23)
    drawn(qtbot, page)
    assert picture.key == date(2026, 9, 20)
    QTest.keyClick(picture, Qt.Key.Key_Minus)
    assert len(page.material.period) == 90


def test_page_up_goes_to_earlier_dates_and_page_down_back(qtbot, page):
    picture = page.overview.timeline.picture
    QTest.keyClick(picture, Qt.Key.Key_PageUp)
    assert dates(page) == "25 May to 23 Aug"
    QTest.keyClick(picture, Qt.Key.Key_PageDown)
    assert dates(page) == "24 Aug to 22 Nov"


def test_the_wheel_comes_closer_with_ctrl_goes_along_with_shift_and_is_the_pages_alone(page):
    picture = page.overview.timeline.picture
    turn(picture, Qt.KeyboardModifier.NoModifier)
    assert dates(page) == "24 Aug to 22 Nov"
    turn(picture, Qt.KeyboardModifier.ControlModifier)
    assert len(page.material.period) == 45
    turn(picture, Qt.KeyboardModifier.ControlModifier, down=-120)
    assert len(page.material.period) == 90
    end = page.material.period.end
    turn(picture, Qt.KeyboardModifier.ShiftModifier)
    assert 20 <= (end - page.material.period.end).days <= 24 or page.material.period.end < end


def test_a_fine_wheel_adds_up_to_a_step(page):
    picture = page.overview.timeline.picture
    for _ in range(3):
        turn(picture, Qt.KeyboardModifier.ControlModifier, down=30)
        assert len(page.material.period) == 91
    turn(picture, Qt.KeyboardModifier.ControlModifier, down=30)
    assert len(page.material.period) == 45


def test_a_length_is_one_tap_away_after_any_step(qtbot, page):
    qtbot.mouseClick(page.periods.earlier, LEFT)
    month = page.periods.segments.segments[1]
    qtbot.mouseClick(month, LEFT)
    assert dates(page) == "24 Oct to 22 Nov"


@pytest.mark.parametrize("width", [844, 948, 1192, 1700])
@pytest.mark.parametrize("text_size", [100, 150])
def test_the_bar_fits_whatever_it_has_to_leave_to_menu_and_keys(qtbot, page, width, text_size):
    page.appearance.choose("light", text_size)
    page.resize(width, 700)
    drawn(qtbot, page)
    bar = page.periods
    shown = [each for each in (bar.earlier, bar.dates, bar.later, bar.more, bar.fewer) if each.isVisible()]
    assert bar.dates in shown
    for left, right in pairwise(shown):
        assert left.geometry().right() < right.geometry().left()
    assert shown[-1].geometry().right() <= bar.width()
    assert page.count.mapTo(page, QPoint(page.count.width(), 0)).x() <= page.width()


@pytest.mark.parametrize(
    ("days", "span"),
    [(0, Span.THREE_MONTHS), (1, Span.TWO_WEEKS), (14, Span.TWO_WEEKS), (15, Span.MONTH), (31, Span.THREE_MONTHS)],
)
def test_a_young_diary_opens_on_fewer_days(days, span):
    assert first_span(Period.last(days, until=TODAY) if days else None) is span


def test_the_page_opens_on_what_a_young_diary_has_until_a_length_is_chosen(qtbot, tmp_path, moment, now):
    with Diary.open(tmp_path / "young.diary", moment()) as diary:
        diary.merge(sample_of(9, now).check_ins)
        page = Trends(Journal(diary, moment), Settings(tmp_path), Appearance("light"))
        qtbot.addWidget(page)
        page.refresh()
        assert page.periods.segments.value is Span.TWO_WEEKS
        page.periods.span_chosen.emit(Span.MONTH)
        page.refresh()
        assert page.periods.segments.value is Span.MONTH
