"""The button by which all charts of a tab leave as one file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from painmap.domain.period import Period
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance
from painmap.ui.trends.card import AskPath, ChartCard
from painmap.ui.trends.export import PAGE_KINDS, page_name, save_page
from painmap.ui.trends.flowing import Flowing
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from painmap.charts.out import Caption


class PageExport(Button):
    """Writes the charts in front as one file. `told` says what became of it; it is for the page to place."""

    def __init__(
        self,
        appearance: Appearance,
        settings: Settings,
        ask_path: AskPath,
        announce: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Export page", appearance, Kind.QUIET, parent=parent)
        self._settings = settings
        self._ask_path = ask_path
        self._announce = announce
        self._page: tuple[str, Period, str] | None = None
        self._cards: Sequence[ChartCard] = ()
        self.told = Flowing(appearance, "small-strong", "ink")
        self.told.setContentsMargins(20, 4, 20, 0)
        self.told.hide()
        self.kinds = QMenu(self)
        for kind, words in PAGE_KINDS.items():
            self.kinds.addAction(words).setData(kind)
        self.kinds.triggered.connect(lambda action: self.save(action.data()))
        self.clicked.connect(self._open_kinds)
        self.show_nothing()

    @property
    def charts(self) -> list[Shown]:
        """What the cards of the page show, as far as they are in sight."""
        return [card.shown for card in self._cards if card.shown is not None and not card.isHidden()]

    def show_page(self, title: str, period: Period, logged: str, cards: Sequence[ChartCard]) -> None:
        """Takes the cards of a tab, which are asked for their charts when they are exported."""
        if self._page != (title, period, logged):
            self._say("")
        self._page, self._cards = (title, period, logged), cards
        self.setEnabled(bool(cards))

    def show_nothing(self) -> None:
        """There is no chart in front."""
        self._page, self._cards = None, ()
        self._say("")
        self.setEnabled(False)

    def save(self, kind: str) -> None:
        """Asks for a place and writes the charts there, in the look for paper."""
        if self._page is None or not self.charts:
            return
        title, period, _ = self._page
        path = self._ask_path(self, page_name(title, period, kind))
        if path is not None:
            self._write(path)

    def _write(self, path: Path) -> None:
        QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
        try:
            worked, sentence = save_page(self.charts, self._head(), path, self._settings.choices.paper)
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.told.restyle("small-strong", "ink" if worked else "danger")
        self._say(sentence)
        self._announce(sentence)

    def _head(self) -> "Caption":
        from painmap.charts.out import Caption
        from painmap.charts.words import dates

        assert self._page is not None
        title, period, logged = self._page
        return Caption(title, dates(period), logged)

    def _say(self, sentence: str) -> None:
        """What became of an export stands under the tabs until another page is in front."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _open_kinds(self) -> None:
        self.kinds.popup(self.mapToGlobal(self.rect().bottomLeft()))
