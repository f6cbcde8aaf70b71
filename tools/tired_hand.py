"""A tired hand: taps, types and scrolls the real window, and counts what that costs a person."""

import time
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from real_window import Program, until
from settled import settle
from window_twin import Point, Twin

from painmap.ui.treatments.page import Treatments

TAP = 1.2
"""Seconds that a person needs to find, reach and press one thing, or to push the page along once."""
LOOK = 1.0
"""Seconds of looking whenever something else is on the screen."""
KEY = 0.5
"""Seconds for one key."""
TREMOR = 0.3
"""Seconds between two taps at one place, so that the second is not taken for a trembling finger."""
TREMBLE = 30
"""Distance in px within which two taps are at one place."""
_QT_KEYS = {"Tab": Qt.Key.Key_Tab, "Down": Qt.Key.Key_Down, "Return": Qt.Key.Key_Return}
CALM = 0.06


@dataclass
class Cost:
    """What something took: taps, pushes of a page along, keys, changes of the screen, seconds of processor time."""

    taps: int = 0
    pushes: int = 0
    keys: int = 0
    looks: int = 0
    program: float = 0.0

    @property
    def person(self) -> float:
        """Seconds a tired person needs."""
        return (self.taps + self.pushes) * TAP + self.keys * KEY + self.looks * LOOK


class Hand:
    """Taps the real window where the twin has things, and the twin at the same places."""

    def __init__(self, program: Program, twin: Twin, now: datetime) -> None:
        self.program, self.twin, self.now = program, twin, now
        self.cost = Cost()
        self._at: Point = (0, 0)
        self._seen = self._what_is_seen()
        self._worked = program.worked()

    def begin(self) -> Cost:
        """Counts anew, from here on; what is counted is in the returned cost."""
        self._settle_cost()
        self.cost = Cost()
        return self.cost

    def tap(self, widget: QWidget) -> None:
        """One tap on a widget, pushing the page along first where it is out of sight."""
        self._bring(widget)
        self._tap(self.twin.middle(widget))

    def tap_region(self, region: str) -> None:
        """One tap on the body."""
        self._tap(self.twin.region(region))

    def type(self, text: str) -> None:
        """Words, into whatever has the keyboard."""
        self.program.type(text)
        QTest.keyClicks(self._focused(), text)
        self.cost.keys += len(text)
        self._calm()

    def keys(self, *names: str) -> None:
        """Single keys."""
        for name in names:
            self.program.keys(name)
            QTest.keyClick(self._focused(), _QT_KEYS.get(name, name))
            self.cost.keys += 1
            self._calm()

    def _tap(self, point: Point) -> None:
        if max(abs(a - b) for a, b in zip(point, self._at, strict=True)) < TREMBLE:
            time.sleep(TREMOR)
        self._at = point
        self.program.click(*point)
        self.twin.tap(point)
        self.cost.taps += 1
        self._calm()

    def _bring(self, widget: QWidget) -> None:
        """Turns the wheel over the margin until the widget is in sight; one push however far."""
        area = _area_of(widget)
        turns = 0
        while area and turns < 60 and (way := _hidden(area, widget)):
            place = self.twin.place(area.viewport(), QPoint(3, area.viewport().height() // 2))
            self.program.wheel(*place, down=way > 0)
            _turn(area, down=way > 0)
            settle(self.twin.window)
            turns += 1
        if turns:
            self.cost.pushes += 1
            self.cost.looks += 1
            self._at = (0, 0)
            self._calm()

    def _calm(self) -> None:
        """Waits until the program does nothing more, as someone who looks does."""
        settle(self.twin.window)
        seen = self._what_is_seen()
        self.cost.looks += seen != self._seen
        self._seen = seen

        def still() -> bool:
            before = self.program.worked()
            time.sleep(CALM)
            return before == self.program.worked()

        time.sleep(CALM)
        until(still, "a program that does nothing more")
        self._settle_cost()

    def _settle_cost(self) -> None:
        worked = self.program.worked()
        self.cost.program += worked - self._worked
        self._worked = worked

    def _focused(self) -> QWidget:
        return self.twin.window.focusWidget() or self.twin.window

    def _what_is_seen(self) -> tuple[object, ...]:
        """What a person would have to look at anew when it is another."""
        window = self.twin.window
        today = window.today
        shown = tuple(name for name, page in window.pages.items() if page.isVisible())
        page = window.pages.get("treatments")
        forms = tuple(section.form is not None for section in page.sections) if isinstance(page, Treatments) else ()
        return (
            shown,
            window.bad_day.isVisible(),
            "review" in vars(window) and window.review.isVisible(),
            today.entry.day,
            today.entry.offered is not None,
            today.panel.more_open,
            sum(group.isVisible() for group in today.panel.fold.groups.values()),
            forms,
        )


def _area_of(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def _hidden(area: QScrollArea, widget: QWidget) -> int:
    """How far the widget is below (positive) or above (negative) what is in sight; 0 where all of it is seen."""
    view, bar = area.viewport(), area.verticalScrollBar()
    top = widget.mapTo(view, QPoint(0, 0)).y()
    bottom = top + widget.height()
    if bottom > view.height() and bar.value() < bar.maximum():
        return bottom - view.height()
    return top if top < 0 and bar.value() > bar.minimum() else 0


def _turn(area: QScrollArea, *, down: bool) -> None:
    view = area.viewport()
    at = QPointF(3, view.height() // 2)
    turned = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120 if down else 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert turned.type() == QEvent.Type.Wheel
    QApplication.sendEvent(view, turned)
