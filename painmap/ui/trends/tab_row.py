"""The tabs of Trends with the button that exports what is in front, at the right end of their last row."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.buttons import Button
from painmap.ui.parts.tabs import Tabs

_GAP = 8


class TabRow(QWidget):
    """Tabs over the whole width where their last row leaves room for the button, else beside it."""

    def __init__(self, tabs: Tabs, button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs, self._button = tabs, button
        for each in (tabs, button):
            each.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._tabs.heightForWidth(self._tabs_width(width))

    def sizeHint(self) -> QSize:
        wide = self._tabs.sizeHint().width() + _GAP + self._button.sizeHint().width()
        return QSize(wide, self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        wide = self._tabs.minimumSizeHint().width() + _GAP + self._button.sizeHint().width()
        return QSize(wide, self.heightForWidth(max(1, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        wide, high, size = self.width(), self.height(), self._button.sizeHint()
        self._tabs.setGeometry(0, 0, self._tabs_width(wide), high)
        self._button.setGeometry(wide - size.width(), high - size.height(), size.width(), size.height())
        self._button.raise_()

    def _tabs_width(self, width: int) -> int:
        """Px that the tabs have."""
        button = self._button.sizeHint().width() + _GAP
        return width if self._tabs.reach(width) + button <= width else max(1, width - button)
