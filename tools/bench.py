"""Measures Painmap beside the bare libraries that it is made of, and says where a bar is missed.

Each row compares with the same work done by Qt, matplotlib or sqlite3 alone, in the same run; times are medians.
Leaves with 0 where every bar is kept, with 1 where one is missed. `--markdown` prints the table for a document.
"""

import json
import os
import platform
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")

import bench_diary
import bench_exchange
import bench_process
from bench_row import Row

HEADINGS = ("what", "ours", "bare", "ratio", "bar", "")


def main() -> int:
    """Measures everything, prints the table, and returns the exit code."""
    begun = time.monotonic()
    with TemporaryDirectory(prefix="painmap-bench-", ignore_cleanup_errors=True) as folder:
        rows = measured(Path(folder))
    print("\n".join(as_markdown(rows) if "--markdown" in sys.argv else as_text(rows)))
    over = [row.what for row in rows if row.over]
    verdict = f"Over the bar: {'; '.join(over)}." if over else "Every bar is kept."
    print(f"\n{verdict} {_how(time.monotonic() - begun)}")
    return 1 if over else 0


def measured(folder: Path) -> list[Row]:
    """All rows. Whole processes come first, while this one is still small and quiet."""
    check_ins = bench_diary.ten_years()
    old = bench_diary.make_diary(folder / "ten-years", check_ins)
    rows = [*bench_process.starts(_fresh_folders(folder), old)]
    _tell("started")

    import bench_charts

    points = folder / "points.json"
    points.write_text(json.dumps(bench_charts.points_of(check_ins)), encoding="utf-8")
    rows.append(bench_process.memory(old, points))
    _tell("memory")
    rows += [bench_diary.opening(old), bench_diary.keeping(old)]
    rows += [*bench_diary.under_a_passphrase(old)]
    rows += [*bench_diary.backing_up(old), bench_diary.restoring(old)]
    _tell("diary")
    rows += bench_exchange.exchanging(folder)
    _tell("exchange")
    rows += [*bench_charts.timelines(check_ins), bench_charts.reports(check_ins)]
    _tell("charts and report")

    from bench_window import Opened

    opened = Opened(old)
    rows += opened.measure()
    opened.close()
    return rows


def as_text(rows: list[Row]) -> list[str]:
    """The table as it is read on a terminal."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEADINGS))]
    return [
        "  ".join(
            cell.ljust(w) if n in (0, 5) else cell.rjust(w)
            for n, (cell, w) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]


def as_markdown(rows: list[Row]) -> list[str]:
    """The table as it stands in a document."""
    lines = [HEADINGS, ("---", "--:", "--:", "--:", "--:", "---"), *(row.cells() for row in rows)]
    return [f"| {' | '.join(line)} |" for line in lines]


def _how(seconds: float) -> str:
    """On what and how it was measured: a busy computer makes everything but the ratios worse."""
    parts = [f"Python {platform.python_version()}", f"PySide6 {version('PySide6-Essentials')}"]
    parts += [f"matplotlib {version('matplotlib')}", f"{os.cpu_count()} cores", os.environ["QT_QPA_PLATFORM"]]
    if hasattr(os, "getloadavg"):
        parts.append(f"load {os.getloadavg()[1]:.1f} (1.0 is this measurement alone)")
    return f"Measured in {seconds:.0f} s: {', '.join(parts)}."


def _fresh_folders(folder: Path) -> Callable[[], Path]:
    """A folder without a diary, another one each time."""
    made = 0

    def fresh() -> Path:
        nonlocal made
        made += 1
        new = folder / f"new-{made}"
        new.mkdir()
        return new

    return fresh


def _tell(done: str) -> None:
    """What is done so far, for a patient reader."""
    sys.stderr.write(f"measured: {done}\n")


if __name__ == "__main__":
    sys.exit(main())
