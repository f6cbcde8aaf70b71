"""How it feels on Trends, on a real diary: the qualities, what is said of each, its table and its files."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from trends_on import sample_of, spot

from painmap.charts.qualities_words import NO_QUALITY, NOTE
from painmap.domain.checkin import Quality
from painmap.ui.trends.panes.qualities import QualitiesPane

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)


@pytest.fixture
def opened(open_trends):
    """Opens the qualities: `opened(*check_ins)`."""
    return partial(open_trends, tab=QualitiesPane)


@pytest.fixture
def months(opened, now):
    """The qualities of 90 invented days."""
    return opened(*sample_of(90, now).check_ins)


def test_the_card_says_on_how_many_days_a_quality_was_chosen(months):
    assert months.card.figures.text() == "chosen on 60 of 64 days with a map"
    assert months.card.note.text() == NOTE
    assert not months.card.picture.grab().isNull()


def test_pointing_at_a_quality_says_its_places(qtbot, months):
    picture = months.card.picture
    QTest.mouseMove(picture, spot(picture, Quality.BURNING))
    qtbot.waitUntil(lambda: months.card.when.text() == "Burning:")
    assert months.card.figures.text().startswith("43 of 64 days with a map, right shoulder blade 34")
    assert not months.card.open_day.isVisible()


def test_the_arrow_keys_go_from_quality_to_quality(months):
    picture = months.card.picture
    for key, expected in (
        (Qt.Key.Key_Right, Quality.ACHING),
        (Qt.Key.Key_Right, Quality.STIFF),
        (Qt.Key.Key_End, Quality.NUMB),
        (Qt.Key.Key_Home, Quality.ACHING),
    ):
        QTest.keyClick(picture, key)
        assert picture.key is expected
    assert picture.accessibleDescription().startswith("Aching: 58 of 64 days with a map")


def test_a_screen_reader_is_told_the_qualities(months):
    picture = months.card.picture
    assert picture.accessibleName() == "How it feels"
    assert "Burning on 43 of 64 days with a map" in picture.accessibleDescription()


def test_the_qualities_are_a_table_too(qtbot, months):
    qtbot.mouseClick(months.card.other_view, LEFT)
    assert months.card.table.model().columnCount() == 4
    assert months.card.table.model().rowCount() > 20
    qtbot.mouseClick(months.card.other_view, LEFT)


def test_without_a_quality_it_is_said_where_to_choose_one(opened, check_in):
    card = opened(check_in(0, {"front-left-knee": 4})).card
    assert card.picture.accessibleDescription().endswith(NO_QUALITY)
    assert card.picture.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert card.note.text() == ""


def test_a_quality_that_is_no_longer_there_is_not_told(months):
    shown = months.card._shown
    assert shown.told(Quality.ITCHING) == ""
    assert shown.day_of(Quality.BURNING) is None


def test_a_change_of_look_and_of_text_size_draws_the_bodies_anew(months):
    height = months.card.picture.height()
    months.appearance.choose("contrast", 150)
    months.drawn()
    assert months.card.picture.height() > height
    assert months.card.picture.grab().toImage().pixelColor(1, 1).name() == "#000000"


def test_the_qualities_can_be_saved(months):
    months.card.save("svg")
    path = months.folder / "painmap-how-it-feels-2026-08-24-to-2026-11-22.svg"
    assert "67 of 91 days logged" in path.read_text()


def test_the_picture_comes_to_rest_at_every_height_of_the_window(months):
    needed = months.card.picture.minimumHeight()
    heights = set[int]()
    spare = months.page.height() - months.pane.area.viewport().height() + months.card.height() - needed
    for height in range(needed + spare - 20, needed + spare + 60, 4):
        months.page.resize(1192, height)
        months.drawn()
        assert not months.card.picture.due
        heights.add(months.card.picture.minimumHeight())
    assert len(heights) == 1
