"""Work that takes long, done beside the window: how far it is, stopping it, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from painmap.domain.course import Cancelled, Course
from painmap.exchange.trouble import BadFile
from painmap.storage.trouble import DiaryTrouble

PATIENCE = 0.3
"""Seconds that the window waits for work before it shows that it is being done; nobody notices less."""
UNFINISHED = "It did not come to its end; close Painmap and try again."

_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Outcome(Generic[_Made]):
    """What came of the work: what it made, or why not in one sentence, or that it was cancelled and what is left."""

    made: _Made | None = None
    trouble: str = ""
    cancelled: bool = False


class _Followed(Course):
    """The course of one piece of work, told from its thread and stopped from the window's."""

    def __init__(self, tell: Callable[[str, int], None]) -> None:
        self._tell = tell
        self._lock = Lock()
        self.where: tuple[str, int] = "", 0
        """What is being done, and the share of it in percent."""
        self._cancelled = self._settled = False

    def step(self, words: str) -> None:
        self._go_on()
        self._say(words, 0)

    def at(self, done: int, of: int) -> None:
        self._go_on()
        self._say(self.where[0], min(100, 100 * done // of) if of else 100)

    def settle(self) -> None:
        with self._lock:
            self._go_on()
            self._settled = True
        self._tell(self.where[0], 100)

    def cancel(self) -> bool:
        """Has the work stop where it asks next. Whether it will: not once it has settled."""
        with self._lock:
            self._cancelled = not self._settled
        return self._cancelled

    @property
    def settled(self) -> bool:
        """Whether it can't be stopped any more."""
        return self._settled

    def _say(self, words: str, percent: int) -> None:
        if self.where != (words, percent):
            self.where = words, percent
            self._tell(words, percent)

    def _go_on(self) -> None:
        if self._cancelled:
            raise Cancelled


class Background(QObject):
    """Does one piece of work at a time in a thread of its own, which knows no widget and opens the diary for itself.

    Work that is quick is done when `start` returns. `slow`: it is not, and it may be shown; `stepped` gives what is
    being done in words and the share of it in percent; `ended`: there is nothing under way any more.
    """

    slow = Signal()
    stepped = Signal(str, int)
    ended = Signal()
    _told = Signal(object, str, int)
    _left = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.patience = PATIENCE
        """Seconds until `slow`."""
        self._thread: Thread | None = None
        self._course: _Followed | None = None
        self._finish: Callable[[], None] = lambda: None
        self._told.connect(self._step)
        self._left.connect(self._end)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._course is not None

    @property
    def settled(self) -> bool:
        """Whether the work can't be stopped any more."""
        return self._course is not None and self._course.settled

    @property
    def where(self) -> tuple[str, int]:
        """What is being done in words, and the share of it in percent."""
        return self._course.where if self._course else ("", 0)

    def start(self, work: Callable[[Course], _Made], then: Callable[[Outcome[_Made]], None]) -> None:
        """Begins; `then` is handed what came of it, in this thread."""
        assert not self.busy
        course = _Followed(lambda words, percent: self._told.emit(course, words, percent))
        outcome: Outcome[_Made] = Outcome(trouble=UNFINISHED)

        def run() -> None:
            nonlocal outcome
            try:
                made = work(course)
                # What was cancelled at the last moment is not told as done, where nothing was settled.
                course.settle()
                outcome = Outcome(made=made)
            except Cancelled as stopped:
                outcome = Outcome(trouble=str(stopped), cancelled=True)
            except (BadFile, DiaryTrouble) as trouble:
                outcome = Outcome(trouble=str(trouble))
            finally:
                # Whatever happens, nobody is left waiting.
                self._left.emit(course)

        self._course, self._finish = course, lambda: then(outcome)
        self._thread = Thread(target=run, name="background")
        self._thread.start()
        self._thread.join(self.patience)
        if self._thread.is_alive():
            self.slow.emit()
        else:
            self._end(course)

    def cancel(self) -> bool:
        """Has the work stop at the next place where nothing of it is left. Whether it will."""
        return self._course is not None and self._course.cancel()

    def finish(self) -> None:
        """At closing: stops the work, or waits for the end of what can't be stopped; no thread is left."""
        self.cancel()
        self._end(self._course)

    def _step(self, course: object, words: str, percent: int) -> None:
        if course is self._course:
            self.stepped.emit(words, percent)

    def _end(self, course: object) -> None:
        """What is told here may come late, of work that is done with."""
        if course is not self._course or self._thread is None:
            return
        self._thread.join()
        self._thread = self._course = None
        finish, self._finish = self._finish, lambda: None
        self.ended.emit()
        finish()
