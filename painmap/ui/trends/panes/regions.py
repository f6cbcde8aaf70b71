"""The Regions tab of Trends: every region that hurt, day by day."""

from painmap.charts.region_cells import Order
from painmap.ui.parts.segments import Segments
from painmap.ui.trends.charts.regions import region_by_day
from painmap.ui.trends.drawing import PX_PER_POINT
from painmap.ui.trends.material import Material
from painmap.ui.trends.pane import Pane, Tools

_ORDERS: list[tuple[str, Order]] = [("Most pain first", "burden"), ("In body order", "body")]


class RegionsPane(Pane):
    """A row for each region that hurt, in an order that can be chosen."""

    title = "Regions"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._material: Material | None = None
        self._step: int | None = None
        self.card = self.new_card("Region by day")
        self.order = Segments("Order of the regions", list(_ORDERS), tools.appearance)
        self.card.add_options(self.order)
        self.stack([self.card])
        self.order.chosen.connect(self._show)
        self.card.picture.resized.connect(self._fit)
        tools.appearance.changed.connect(self._fit)

    def show_material(self, material: Material) -> None:
        """Shows the regions of a period."""
        self._material = material
        self._show()

    def _show(self) -> None:
        if self._material is not None:
            order: Order = "body" if self.order.value == "body" else "burden"
            self._step = self._readable()
            self.card.show_chart(region_by_day(self._material, every=True, order=order, step=self._step))

    def _fit(self) -> None:
        """Takes wider columns where figures have no room any more, narrower ones where they do."""
        if self._step != self._readable():
            self._show()

    def _readable(self) -> int | None:
        """Days in a column, so that its figures can be read; None until there is anything to show."""
        from painmap.charts.region_room import readable_step

        if self._material is None:
            return None
        width = self.card.picture.width() / PX_PER_POINT
        return readable_step(self._material.days, self._material.period, self.card.picture.look(), width)
