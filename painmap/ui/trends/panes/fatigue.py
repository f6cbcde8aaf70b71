"""Pain and fatigue under Trends: both on the same day, and the days after an effort."""

from painmap.domain.groups import Asked
from painmap.ui.trends.charts.fatigue import after_effort, same_day
from painmap.ui.trends.material import Material
from painmap.ui.trends.pane import Tools
from painmap.ui.trends.panes.pair import AskedChoice, PairPane


class FatiguePane(PairPane):
    """The same day, and after an effort."""

    title = "Pain and fatigue"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._material: Material | None = None
        self.same_day = self.new_card("The same day")
        self.effort = self.new_card("After an effort")
        self.effort_asked = AskedChoice("What is shown after an effort", tools, Asked.FATIGUE)
        self.effort.add_options(self.effort_asked)
        self.lay_pair(self.same_day, self.effort)
        self.effort_asked.chosen.connect(self._show_effort)

    def show_material(self, material: Material) -> None:
        """Shows both charts of a period."""
        self._material = material
        self.same_day.show_chart(same_day(material))
        self._show_effort()

    def _show_effort(self) -> None:
        if self._material is not None:
            self.effort.show_chart(after_effort(self._material, self.effort_asked.asked))
