"""Days and ratings as other programs write them. What can be read in two ways is not read until somebody says how."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from painmap.domain.plain import shown
from painmap.domain.words import LONG_MONTHS, MONTHS

_REST = r"(?:[ T,].*)?"
_BY_YEAR = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_REST}", re.ASCII | re.DOTALL)
_BY_NUMBERS = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}){_REST}", re.ASCII | re.DOTALL)
_WEEKDAY = r"(?:[A-Za-z]{3,9}\.?,? )?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})\.?[ -]([A-Za-z]{{3,9}})\.?,?[ -](\d{{4}}){_REST}", re.ASCII | re.DOTALL
)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}([A-Za-z]{{3,9}})\.? (\d{{1,2}}),? (\d{{4}}){_REST}", re.ASCII | re.DOTALL)
_MONTHS = {name.lower(): n for names in (MONTHS, LONG_MONTHS) for n, name in enumerate(names, start=1)}
_NOTHING = frozenset(("", "-", "–", "—", "n/a", "na", "nan", "null", "none"))
_RATING = re.compile(r"(\d{1,3})(?:[.,](\d{1,6}))?(?: ?(?:/ ?(10|100)|(%)))?", re.ASCII)


class Order(StrEnum):
    """What comes first in a day that is written in numbers."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


def day_of_cell(cell: str, order: Order | None) -> date:
    """The day. Raises ValueError where there is none, or where its order is not known and matters."""
    year, month, of_month = _parts(cell, order)
    try:
        return date(year, month, of_month)
    except ValueError:
        raise ValueError(f"{shown(cell)} is not a day") from None


def is_day(cell: str) -> bool:
    """Whether the cell is a day in one order or the other."""
    return any(_is(cell, order) for order in Order)


def orders(cells: Iterable[str]) -> frozenset[Order]:
    """The orders in which every one of these days can be read; both where it makes no difference or can't be told."""
    numbers = [cell for cell in cells if _BY_NUMBERS.fullmatch(cell)]
    fitting = frozenset(order for order in Order if all(_is(cell, order) for cell in numbers))
    return fitting or frozenset(Order)


def order_matters(cells: Iterable[str]) -> bool:
    """Whether any of these days is another one in the other order."""
    found = (_BY_NUMBERS.fullmatch(cell) for cell in cells)
    return any(int(each[1]) != int(each[2]) for each in found if each)


def rating_of_cell(cell: str, scale: int) -> tuple[int | None, bool]:
    """The rating from 0 to 10, and whether it had to be rounded; None where nothing was said.

    A rating of 0 to 100 is divided by ten. Halves go up. Raises ValueError for what is no rating on that scale.
    """
    if is_nothing(cell):
        return None, False
    value = number_of_cell(cell)
    if value is None or not 0 <= value <= scale:
        raise ValueError(f"{shown(cell)} is not a rating from 0 to {scale}")
    tenths = value * 10 / scale
    return int(tenths + 0.5), tenths != int(tenths)


def number_of_cell(cell: str) -> float | None:
    """The number of a rating such as 7, 7.5, 7,5, 7/10, 70 %; None where it is none."""
    found = _RATING.fullmatch(cell)
    return float(f"{found[1]}.{found[2] or 0}") if found else None


def scale_of_cell(cell: str) -> int | None:
    """The scale that the cell itself names, as 7/10 does."""
    found = _RATING.fullmatch(cell)
    if found is None:
        return None
    return 100 if found[4] else int(found[3]) if found[3] else None


def is_nothing(cell: str) -> bool:
    """Whether the cell says that nothing was said."""
    return cell.strip().lower() in _NOTHING


def _parts(cell: str, order: Order | None) -> tuple[int, int, int]:
    if found := _BY_YEAR.fullmatch(cell):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _BY_NUMBERS.fullmatch(cell):
        one, other = int(found[1]), int(found[2])
        if order is None and one != other:
            raise ValueError(f"{shown(cell)} can be read as two days")
        return int(found[3]), *((one, other) if order is Order.MONTH_FIRST else (other, one))
    if found := _DAY_FIRST.fullmatch(cell):
        return int(found[3]), _MONTHS.get(found[2].lower(), 0), int(found[1])
    if found := _MONTH_FIRST.fullmatch(cell):
        return int(found[3]), _MONTHS.get(found[1].lower(), 0), int(found[2])
    raise ValueError(f"{shown(cell)} is not a day")


def _is(cell: str, order: Order) -> bool:
    try:
        day_of_cell(cell, order)
    except ValueError:
        return False
    return True
