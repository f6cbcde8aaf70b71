"""Where things stand once more about the day is opened."""

import pytest
from PySide6.QtCore import QPoint, Qt

from painmap.domain.families import Topic

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(start, request):
    painmap = start(size=request.param)
    painmap.window.today.panel.dismiss_welcome()
    return painmap.window.today.panel


@pytest.mark.parametrize("panel", [(1024, 700), (1280, 800)], indirect=True)
def test_its_head_is_whole_and_in_sight(qtbot, panel):
    qtbot.mouseClick(panel.no_pain, LEFT)
    qtbot.mouseClick(panel.more, LEFT)
    view = panel._scroll.viewport()
    qtbot.waitUntil(lambda: panel.fold.head.mapTo(view, QPoint(0, 0)).y() == 8)


@pytest.mark.parametrize("panel", [(1024, 700), (1280, 800)], indirect=True)
def test_yes_and_no_stand_below_each_other(qtbot, panel):
    qtbot.mouseClick(panel.more, LEFT)
    qtbot.mouseClick(panel.fold.rest, LEFT)
    asked = {**panel.fold.groups[Topic.FLARE].lines, **panel.fold.groups[Topic.SIGNS].lines}
    assert len(asked) == 3
    assert len({line.answers.mapTo(panel, QPoint(0, 0)).x() for line in asked.values()}) == 1
