"""Buttons in equal columns; one with more words takes more columns."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.buttons import Button
from painmap.ui.theme import Appearance

GAP = 8
MOST_COLUMNS = 4


class Tiles(QWidget):
    """Shows buttons in the order they are given in. `fit` lays them out for a width."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tiles: list[Button] = []
        self._usual = 0
        self._width = 0
        self._rows = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_tiles(self, tiles: list[Button], usual: int) -> None:
        """Takes its buttons; the first `usual` of them each fit in one column."""
        for gone in [tile for tile in self._tiles if tile not in tiles]:
            gone.hide()
            gone.deleteLater()
        for tile in [tile for tile in tiles if tile not in self._tiles]:
            tile.setParent(self)
            tile.show()
        self._tiles, self._usual = tiles, usual
        self._place()

    def fit(self, width: int, height: int) -> None:
        """Takes a width, and the height of one button."""
        self._width = width
        for tile in self._tiles:
            tile.set_height(height)
        self._place()

    def sizeHint(self) -> QSize:
        height = self._tiles[0].sizeHint().height() if self._tiles else 0
        return QSize(self._width, self._rows * (height + GAP) - GAP if self._rows else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(44, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        if not self._tiles or not self._width:
            return
        width = self.width() if self.isVisible() else self._width
        widest = max(tile.sizeHint().width() for tile in self._tiles[: self._usual])
        columns = max(1, min(MOST_COLUMNS, (width + GAP) // (widest + GAP)))
        step = (width + GAP) / columns
        height = self._tiles[0].sizeHint().height()
        row = column = 0
        for tile in self._tiles:
            span = min(columns, -(-(tile.sizeHint().width() + GAP) // int(step)))
            if column + span > columns:
                row, column = row + 1, 0
            left, right = round(column * step), round((column + span) * step) - GAP
            tile.setGeometry(left, row * (height + GAP), right - left, height)
            column += span
        self._rows = row + 1
        self.updateGeometry()


def shortened(text: str, width: float, appearance: Appearance) -> str:
    """The text, cut off with an ellipsis where a button of that width has no room for all of it."""
    theme = appearance.theme
    metrics = QFontMetricsF(theme.sized(15 * theme.scale, 600))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - theme.px(14) - 12)
