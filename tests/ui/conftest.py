"""A window on a real diary, and hands to use it with."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from trends_on import TrendsOn

from painmap.app import Painmap
from painmap.domain.checkin import CheckIn
from painmap.paths import DIARY_FILE
from painmap.storage.diary import Diary
from painmap.ui import background
from painmap.ui.body.body_view import BodyView
from painmap.ui.trends.pane import Pane
from painmap.ui.trends.panes.overview import Overview


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture
def moment(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work beside the window is waited for, however busy the computer is; a test that is about waiting says so."""
    monkeypatch.setattr(background, "PATIENCE", 60.0)


@pytest.fixture
def start(qtbot, tmp_path: Path, moment: Clock) -> Iterator[Callable[..., Painmap]]:
    """Opens Painmap on a diary with the given check-ins: `start(*check_ins, size=(1280, 800))`."""
    running: list[Painmap] = []

    def open_window(*check_ins: CheckIn, size: tuple[int, int] = (1280, 800)) -> Painmap:
        if check_ins:
            with Diary.open(tmp_path / DIARY_FILE, moment()) as diary:
                diary.merge(check_ins)
        painmap = Painmap(tmp_path, now=moment)
        running.append(painmap)
        painmap.window.resize(*size)
        painmap.window.show()
        qtbot.waitExposed(painmap.window)
        painmap.window.activateWindow()
        qtbot.waitUntil(painmap.window.isActiveWindow)
        return painmap

    yield open_window
    for painmap in running:
        painmap.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def open_trends(qtbot, tmp_path: Path, moment: Clock) -> Iterator[Callable[..., TrendsOn]]:
    """Opens Trends on what is kept: `open_trends(*kept, tab=Overview, size=(1192, 800))`, as another `kind` if told."""
    opened: list[TrendsOn] = []

    def open_page(
        *kept: object,
        tab: type[Pane] = Overview,
        size: tuple[int, int] = (1192, 800),
        kind: type[TrendsOn] = TrendsOn,
    ) -> TrendsOn:
        opened.append(kind(qtbot, tmp_path, moment, kept, tab, size))
        return opened[-1]

    yield open_page
    for one in opened:
        one.diary.close()


@pytest.fixture
def tap(qtbot) -> Callable[[BodyView, str], None]:
    """Taps a region where its anchor is shown, as slowly as sore hands do."""

    def tap_region(body_view: BodyView, region: str) -> None:
        body_view._tremor._since.invalidate()
        qtbot.mouseClick(body_view, Qt.MouseButton.LeftButton, pos=body_view.spot(region).toPoint())

    return tap_region


@pytest.fixture
def press(qtbot) -> Callable[..., None]:
    """Presses keys where the keyboard is."""

    def press_keys(painmap: Painmap, *keys: Qt.Key | str) -> None:
        for key in keys:
            where = painmap.window.focusWidget() or painmap.window
            QTest.keyClick(where, key)

    return press_keys
