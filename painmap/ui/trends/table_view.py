"""A chart's content as a table that the keyboard walks over and that can be copied into other programs."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from painmap.charts.table import Table
from painmap.charts.table_out import headings_with_units
from painmap.ui.theme import Appearance
from painmap.ui.trends.export import table_copied

_NOTHING = QModelIndex()
_LONGEST = 20
"""Cells of a column that are measured: those with the most letters."""
_PADDING = 28
_LEAST_ROWS, _MOST_ROWS = 6, 12
"""Rows that are in sight at least, and that the table asks for."""
_FIGURE = re.compile(r"[+−]?[\d,.½]+%?( (of|to) [\d,]+)?")
Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """The rows of a Table; `headings` name their units. A row is called by its first cell."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table
        self.headings = headings_with_units(table)
        self._sides = [_side(n, cells) for n, cells in enumerate(self.columns())]

    def columns(self) -> Iterator[tuple[str, ...]]:
        """The cells column by column."""
        return zip(*self.table.rows, strict=True) if self.table.rows else iter(((),) * len(self.table.headings))

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._sides[index.column()] | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._sides[section] | Qt.AlignmentFlag.AlignVCenter
        elif role == Qt.ItemDataRole.DisplayRole:
            return self.table.rows[section][0]
        return None


def _side(column: int, cells: Iterable[str]) -> Qt.AlignmentFlag:
    """Figures stand at the right, under each other; words at the left, where one begins to read them."""
    figures = column > 0 and any(_FIGURE.fullmatch(cell) for cell in set(cells))
    return Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft


class ChartTable(QTableView):
    """The table of a chart. Ctrl+C copies the chosen cells, or all of them, and `copied` says so."""

    copied = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._widths: list[int] = []
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_table(self, title: str, table: Table) -> None:
        """Shows other content."""
        self.setAccessibleName(f"{title}, as a table")
        old, chosen = self.model(), self.selectionModel()
        self.setModel(TableModel(table))
        for gone in (old, chosen):
            if gone is not None:
                gone.deleteLater()
        if table.rows:
            self.setCurrentIndex(self.model().index(0, 0))
            self.clearSelection()
        self._measure()
        self.updateGeometry()

    def as_text(self) -> str:
        """The chosen cells with their headings, or everything: cells apart by tabs, rows by line ends."""
        return table_copied(self._chosen()).text()

    def copy(self) -> None:
        """Puts the chosen cells with their headings, or everything, where other programs can paste it from."""
        QGuiApplication.clipboard().setMimeData(table_copied(self._chosen()))
        self.copied.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> Table:
        """The chosen cells as a table of their own; all of it where none or every cell is chosen."""
        model = self.model()
        if not isinstance(model, TableModel):
            return Table((), ())
        table, spans = model.table, self.selectionModel().selection().toList()
        rows = sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})
        columns = sorted({column for span in spans for column in range(span.left(), span.right() + 1)})
        if not spans:
            return table
        return Table(
            tuple(table.headings[column] for column in columns),
            tuple(tuple(table.rows[row][column] for column in columns) for row in rows),
            tuple(table.units[column] for column in columns) if table.units else (),
        )

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_of(_MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height_of(_LEAST_ROWS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _height_of(self, rows: int) -> int:
        """Px in which the heading and that many rows are in sight, or all where there are fewer."""
        model = self.model()
        count = min(rows, model.rowCount()) if model else 0
        below = self.horizontalScrollBar().sizeHint().height() + 2 * self.frameWidth()
        return self.horizontalHeader().sizeHint().height() + count * self.verticalHeader().defaultSectionSize() + below

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.setFont(theme.font("small"))
        self.horizontalHeader().setFont(theme.font("small-strong"))
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        self._measure()

    def _measure(self) -> None:
        """Works out how wide each column has to be for the longest of its cells."""
        model = self.model()
        if not isinstance(model, TableModel):
            return
        theme = self._appearance.theme
        plain, strong = (QFontMetricsF(theme.font(role)) for role in ("small", "small-strong"))
        self._widths = []
        for heading, cells in zip(model.headings, model.columns(), strict=True):
            longest = sorted(set(cells), key=len)[-_LONGEST:]
            needed = [strong.horizontalAdvance(heading), *(plain.horizontalAdvance(cell) for cell in longest)]
            self._widths.append(round(max(needed)) + _PADDING)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Where there is room to spare the first column has it."""
        if not self._widths:
            return
        spare = max(0, self.viewport().width() - sum(self._widths))
        for column, width in enumerate(self._widths):
            self.horizontalHeader().resizeSection(column, width + (spare if column == 0 else 0))
