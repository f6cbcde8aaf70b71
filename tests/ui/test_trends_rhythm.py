"""Rhythm on a real diary: by weekday and by time of day, of worst pain or of fatigue."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from trends_on import sample_of, spot

from painmap.domain.groups import Asked
from painmap.ui.trends.panes.rhythm import RhythmPane

# Windows that open over another are raised and take the keyboard, which nothing but a screen can do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)


@pytest.fixture
def rhythm(open_trends):
    """Opens Trends on its Rhythm: `rhythm(check_ins, size=(1192, 800))`."""

    def open_rhythm(check_ins, **how) -> RhythmPane:
        return open_trends(*check_ins, tab=RhythmPane, **how).pane

    return open_rhythm


@pytest.fixture
def months(rhythm, now):
    """Rhythm of 90 invented days."""
    return rhythm(sample_of(90, now).check_ins)


def test_both_charts_of_a_rhythm_are_drawn_and_described(months):
    assert months.weekday.picture.accessibleName() == "Worst pain by weekday"
    assert "Monday: median 7 on 11 days" in months.weekday.picture.accessibleDescription()
    assert months.time.picture.accessibleName() == "Worst pain by time of day"
    assert "67 of 91 days logged" in months.time.picture.accessibleDescription()
    assert months.weekday.figures.text() == "medians from 5 to 7"
    for card in months.cards:
        image = card.picture.grab().toImage()
        colours = {
            image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
        }
        assert len(colours) > 4


def test_pointing_at_a_weekday_says_its_figures(qtbot, months):
    picture = months.weekday.picture
    QTest.mouseMove(picture, spot(picture, 1))
    qtbot.waitUntil(lambda: months.weekday.when.text() == "Tuesday:")
    assert months.weekday.figures.text() == "median 5.5 on 10 days, from 3 to 7"
    assert not months.weekday.open_day.isVisible()


def test_the_arrow_keys_go_from_weekday_to_weekday(months):
    picture = months.weekday.picture
    for key, reached in ((Qt.Key.Key_Right, 0), (Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 6), (Qt.Key.Key_Left, 5)):
        QTest.keyClick(picture, key)
        assert picture.key == reached
    assert picture.accessibleDescription().startswith(
        "Saturday: median 5 on 9 days, from 0 to 10. Worst pain by weekday"
    )


def test_fatigue_can_be_shown_instead(qtbot, months):
    before = months.time.picture.grab().toImage()
    qtbot.mouseClick(months.time_asked.segments[1], LEFT)
    qtbot.waitUntil(lambda: months.tools.turns.done)
    assert months.time_asked.asked is Asked.FATIGUE
    assert months.time.picture.accessibleName() == "Fatigue by time of day"
    assert months.time.picture.grab().toImage() != before
    qtbot.mouseClick(months.weekday_asked.segments[1], LEFT)
    assert months.weekday.picture.accessibleName() == "Fatigue by weekday"


def test_a_rhythm_is_a_table_too(qtbot, months):
    for card, columns in ((months.weekday, 5), (months.time, 6)):
        qtbot.mouseClick(card.other_view, LEFT)
        assert card.table.model().columnCount() == columns
    assert months.weekday.table.model().rowCount() == 7
    assert months.time.table.model().rowCount() == 4


def test_too_few_days_are_said_and_nothing_can_be_pointed_at(rhythm, check_in):
    pane = rhythm([check_in(n, overall_pain=4) for n in range(9)])
    for card in pane.cards:
        said = "Not enough days: a rhythm needs 14 logged days, this period has 9."
        assert said in card.picture.accessibleDescription()
        assert card.picture.focusPolicy() is Qt.FocusPolicy.NoFocus
        assert card.note.text() == ""


@pytest.mark.parametrize(("width", "beside"), [(1192, True), (900, False)])
def test_the_cards_stand_side_by_side_where_there_is_room(rhythm, now, width, beside):
    pane = rhythm(sample_of(30, now).check_ins, size=(width, 800))
    assert (pane.weekday.y() == pane.time.y()) is beside
