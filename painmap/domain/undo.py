"""Undo and redo over check-ins: what was before and after each change."""

from dataclasses import dataclass

from painmap.domain.checkin import CheckIn


@dataclass(frozen=True)
class Change:
    """One step: the check-in as it was (None where there was none) and as it became (None where it was removed)."""

    before: CheckIn | None
    after: CheckIn | None
    said: str = ""
    """What the patient is told about the step, such as 'Check-in deleted.'"""

    @property
    def reversed(self) -> "Change":
        """The step that takes this one back."""
        return Change(self.after, self.before)


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

        A change of another check-in, or of another version of it, is a step of its own.
        """
        if change.before is None or self.last is None or self.last.after != change.before:
            self.add(change)
            return
        joined = Change(self._done.pop().before, change.after, change.said)
        self._undone.clear()
        if joined.before != joined.after:
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
