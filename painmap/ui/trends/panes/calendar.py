"""The months of a period at a glance."""

from painmap.charts.calendar_days import DayRating
from painmap.ui.parts.segments import Segments
from painmap.ui.trends.charts.calendar import calendar
from painmap.ui.trends.material import Material
from painmap.ui.trends.pane import Pane, Tools

_CHOICES: list[tuple[str, object]] = [(rating.value.capitalize(), rating) for rating in DayRating]


class CalendarPane(Pane):
    """A calendar of worst pain or of fatigue."""

    title = "Calendar"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._material: Material | None = None
        self.months = self.new_card("Calendar")
        self.rating = Segments("What the calendar shows", _CHOICES, tools.appearance)
        self.months.add_options(self.rating)
        self.stack([self.months])
        self.rating.chosen.connect(self._show)

    def show_material(self, material: Material) -> None:
        """Shows the months of a period."""
        self._material = material
        self._show()

    def _show(self) -> None:
        if self._material is not None:
            rating = self.rating.value
            assert isinstance(rating, DayRating)
            self.months.show_chart(calendar(self._material, rating))
