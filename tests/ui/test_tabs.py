"""Tabs in one row, and in two where one has no room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.ui.parts.tabs import Tabs
from painmap.ui.theme import Appearance

NAMES = ["Overview", "Calendar", "Regions", "Rhythm", "Pain and fatigue", "How it feels", "Before and after", "Counts"]


@pytest.fixture
def tabs(qtbot):
    """Tabs on a page of that width and text size: `tabs(900, 150)`."""
    pages: list[QWidget] = []

    def made(width: int, text_size: int = 100) -> Tabs:
        page = QWidget()
        found = Tabs("Views", [(name, name) for name in NAMES], Appearance("light", text_size))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(found)
        column.addStretch(1)
        qtbot.addWidget(page)
        page.resize(width, 400)
        page.show()
        pages.append(page)
        return found

    yield made
    pages.clear()


def rows_of(tabs: Tabs) -> list[int]:
    return sorted({segment.y() for segment in tabs.segments})


def test_they_stand_in_one_row_where_they_fit(tabs):
    found = tabs(1160)
    assert rows_of(found) == [0]
    assert found.height() == 44


@pytest.mark.parametrize(("width", "text_size"), [(700, 100), (860, 150), (620, 130)])
def test_they_take_more_rows_where_they_do_not_fit_and_none_is_cut(tabs, width, text_size):
    found = tabs(width, text_size)
    assert len(rows_of(found)) > 1
    for segment in found.segments:
        assert 0 <= segment.x() <= segment.x() + segment.width() <= found.width()
        assert segment.geometry().bottom() < found.height()
    boxes = [segment.geometry() for segment in found.segments]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_they_stand_closer_before_they_take_a_second_row(tabs):
    assert rows_of(tabs(800)) == [0]


def test_no_tab_is_left_alone_in_the_last_row(tabs):
    found = tabs(740)
    last = rows_of(found)[-1]
    assert last > 0
    assert sum(segment.y() == last for segment in found.segments) > 1


def test_the_arrow_keys_go_from_row_to_row(qtbot, tabs):
    found = tabs(500)
    found.segments[0].setFocus()
    for name in NAMES[1:]:
        QTest.keyClick(found.segments[NAMES.index(name) - 1], Qt.Key.Key_Right)
        assert found.value == name


def test_a_chosen_tab_keeps_its_place_for_a_screen_reader(tabs):
    found = tabs(1160)
    found.show_value("Rhythm")
    assert [child.accessibleName() for child in found.children() if child in found.segments] == NAMES
