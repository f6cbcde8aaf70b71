"""The Overview of Trends: the days, the bodies and the regions of a period at a glance."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from painmap.domain.summary import comparable, places
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.segments import Segments
from painmap.ui.trends.charts.body import BodyValue, body
from painmap.ui.trends.charts.regions import FEWER_REGIONS, region_by_day
from painmap.ui.trends.charts.timeline import day_by_day
from painmap.ui.trends.lane_choice import LaneChoice
from painmap.ui.trends.material import Material
from painmap.ui.trends.pane import Pane, Tools

_SIDE_BY_SIDE = 1000
"""Width of the page in px at 100 % text from which on two cards stand side by side."""
_BODY_CHOICES = [
    ("Earlier and later", BodyValue.HALVES),
    ("Typical strength", BodyValue.STRENGTH),
    ("Days affected", BodyValue.DAYS),
    ("Worst", BodyValue.WORST),
]


class Overview(Pane):
    """Day by day over the bodies and region by day. `regions_wanted` asks for all regions."""

    title = "Overview"
    regions_wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._material: Material | None = None
        self._body_chosen = False
        self.timeline = self.new_card("Day by day")
        self.bodies = self.new_card("Body")
        self.regions = self.new_card("Region by day")
        self.lanes = LaneChoice(tools.appearance)
        self.body_value = Segments("What the bodies show", list(_BODY_CHOICES), tools.appearance)
        self.more_regions = Button("", tools.appearance, Kind.LINK)
        self._lay()
        self._wire()

    def show_material(self, material: Material) -> None:
        """Shows the three charts of a period."""
        self._material = material
        self._show_days()
        self._show_body()
        self._show_regions()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _lay(self) -> None:
        self.timeline.add_button(self.lanes)
        self.bodies.add_options(self.body_value)
        self.regions.foot.addWidget(self.more_regions)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(12)
        self._pair.addWidget(self.bodies, 6)
        self._pair.addWidget(self.regions, 5)
        self.column.addWidget(self.timeline, 1)
        self.column.addLayout(self._pair, 1)

    def _wire(self) -> None:
        self.lanes.chosen.connect(self._show_days)
        self.body_value.chosen.connect(self._take_body)
        self.more_regions.clicked.connect(self.regions_wanted)
        self.regions.turned.connect(self._show_regions)
        self.tools.appearance.changed.connect(self._arrange)

    def _arrange(self) -> None:
        """Two cards side by side where each has room for its words."""
        side_by_side = self.width() >= self.tools.appearance.theme.px(_SIDE_BY_SIDE)
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom)

    def _show_days(self) -> None:
        if self._material is not None:
            self.timeline.show_chart(day_by_day(self._material, self.lanes.lanes))

    def _take_body(self) -> None:
        self._body_chosen = True
        self._show_body()

    def _show_body(self) -> None:
        """Until the patient chooses: the halves where there are days enough to compare them."""
        if self._material is None:
            return
        if not self._body_chosen:
            enough = comparable(self._material.days, self._material.period)
            self.body_value.show_value(BodyValue.HALVES if enough else BodyValue.STRENGTH)
        value = self.body_value.value
        assert isinstance(value, BodyValue)
        self.bodies.show_chart(body(self._material, value))

    def _show_regions(self) -> None:
        if self._material is None:
            return
        found = len(places(self._material.days))
        self.regions.show_chart(region_by_day(self._material, every=False))
        self.more_regions.setVisible(found > FEWER_REGIONS and self.regions.charted)
        self.more_regions.rename(f"Show all {found} regions")
