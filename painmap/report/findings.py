"""What the days of a period come to, worked out once for the words and the pictures of the report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from painmap.charts.map_words import changes_between
from painmap.domain.contents import Contents
from painmap.domain.event import Appointment, Event, next_appointment
from painmap.domain.period import Period
from painmap.domain.summary import ENOUGH_DAYS, DaySummary, Place, Tally, halves, tally, within
from painmap.domain.tried import Tried, tried
from painmap.domain.widespread import Week, by_week

NOTHING_ELSE = Contents()


@dataclass(frozen=True)
class Stretch:
    """Logged days, how many of them have a map, and every place that hurt on them."""

    days: tuple[DaySummary, ...]
    mapped: int
    places: Mapping[str, Place]


@dataclass(frozen=True)
class Findings:
    """A period as a whole and in halves. `changes` is empty unless both halves have enough days with a map.

    `weeks` are its whole weeks, counted back from its last day, in order. `tried` and `events` are those of the
    period, `appointment` is the next one. `begins` is the first logged day of the whole diary where the period
    reaches before it: no entry is missing there.
    """

    period: Period
    whole: Stretch
    earlier: Stretch
    later: Stretch
    changes: Mapping[str, float | str]
    weeks: tuple[Week, ...] = ()
    tried: tuple[Tried, ...] = ()
    events: tuple[Event, ...] = ()
    appointment: Appointment | None = None
    begins: date | None = None

    @property
    def kept_since(self) -> Period:
        """The days of the period on which the diary was there to be kept."""
        return Period(self.begins or self.period.start, self.period.end)

    @property
    def compared(self) -> bool:
        """Whether the halves are set side by side."""
        return min(self.earlier.mapped, self.later.mapped) >= ENOUGH_DAYS


def findings(
    days: Iterable[DaySummary],
    period: Period,
    others: Contents = NOTHING_ELSE,
    today: date | None = None,
    begins: date | None = None,
) -> Findings:
    """What the logged days of a period come to, with what else was kept; other days are left out.

    The check-ins of `others` are not read: the days are what they come to. The next appointment is the first from
    `today` on, or from the end of the period. `begins` is the first logged day of the whole diary.
    """
    days = within(days, period)
    before, after = halves(days, period)
    first, second = tally(before), tally(after)
    earlier, later = _stretch(before, first), _stretch(after, second)
    enough = min(first.of, second.of) >= ENOUGH_DAYS
    changes = changes_between(earlier.places, later.places) if enough else {}
    return Findings(
        period,
        _stretch(days, first + second),
        earlier,
        later,
        changes,
        weeks=by_week(days, period, others.reviews),
        tried=tried(others.treatments, others.uses, period),
        events=tuple(sorted((e for e in others.events if _touches(e, period)), key=lambda event: event.start)),
        appointment=next_appointment(others.appointments, today or period.end),
        begins=begins if days and begins is not None and begins > period.start else None,
    )


def _stretch(days: tuple[DaySummary, ...], given: Tally) -> Stretch:
    return Stretch(days, given.of, given.places())


def _touches(event: Event, period: Period) -> bool:
    return event.start <= period.end and (event.end or event.start) >= period.start
