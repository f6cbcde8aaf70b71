"""A chart as pixels: drawn by matplotlib when it has to be, kept while it is true, one chart after another."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QImage

from painmap.ui.parts.figures import FIGURES

if TYPE_CHECKING:
    from painmap.charts.look import Look
    from painmap.charts.pointing import Pointing
    from painmap.ui.trends.shown import Draw, Shown

PX_PER_INCH = 96
PX_PER_POINT = PX_PER_INCH / 72
_BETWEEN_MS = 8
"""A moment in which the window paints the chart before, which it does not while the next one is drawn at once."""
_ROUNDS = 4
"""A new height goes from a picture to its card, its pane and the area that scrolls, each time in a further round."""
MOST_BYTES = 24_000_000
"""How much of the memory the kept pictures may take."""


@dataclass(frozen=True)
class Drawn:
    """The pixels of a chart, and what in it can be pointed at."""

    image: QImage
    where: "Pointing | None"


def drawn(draw: "Draw", look: "Look", width: int, height: int, ratio: float) -> Drawn:
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
    return Drawn(image, where)


class Kept:
    """Pictures that were drawn, the last ones used. A picture is found only for the very content it shows."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._pictures: OrderedDict[tuple[object, ...], tuple[tuple[object, ...], Drawn]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._pictures)

    def picture(self, shown: "Shown", look: "Look", width: int, height: int, ratio: float) -> Drawn:
        """The chart at that size and in that look, drawn where it is not known or was of other content."""
        key = (shown.key, shown.period, look.name, look.scale, width, height, ratio)
        found = self._pictures.get(key)
        if found is not None and found[0] == shown.basis:
            self._pictures.move_to_end(key)
            return found[1]
        self._forget(key)
        made = drawn(shown.draw, look, width, height, ratio)
        self._pictures[key] = shown.basis, made
        self._bytes += made.image.sizeInBytes()
        while self._bytes > self._most and len(self._pictures) > 1:
            self._forget(next(iter(self._pictures)))
        return made

    def _forget(self, key: tuple[object, ...]) -> None:
        _, gone = self._pictures.pop(key, (None, None))
        self._bytes -= gone.image.sizeInBytes() if gone else 0


class Drawable(Protocol):
    """Something that waits for its turn."""

    def make_room(self) -> None:
        """Asks for the height that it is going to need."""

    def draw_now(self) -> None:
        """Draws itself, if it still has to."""


class Turns(QObject):
    """Lets charts draw one at a time, so that taps and keys are answered in between; `kept` has their pictures."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.kept = Kept()
        self._waiting: list[Drawable] = []
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._draw_one)

    @property
    def done(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    def ask(self, chart: Drawable, *, again: bool = False) -> None:
        """Has a chart draw itself soon, once however often it asks; one that had its turn and asks again is next."""
        if again and chart in self._waiting:
            self._waiting.remove(chart)
        if chart not in self._waiting:
            self._waiting.insert(0 if again else len(self._waiting), chart)
        if not self._next.isActive():
            self._next.start(0)

    def _draw_one(self) -> None:
        """The first one, once all have the room that they need: else it would have to be drawn again."""
        for chart in list(self._waiting):
            chart.make_room()
        for _ in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if self._waiting:
            self._waiting.pop(0).draw_now()
        if self._waiting:
            self._next.start(_BETWEEN_MS)
