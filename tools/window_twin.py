"""The program's own layout: a window of the same size that is drawn nowhere, to know where things are."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from settled import settle

from painmap.app import Painmap

Point = tuple[int, int]


class Twin:
    """A window on a diary of its own that is tapped at the same places, and so always looks the same."""

    def __init__(self, folder: Path, size: Point, now: datetime) -> None:
        self._painmap = Painmap(folder, now=lambda: now)
        self.window = self._painmap.window
        self.window.resize(*size)
        self.window.show()
        settle(self.window)

    def close(self) -> None:
        """Lets go of its diary."""
        self._painmap.close()

    def region(self, name: str) -> Point:
        """Where a region is."""
        body_view = self.window.today.stage.body_view
        return self.place(body_view, body_view.spot(name).toPoint())

    def middle(self, widget: QWidget) -> Point:
        """The middle of a widget."""
        return self.place(widget, widget.rect().center())

    def tap(self, point: Point) -> None:
        """Does what a finger at that point does."""
        at = QPoint(*point)
        under = self.window.childAt(at)
        QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(self.window, at))
        settle(self.window)

    def picture(self, path: Path) -> None:
        """Saves what it looks like."""
        self.window.grab().save(str(path))

    def place(self, widget: QWidget, point: QPoint) -> Point:
        """Where a point of a widget is in the window."""
        found = widget.mapTo(self.window, point)
        return found.x(), found.y()
