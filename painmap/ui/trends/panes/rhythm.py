"""The Rhythm of Trends: ratings by weekday and by time of day."""

from painmap.ui.trends.charts.rhythm import times_of_day, weekdays
from painmap.ui.trends.material import Material
from painmap.ui.trends.pane import Tools
from painmap.ui.trends.panes.pair import AskedChoice, PairPane


class RhythmPane(PairPane):
    """By weekday, and by time of day."""

    title = "Rhythm"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._material: Material | None = None
        self.weekday = self.new_card("By weekday")
        self.time = self.new_card("By time of day")
        self.weekday_asked = AskedChoice("What is shown by weekday", tools)
        self.time_asked = AskedChoice("What is shown by time of day", tools)
        self.weekday.add_options(self.weekday_asked)
        self.time.add_options(self.time_asked)
        self.lay_pair(self.weekday, self.time)
        self.weekday_asked.chosen.connect(self._show_weekdays)
        self.time_asked.chosen.connect(self._show_times)

    def show_material(self, material: Material) -> None:
        """Shows both charts of a period."""
        self._material = material
        self._show_weekdays()
        self._show_times()

    def _show_weekdays(self) -> None:
        if self._material is not None:
            self.weekday.show_chart(weekdays(self._material, self.weekday_asked.asked))

    def _show_times(self) -> None:
        if self._material is not None:
            self.time.show_chart(times_of_day(self._material, self.time_asked.asked))
