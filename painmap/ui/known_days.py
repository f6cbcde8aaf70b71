"""The logged days that were read, so that asking again costs nothing; never older than the diary."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from painmap.domain.period import Period
from painmap.domain.undo import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from painmap.domain.summary import DaySummary


class KnownDays:
    """Reads each day once, and again after a change to it. Raises DiaryTrouble where the diary can't be read."""

    def __init__(self, read: "Callable[[Period], tuple[DaySummary, ...]]") -> None:
        self._ask = read
        self._read: Period | None = None
        self._days: tuple[DaySummary, ...] = ()
        self._stale: set[date] = set()

    def days(self, period: Period) -> "tuple[DaySummary, ...]":
        """The logged days of a period, in order."""
        from painmap.domain.summary import within

        self._renew()
        self._reach(period)
        return within(self._days, period)

    def note(self, change: Change) -> None:
        """Takes notice of a change to the diary: its days are read again when they are asked for."""
        told = [check_in for check_in in (change.before, change.after) if check_in is not None]
        if change.everything:
            self._read, self._days = None, ()
            self._stale.clear()
        self._stale |= {check_in.day for check_in in told}

    def _renew(self) -> None:
        if self._read is not None:
            for day in [day for day in sorted(self._stale) if day in self._read]:
                others = [known for known in self._days if known.day != day]
                renewed = [*others, *self._ask(Period(day, day))]
                self._days = tuple(sorted(renewed, key=lambda known: known.day))
        self._stale.clear()

    def _reach(self, period: Period) -> None:
        """Reads what lies before and after the days that are known; a period apart from them joins them."""
        if self._read is None:
            self._read, self._days = period, self._ask(period)
            return
        known = self._read
        if period.start < known.start:
            earlier = Period(period.start, known.start - timedelta(1))
            self._days = self._ask(earlier) + self._days
            self._read = known = Period(earlier.start, known.end)
        if period.end > known.end:
            later = Period(known.end + timedelta(1), period.end)
            self._days += self._ask(later)
            self._read = Period(known.start, later.end)
