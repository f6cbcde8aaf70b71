"""Measures the window: a tap until it is painted, and the hit test."""

from itertools import chain, zip_longest
from pathlib import Path

from bench_diary import NOW
from bench_row import Row, median_of
from bench_trends import trends
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from settled import settle

from painmap.app import Painmap, application
from painmap.domain.regions import View, regions
from painmap.ui.parts.dates import Span

PAGES = ("history", "trends", "treatments", "report", "settings", "help", "today")


class Opened:
    """The window on a diary, as the patient has it."""

    def __init__(self, folder: Path) -> None:
        self._app = application()
        self._painmap = Painmap(folder, now=lambda: NOW)
        self.window = self._painmap.window
        self.window.resize(1280, 800)
        self.window.show()
        settle(self.window)

    def close(self) -> None:
        """Lets go of the diary."""
        self._painmap.close()

    def every_page(self) -> None:
        """Shows each page until it is drawn; Trends with all there is."""
        for name in PAGES:
            self.window.show_page(name)
            if name == "trends":
                self.window.pages[name].periods.span_chosen.emit(Span.ALL)
            settle(self.window)

    def measure(self) -> list[Row]:
        """All rows about the window."""
        return [self._tap(), self._hit_test(), *trends(self._app, self.window)]

    def _tap(self) -> Row:
        """A finger on a region to its colour on the screen; the change is on disk before that."""
        self.window.show_page("today")
        body_view = self.window.today.stage.body_view
        self.window.today.entry.choose(6)
        settle(self.window)
        spots = iter([body_view.spot(name).toPoint() for name in _far_apart()])

        def tap() -> None:
            QTest.mouseClick(body_view, Qt.MouseButton.LeftButton, pos=next(spots))
            self._app.processEvents()

        return Row("tap to painted region, kept on disk", "ms", median_of(tap, 60), bar=16)

    def _hit_test(self) -> Row:
        """The region under a point, over the whole widget, near misses too."""
        body_view = self.window.today.stage.body_view
        points = [QPointF(x, y) for x in range(0, body_view.width(), 20) for y in range(0, body_view.height(), 20)]

        def look() -> None:
            for point in points:
                body_view.region_at(point)

        return Row("hit test", "ms", median_of(look, 9) / len(points), bar=0.1)


def _far_apart() -> list[str]:
    """All regions, front and back in turn: a tap beside the last one, and soon after, is taken for a tremor."""
    views = [[name for name, region in regions().items() if region.view is view] for view in View]
    return [name for name in chain.from_iterable(zip_longest(*views)) if name]
