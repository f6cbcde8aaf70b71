"""A chart as pixels: drawn by matplotlib when it has to be, one chart after another."""

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from painmap.ui.parts.figures import FIGURES

if TYPE_CHECKING:
    from painmap.charts.look import Look
    from painmap.charts.timeline import Timeline
    from painmap.ui.trends.shown import Draw

PX_PER_INCH = 96
PX_PER_POINT = PX_PER_INCH / 72


def drawn(draw: "Draw", look: "Look", width: int, height: int, ratio: float) -> "tuple[QImage, Timeline | None]":
    """The chart on an area of that many px, with `ratio` dots to each."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with FIGURES:
        figure = Figure(figsize=(width / PX_PER_INCH, height / PX_PER_INCH), dpi=PX_PER_INCH * ratio)
        canvas: Any = FigureCanvasAgg(figure)
        where = draw(figure, look)
        canvas.draw()
        across, down = canvas.get_width_height(physical=True)
        pixels = bytes(canvas.buffer_rgba())
        figure.clear()
    image = QImage(pixels, across, down, 4 * across, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(ratio)
    return image, where


class Drawable(Protocol):
    """Something that waits for its turn."""

    def draw_now(self) -> None:
        """Draws itself, if it still has to."""


class Turns(QObject):
    """Lets charts draw one at a time, so that taps and keys are answered in between."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Drawable] = []
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._draw_one)

    @property
    def done(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    def ask(self, chart: Drawable) -> None:
        """Has a chart draw itself soon, once however often it asks."""
        if chart not in self._waiting:
            self._waiting.append(chart)
        self._next.start()

    def _draw_one(self) -> None:
        if self._waiting:
            self._waiting.pop(0).draw_now()
        if self._waiting:
            self._next.start()
