"""How it feels in the selected region: twelve qualities and swollen, each on or off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from painmap.domain.checkin import Quality, RegionPain
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

CLEAR = "Clear this region"
TWO = 2
"""Columns beside which there is no room for the words that clear the region."""


class Feels(QWidget):
    """Chips for one region. `described` gives all qualities that are on, `swelling` whether it is swollen."""

    described = Signal(object)
    swelling = Signal(bool)
    cleared = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name = Words("", appearance, "small", "ink-muted")
        self._name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint = Words("", appearance, "body", "ink-muted", wrap=True)
        self.chips = {q: Button(q.capitalize(), appearance, Kind.CHOICE) for q in Quality}
        self.swollen = Button("Swollen", appearance, Kind.CHOICE)
        self.clear = Button(CLEAR, appearance, Kind.QUIET)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._chips = QWidget()
        self._chips.setLayout(self._grid)
        head = QHBoxLayout()
        head.addWidget(Words("How it feels", appearance, "heading"))
        head.addSpacing(12)
        head.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self._chips)
        self.set_columns(4, 44)
        self._wire()

    def _wire(self) -> None:
        for chip in self.chips.values():
            chip.clicked.connect(self._chip_clicked)
        self.swollen.clicked.connect(self.swelling)
        self.clear.clicked.connect(self.cleared)

    def set_columns(self, columns: int, height: int) -> None:
        """Lays the chips out in so many columns."""
        gap = 5 if height < 44 else 8
        self._grid.setSpacing(gap)
        for n, chip in enumerate(self.chips.values()):
            chip.set_height(height)
            self._grid.addWidget(chip, *divmod(n, columns))
        last = len(self.chips) // columns
        self._grid.addWidget(self.swollen, last, 0)
        below = 1 if columns == TWO else 0
        self._grid.addWidget(self.clear, last + below, 1 - below, 1, columns - 1 + below, Qt.AlignmentFlag.AlignRight)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.swollen.set_height(height)
        self.clear.set_height(height)

    def show_region(self, name: str, pain: RegionPain | None) -> None:
        """Shows what was said of a region; with no name, no region is selected."""
        self._name.setText(name)
        self._chips.setVisible(bool(name))
        self._hint.setVisible(not name or pain is None)
        self._hint.setText(
            "Choose how strong it is first." if name else "Tap a region on the body to say how it feels."
        )
        for quality, chip in self.chips.items():
            chip.setChecked(bool(pain and quality in pain.qualities))
            chip.setEnabled(pain is not None)
            chip.setAccessibleName(f"{quality.capitalize()}, {name}" if name else quality.capitalize())
        for button in (self.swollen, self.clear):
            button.setAccessibleName(f"{button.text()}, {name}" if name else button.text())
        self.swollen.setChecked(bool(pain and pain.swollen))
        self.swollen.setEnabled(pain is not None)
        self.clear.setEnabled(pain is not None)

    def _chip_clicked(self) -> None:
        self.described.emit(frozenset(quality for quality, chip in self.chips.items() if chip.isChecked()))
