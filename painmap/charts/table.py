"""The content of a chart as rows of words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """Headings, and rows with as many cells. Raises ValueError where a row has more or fewer."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.headings):
                raise ValueError(f"a row has {len(row)} cells for {len(self.headings)} headings")
