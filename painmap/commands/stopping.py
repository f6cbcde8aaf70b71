"""Ctrl+C during a command that reads or writes much: it stops where nothing of it is left, or comes to its end."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from painmap.domain.course import Cancelled, Course


class _Heard(Course):
    """Ctrl+C is heard at the places where work can be stopped, and no more once it has settled."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence
        self._stopped = False

    def hear(self, _number: int, _frame: FrameType | None) -> None:
        """Takes the signal; the second one stops at once, as it does everywhere else."""
        self._stopped = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def step(self, words: str) -> None:
        self._go_on()

    def at(self, done: int, of: int) -> None:
        self._go_on()

    def settle(self) -> None:
        self._go_on()

    def _go_on(self) -> None:
        if self._stopped:
            raise Cancelled(self._sentence)


@contextmanager
def stoppable(sentence: str) -> Iterator[Course]:
    """The course of work that Ctrl+C stops; `sentence` says what is left of it then. Raises Cancelled with it."""
    course = _Heard(sentence)
    before = signal.signal(signal.SIGINT, course.hear)
    try:
        yield course
    finally:
        signal.signal(signal.SIGINT, before)
