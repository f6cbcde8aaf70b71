"""The choice of days that are compared: how many on each side, and how many are left out for settling in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.domain.before_after import LENGTH
from painmap.ui.parts.segments import Segments
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.flow import Flow

LENGTHS = [("7 days", 7), ("14 days", 14), ("28 days", 28)]
SETTLING = [("None", 0), ("3 days", 3), ("1 week", 7), ("2 weeks", 14)]
LONG_SETTLING = [*SETTLING, ("4 weeks", 28)]
"""Where there is room for it."""


class Sides(Flow):
    """Two rows of choices. `asked` follows another choice; `first` stands before them."""

    asked = Signal()

    def __init__(
        self,
        appearance: Appearance,
        first: Sequence[tuple[str, QWidget]] = (),
        settling: Sequence[tuple[str, int]] = SETTLING,
    ) -> None:
        self.length = Segments("Days on each side", list(LENGTHS), appearance)
        self.length.show_value(LENGTH)
        self.settling = Segments("Settling-in days that are left out", list(settling), appearance)
        choices = (*first, ("Days on each side", self.length), ("Settling-in, left out", self.settling))
        super().__init__([_named(name, choice, appearance) for name, choice in choices])
        self.length.chosen.connect(self.asked)
        self.settling.chosen.connect(self.asked)

    @property
    def days(self) -> int:
        """Days on each side."""
        return int(str(self.length.value))

    @property
    def settling_in(self) -> int:
        """Days of settling in that are left out."""
        return int(str(self.settling.value))


def _named(name: str, choice: QWidget, appearance: Appearance) -> QWidget:
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(4)
    column.addWidget(Words(name, appearance, "small", "ink-muted"))
    column.addWidget(choice)
    return group
