"""Rows of which one is chosen, or none: what a screen reader calls them, and that a tap alone changes nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from painmap.ui.parts.answers import Answers
from painmap.ui.parts.numbers import NumberRow
from painmap.ui.parts.segments import Segments
from painmap.ui.theme import Appearance


@pytest.fixture
def row(qtbot) -> NumberRow:
    row = NumberRow("Fatigue", Appearance("light"))
    qtbot.addWidget(row)
    row.resize(500, 52)
    return row


def test_numbers_and_segments_are_radio_buttons_for_a_screen_reader(qtbot, row):
    segments = Segments("Paper", [("A4", "a4"), ("Letter", "letter")], Appearance("light"))
    qtbot.addWidget(segments)
    for button in [*row.numbers, *segments.segments]:
        assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.RadioButton


def test_an_answer_can_be_shown_changed_and_taken_away(row):
    for answer in (3, 10, None, 0, None):
        row.show_answer(answer)
        assert [n.level for n in row.numbers if n.isChecked()] == ([] if answer is None else [answer])


def test_a_tap_tells_the_number_and_leaves_what_is_shown_to_the_owner(qtbot, row):
    row.show_answer(3)
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.mouseClick(row.numbers[7], Qt.MouseButton.LeftButton)
    assert told.args == [7]
    assert [n.level for n in row.numbers if n.isChecked()] == [3]


def test_answers_in_words_are_radio_buttons_too(qtbot):
    answers = Answers("Flare", [("No", False), ("Yes", True)], Appearance("light"))
    qtbot.addWidget(answers)
    for shown in (True, False, None):
        answers.show_answer(shown)
        assert [cell.isChecked() for cell in answers.cells] == [shown is False, shown is True]
    for cell in answers.cells:
        assert QAccessible.queryAccessibleInterface(cell).role() == QAccessible.Role.RadioButton
