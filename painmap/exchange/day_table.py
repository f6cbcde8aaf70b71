"""The table with one row a day: what is derived from all check-ins of the day, and one column a region."""

from collections.abc import Iterable

from painmap.domain.about import Effort, Sense
from painmap.domain.checkin import CheckIn
from painmap.domain.more import MoreSummary, Rating
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, summarise
from painmap.exchange.tables import APART, Cell, Table, triggers_text

_RATED = ("overall", "fatigue", "sleep", "thinking", "mood")
DAYS_HEADINGS = (
    *("day", "check_ins", "worst_pain"),
    *(f"{name}_{figure}" for name in _RATED[:2] for figure in ("mean", "worst")),
    *("spread", "copied", "entered_later"),
    *(f"{name}_{figure}" for name in _RATED[2:] for figure in ("mean", "worst")),
    "stiffness_minutes",
    *(f"sensitivity_{sense}" for sense in Sense),
    *("efforts", "effort_severity", "flare", "triggers", "rash", "fever", "by_someone_else"),
)


def days(check_ins: Iterable[CheckIn]) -> Table:
    """One row a logged day, with the worst intensity of each region; the columns of the regions are in body order.

    A region without pain is empty, whether or not the day has a map: `spread` is empty where it has none, and 0 where
    no pain was said.
    """
    return Table("Days", (*DAYS_HEADINGS, *regions()), tuple(_row(day) for day in summarise(check_ins)))


def _row(day: DaySummary) -> tuple[Cell, ...]:
    marked = day.regions or {}
    return (
        *(day.day, day.check_ins, day.worst_pain),
        *_rating(day.overall),
        *_rating(day.fatigue),
        *(day.spread, day.carried_over, day.entered_later),
        *_more(day.more),
        *(marked.get(name) for name in regions()),
    )


def _more(more: MoreSummary) -> tuple[Cell, ...]:
    return (
        *(figure for rating in (more.sleep, more.thinking, more.mood) for figure in _rating(rating)),
        more.stiffness_minutes,
        *(more.sensitivity[sense].value if sense in more.sensitivity else None for sense in Sense),
        *(APART.join(filter(None, map(_effort, more.efforts))) or None, more.after_effort),
        *(more.flare, triggers_text(more.triggers), more.rash, more.fever, more.by_someone_else),
    )


def _rating(rating: Rating | None) -> tuple[Cell, Cell]:
    """The mean to two decimals, and the worst."""
    return (round(rating.mean, 2), rating.worst) if rating else (None, None)


def _effort(effort: Effort) -> str:
    hours = ((effort.delay_hours, "after"), (effort.duration_hours, "long"))
    return ", ".join(filter(None, (effort.what, *(f"{n} h {word}" for n, word in hours if n is not None))))
