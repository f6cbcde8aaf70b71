"""Cells of a table that another program opens: what it would take for a formula is defused, and can be undone."""

import re
from functools import lru_cache

from painmap.domain.words import MINUS

NUMBER = re.compile(rf"[-+{MINUS}]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?")
"""A cell that is nothing but a number."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet works out (OWASP, CSV injection); the wide signs count in East Asian ones."""
_MARK = "'"
_KNOWN = 8192
"""Cells that are remembered: in ten years of regions nearly all are the same few."""


@lru_cache(_KNOWN)
def harmless(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take its words for a formula.

    A cell that begins with an apostrophe of its own gets a second one, so that `as_it_was` can tell the two apart.
    """
    runs = cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA)
    dangerous = runs and not NUMBER.fullmatch(cell)
    return f"{_MARK}{cell}" if dangerous or cell.startswith(_MARK) else cell


def as_it_was(cell: str) -> str:
    """The words of a cell that `harmless` wrote."""
    return cell.removeprefix(_MARK)
