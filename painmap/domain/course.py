"""The course of something that takes long: how far it is, and being stopped before its end."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

_T = TypeVar("_T")
_EVERY = 32
"""After so many things it is told how far the work is, and asked whether it is to go on."""


class Cancelled(Exception):
    """The work was stopped before its end; nothing of it is kept."""


class Course:
    """What a piece of work tells while it goes on. This one tells nobody, and lets the work come to its end."""

    def step(self, words: str) -> None:
        """Says what is being done from now on. Raises Cancelled where the work is to stop."""

    def at(self, done: int, of: int) -> None:
        """Says how much of the step is done, and of how much. Raises Cancelled where the work is to stop."""

    def settle(self) -> None:
        """Says that the work can't be stopped any more. Raises Cancelled where it was to stop before."""

    def along(self, things: Sequence[_T]) -> Iterator[_T]:
        """The things of a step in turn, each step told. Raises Cancelled where the work is to stop."""
        for done, each in enumerate(things):
            if done % _EVERY == 0:
                self.at(done, len(things))
            yield each
        self.at(len(things), len(things))


UNTOLD = Course()
"""For work that nobody follows."""
