"""Which lanes of the timeline are shown: a button for each below the one that opens them, at least one of them on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from painmap.charts.series import EVERY_LANE, LANES, Lane
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.drop import Panel
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

OPEN, NAME = "Choose lines", "Show"


class LaneChoice(Button):
    """Opens the lanes, which are on or off. `chosen` says that another one is."""

    chosen = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(OPEN, appearance, Kind.QUIET, parent=parent)
        self.setAccessibleName("Choose what day by day shows")
        self.panel = Panel(appearance, self)
        self.panel.setAccessibleName("What day by day shows")
        self.buttons = {lane: Button(lane.name, appearance, Kind.VIEW, parent=self.panel) for lane in EVERY_LANE}
        self.panel.content.addWidget(Words(NAME, appearance, "small", "ink-muted", parent=self.panel))
        for lane, button in self.buttons.items():
            button.setChecked(lane in LANES)
            button.setAccessibleName(f"{NAME} {lane.name.lower()}")
            button.clicked.connect(self._keep_one)
            self.panel.content.addWidget(button)
        self.clicked.connect(self._open)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Those that are on, from the top."""
        return tuple(lane for lane, button in self.buttons.items() if button.isChecked())

    def _open(self) -> None:
        self.panel.open_below(self)
        next(iter(self.buttons.values())).setFocus()

    def _keep_one(self) -> None:
        """The last one that is on stays on."""
        button = self.sender()
        if not self.lanes and isinstance(button, Button):
            button.setChecked(True)
            return
        self.chosen.emit()
