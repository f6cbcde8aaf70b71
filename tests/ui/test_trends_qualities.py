"""How it feels on Trends, on a real diary: the qualities, what is said of each, its table and its files."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from painmap.charts.qualities_words import NO_QUALITY, NOTE
from painmap.domain.checkin import Quality
from painmap.domain.sample import sample
from painmap.storage.diary import Diary
from painmap.ui.journal import Journal
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance
from painmap.ui.trends.page import Trends
from painmap.ui.trends.panes.qualities import QualitiesPane

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)


class Opened:
    """Trends with the qualities in front, on a diary of its own."""

    def __init__(self, qtbot, folder: Path, check_ins, clock) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.diary = Diary.open(folder / "painmap.diary", clock())
        self.diary.merge(check_ins)
        self.appearance = Appearance("light")
        self.page = Trends(
            Journal(self.diary, clock), Settings(folder), self.appearance, ask_path=lambda _, name: folder / name
        )
        qtbot.addWidget(self.page)
        self.page.resize(1192, 800)
        self.page.show()
        self.page.open_tab(QualitiesPane)
        self.drawn()

    @property
    def card(self):
        found = self.page.pane(QualitiesPane)
        assert isinstance(found, QualitiesPane)
        return found.felt

    def drawn(self) -> None:
        picture = self.card.picture
        self.qtbot.waitUntil(lambda: self.page.turns.done and not picture.due, timeout=20_000)


@pytest.fixture
def opened(qtbot, tmp_path, moment):
    """Opens the qualities: `opened(*check_ins)`."""
    found: list[Opened] = []

    def open_qualities(*check_ins) -> Opened:
        found.append(Opened(qtbot, tmp_path, check_ins, moment))
        return found[-1]

    yield open_qualities
    for one in found:
        one.diary.close()


@pytest.fixture
def months(opened, now):
    """The qualities of 90 invented days."""
    return opened(*sample(90, TODAY, 7, now).check_ins)


def test_the_card_says_on_how_many_days_a_quality_was_chosen(months):
    assert months.card.figures.text() == "chosen on 60 of 64 days with a map"
    assert months.card.note.text() == NOTE
    assert not months.card.picture.grab().isNull()


def test_pointing_at_a_quality_says_its_places(qtbot, months):
    picture = months.card.picture
    left, top, right, bottom = picture.drawn.where.box(Quality.BURNING)
    middle = QPoint(round((left + right) / 2 * picture.width()), round((top + bottom) / 2 * picture.height()))
    QTest.mouseMove(picture, middle)
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
