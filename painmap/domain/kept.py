"""What every kept thing besides a check-in has: an id for life, and when it was written."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self


@dataclass(frozen=True)
class Written:
    """When something was first written and last changed. Raises ValueError where that can't be."""

    recorded_at: datetime
    changed_at: datetime

    def __post_init__(self) -> None:
        for name, moment in (("recorded_at", self.recorded_at), ("changed_at", self.changed_at)):
            if moment.utcoffset() is None:
                raise ValueError(f"{name} needs a UTC offset")
        if self.changed_at < self.recorded_at:
            raise ValueError("changed_at is before recorded_at")

    @classmethod
    def at(cls, moment: datetime) -> Self:
        """Written at this moment and not changed since."""
        return cls(moment, moment)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """`written` is None where a file that it came from did not say."""

    id: str
    written: Written | None = None

    def changed(self, at: datetime, /, **what: Any) -> Self:
        """With some fields replaced, stamped with the moment of the change; never older than it was."""
        before = self.written or Written.at(at)
        return replace(self, written=Written(before.recorded_at, max(at, before.changed_at)), **what)


def short_enough(text: str, longest: int, what: str) -> None:
    """Raises ValueError where the text is longer than it may be."""
    if len(text) > longest:
        raise ValueError(f"{what} is longer than {longest:,} characters")


def on_scale(value: int | None, best: int, worst: int, what: str) -> None:
    """Raises ValueError where an answer is off its scale; None is no answer."""
    if value is not None and not best <= value <= worst:
        raise ValueError(f"{what} must be {best} to {worst:,}, got {value}")
