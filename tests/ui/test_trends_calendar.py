"""The calendar of Trends on a real diary: pain and fatigue, days that are pointed at, its table and its files."""

from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from trends_on import sample_of, spot

from painmap.charts.calendar_days import DayRating
from painmap.ui.parts.dates import Span
from painmap.ui.trends.panes.calendar import CalendarPane

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)


@pytest.fixture
def opened(open_trends):
    """Opens the calendar: `opened(*check_ins, size=(1192, 800))`."""
    return partial(open_trends, tab=CalendarPane)


@pytest.fixture
def months(opened, now):
    """The calendar of 90 invented days."""
    return opened(*sample_of(90, now).check_ins)


def test_the_calendar_shows_worst_pain_at_first(months):
    assert months.pane.rating.value is DayRating.WORST_PAIN
    assert months.card.figures.text() == "worst pain: median 6, from 0 to 10, on 67 days"
    assert months.card.note.text().startswith("Number and colour: worst pain of the day, 0 to 10.")
    assert not months.card.picture.grab().isNull()


def test_fatigue_is_shown_when_it_is_chosen(qtbot, months):
    before = months.card.picture.grab().toImage()
    qtbot.mouseClick(months.pane.rating.segments[1], LEFT)
    months.drawn()
    assert months.card.figures.text().startswith("fatigue: median")
    assert months.card.picture.grab().toImage() != before


def test_pointing_at_a_day_says_its_figures(qtbot, months):
    QTest.mouseMove(months.card.picture, spot(months.card.picture, date(2026, 11, 16)))
    qtbot.waitUntil(lambda: months.card.when.text() == "Mon 16 Nov:")
    assert months.card.figures.text().startswith("worst pain 5, fatigue 5, 3 regions")
    QTest.mouseMove(months.card.picture, spot(months.card.picture, date(2026, 9, 30)))
    qtbot.waitUntil(lambda: months.card.when.text() == "Wed 30 Sep:")
    assert months.card.figures.text() == "no entry"


def test_the_arrow_keys_go_by_day_and_by_week(months):
    picture = months.card.picture
    for key, expected in (
        (Qt.Key.Key_Right, TODAY),
        (Qt.Key.Key_Up, TODAY - timedelta(7)),
        (Qt.Key.Key_Left, TODAY - timedelta(8)),
        (Qt.Key.Key_Down, TODAY - timedelta(1)),
        (Qt.Key.Key_Home, date(2026, 8, 24)),
        (Qt.Key.Key_Up, date(2026, 8, 24)),
        (Qt.Key.Key_End, TODAY),
    ):
        QTest.keyClick(picture, key)
        assert picture.key == expected
    assert months.card.when.text() in picture.accessibleDescription()


def test_a_second_tap_and_enter_open_the_day(qtbot, months):
    picture, day = months.card.picture, date(2026, 11, 16)
    qtbot.mouseClick(picture, LEFT, pos=spot(picture, day))
    with qtbot.waitSignal(months.page.day_opened) as found:
        qtbot.mouseClick(picture, LEFT, pos=spot(picture, day))
    assert found.args == [day]
    with qtbot.waitSignal(months.page.day_opened):
        QTest.keyClick(picture, Qt.Key.Key_Return)


def test_a_screen_reader_is_told_what_the_calendar_shows(months):
    picture = months.card.picture
    assert picture.accessibleName() == "Calendar"
    assert picture.accessibleDescription().startswith(
        "Calendar of worst pain, 24 Aug to 22 Nov 2026, 67 of 91 days logged."
    )


def test_the_calendar_is_a_table_too(qtbot, months):
    qtbot.mouseClick(months.card.other_view, LEFT)
    assert months.card.table.model().rowCount() == 91
    qtbot.mouseClick(months.card.other_view, LEFT)


def test_the_calendar_is_as_tall_as_its_width_asks_for(opened, now):
    one = opened(*sample_of(365, now).check_ins)
    one.page._take_span(Span.YEAR)
    one.drawn()
    wide = one.card.picture.minimumHeight()
    one.page.resize(820, 800)
    one.drawn()
    assert one.card.picture.minimumHeight() > wide
    one.page.resize(1192, 800)
    one.drawn()
    assert one.card.picture.minimumHeight() == wide


def test_weeks_begin_as_the_settings_say(opened, now):
    one = opened(*sample_of(30, now).check_ins)
    monday = one.card.picture.drawn.where.box(TODAY)
    one.page._settings.choices = type(one.page._settings.choices)(week_starts=6)
    one.page.refresh()
    one.drawn()
    assert one.card.picture.drawn.where.box(TODAY)[0] < monday[0]


def test_the_calendar_can_be_saved(months):
    months.card.save("svg")
    path = months.folder / "painmap-calendar-worst-pain-2026-08-24-to-2026-11-22.svg"
    assert "67 of 91 days logged" in path.read_text()


def test_ten_years_can_be_scrolled_and_pointed_at(opened, now):
    one = opened(*sample_of(3650, now).check_ins, size=(948, 700))
    one.page._take_span(Span.ALL)
    one.drawn()
    picture = one.card.picture
    assert picture.height() > one.pane.area.viewport().height()
    first = one.page.material.period.start
    QTest.keyClick(picture, Qt.Key.Key_Home)
    assert picture.key == first
    assert one.card.when.text().endswith(f"{first.year}:")


def test_tab_reaches_the_options_before_the_chart_below_them(months):
    card, reached = months.card, []
    widget = card.export
    while (widget := widget.nextInFocusChain()) is not card.export and card.isAncestorOf(widget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.append(widget)
    assert reached.index(months.pane.rating.segments[0]) < reached.index(card.picture) < reached.index(card.table)


def test_words_of_a_table_stand_at_the_left_and_figures_at_the_right(months):
    QTest.mouseClick(months.card.other_view, LEFT)
    model = months.card.table.model()
    role = Qt.ItemDataRole.TextAlignmentRole
    sides = [model.headerData(n, Qt.Orientation.Horizontal, role) & Qt.AlignmentFlag.AlignRight for n in range(4)]
    assert [bool(side) for side in sides] == [False, True, False, False]
    assert model.data(model.index(0, 1), role) == model.headerData(1, Qt.Orientation.Horizontal, role)
