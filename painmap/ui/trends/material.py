"""What the charts of a period are drawn from, read from the diary once for all of them."""

from dataclasses import dataclass
from datetime import date

from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary
from painmap.ui.journal import Journal


@dataclass(frozen=True)
class Material:
    """The logged days of a period, what is recorded besides check-ins (of all time), and what day it is.

    `first_weekday` is 0 for Monday. `whole` reaches from the first to the last day with an entry, None without any.
    """

    today: date
    period: Period
    days: tuple[DaySummary, ...]
    records: Contents
    first_weekday: int = 0
    whole: Period | None = None

    @property
    def begins(self) -> date | None:
        """The first logged day of all, where the period reaches before it: no entry is missing there."""
        return self.whole.start if self.whole is not None and self.whole.start > self.period.start else None


def material_of(journal: Journal, period: Period, first_weekday: int) -> Material:
    """Reads what there is about a period. Raises DiaryTrouble where it can't be read."""
    return Material(
        journal.today(),
        period,
        journal.days(period),
        journal.besides_check_ins(),
        first_weekday,
        journal.whole(),
    )
