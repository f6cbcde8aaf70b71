"""What goes into the report after page one, which regions are left out, and how it is printed."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from painmap.domain.regions import regions
from painmap.domain.words import counted
from painmap.report.options import Section
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.drop import DropButton, Panel
from painmap.ui.parts.tiles import Tiles
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

SECTIONS = {
    Section.REGIONS_BY_DAY: "Region by day",
    Section.RHYTHM: "Rhythm",
    Section.FATIGUE_AND_EFFORT: "Fatigue and effort",
    Section.BEFORE_AFTER: "Before and after",
    Section.REVIEWS: "Weekly reviews",
    Section.CHECK_INS: "All check-ins",
    Section.NOTES: "Notes",
    Section.METHOD: "How worked out",
}
_TYPED = "What you typed yourself, such as a question, is printed as it is."


class GoesIn(QWidget):
    """The sections, and whether pages are black and white and carry the data. `changed` says that one is another."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.sections = {section: Button(text, appearance, Kind.CHOICE) for section, text in SECTIONS.items()}
        self.in_full = Button("What page one cuts", appearance, Kind.CHOICE)
        self.in_full.setAccessibleDescription("Prints whole what page one has no room for, such as a long question")
        self.in_full.setChecked(True)
        self.private = Words("", appearance, "small", "ink-muted", wrap=True)
        self.black_and_white = Button("Black and white", appearance, Kind.CHOICE)
        self.black_and_white.setAccessibleDescription("For a fax, or a printer without colours")
        self.data = Button("Data inside the PDF", appearance, Kind.CHOICE)
        self.data.setAccessibleDescription("Carries the entries that are handed over, for another program to read")
        self._tiles, self._forms = Tiles(appearance), Tiles(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words("After page one", appearance, "heading"))
        column.addWidget(self._tiles)
        column.addWidget(self.private)
        column.addWidget(self._forms)
        for button in (self.in_full, *self.sections.values(), self.black_and_white, self.data):
            button.clicked.connect(self.changed)
        appearance.changed.connect(self._fit)

    @property
    def chosen(self) -> frozenset[Section]:
        """The sections that are on."""
        return frozenset(section for section, button in self.sections.items() if button.isChecked())

    def show_chosen(self, chosen: Iterable[Section]) -> None:
        """Turns sections on, and the others off, without saying so."""
        on = frozenset(chosen)
        for section, button in self.sections.items():
            button.setChecked(section in on)

    def show_private(self, notes: int) -> None:
        """Says how many notes of the period stay out whatever is chosen."""
        stay = "stays" if notes == 1 else "stay"
        self.private.setText(f"{counted(notes, 'private note')} {stay} out of every report." if notes else "")
        self.private.setVisible(notes > 0)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        self._tiles.show_tiles([self.in_full, *self.sections.values()], usual=1 + len(self.sections))
        self._forms.show_tiles([self.black_and_white, self.data], usual=2)
        for tiles in (self._tiles, self._forms):
            tiles.fit(max(44, self.width()), 44)


class LeftOut(QWidget):
    """Which regions are left out of everything that is handed over. `changed` says that they are others."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.told = Words("", appearance, "body", wrap=True)
        self.note = Words("", appearance, "small", "ink-muted", wrap=True)
        self.choose = DropButton("Choose", appearance)
        self.choose.setAccessibleName("Choose regions to leave out")
        self.panel = Panel(appearance, self)
        self.search = QLineEdit()
        self.search.setAccessibleName("Find a region")
        self.search.setPlaceholderText("Find a region")
        self.list = QListWidget()
        self.list.setAccessibleName("Regions left out")
        for region in regions().values():
            item = QListWidgetItem(region.label)
            item.setData(Qt.ItemDataRole.UserRole, region.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.panel.content.addWidget(self.search)
        self.panel.content.addWidget(self.list)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.note)
        self._wire()
        self._tell()

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of the regions that are left out."""
        return frozenset(
            item.data(Qt.ItemDataRole.UserRole) for item in self._items() if item.checkState() == Qt.CheckState.Checked
        )

    def show_chosen(self, chosen: Iterable[str]) -> None:
        """Shows which are left out, without saying so."""
        out = frozenset(chosen)
        self.list.blockSignals(True)
        for item in self._items():
            left_out = item.data(Qt.ItemDataRole.UserRole) in out
            item.setCheckState(Qt.CheckState.Checked if left_out else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._tell()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(n) for n in range(self.list.count())]

    def _wire(self) -> None:
        self.choose.clicked.connect(self._open)
        self.search.textChanged.connect(self._find)
        self.list.itemChanged.connect(self._take)

    def _open(self) -> None:
        theme = self._appearance.theme
        self.search.setFont(theme.font("body"))
        self.list.setFont(theme.font("body"))
        self.list.setMinimumSize(theme.px(320), theme.px(360))
        self.panel.open_below(self.choose)
        self.search.setFocus()

    def _find(self, words: str) -> None:
        wanted = words.casefold().split()
        for item in self._items():
            item.setHidden(not all(word in item.text().casefold() for word in wanted))

    def _take(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        chosen = self.chosen
        names = [region.label for region in regions().values() if region.id in chosen]
        count = len(names)
        self.told.setText("Regions left out: none" if not count else f"Left out: {', '.join(names)}")
        line = f"The page says that {counted(count, 'region')} {'is' if count == 1 else 'are'} left out, not which."
        self.note.setText(f"{line} {_TYPED}")
        self.note.setVisible(count > 0)
