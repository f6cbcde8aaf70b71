"""One region for those who can't see the body: a slider from 0 to 10 that never paints."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider

from painmap.domain.regions import Region

if TYPE_CHECKING:
    from painmap.ui.body.body_view import BodyView


class RegionSlider(QAbstractSlider):
    """Named after its region, worth its intensity; 0 is no pain. Lies over its region and lets taps through."""

    def __init__(self, region: Region, body_view: "BodyView") -> None:
        super().__init__(body_view)
        self.region = region
        self._body_view = body_view
        self._showing = False
        self.setRange(0, 10)
        self.setPageStep(1)
        self.setAccessibleName(region.label)
        self._swollen = False
        self._describe()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("ownRing", True)
        self.valueChanged.connect(self._value_changed)

    def show_intensity(self, intensity: int) -> None:
        """Shows an intensity of 0-10 without saying that it was chosen."""
        self._showing = True
        self.setValue(intensity)
        self._describe()
        self._showing = False

    def show_swollen(self, swollen: bool) -> None:
        """Says whether the region is swollen."""
        self._swollen = swollen
        self._describe()

    def _describe(self) -> None:
        where = f"{self.region.view} of the body"
        said = ("swollen" if self._swollen else "") if self.value() else "not rated"
        self.setAccessibleDescription(f"{where}, {said}" if said else where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._body_view.take_key(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._body_view.focus_entered(self.region.id, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._body_view.focus_left()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints nothing: the body view paints every region."""

    def _value_changed(self, value: int) -> None:
        if not self._showing:
            self._body_view.rated_elsewhere(self.region.id, value)
