"""The content of a chart as rows of words."""

from dataclasses import dataclass

RATED = "0-10"
"""The unit of a rating."""


@dataclass(frozen=True)
class Table:
    """Headings, and rows with as many cells. `units` says what each column is counted in, '' where in nothing.

    Raises ValueError where a row has more or fewer cells than there are headings, or there are other units.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    units: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.units and len(self.units) != len(self.headings):
            raise ValueError(f"there are {len(self.units)} units for {len(self.headings)} headings")
        for row in self.rows:
            if len(row) != len(self.headings):
                raise ValueError(f"a row has {len(row)} cells for {len(self.headings)} headings")
