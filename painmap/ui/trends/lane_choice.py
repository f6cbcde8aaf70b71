"""Which lanes of the timeline are shown: a button for each, at least one of them on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from painmap.charts.series import EVERY_LANE, LANES, Lane
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

NAME = "Show"


class LaneChoice(QWidget):
    """A row of lanes that are on or off. `chosen` says that another one is."""

    chosen = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What day by day shows")
        self.buttons = {lane: Button(lane.name, appearance, Kind.VIEW, parent=self) for lane in EVERY_LANE}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Words(NAME, appearance, "small", "ink-muted", parent=self))
        for lane, button in self.buttons.items():
            button.setChecked(lane in LANES)
            button.setAccessibleName(f"{NAME} {lane.name.lower()}")
            button.clicked.connect(self._keep_one)
            row.addWidget(button)
        row.addStretch(1)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Those that are on, from the top."""
        return tuple(lane for lane, button in self.buttons.items() if button.isChecked())

    def _keep_one(self) -> None:
        """The last one that is on stays on."""
        button = self.sender()
        if not self.lanes and isinstance(button, Button):
            button.setChecked(True)
            return
        self.chosen.emit()
