"""The bare libraries, to compare with: Qt's empty window, and matplotlib's own lines and fills.

Run as a program it is a process of its own: `bench_bare.py window` or `bench_bare.py figure POINTS.json`.
Nothing of Painmap is imported here.
"""

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SAID = "measured"
INCHES = (11.5, 3.4)
"""About the timeline's size in a window of 1280 x 800."""
Points = Sequence[Sequence[float]]
"""Where on the date axis, the line, and the lower and upper edge of the fill."""


def say(figure: float) -> None:
    """Hands a figure to the process that started this one."""
    print(SAID, repr(figure), flush=True)


def resident() -> float:
    """Memory of this process in MB: what it holds now, or the most it held where the system doesn't say."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3


def bare_lanes(figure: "Figure", lanes: Sequence[Points]) -> None:
    """A line and a fill in each of three axes."""
    for n, (at, line, low, high) in enumerate(lanes, 1):
        axes = figure.add_subplot(len(lanes), 1, n)
        axes.plot(at, line)
        axes.fill_between(at, low, high, step="mid", alpha=0.3)


def window() -> None:
    """The least that Qt can do: an empty main window. Says when it was painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        painted = False

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not self.painted:
                self.painted = True
                QTimer.singleShot(0, self.leave)

        def leave(self) -> None:
            say(time.time())
            app.quit()

    app = QApplication(["bare"])
    shown = Bare()
    shown.resize(1280, 800)
    shown.show()
    app.exec()


def figure(points: Path) -> None:
    """Qt's main window with matplotlib's own canvas and ten years on it. Says how much memory that takes."""
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from matplotlib.figure import Figure
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(["bare"])
    shown = QMainWindow()
    drawn = Figure(figsize=INCHES, dpi=96)
    shown.setCentralWidget(FigureCanvasQTAgg(drawn))
    bare_lanes(drawn, json.loads(points.read_text(encoding="utf-8")))
    shown.resize(1280, 800)
    shown.show()
    for _ in range(10):
        app.processEvents()
    say(resident())


if __name__ == "__main__":
    if sys.argv[1] == "window":
        window()
    else:
        figure(Path(sys.argv[2]))
