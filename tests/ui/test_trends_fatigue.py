"""Pain and fatigue on a real diary: of the same day, and after an effort."""

from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from trends_on import sample_of

from painmap.domain.about import About, Effort
from painmap.domain.event import Event, EventKind
from painmap.domain.groups import Asked
from painmap.domain.period import Period
from painmap.ui.trends.charts.fatigue import after_effort
from painmap.ui.trends.material import material_of
from painmap.ui.trends.panes.fatigue import FatiguePane

# Windows that open over another are raised and take the keyboard, which nothing but a screen can do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)
SHOPPING = About(effort=Effort("Shopping", 12, 24, 3))


@pytest.fixture
def opened(open_trends):
    """Opens pain and fatigue: `opened(*kept)`."""
    return partial(open_trends, tab=FatiguePane)


@pytest.fixture
def months(opened, now):
    """90 invented days, with efforts and a busy day."""
    return opened(*sample_of(90, now))


def test_both_charts_of_fatigue_are_drawn_and_described(months):
    pane = months.pane
    assert pane.same_day.figures.text() == "62 days with both"
    assert "worst pain 4 to 6: median fatigue 6 on 34 days" in pane.same_day.picture.accessibleDescription()
    assert pane.effort.figures.text() == "6 days with an effort"
    assert pane.effort.picture.accessibleName() == "Fatigue after an effort"
    assert "not a cause" in pane.effort.note.text()
    for card in pane.cards:
        image = card.picture.grab().toImage()
        assert len({image.pixelColor(x, y).name() for x in range(0, 500, 2) for y in range(0, 300, 2)}) > 4


def test_the_arrow_keys_reach_pairs_of_ratings(months):
    card = months.pane.same_day
    QTest.keyClick(card.picture, Qt.Key.Key_Right)
    assert (card.when.text(), card.figures.text()) == ("Worst pain 7, fatigue 9:", "1 day")
    QTest.keyClick(card.picture, Qt.Key.Key_End)
    assert card.when.text() == "Worst pain 7 to 10:"
    assert card.figures.text() == "median fatigue 8 on 24 days"


def test_an_effort_is_told_and_its_day_can_be_opened(qtbot, opened, check_in):
    told = [check_in(n, overall_pain=5, fatigue=6) for n in range(12) if n != 4]
    one = opened(*told, check_in(4, fatigue=7, about=SHOPPING))
    card = one.pane.effort
    day = TODAY - timedelta(4)
    card.picture.point(day)
    assert card.when.text() == "Wed 18 Nov:"
    assert card.figures.text() == "Shopping, worse 12 hours later, for 24 hours, severity 3 of 4"
    with qtbot.waitSignal(one.page.day_opened) as asked:
        qtbot.mouseClick(card.open_day, LEFT)
    assert asked.args == [day]


def test_worst_pain_can_be_shown_after_an_effort(qtbot, months):
    pane = months.pane
    before = pane.effort.picture.grab().toImage()
    qtbot.mouseClick(pane.effort_asked.segments[0], LEFT)
    months.drawn()
    assert pane.effort.picture.accessibleName() == "Worst pain after an effort"
    assert pane.effort.picture.grab().toImage() != before


def test_a_busy_day_that_is_marked_later_is_an_effort_at_once(opened, check_in):
    one = opened(*(check_in(n, overall_pain=5, fatigue=6) for n in range(12)))
    assert "No effort was noted in these dates." in one.pane.effort.picture.accessibleDescription()
    event = Event(id="00000000-0000-4000-8000-000000000001", kind=EventKind.BUSY_DAY, start=TODAY - timedelta(3))
    assert one.journal.keep_record(event)
    one.page.refresh()
    one.drawn()
    assert one.pane.effort.figures.text() == "1 day with an effort"
    one.pane.effort.picture.point(TODAY - timedelta(3))
    assert one.pane.effort.figures.text() == "Busy day"


def test_fatigue_is_a_table_too(qtbot, months):
    for card in months.pane.cards:
        qtbot.mouseClick(card.other_view, LEFT)
    assert months.pane.same_day.table.model().columnCount() == 3
    assert months.pane.effort.table.model().columnCount() == 9
    assert months.pane.effort.table.model().rowCount() == 11


def test_three_days_are_too_few_for_either_chart(opened, check_in):
    pane = opened(*(check_in(n, overall_pain=4, fatigue=5) for n in range(3))).pane
    assert "this needs 7 days with pain and fatigue, this period has 3" in pane.same_day.picture.accessibleDescription()
    for card in pane.cards:
        assert card.picture.focusPolicy() is Qt.FocusPolicy.NoFocus
        assert (card.figures.text(), card.note.text()) == ("", "")


def test_a_key_that_is_no_effort_any_more_says_nothing(opened, check_in):
    effort = check_in(4, fatigue=7, about=SHOPPING)
    one = opened(*(check_in(n, overall_pain=5, fatigue=6) for n in range(12) if n not in (4, 2)), effort)
    assert one.journal.keep(check_in(2, fatigue=6, about=SHOPPING))
    one.page.refresh()
    one.drawn()
    one.pane.effort.picture.point(TODAY - timedelta(4))
    one.journal.delete(effort)
    one.page.refresh()
    one.drawn()
    assert one.pane.effort.picture.key is None
    assert one.pane.effort.figures.text() == "1 day with an effort"


def test_the_first_days_of_the_period_may_come_after_an_effort_before_it(opened, check_in):
    told = [check_in(n, fatigue=5, about=SHOPPING if n in (10, 5) else About()) for n in range(11)]
    journal = opened(*told).journal
    shown = after_effort(material_of(journal, Period.last(10, TODAY), 0), Asked.FATIGUE)
    assert shown.lead == "1 day with an effort"
    days = {row[0]: row[1] for row in shown.table().rows[:5]}
    assert days == {"Other days": "3", "Same day": "1", "1 day later": "2", "2 days later": "2", "3 days later": "2"}
