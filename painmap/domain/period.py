"""A stretch of days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Period:
    """All days from `start` to `end`, both included. Raises ValueError where the end is before the start."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"the end, {self.end}, is before the start, {self.start}")

    @classmethod
    def last(cls, days: int, until: date) -> "Period":
        """The `days` days that end with `until`; at least one."""
        if days < 1:
            raise ValueError(f"a period has at least one day, got {days}")
        return cls(until - timedelta(days - 1), until)

    def __len__(self) -> int:
        return (self.end - self.start).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.start + timedelta(n) for n in range(len(self)))

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def halves(self) -> "tuple[Period, Period] | None":
        """The earlier and the later half; the earlier has the odd day. None for a single day."""
        if len(self) < 2:
            return None
        middle = self.start + timedelta((len(self) + 1) // 2)
        return Period(self.start, middle - timedelta(1)), Period(middle, self.end)
