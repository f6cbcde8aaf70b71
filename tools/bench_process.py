"""Measures whole processes: from launch to the first picture, and memory, beside bare Qt and matplotlib."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench_bare import SAID
from bench_row import Row

PATIENCE = 120
"""Seconds in which a process has said its figure."""


def starts(fresh: Callable[[], Path], ten_years: Path, times: int = 9) -> list[Row]:
    """Launch to first picture, with no diary yet and with ten years, beside an empty QMainWindow."""
    processes = {
        "bare": lambda: ("bench_bare.py", "window"),
        "fresh": lambda: ("bench_ours.py", "window", str(fresh())),
        "ten years": lambda: ("bench_ours.py", "window", str(ten_years)),
    }
    taken: dict[str, list[float]] = {name: [] for name in processes}
    for n in range(times + 1):
        for name, command in processes.items():
            begun = time.time()
            milliseconds = (_measured(*command()) - begun) * 1000
            if n:
                taken[name].append(milliseconds)
    bare, new, old = (statistics.median(found) for found in taken.values())
    return [
        Row("start to first picture, new diary", "ms", new, bare, 1.5),
        Row("start to first picture, ten years", "ms", old, bare, 1.5),
    ]


def memory(ten_years: Path, points: Path, times: int = 3) -> Row:
    """Memory with every page opened on ten years, beside bare Qt that shows them as a matplotlib figure."""
    ours = statistics.median(_measured("bench_ours.py", "pages", str(ten_years)) for _ in range(times))
    bare = statistics.median(_measured("bench_bare.py", "figure", str(points)) for _ in range(times))
    return Row("memory, every page opened on ten years", "MB", ours, bare, 1.4)


def _measured(program: str, *arguments: str) -> float:
    """The figure that the process says. It finds its modules compiled, as an installed program does."""
    command = [sys.executable, str(Path(__file__).parent / program), *arguments]
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / f"painmap-bench-{os.getpid()}" / "compiled")
    ended = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=PATIENCE, check=False)
    for line in ended.stdout.splitlines():
        if line.startswith(SAID):
            return float(line.removeprefix(SAID))
    raise SystemExit(f"'{' '.join(command[1:])}' measured nothing; it said: {ended.stderr.strip()[-2000:]}")
