"""Following something that takes long."""

import pytest

from painmap.domain.course import UNTOLD, Cancelled, Course


class Followed(Course):
    """Notes what it is told, and stops the work at a share."""

    def __init__(self, until: int | None = None) -> None:
        self.told: list[tuple[int, int]] = []
        self._until = until

    def at(self, done: int, of: int) -> None:
        self.told.append((done, of))
        if self._until is not None and done >= self._until:
            raise Cancelled


def test_work_that_nobody_follows_comes_to_its_end() -> None:
    UNTOLD.step("Reading")
    assert list(UNTOLD.along([1, 2, 3])) == [1, 2, 3]
    UNTOLD.settle()


def test_it_is_told_now_and_then_and_at_the_end() -> None:
    course = Followed()
    assert list(course.along(range(70))) == list(range(70))
    assert course.told == [(0, 70), (32, 70), (64, 70), (70, 70)]


def test_nothing_comes_after_it_was_stopped() -> None:
    seen: list[int] = []
    with pytest.raises(Cancelled):
        seen.extend(Followed(until=32).along(range(70)))
    assert seen == list(range(32))


def test_no_things_are_done_at_once() -> None:
    course = Followed()
    assert list(course.along(())) == []
    assert course.told == [(0, 0)]
