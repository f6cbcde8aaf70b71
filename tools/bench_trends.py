"""Measures Trends on ten years: another period, and pointing at a day."""

import time
from itertools import cycle

from bench_row import Row, median_of
from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from settled import settle

from painmap.domain.once import forget
from painmap.ui.parts.dates import Span
from painmap.ui.trends.drawing import Kept
from painmap.ui.trends.page import TABS, Trends
from painmap.ui.trends.pane import Pane
from painmap.ui.trends.picture import ChartPicture
from painmap.ui.window import Window

_TIMES = 7


def trends(app: QApplication, window: Window) -> list[Row]:
    """To all ten years and back to three months, with nothing known from before; other tabs; the line at other days."""
    window.show_page("trends")
    page = window.pages["trends"]
    assert isinstance(page, Trends)
    settle(window)
    firsts: dict[Span, list[float]] = {Span.ALL: [], Span.THREE_MONTHS: []}
    wholes: dict[Span, list[float]] = {Span.ALL: [], Span.THREE_MONTHS: []}
    for _ in range(_TIMES):
        for span, found in firsts.items():
            page.turns.kept = Kept()
            forget()
            first, whole = _changed(page, window, span)
            found.append(first)
            wholes[span].append(whole)
    spans = cycle(firsts)
    known = [_changed(page, window, next(spans))[0] for _ in range(2 * _TIMES)]
    tabs = [_turned(app, page, window, kind) for _ in range(3) for kind in TABS][len(TABS) :]
    picture = page.overview.timeline.picture
    return [
        Row("Trends: to ten years, first chart in sight", "ms", _median(firsts[Span.ALL]), bar=150),
        Row("Trends: back to three months, first chart in sight", "ms", _median(firsts[Span.THREE_MONTHS]), bar=150),
        Row("Trends: to ten years, all charts", "ms", _median(wholes[Span.ALL])),
        Row("Trends: to a period that was in sight before, first chart", "ms", _median(known), bar=50),
        Row("Trends: to a tab that was in front before, painted", "ms", max(tabs), bar=50),
        Row("Trends: the line at another day of ten years", "ms", _pointed(app, picture), bar=16),
    ]


class _Painted(QObject):
    """Notes when a picture is first painted with what it is to show."""

    def __init__(self, picture: ChartPicture) -> None:
        super().__init__()
        self._picture = picture
        self.at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._picture.due and not self.at:
            self.at = time.perf_counter()
        return False


def _changed(page: Trends, window: Window, span: Span) -> tuple[float, float]:
    """Milliseconds from the tap on a period until the first chart shows it, and until all do."""
    painted = _Painted(page.overview.timeline.picture)
    begun = time.perf_counter()
    page.periods.span_chosen.emit(span)
    page.overview.timeline.picture.installEventFilter(painted)
    settle(window)
    return 1000 * (painted.at - begun), 1000 * (time.perf_counter() - begun)


def _turned(app: QApplication, page: Trends, window: Window, kind: type[Pane]) -> float:
    """Milliseconds from the tap on a tab until what stands under it is painted."""
    settle(window)
    begun = time.perf_counter()
    page.tabs.segments[TABS.index(kind)].click()
    app.processEvents()
    taken = 1000 * (time.perf_counter() - begun)
    settle(window)
    return taken


def _pointed(app: QApplication, picture: ChartPicture) -> float:
    moves = cycle([QPointF(200 + 7 * n, 100) for n in range(60)])

    def move() -> None:
        QTest.mouseMove(picture, next(moves).toPoint())
        app.processEvents()

    return median_of(move, 50)


def _median(found: list[float]) -> float:
    return sorted(found)[len(found) // 2]
