"""Trends as the tests of its tabs open it, and where things stand in its pictures."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from painmap.domain.contents import Contents
from painmap.domain.sample import sample
from painmap.paths import DIARY_FILE
from painmap.storage.diary import Diary
from painmap.ui.journal import Journal
from painmap.ui.parts.dates import Span
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance
from painmap.ui.trends.card import ChartCard
from painmap.ui.trends.page import Trends
from painmap.ui.trends.pane import Pane
from painmap.ui.trends.picture import ChartPicture


@cache
def sample_of(days: int, now: datetime) -> Contents:
    """The sample of that many days up to that moment, which is made once for all tests."""
    return sample(days, now.date(), 7, now)


class TrendsOn:
    """A Trends page on a diary of its own, with a tab in front.

    Charts are saved at `place`, at first the diary's folder; `names` are the file names that were asked about.
    """

    def __init__(
        self,
        qtbot,
        folder: Path,
        clock: Callable[[], datetime],
        kept: Iterable[object],
        tab: type[Pane],
        size: tuple[int, int],
    ) -> None:
        self._qtbot, self._tab = qtbot, tab
        self.folder, self.names = folder, list[str]()
        self.place: Path | None = folder
        self.diary = Diary.open(folder / DIARY_FILE, clock())
        self.diary.merge(kept)
        self.journal = Journal(self.diary, clock)
        self.appearance = Appearance("light")
        self.page = Trends(self.journal, Settings(folder), self.appearance, ask_path=lambda _, name: self._asked(name))
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        self.page.show()
        self.page.open_tab(tab)
        self.drawn()

    @property
    def pane(self) -> Pane:
        """What stands under the tab."""
        return self.page.pane(self._tab)

    @property
    def card(self) -> ChartCard:
        """The first card under the tab."""
        return self.pane.cards[0]

    def drawn(self) -> None:
        """Waits until no chart in sight is older than what it shows."""
        pictures = [card.picture for card in self.pane.cards]
        self._qtbot.waitUntil(
            lambda: self.page.turns.done and not any(each.due and each.isVisible() for each in pictures),
            timeout=20_000,
        )

    def _asked(self, name: str) -> Path | None:
        self.names.append(name)
        return self.place / name if self.place else None


class InWindow:
    """Trends in the program's window."""

    def __init__(self, qtbot, painmap) -> None:
        self._qtbot = qtbot
        painmap.window.show_page("trends")
        self.page = painmap.window.pages["trends"]
        self.overview = self.page.overview
        self.wait()

    def wait(self) -> None:
        """Waits until no chart has to be drawn."""
        self._qtbot.waitUntil(lambda: self.page.turns.done, timeout=20_000)

    def choose(self, segments, value: object) -> None:
        """Taps one of the choices that stand side by side."""
        self._qtbot.mouseClick(segments.segments[segments._values.index(value)], Qt.MouseButton.LeftButton)
        self.wait()

    def choose_span(self, span: Span) -> None:
        """Taps a period."""
        self.choose(self.page.periods.segments, span)


def spot(picture: ChartPicture, key: Hashable) -> QPoint:
    """The middle of what can be pointed at under that key."""
    left, top, right, bottom = picture.drawn.where.box(key)
    return QPoint(round((left + right) / 2 * picture.width()), round((top + bottom) / 2 * picture.height()))


def said(card: ChartCard) -> str:
    """What stands in the head of a card beside its title."""
    return f"{card.when.text()} {card.figures.text()}"
