"""A chart's content as a table that the keyboard walks over and that can be copied into other programs."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from painmap.charts.table import Table
from painmap.ui.theme import Appearance

_NOTHING = QModelIndex()
_FIRST_ROWS = 200
_PADDING = 28
Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """The rows of a Table."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            across = Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignRight
            return across | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.table.headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                across = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
                return across | Qt.AlignmentFlag.AlignVCenter
        return None


class ChartTable(QTableView):
    """The table of a chart. Ctrl+C copies the chosen cells, or all of them, as text with tabs."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
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
        self._fit_columns()

    def as_text(self) -> str:
        """The chosen cells with their headings, or everything: cells apart by tabs, rows by line ends."""
        model = self.model()
        if not isinstance(model, TableModel):
            return ""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen}) or list(range(model.rowCount()))
        columns = sorted({index.column() for index in chosen}) or list(range(model.columnCount()))
        lines = [[model.table.headings[column] for column in columns]]
        lines += [[model.table.rows[row][column] for column in columns] for row in rows]
        return "\n".join("\t".join(line) for line in lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.setFont(theme.font("small"))
        self.horizontalHeader().setFont(theme.font("small-strong"))
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """As wide as the first rows need; where there is room to spare the first column has it."""
        model = self.model()
        if not isinstance(model, TableModel):
            return
        theme = self._appearance.theme
        plain, strong = (QFontMetricsF(theme.font(role)) for role in ("small", "small-strong"))
        widths = []
        for column, heading in enumerate(model.table.headings):
            cells = [plain.horizontalAdvance(row[column]) for row in model.table.rows[:_FIRST_ROWS]]
            widths.append(round(max([strong.horizontalAdvance(heading), *cells])) + _PADDING)
        widths[0] = max(widths[0], self.viewport().width() - sum(widths[1:]))
        for column, width in enumerate(widths):
            self.horizontalHeader().resizeSection(column, width)
