"""Work beside the window, with a thread and a window of their own."""

import threading
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject

from painmap.domain.course import Course
from painmap.exchange.trouble import BadFile
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.background import UNFINISHED, Background, Outcome


@pytest.fixture
def background(qapp):
    parent = QObject()
    made = Background(parent)
    yield made
    made.finish()


@pytest.fixture
def seen() -> list[Outcome[object]]:
    return []


def test_quick_work_is_done_when_it_returns_and_nothing_is_shown(background, seen):
    shown = []
    background.slow.connect(lambda: shown.append(True))
    background.start(lambda course: current_thread().name, seen.append)
    assert [each.made for each in seen] == ["background"]
    assert not background.busy
    assert not shown


def test_slow_work_says_so_and_ends_in_the_windows_thread(qtbot, background, seen):
    goes_on = Event()
    where = []

    def then(outcome: Outcome[object]) -> None:
        seen.append(outcome)
        where.append(current_thread())

    background.patience = 0
    with qtbot.waitSignal(background.slow):
        background.start(lambda course: goes_on.wait(10), then)
    assert background.busy
    with qtbot.waitSignal(background.ended):
        goes_on.set()
    assert [each.made for each in seen] == [True]
    assert where == [main_thread()]


def test_how_far_it_is_is_told_once_for_each_percent(qtbot, background):
    told = []
    background.stepped.connect(lambda words, percent: told.append((words, percent)))
    gate = Event()

    def work(course: Course) -> None:
        course.step("Counting")
        for n in range(1000):
            course.at(n, 1000)
        course.step("Resting")
        course.at(0, 0)
        gate.wait(10)
        course.settle()

    background.patience = 0
    background.start(work, lambda outcome: None)
    qtbot.waitUntil(lambda: ("Resting", 100) in told)
    assert background.where == ("Resting", 100)
    assert not background.settled
    assert told == [*(("Counting", n) for n in range(100)), ("Resting", 0), ("Resting", 100)]
    gate.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert background.where == ("", 0)


@pytest.mark.parametrize("trouble", [BadFile("It is bad."), DiaryTrouble("It is gone.")])
def test_what_a_person_can_mend_comes_as_a_sentence(background, seen, trouble):
    def work(course: Course) -> None:
        raise trouble

    background.start(work, seen.append)
    assert seen == [Outcome(trouble=str(trouble))]


def test_nobody_is_left_waiting_by_a_fault(background, seen, monkeypatch):
    faults = []
    monkeypatch.setattr(threading, "excepthook", faults.append)

    def work(course: Course) -> None:
        raise ZeroDivisionError

    background.start(work, seen.append)
    assert seen == [Outcome(trouble=UNFINISHED)]
    assert faults[0].exc_type is ZeroDivisionError


@pytest.mark.parametrize("asks", [lambda course: course.at(1, 2), lambda course: course.step("On"), lambda _: 0])
def test_cancelled_work_stops_where_it_asks_next_or_at_its_end(qtbot, background, seen, asks):
    goes_on = Event()

    def work(course: Course) -> None:
        goes_on.wait(10)
        asks(course)

    background.patience = 0
    background.start(work, seen.append)
    assert background.cancel()
    goes_on.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert seen == [Outcome(cancelled=True)]


def test_what_has_settled_comes_to_its_end(qtbot, background, seen):
    settled, goes_on = Event(), Event()

    def work(course: Course) -> str:
        course.settle()
        settled.set()
        goes_on.wait(10)
        return "done"

    background.patience = 0
    background.start(work, seen.append)
    assert settled.wait(10)
    assert background.settled
    assert not background.cancel()
    goes_on.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert seen == [Outcome(made="done")]


def test_closing_stops_it_and_leaves_no_thread(background, seen):
    def work(course: Course) -> None:
        while True:
            course.at(1, 2)

    background.patience = 0
    background.start(work, seen.append)
    background.finish()
    assert seen == [Outcome(cancelled=True)]
    assert "background" not in [each.name for each in threading.enumerate()]
    background.finish()
    assert not background.cancel()


def test_what_is_told_late_of_earlier_work_does_not_end_the_next(qtbot, background, seen):
    goes_on = Event()
    background.start(lambda course: "first", seen.append)
    background.patience = 0
    background.start(lambda course: goes_on.wait(10), seen.append)
    qtbot.wait(1)  # lets the first one's signal come
    assert background.busy
    goes_on.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert [each.made for each in seen] == ["first", True]
