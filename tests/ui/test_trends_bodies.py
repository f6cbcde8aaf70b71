"""The bodies of Trends: what they show, pointing at a region, and how they read."""

from datetime import date

import pytest
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from trends_on import InWindow, said, sample_of, spot

from painmap.charts.look import look
from painmap.charts.map_words import HALVES_NOTE
from painmap.charts.out import EXPORT, WIDTH
from painmap.ui.trends.charts.body import BodyValue, body

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)
BACK = "back-left-lower-back"


class Bodies(InWindow):
    """The card of the bodies in a real window."""

    def __init__(self, qtbot, painmap) -> None:
        super().__init__(qtbot, painmap)
        self.card = self.overview.bodies
        self.picture = self.card.picture

    def show(self, value: BodyValue) -> None:
        self.choose(self.overview.body_value, value)

    def spot(self, key) -> QPoint:
        return spot(self.picture, key)

    @property
    def said(self) -> str:
        return said(self.card)


@pytest.fixture
def bodies(qtbot, start, now):
    """The bodies of 90 invented days."""
    return Bodies(qtbot, start(*sample_of(90, now).check_ins))


@pytest.fixture
def few(qtbot, start, check_in):
    """The bodies of two days."""
    return Bodies(qtbot, start(check_in(1, {"front-left-knee": 4}), check_in(0, {"front-left-knee": 6, BACK: 3})))


def test_the_bodies_show_what_is_chosen(bodies):
    assert bodies.overview.body_value.value is BodyValue.HALVES
    seen = []
    for value in BodyValue:
        bodies.show(value)
        seen.append(bodies.picture.grab().toImage())
    assert all(a != b for n, a in enumerate(seen) for b in seen[:n])


def test_the_choice_has_room_in_a_small_window(qtbot, start, check_in):
    small = Bodies(qtbot, start(check_in(0, {BACK: 3}), size=(1024, 700)))
    choice = small.overview.body_value
    assert choice.width() >= choice.sizeHint().width()
    assert choice.geometry().right() <= small.card.width()


def test_pointing_at_a_region_says_how_often_and_how_strongly_it_hurt(bodies):
    bodies.show(BodyValue.STRENGTH)
    before = bodies.picture.grab().toImage()
    QTest.mouseMove(bodies.picture, bodies.spot((0, BACK)))
    assert bodies.picture.key == (0, BACK)
    assert bodies.said.startswith("Left lower back: hurt on ")
    assert " days with a map, median " in bodies.said
    assert ", worst " in bodies.said
    assert bodies.picture.grab().toImage() != before


def test_pointing_at_a_region_in_the_halves_says_both_and_the_change(qtbot, bodies):
    for number in range(3):
        qtbot.mouseClick(bodies.picture, LEFT, pos=bodies.spot((number, BACK)))
        assert bodies.said.startswith("Left lower back: earlier ")
        assert ", later " in bodies.said
    assert not bodies.card.open_day.isVisible()


def test_a_region_that_never_hurt_can_be_pointed_at(qtbot, few):
    qtbot.mouseClick(few.picture, LEFT, pos=few.spot((0, "front-forehead")))
    assert few.said == "Forehead: not rated on 2 days with a map"


def test_the_arrow_keys_begin_at_the_region_with_most_pain_and_go_to_its_neighbours(few):
    QTest.keyClick(few.picture, Qt.Key.Key_Down)
    assert few.said == "Left knee (front): hurt on 2 of 2 days with a map, median 5, worst 6"
    seen = set()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up) * 3:
        QTest.keyClick(few.picture, key)
        seen.add(few.picture.key)
    assert len(seen) > 3
    assert few.card.when.text() in few.picture.accessibleDescription()


def test_a_click_on_a_region_opens_no_day(qtbot, few):
    with qtbot.assertNotEmitted(few.page.day_opened):
        for _ in range(2):
            qtbot.mouseClick(few.picture, LEFT, pos=few.spot((0, BACK)))


def test_the_bodies_are_told_in_words_and_as_a_table(qtbot, bodies):
    bodies.show(BodyValue.WORST)
    assert bodies.picture.accessibleDescription().startswith("Body, 24 Aug to 22 Nov 2026, ")
    assert "Left lower back hurt on " in bodies.picture.accessibleDescription()
    qtbot.mouseClick(bodies.card.other_view, LEFT)
    assert bodies.card.table.model().columnCount() == 5


def test_where_nothing_is_drawn_nothing_can_be_pointed_at(qtbot, start, check_in):
    bodies = Bodies(qtbot, start(check_in(0, overall_pain=4)))
    QTest.keyClick(bodies.picture, Qt.Key.Key_Right)
    assert bodies.picture.key is None
    assert bodies.card.figures.text() == "no map"
    bodies.show(BodyValue.HALVES)
    assert bodies.picture.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_one_map_is_tall_enough_for_its_figures_and_three_fill_a_file(bodies):
    shown = {value: body(bodies.page.material, value) for value in (BodyValue.STRENGTH, BodyValue.HALVES)}
    for value, look_of, width in (
        (BodyValue.STRENGTH, look("light"), 420.0),
        (BodyValue.STRENGTH, look("dark").sized(1.5), 600.0),
        (BodyValue.HALVES, EXPORT, WIDTH),
    ):
        figure = Figure(figsize=(width / 72, shown[value].height(look_of, width) / 72))
        shown[value].draw(figure, look_of)
        assert [artist for artist in figure.findobj(PathCollection) if artist.get_gid() == "figures"]
    assert shown[BodyValue.HALVES].height(EXPORT, WIDTH) > 250


def test_the_card_says_how_the_halves_are_read(bodies):
    assert bodies.card.note.text() == HALVES_NOTE
    bodies.show(BodyValue.WORST)
    assert bodies.card.note.text() == ""


def test_halves_that_cannot_be_compared_need_no_note(few):
    few.show(BodyValue.HALVES)
    assert few.card.note.text() == ""
