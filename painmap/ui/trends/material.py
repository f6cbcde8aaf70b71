"""What the charts of a period are drawn from, read from the diary once for all of them."""

from dataclasses import dataclass
from datetime import date, timedelta

from painmap.domain.contents import Contents
from painmap.domain.effort_days import REACH
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, within
from painmap.ui.journal import Journal


@dataclass(frozen=True)
class Material:
    """The logged days of a period, what is recorded besides check-ins (of all time), and what day it is.

    `before` are the logged days shortly before the period, whose efforts its first days may come after.
    `first_weekday` is 0 for Monday. `whole` reaches from the first to the last day with an entry, None without any.
    """

    today: date
    period: Period
    days: tuple[DaySummary, ...]
    records: Contents
    first_weekday: int = 0
    whole: Period | None = None
    before: tuple[DaySummary, ...] = ()

    @property
    def begins(self) -> date | None:
        """The first logged day of all, where the period reaches before it: no entry is missing there."""
        return self.whole.start if self.whole is not None and self.whole.start > self.period.start else None


def material_of(journal: Journal, period: Period, first_weekday: int) -> Material:
    """Reads what there is about a period. Raises DiaryTrouble where it can't be read."""
    reached = Period(period.start - timedelta(REACH), period.end)
    days = journal.days(reached)
    return Material(
        journal.today(),
        period,
        within(days, period),
        journal.besides_check_ins(),
        first_weekday,
        journal.whole(),
        tuple(day for day in days if day.day < period.start),
    )
