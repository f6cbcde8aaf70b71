"""The weekly counts in words: six weeks, the median and range of all, and the threshold that was published."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from painmap.domain.widespread import Week
from painmap.domain.words import MONTHS, number

SHOWN = 6
"""The last weeks, each with a column of its own."""
NOTE = (
    "* 2016: WPI ≥ 7 and SSS ≥ 5, or WPI 4–6 and SSS ≥ 9; with ≥ 4 of 5 regions and ≥ 3 months. "
    "PSD ≥ 13: 2011. Counts, not a diagnosis."
)
"""Wolfe, Semin Arthritis Rheum 2016;46:319-329; J Rheumatol 2011;38:1113-1122."""
_NONE = "–"


@dataclass(frozen=True)
class CountLine:
    """One count: its short name, what it is and its scale, the last weeks, all weeks, what was published."""

    short: str
    name: str
    scale: str
    weeks: tuple[str, ...]
    all: str
    threshold: str


@dataclass(frozen=True)
class WeeklyCounts:
    """The table: the last day of each shown week ('22 Nov'), the counts, and the days logged in each week."""

    heads: tuple[str, ...]
    lines: tuple[CountLine, ...]
    logged: tuple[str, ...]
    all: str
    note: str


_Value = Callable[[Week], int | None]
_MAPS: tuple[tuple[str, str, str, str, _Value], ...] = (
    ("WPI", "areas", "0–19", "≥ 7, or 4–6 *", lambda week: week.wpi),
    ("Regions", "of the body", "0–5", "≥ 4", lambda week: week.acr2016_regions),
)
_SCORES: tuple[tuple[str, str, str, str, _Value], ...] = (
    ("SSS", "symptoms", "0–12", "≥ 5, or ≥ 9 *", lambda week: week.sss),
    ("PSD", "WPI + SSS", "0–31", "≥ 13", lambda week: week.psd),
)


def weekly_counts(weeks: Sequence[Week]) -> WeeklyCounts | None:
    """The table of these weeks; None where none of them has anything to count.

    Without a weekly review in any week, the counts that need one have no line.
    """
    reviewed = any(week.reviewed for week in weeks)
    if not reviewed and all(week.wpi is None for week in weeks):
        return None
    shown = weeks[-SHOWN:]
    rows = (_MAPS[0], *(_SCORES if reviewed else ()), _MAPS[1])
    return WeeklyCounts(
        heads=tuple(f"{week.end.day} {MONTHS[week.end.month - 1]}" for week in shown),
        lines=tuple(_line(weeks, *row) for row in rows),
        logged=tuple(str(week.days_logged) for week in shown),
        all=f"all {number(len(weeks))} weeks:" if len(weeks) > 1 else "this week:",
        note=NOTE,
    )


def _line(weeks: Sequence[Week], short: str, name: str, scale: str, threshold: str, value: _Value) -> CountLine:
    given = [counted for week in weeks if (counted := value(week)) is not None]
    shown = [value(week) for week in weeks[-SHOWN:]]
    return CountLine(
        short,
        name,
        scale,
        tuple(_NONE if counted is None else str(counted) for counted in shown),
        f"{number(median(given))} ({min(given)}–{max(given)})" if given else _NONE,
        threshold,
    )
