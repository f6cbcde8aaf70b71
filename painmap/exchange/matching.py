"""Which column of another program's table is what: guessed by headings and values, asked where it can't be told."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from painmap.exchange.foreign_values import (
    Order,
    is_day,
    is_nothing,
    number_of_cell,
    order_matters,
    orders,
    scale_of_cell,
)

if TYPE_CHECKING:
    from painmap.exchange.foreign import ForeignTable

MOSTLY, NAMED = 0.8, 0.5
"""Share of the cells that have to be of a kind for a column to be taken for it, and where its heading says so."""
_WORDS = {
    "day": r"\b(?:date|day|datum|tag|fecha|d[ií]a|jour|data|dag)\b|timestamp|zeitstempel|logged|recorded",
    "pain": r"pain|schmerz|dolor|douleur|pijn|dolore|\bnrs\b|\bvas\b",
    "fatigue": r"fatigue|tired|m[üu]digkeit|ersch[öo]pf|cansancio|fatiga|vermoeid|exhaust|stanchezza",
    "note": r"note|comment|notiz|kommentar|bemerkung|remark|remarque|coment|opmerking|journal|diary|text",
}
_TEN = re.compile(r"(?:0|1) ?(?:-|–|to|bis|\.\.) ?10(?:\D|$)|/ ?10(?:\D|$)")
_HUNDRED = re.compile(r"0 ?(?:-|–|to|bis|\.\.) ?100|/ ?100|%")
SCALES = (10, 100)


@dataclass(frozen=True)
class Matching:
    """The number of the column of each field, or None for a field that has none; and how its values are written.

    `order` is None while it is not known in which order days are written, a scale while it is not known.
    """

    day: int | None = None
    pain: int | None = None
    fatigue: int | None = None
    note: int | None = None
    order: Order | None = None
    pain_scale: int | None = None
    fatigue_scale: int | None = None


def guess(table: "ForeignTable") -> Matching:
    """What can be told without asking."""
    free = set(range(len(table.headings)))

    def take(field: str, fits: Callable[[int], bool]) -> int | None:
        named = [n for n in sorted(free) if re.search(_WORDS[field], table.headings[n].lower()) and fits(n)]
        if named:
            free.discard(named[0])
        return named[0] if named else None

    def mostly(number: int, kind: Callable[[str], bool], share: float = MOSTLY) -> bool:
        cells = [cell for cell in table.column(number) if not is_nothing(cell)]
        return bool(cells) and sum(map(kind, cells)) >= share * len(cells)

    day = take("day", lambda n: mostly(n, is_day, NAMED))
    if day is None:
        day = next((n for n in sorted(free) if mostly(n, is_day)), None)
        free.discard(-1 if day is None else day)
    pain = take("pain", lambda n: mostly(n, _is_rating, NAMED))
    fatigue = take("fatigue", lambda n: mostly(n, _is_rating, NAMED))
    rated = [n for n in sorted(free) if mostly(n, _is_rating)]
    if pain is None and fatigue is None and len(rated) == 1:
        pain = rated[0]
        free.discard(pain)
    note = take("note", lambda n: bool(table.column(n)) and not mostly(n, _is_rating))
    return known(table, Matching(day, pain, fatigue, note))


def known(table: "ForeignTable", matching: Matching) -> Matching:
    """The same columns, with the order and the scales that their values leave no doubt about; the others unknown."""
    order = None
    if matching.day is not None:
        cells = table.column(matching.day)
        possible = orders(cells)
        order = next(iter(possible)) if len(possible) == 1 else None if order_matters(cells) else Order.DAY_FIRST
    scales = (_scale(table, number) for number in (matching.pain, matching.fatigue))
    return Matching(matching.day, matching.pain, matching.fatigue, matching.note, order, *scales)


def open_questions(matching: Matching) -> tuple[str, ...]:
    """What has to be said before the table can be taken, by the name of the field."""
    asked = []
    if matching.day is None:
        asked.append("day")
    if matching.pain is None and matching.fatigue is None and matching.note is None:
        asked.append("pain")
    if matching.day is not None and matching.order is None:
        asked.append("order")
    for field, scale in (("pain", matching.pain_scale), ("fatigue", matching.fatigue_scale)):
        if getattr(matching, field) is not None and scale is None:
            asked.append(f"{field}_scale")
    return tuple(asked)


def highest(cells: Iterable[str]) -> float | None:
    """The highest rating of a column."""
    return max((value for cell in cells if (value := number_of_cell(cell)) is not None), default=None)


def _scale(table: "ForeignTable", number: int | None) -> int | None:
    """The scale where the heading or the cells name it, or a value is too high for 0 to 10; else None."""
    if number is None:
        return None
    heading, cells = table.headings[number].lower(), table.column(number)
    named = {scale for cell in cells if (scale := scale_of_cell(cell)) is not None}
    if len(named) == 1:
        return named.pop()
    if (highest(cells) or 0) > SCALES[0] or _HUNDRED.search(heading):
        return SCALES[1]
    return SCALES[0] if _TEN.search(heading) else None


def _is_rating(cell: str) -> bool:
    value = number_of_cell(cell)
    return value is not None and value <= SCALES[1]
