"""The window's controls with real clicks and keys: numbers, choices, buttons, and the ring round the focused one."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.digits import TEN_WITHIN_MS
from painmap.ui.parts.focus import GAP, RING, FocusRing
from painmap.ui.parts.numbers import Cells, Number, NumberRow
from painmap.ui.parts.passage import Passage
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.segments import Segments
from painmap.ui.parts.strength import StrengthRow
from painmap.ui.theme import LOOKS, TEXT_SIZES, Appearance

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def shown(qtbot):
    """Shows a control alone: `shown(control, width=528)`."""

    def show(control, width=528):
        qtbot.addWidget(control)
        control.resize(width, max(1, control.sizeHint().height()))
        control.show()
        return control

    return show


@pytest.fixture
def row(appearance, shown):
    return shown(NumberRow("Fatigue", appearance))


def told(signal):
    """A list that fills with what a signal says."""
    values = []
    signal.connect(values.append)
    return values


def pixels(widget):
    picture = widget.grab().toImage()
    return picture.size(), bytes(picture.constBits())


def test_a_click_on_a_number_tells_it_and_changes_nothing_by_itself(qtbot, row):
    chosen = told(row.chosen)
    qtbot.mouseClick(row.numbers[7], LEFT)
    assert (chosen, row.answer, row.numbers[7].isChecked()) == ([7], None, False)


def test_a_second_click_on_the_answer_does_not_take_it_away(qtbot, row):
    row.chosen.connect(row.show_answer)
    qtbot.mouseClick(row.numbers[4], LEFT)
    qtbot.mouseClick(row.numbers[4], LEFT)
    assert (row.answer, row.numbers[4].isChecked()) == (4, True)


def test_exactly_the_answer_is_checked(row):
    row.show_answer(3)
    row.show_answer(9)
    assert [n.level for n in row.numbers if n.isChecked()] == [9]
    row.show_answer(None)
    assert not any(n.isChecked() for n in row.numbers)


@pytest.mark.parametrize("level", range(10))
def test_a_digit_answers_the_row(row, level):
    chosen = told(row.chosen)
    QTest.keyClick(row.numbers[0], str(level))
    assert chosen == [level]


def test_one_and_then_zero_is_ten(row):
    chosen = told(row.chosen)
    QTest.keyClick(row.numbers[0], Qt.Key.Key_1)
    QTest.keyClick(row.numbers[1], Qt.Key.Key_0)
    assert chosen == [1, 10]


def test_one_and_much_later_zero_is_zero(row):
    chosen = told(row.chosen)
    QTest.keyClick(row.numbers[0], Qt.Key.Key_1)
    QTest.qWait(TEN_WITHIN_MS + 50)
    QTest.keyClick(row.numbers[1], Qt.Key.Key_0)
    assert chosen == [1, 0]


def test_the_key_t_is_ten_and_a_shortcut_is_no_answer(row):
    chosen = told(row.chosen)
    QTest.keyClick(row.numbers[0], Qt.Key.Key_T)
    QTest.keyClick(row.numbers[0], Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(row.numbers[0], Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert chosen == [10]


def test_arrow_keys_walk_the_row_without_answering_and_stop_at_its_ends(row):
    chosen = told(row.chosen)
    row.activateWindow()
    row.take_focus()
    walked = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, *[Qt.Key.Key_Right] * 12):
        QTest.keyClick(row.focusWidget(), key)
        walked.append(row.focusWidget().level)
    assert walked == [0, 1, 2, 1, *range(2, 11), 10, 10, 10]
    assert chosen == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_answer_with_the_number_that_has_the_keyboard(row, key):
    row.activateWindow()
    row.numbers[6].setFocus()
    chosen = told(row.chosen)
    QTest.keyClick(row.numbers[6], key)
    assert chosen == [6]


@pytest.fixture
def two_rows(qtbot, appearance):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.pain, window.fatigue = NumberRow("Overall pain", appearance), NumberRow("Fatigue", appearance)
    for row in (window.pain, window.fatigue):
        column.addWidget(row)
        row.chosen.connect(row.show_answer)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def test_tab_enters_a_row_at_its_answer_and_leaves_it_from_any_number(two_rows):
    two_rows.fatigue.show_answer(8)
    two_rows.pain.take_focus()
    keyboard = two_rows.windowHandle()
    QTest.keyClick(keyboard, Qt.Key.Key_Tab)
    assert two_rows.focusWidget() is two_rows.fatigue.numbers[8]
    QTest.keyClick(keyboard, Qt.Key.Key_Left)
    QTest.keyClick(keyboard, Qt.Key.Key_Backtab)
    assert two_rows.focusWidget() is two_rows.pain.numbers[0]
    QTest.keyClick(keyboard, Qt.Key.Key_6)
    assert two_rows.focusWidget() is two_rows.pain.numbers[6]
    QTest.keyClick(keyboard, Qt.Key.Key_Tab)
    assert two_rows.focusWidget() is two_rows.fatigue.numbers[8]
    QTest.keyClick(keyboard, Qt.Key.Key_Backtab)
    assert two_rows.focusWidget() is two_rows.pain.numbers[6]


def test_each_number_says_its_question_to_a_screen_reader(row):
    assert row.numbers[7].accessibleName() == "Fatigue 7"
    row.ask("Overall pain")
    assert (row.accessibleName(), row.numbers[7].accessibleName()) == ("Overall pain", "Overall pain 7")


@pytest.mark.parametrize(
    ("cells", "width", "least"), [(Cells.JOINED, 484, 44), (Cells.TWO_ROWS, 308, 44), (Cells.APART, 1180, 100)]
)
def test_numbers_are_large_enough_and_every_point_of_the_row_is_one(row, cells, width, least):
    row.set_cells(cells, 44)
    row.resize(width, row.sizeHint().height())
    assert all(n.width() >= least and n.height() >= 44 for n in row.numbers)
    corners = {n.geometry().topLeft().toTuple() for n in row.numbers}
    assert len(corners) == 11
    assert all(row.rect().contains(n.geometry()) for n in row.numbers)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("cells", Cells)
def test_the_answer_is_seen_in_every_look(appearance, row, look, cells):
    appearance.choose(look, 100)
    row.set_cells(cells)
    row.resize(1180 if cells is Cells.APART else 528, row.sizeHint().height())
    without = pixels(row)
    row.show_answer(5)
    assert pixels(row) != without


@pytest.mark.parametrize("cells", [Cells.JOINED, Cells.TWO_ROWS])
def test_the_answer_lies_over_the_numbers_beside_it_and_all_are_met_in_their_order(appearance, shown, cells):
    row = shown(NumberRow("Fatigue", appearance))
    row.set_cells(cells, 52)
    row.show_answer(3)
    chosen, after = row.numbers[3], row.numbers[4]
    shared = chosen.geometry().intersected(after.geometry())
    assert not shared.isEmpty()
    whole = row.grab().toImage()
    for number in row.numbers:
        number.setVisible(number is chosen)
    alone = row.grab().toImage()
    edge = [shared.topLeft() + QPoint(0, down) for down in range(2, shared.height() - 2)]
    assert [whole.pixel(point) for point in edge] == [alone.pixel(point) for point in edge]
    assert [each.level for each in row.children() if isinstance(each, Number)] == list(range(11))


def test_the_strength_row_wears_the_ramp_as_bands_and_then_whole(appearance, shown):
    row = shown(StrengthRow("Intensity", appearance), 624)
    middle = row.numbers[6].rect().center() - QPoint(14, 14)
    fill = appearance.theme.step(6).fill
    assert row.numbers[6].grab().toImage().pixelColor(middle) == appearance.theme.colour("surface")
    row.show_filled(True)
    assert row.numbers[6].grab().toImage().pixelColor(middle) == fill


def test_the_chosen_strength_keeps_its_colour_and_gets_a_ring(appearance, shown):
    row = shown(StrengthRow("Intensity", appearance), 624)
    row.show_filled(True)
    row.show_answer(6)
    picture = row.numbers[6].grab().toImage()
    assert picture.pixelColor(2, 28) == appearance.theme.colour("selected-outline")
    assert picture.pixelColor(9, 28) == appearance.theme.step(6).fill


@pytest.fixture
def segments(appearance, shown):
    choices = [("2 weeks", 14), ("Month", 30), ("Year", 365)]
    return shown(Segments("Period", choices, appearance))


def test_a_click_on_a_choice_turns_it_on_and_tells_its_value(qtbot, segments):
    chosen = told(segments.chosen)
    qtbot.mouseClick(segments.segments[2], LEFT)
    assert (chosen, segments.value) == ([365], 365)
    assert [s.isChecked() for s in segments.segments] == [False, False, True]


def test_a_choice_can_be_shown_without_telling(segments):
    chosen = told(segments.chosen)
    segments.show_value(30)
    assert (segments.value, chosen) == (30, [])


def test_arrow_keys_take_the_next_choice_and_stop_at_the_ends(segments):
    chosen = told(segments.chosen)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(segments.segments[0], key)
    assert chosen == [30, 365, 30]
    QTest.keyClick(segments.segments[0], Qt.Key.Key_A)
    assert segments.value == 30


def test_choices_are_equally_wide_where_they_fit_and_fill_the_row(segments):
    widths = [s.width() for s in segments.segments]
    assert max(widths) - min(widths) <= 2
    assert segments.segments[-1].geometry().right() == segments.width() - 1


def test_a_renamed_choice_says_its_new_words(segments):
    segments.rename(30, "4 weeks")
    assert (segments.segments[1].text(), segments.segments[1].accessibleName()) == ("4 weeks", "4 weeks")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_space(qtbot, appearance, shown, key):
    button = shown(Button("Undo", appearance, icon_name="undo"))
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_button_that_is_off_does_nothing(qtbot, appearance, shown):
    button = shown(Button("Redo", appearance))
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, LEFT)


def test_a_quality_is_turned_on_and_off(qtbot, appearance, shown):
    button = shown(Button("Burning", appearance, Kind.CHOICE))
    off = pixels(button)
    qtbot.mouseClick(button, LEFT)
    assert button.isChecked()
    assert pixels(button) != off
    qtbot.mouseClick(button, LEFT)
    assert not button.isChecked()


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_every_kind_of_button_is_44_px_at_least_and_holds_its_words(appearance, shown, kind, text_size):
    appearance.choose("light", text_size)
    button = shown(Button("Same as\nlast time", appearance, kind, icon_name="copy"))
    assert button.sizeHint().width() >= 44
    assert button.sizeHint().height() >= 44
    assert button.minimumSizeHint() == button.sizeHint()


def test_an_icon_button_keeps_its_words_for_screen_readers(appearance, shown):
    button = shown(Button("Undo", appearance, icon_name="undo"))
    wide = button.sizeHint()
    button.show_icon_only(True)
    assert button.sizeHint().width() < wide.width()
    assert button.accessibleName() == "Undo"
    button.rename("Undo that", "Undo the last change")
    assert button.accessibleName() == "Undo the last change"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", Kind)
def test_a_button_that_is_off_looks_so_in_every_look(appearance, shown, look, kind):
    appearance.choose(look, 100)
    button = shown(Button("Save", appearance, kind))
    on = pixels(button)
    button.setEnabled(False)
    assert pixels(button) != on


def test_controls_take_a_new_look_and_text_size_at_once(appearance, row):
    before = pixels(row)
    appearance.choose("dark", 100)
    assert pixels(row) != before
    appearance.choose("dark", 150)
    assert row.sizeHint() == QSize(528, 78)


def test_a_text_without_a_space_is_wrapped_and_never_wider_than_its_room(appearance, shown):
    passage = shown(Passage("x" * 400 + "\n<b>y</b>", appearance), 200)
    passage.resize(200, passage.heightForWidth(200))
    assert passage.heightForWidth(200) > 5 * passage.heightForWidth(4000)
    right_edge = passage.grab().toImage().copy(QRect(199, 0, 1, passage.height()))
    assert len({right_edge.pixel(0, y) for y in range(right_edge.height())}) == 1


@pytest.fixture
def window(qtbot, appearance):
    """Two buttons and a ring."""
    window = QWidget()
    qtbot.addWidget(window)
    line = QHBoxLayout(window)
    window.first, window.second = Button("First", appearance), Button("Second", appearance)
    line.addWidget(window.first)
    line.addWidget(window.second)
    window.ring = FocusRing(window, appearance)
    window.resize(400, 120)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def round_of(widget, window):
    room = RING + GAP
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-room, -room, room, room)


def test_tab_shows_the_ring_round_what_has_the_keyboard(window):
    window.first.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert window.ring.isVisible()
    assert window.ring.geometry() == round_of(window.second, window)
    assert not window.ring.grab().isNull()


def test_a_click_hides_the_ring(window):
    window.first.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    QTest.mouseClick(window.windowHandle(), LEFT, pos=window.first.geometry().center())
    assert not window.ring.isVisible()


def test_the_ring_goes_where_its_control_goes(window):
    window.first.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    window.second.move(20, 60)
    assert window.ring.geometry() == round_of(window.second, window)
    window.second.hide()
    assert window.ring.geometry() != round_of(window.second, window) or not window.ring.isVisible()


def test_a_control_with_a_ring_of_its_own_gets_no_second_one(window):
    window.second.setProperty("ownRing", True)
    window.first.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert not window.ring.isVisible()


def test_the_ring_scrolls_with_its_control_and_goes_when_that_is_out_of_sight(qtbot, appearance):
    window, inside = QWidget(), QWidget()
    qtbot.addWidget(window)
    buttons = [Button(f"Button {n}", appearance) for n in range(20)]
    column = QVBoxLayout(inside)
    for button in buttons:
        column.addWidget(button)
    area = Scroll(inside)
    QVBoxLayout(window).addWidget(area)
    ring = FocusRing(window, appearance)
    window.resize(300, 300)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    buttons[0].setFocus()
    for _ in range(12):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert area.verticalScrollBar().value() > 0
    assert ring.geometry() == round_of(buttons[12], window)
    area.verticalScrollBar().setValue(0)
    assert not ring.isVisible()
