"""Region by day of Trends: the rows in the Overview, and the tab with all of them."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from trends_on import InWindow, said, sample_of, spot

from painmap.domain.regions import regions
from painmap.ui.parts.dates import Span
from painmap.ui.trends.panes.regions import RegionsPane

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)
BACK, KNEE = "back-left-lower-back", "front-left-knee"


class Regions(InWindow):
    """Trends in a real window."""

    def open_tab(self) -> RegionsPane:
        self.page.open_tab(RegionsPane)
        self.wait()
        return self.page.pane(RegionsPane)


@pytest.fixture
def months(qtbot, start, now):
    """90 invented days."""
    return Regions(qtbot, start(*sample_of(90, now).check_ins))


@pytest.fixture
def week(qtbot, start, check_in):
    """Two weeks with three days logged."""
    days = (check_in(6, {KNEE: 4, BACK: 7}), check_in(2, overall_pain=3), check_in(0, {KNEE: 6, BACK: 8}))
    found = Regions(qtbot, start(*days))
    found.choose_span(Span.TWO_WEEKS)
    return found


def test_the_link_opens_the_tab_with_all_regions(qtbot, months):
    link = months.overview.more_regions
    assert link.text() == "Show all 29 regions"
    qtbot.mouseClick(link, LEFT)
    months.wait()
    pane = months.page.views.currentWidget()
    assert isinstance(pane, RegionsPane)
    assert months.page.tabs.value is RegionsPane
    assert len(pane.card.picture.drawn.where.names) == 29


def test_the_overview_has_the_eight_with_most_pain(months):
    where = months.overview.regions.picture.drawn.where
    assert len(where.names) == 8
    assert months.overview.regions.figures.text() == "the 8 with most pain"
    assert where.names == months.open_tab().card.picture.drawn.where.names[:8]


def test_with_few_regions_there_is_no_link(week):
    assert not week.overview.more_regions.isVisible()


def test_the_rows_are_in_the_order_that_is_chosen(qtbot, months):
    pane = months.open_tab()
    by_burden = pane.card.picture.drawn.where.names
    qtbot.mouseClick(pane.order.segments[1], LEFT)
    months.wait()
    in_order = pane.card.picture.drawn.where.names
    assert set(in_order) == set(by_burden)
    assert list(in_order) == [name for name in regions() if name in by_burden]
    qtbot.mouseClick(pane.card.other_view, LEFT)
    model = pane.card.table.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(1, model.columnCount())]
    assert heads == [f"{regions()[name].label} (0-10)" for name in in_order]


def test_pointing_at_a_cell_says_region_day_and_rating(week):
    card = week.open_tab().card
    for key, expected in (
        ((BACK, TODAY), "Left lower back, Sun 22 Nov: 8"),
        ((KNEE, TODAY - timedelta(6)), "Left knee (front), Mon 16 Nov: 4"),
        ((KNEE, TODAY - timedelta(2)), "Left knee (front), Fri 20 Nov: no map"),
        ((KNEE, TODAY - timedelta(1)), "Left knee (front), Sat 21 Nov: no entry"),
    ):
        QTest.mouseMove(card.picture, spot(card.picture, key))
        assert said(card) == expected


def test_the_arrow_keys_go_from_cell_to_cell(week):
    card = week.open_tab().card
    for key, expected in (
        (Qt.Key.Key_Right, (BACK, TODAY)),
        (Qt.Key.Key_Left, (BACK, TODAY - timedelta(2))),
        (Qt.Key.Key_Down, (KNEE, TODAY - timedelta(2))),
        (Qt.Key.Key_Down, (KNEE, TODAY - timedelta(2))),
        (Qt.Key.Key_Home, (KNEE, TODAY - timedelta(6))),
        (Qt.Key.Key_Up, (BACK, TODAY - timedelta(6))),
        (Qt.Key.Key_End, (BACK, TODAY)),
    ):
        QTest.keyClick(card.picture, key)
        assert card.picture.key == expected
    assert card.picture.accessibleDescription().startswith("Left lower back, Sun 22 Nov: 8. Region by day, ")


def test_a_second_click_on_a_cell_opens_its_day(qtbot, week):
    card = week.open_tab().card
    place = spot(card.picture, (BACK, TODAY - timedelta(6)))
    qtbot.mouseClick(card.picture, LEFT, pos=place)
    assert card.open_day.isVisible()
    with qtbot.waitSignal(week.page.day_opened) as opened:
        qtbot.mouseClick(card.picture, LEFT, pos=place)
    assert opened.args == [TODAY - timedelta(6)]


def test_a_week_says_its_median_and_opens_no_day(qtbot, months):
    pane = months.open_tab()
    months.choose_span(Span.SIX_MONTHS)
    picture = pane.card.picture
    QTest.keyClick(picture, Qt.Key.Key_Right)
    _, start = picture.key
    assert pane.card.when.text().endswith(f"week from {start.day} Nov:")
    assert "of" in pane.card.figures.text()
    assert not pane.card.open_day.isVisible()


def test_columns_are_as_wide_as_the_window_lets_their_figures_be_read(qtbot, start, check_in):
    found = Regions(qtbot, start(*(check_in(n, {BACK: 4 + n % 3, KNEE: 3}) for n in range(60)), size=(1600, 900)))
    found.choose_span(Span.THREE_MONTHS)
    card = found.open_tab().card
    assert card.figures.text() == "2 regions on 60 days with a map"
    assert card.note.text().startswith("Plain: not rated.")
    found.page.window().resize(1024, 700)
    qtbot.waitUntil(lambda: card.figures.text() == "2 regions on 60 days with a map, by week")
    found.wait()
    assert card.note.text().startswith("A column is a week")
    QTest.keyClick(card.picture, Qt.Key.Key_Right)
    assert card.when.text() == "Left lower back, week from 16 Nov:"
    assert not card.open_day.isVisible()
    found.page.window().resize(1600, 900)
    qtbot.waitUntil(lambda: card.figures.text() == "2 regions on 60 days with a map")


def test_what_is_pointed_at_is_let_go_when_its_column_is_gone(months):
    pane = months.open_tab()
    picture = pane.card.picture
    picture.point((picture.drawn.where.names[0], TODAY - timedelta(1)))
    assert said(pane.card)
    months.choose_span(Span.YEAR)
    assert picture.key is None
    assert not pane.card.when.isVisible()


def test_the_keys_come_closer_and_go_along_the_days(months):
    pane = months.open_tab()
    QTest.keyClick(pane.card.picture, Qt.Key.Key_Plus)
    months.wait()
    assert len(months.page.material.period) == 45


def test_days_without_a_map_say_so_and_nothing_can_be_pointed_at(qtbot, start, check_in):
    found = Regions(qtbot, start(check_in(0, overall_pain=4)))
    card = found.open_tab().card
    assert "No map in these dates." in card.picture.accessibleDescription()
    assert card.picture.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert card.note.text() == ""


def test_the_table_of_the_overview_has_all_regions(qtbot, months):
    card = months.overview.regions
    qtbot.mouseClick(card.other_view, LEFT)
    assert card.table.model().columnCount() == 30
    assert not months.overview.more_regions.isVisible()
    qtbot.mouseClick(card.other_view, LEFT)
    assert months.overview.more_regions.isVisible()
