"""Undo and redo: what was before and after each change."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from painmap.domain.checkin import CheckIn
from painmap.domain.kept import Kept


@dataclass(frozen=True)
class Change:
    """One step: the check-in as it was (None where there was none) and as it became (None where it was removed).

    A step about other records has them in `records_before` and `records_after` the same way: one that stands only
    before was removed, such as a treatment with its uses. A change with nothing in it stands for everything.
    """

    before: CheckIn | None
    after: CheckIn | None
    said: str = ""
    """What the patient is told about the step, such as 'Check-in deleted.'"""
    records_before: tuple[Kept, ...] = ()
    records_after: tuple[Kept, ...] = ()

    @classmethod
    def of_records(cls, before: Iterable[Kept], after: Iterable[Kept], said: str = "") -> Self:
        """A step about reviews, treatments, uses, events or appointments."""
        return cls(None, None, said, tuple(before), tuple(after))

    @property
    def reversed(self) -> "Change":
        """The step that takes this one back."""
        return Change(self.after, self.before, "", self.records_after, self.records_before)

    @property
    def everything(self) -> bool:
        """Whether the diary's whole content may be another, as after an import."""
        return not (self.before or self.after or self.about_records)

    @property
    def about_records(self) -> bool:
        """Whether the step is about something else than a check-in."""
        return bool(self.records_before or self.records_after)

    @property
    def kept(self) -> tuple[CheckIn | Kept, ...]:
        """What is in the diary after the step."""
        return (*((self.after,) if self.after else ()), *self.records_after)

    @property
    def removed(self) -> tuple[CheckIn | Kept, ...]:
        """What was in the diary and no longer is."""
        stays = {each.id for each in self.kept}
        was = (*((self.before,) if self.before else ()), *self.records_before)
        return tuple(each for each in was if each.id not in stays)

    def then(self, other: "Change") -> "Change":
        """This step and the next one about the same as one."""
        return Change(self.before, other.after, other.said, self.records_before, other.records_after)

    def goes_on_from(self, earlier: "Change") -> bool:
        """Whether this step begins with what the earlier one left, and so can be one step with it."""
        left = (earlier.after, earlier.records_after)
        return left != (None, ()) and left == (self.before, self.records_before)

    @property
    def idle(self) -> bool:
        """Whether everything is as it was."""
        return (self.before, self.records_before) == (self.after, self.records_after)

    @property
    def about(self) -> frozenset[str]:
        """The ids of all that it touches."""
        check_ins = [each.id for each in (self.before, self.after) if each is not None]
        return frozenset((*check_ins, *(each.id for each in (*self.records_before, *self.records_after))))


class Steps:
    """The changes of this session, to be taken back and done again."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def add(self, change: Change) -> None:
        """Notes a change that was made; what was taken back before can no longer be done again."""
        self._done.append(change)
        self._undone.clear()

    def amend(self, change: Change) -> None:
        """Joins a change to the one before it, so that one undo takes both back, where it goes on from there.

        A change of something else, or of another version of it, is a step of its own.
        """
        if self.last is None or not change.goes_on_from(self.last):
            self.add(change)
            return
        joined = self._done.pop().then(change)
        self._undone.clear()
        if not joined.idle:
            self._done.append(joined)

    @property
    def last(self) -> Change | None:
        """The change that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Change | None:
        """The change that redo would make again."""
        return self._undone[-1] if self._undone else None

    def undone(self) -> None:
        """Notes that the last change was taken back."""
        self._undone.append(self._done.pop())

    def redone(self) -> None:
        """Notes that the next change was made again."""
        self._done.append(self._undone.pop())

    def forget(self) -> None:
        """Empties both lists."""
        self._done.clear()
        self._undone.clear()
