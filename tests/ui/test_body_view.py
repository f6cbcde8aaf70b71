"""The body as a widget: tapping, snapping, trembling, walking, typing, and what a screen reader is told."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from painmap.domain.regions import View, regions
from painmap.ui.body.body_view import SNAP_PX, BodyView
from painmap.ui.body.signs import tag_for
from painmap.ui.theme import Appearance


@pytest.fixture
def body_view(qtbot) -> BodyView:
    view = BodyView(Appearance("light"))
    qtbot.addWidget(view)
    view.resize(676, 630)
    view.show()
    view.activateWindow()
    qtbot.waitExposed(view)
    return view


def click(qtbot, view: BodyView, point: QPointF) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=point.toPoint())


@pytest.mark.parametrize("region", regions())
def test_a_tap_on_a_region_tells_that_region(qtbot, body_view, tap, region):
    with qtbot.waitSignal(body_view.region_tapped) as tapped:
        tap(body_view, region)
    assert tapped.args == [region]


@pytest.mark.parametrize("size", [(480, 420), (608, 560), (1180, 900)])
def test_every_region_can_be_tapped_at_every_size_of_the_window(qtbot, body_view, size):
    body_view.resize(*size)
    assert [body_view.region_at(body_view.spot(region)) for region in regions()] == list(regions())


def test_a_near_miss_goes_to_the_nearest_region(qtbot, body_view, tap):
    knee = body_view.sliders["front-left-knee"].geometry()
    beside = QPointF(knee.right() + SNAP_PX - 3, knee.center().y())
    with qtbot.waitSignal(body_view.region_tapped) as tapped:
        click(qtbot, body_view, beside)
    assert tapped.args == ["front-left-knee"]


def test_a_tap_far_from_the_body_is_no_tap(qtbot, body_view):
    knee = body_view.sliders["front-left-knee"].geometry()
    with qtbot.assertNotEmitted(body_view.region_tapped):
        click(qtbot, body_view, QPointF(knee.right() + 3 * SNAP_PX, knee.center().y()))


def test_a_trembling_second_tap_is_ignored(qtbot, body_view):
    told: list[str] = []
    body_view.region_tapped.connect(told.append)
    spot = body_view.spot("back-left-lower-back").toPoint()
    qtbot.mouseClick(body_view, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseClick(body_view, Qt.MouseButton.LeftButton, pos=spot + QPoint(5, 3))
    qtbot.mouseDClick(body_view, Qt.MouseButton.LeftButton, pos=spot)
    assert told == ["back-left-lower-back"]


def test_two_quick_taps_in_two_places_are_two_taps(qtbot, body_view):
    told: list[str] = []
    body_view.region_tapped.connect(told.append)
    click(qtbot, body_view, body_view.spot("front-left-knee"))
    click(qtbot, body_view, body_view.spot("back-right-shoulder"))
    assert told == ["front-left-knee", "back-right-shoulder"]


def test_the_patients_left_is_at_the_viewers_right_in_front_and_left_behind(body_view):
    assert body_view.spot("front-left-hand").x() > body_view.spot("front-right-hand").x()
    assert body_view.spot("back-left-hand").x() < body_view.spot("back-right-hand").x()


def test_arrow_keys_walk_to_the_neighbour_and_f_goes_to_the_other_side(qtbot, body_view):
    body_view.sliders["front-left-thigh"].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignals([body_view.region_entered] * 2):
        QTest.keyClick(body_view.focusWidget(), Qt.Key.Key_Down)
        QTest.keyClick(body_view.focusWidget(), Qt.Key.Key_F)
    assert body_view.sliders["back-left-knee"].hasFocus()


def test_letters_find_a_region_by_its_name(qtbot, body_view):
    body_view.take_focus()
    QTest.keyClicks(body_view.focusWidget(), "left kn")
    assert body_view.sliders["front-left-knee"].hasFocus()


def test_typing_a_name_with_f_and_t_in_it_neither_flips_nor_rates(qtbot, body_view):
    body_view.take_focus()
    with qtbot.assertNotEmitted(body_view.number_chosen):
        for letter in "left th":
            QTest.keyClick(body_view.focusWidget() or body_view, letter)
    assert body_view.sliders["front-left-thigh"].hasFocus()


def test_tab_enters_the_body_once(body_view):
    stops = [
        s for s in body_view.sliders.values() if s.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) == 1


def test_digits_and_t_give_numbers_and_one_then_nought_gives_ten(qtbot, body_view):
    told: list[tuple[int, bool]] = []
    body_view.number_chosen.connect(lambda level, completes: told.append((level, completes)))
    body_view.take_focus()
    for key in ("7", "1", "0", "t", "0"):
        QTest.keyClick(body_view.focusWidget(), key)
    assert told == [(7, False), (1, False), (10, True), (10, False), (0, False)]


def test_a_nought_long_after_a_one_is_a_nought(qtbot, body_view):
    told: list[int] = []
    body_view.number_chosen.connect(lambda level, completes: told.append(level))
    body_view.take_focus()
    QTest.keyClick(body_view.focusWidget(), "1")
    QTest.qWait(650)
    QTest.keyClick(body_view.focusWidget(), "0")
    assert told == [1, 0]


def test_space_taps_and_delete_clears(qtbot, body_view):
    body_view.sliders["front-left-shin"].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(body_view.region_tapped) as tapped:
        QTest.keyClick(body_view.focusWidget(), Qt.Key.Key_Space)
    with qtbot.waitSignal(body_view.cleared):
        QTest.keyClick(body_view.focusWidget(), Qt.Key.Key_Delete)
    assert tapped.args == ["front-left-shin"]


def test_a_screen_reader_is_told_74_named_sliders_with_their_values(body_view):
    body_view.show_ratings({"front-left-knee": 6}, None)
    told = {}
    for slider in body_view.sliders.values():
        interface = QAccessible.queryAccessibleInterface(slider)
        assert interface.role() == QAccessible.Role.Slider
        told[interface.text(QAccessible.Text.Name)] = interface.valueInterface().currentValue()
    assert len(told) == 74
    assert told["Left knee (front)"] == 6
    assert told["Right knee (front)"] == 0


def test_a_screen_reader_can_set_a_region(qtbot, body_view):
    interface = QAccessible.queryAccessibleInterface(body_view.sliders["back-sacrum"])
    with qtbot.waitSignal(body_view.region_rated) as rated:
        interface.valueInterface().setCurrentValue(4)
    assert rated.args == ["back-sacrum", 4]


def test_showing_a_rating_is_not_taken_for_a_choice(qtbot, body_view):
    with qtbot.assertNotEmitted(body_view.region_rated):
        body_view.show_ratings({"back-sacrum": 4}, "back-sacrum")


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
@pytest.mark.parametrize("level", range(1, 11))
def test_a_rated_region_is_painted_in_the_colour_of_its_level(qtbot, look, level):
    appearance = Appearance(look)
    view = BodyView(appearance)
    qtbot.addWidget(view)
    view.resize(676, 630)
    view.show_ratings({"front-left-thigh": level}, None)
    image = view.grab().toImage()
    spot = view.spot("front-left-thigh").toPoint() + QPoint(0, 24)
    assert image.pixelColor(spot) == appearance.theme.step(level).fill


def test_an_unrated_region_keeps_the_colour_of_the_body(body_view):
    image = body_view.grab().toImage()
    spot = body_view.spot("front-left-thigh").toPoint() + QPoint(0, 24)
    assert image.pixelColor(spot) == Appearance("light").theme.colour("body-fill")


def test_the_selected_region_has_a_ring_outside_it(body_view):
    before = body_view.grab().toImage()
    body_view.show_ratings({}, "front-left-knee")
    after = body_view.grab().toImage()
    knee = body_view.sliders["front-left-knee"].geometry()
    beside = QPoint(knee.right() + 3, knee.center().y())
    assert before.pixelColor(beside) != after.pixelColor(beside)


@pytest.mark.parametrize("region", regions())
def test_the_name_tag_covers_no_region_and_lies_inside(body_view, region):
    tag = tag_for(region, body_view._places, body_view.rect(), Appearance("light").theme)
    if tag is None:
        return
    assert body_view.rect().contains(tag.box.toAlignedRect())
    for x in (tag.box.left(), tag.box.center().x(), tag.box.right()):
        for y in (tag.box.top(), tag.box.center().y(), tag.box.bottom()):
            place = body_view._places[View.FRONT if x < body_view.width() / 2 else View.BACK]
            assert body_view.region_at(QPointF(x, y)) is None or not _inside(place, x, y)


def _inside(place, x: float, y: float) -> bool:
    from painmap.domain.body import body

    return body().region_at(*place.to_drawing(QPointF(x, y))) is not None


def test_most_regions_have_room_for_their_name(body_view):
    theme = Appearance("light").theme
    named = [r for r in regions() if tag_for(r, body_view._places, body_view.rect(), theme)]
    assert len(named) >= 60


def test_walking_selects_nothing_when_the_window_itself_moves_the_keyboard(qtbot, body_view):
    with qtbot.assertNotEmitted(body_view.region_entered):
        body_view.take_focus()


def test_a_region_that_is_not_rated_is_said_to_be_so(body_view):
    body_view.show_ratings({"front-left-knee": 6}, None)
    said = {name: slider.accessibleDescription() for name, slider in body_view.sliders.items()}
    assert said["front-left-knee"] == "front of the body"
    assert said["front-right-knee"] == "front of the body, not rated"
