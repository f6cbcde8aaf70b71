"""What one row of the measurements says, and how a time is taken."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One thing measured: ours, the bare libraries doing the same (None where there is no such thing), and the bar.

    The bar is a ratio where there is a bare figure, else a figure in the unit of the row; without a bar the row only
    informs.
    """

    what: str
    unit: str
    ours: float
    bare: float | None = None
    bar: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours as a multiple of the bare figure."""
        return None if self.bare is None else self.ours / self.bare

    @property
    def over(self) -> bool:
        """Whether the bar is missed."""
        measured = self.ours if self.ratio is None else self.ratio
        return self.bar is not None and measured > self.bar

    def cells(self) -> tuple[str, str, str, str, str, str]:
        """The row as it is printed."""
        bar = "" if self.bar is None else f"{self.bar:g} x" if self.ratio is not None else _figure(self.bar, self.unit)
        return (
            self.what,
            _figure(self.ours, self.unit),
            "" if self.bare is None else _figure(self.bare, self.unit),
            "" if self.ratio is None else f"{self.ratio:.2f}",
            bar,
            "" if self.bar is None else "over" if self.over else "ok",
        )


def side_by_side(
    ours: Callable[[], object], bare: Callable[[], object], times: int, *, warm: bool = True
) -> tuple[float, float]:
    """Median times of both in milliseconds, taken in turn, so that a busy moment of the computer meets both."""
    if warm:
        ours()
        bare()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for work, found in zip((ours, bare), taken, strict=True):
            found.append(once(work))
    return statistics.median(taken[0]), statistics.median(taken[1])


def median_of(work: Callable[[], object], times: int, *, warm: bool = True) -> float:
    """Median time in milliseconds."""
    if warm:
        work()
    return statistics.median(once(work) for _ in range(times))


def once(work: Callable[[], object]) -> float:
    """The time one call takes, in milliseconds; rubbish of what was before is cleared away first."""
    gc.collect()
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _figure(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:,.{digits}f} {unit}"
