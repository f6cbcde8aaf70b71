"""What stands inside the window: lines of words, below them the rail and a page, or one view in place of both."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget


class Inside(QWidget):
    """Lays out what the window is made of. `views` has the rail with the pages first, then what stands over them."""

    def __init__(self, lines: Iterable[QWidget], rail: QWidget, pages: QWidget) -> None:
        super().__init__()
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(pages, 1)
        self.views = QStackedLayout()
        self.views.addWidget(full)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in lines:
            column.addWidget(line)
        column.addLayout(self.views, 1)
