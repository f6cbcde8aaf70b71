"""How the pain of a period feels, and where."""

from painmap.ui.trends.charts.qualities import qualities
from painmap.ui.trends.material import Material
from painmap.ui.trends.pane import Pane, Tools


class QualitiesPane(Pane):
    """The bodies of each quality that was chosen."""

    title = "How it feels"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.felt = self.new_card("How it feels")
        self.stack([self.felt])

    def show_material(self, material: Material) -> None:
        """Shows the qualities of a period."""
        self.felt.show_chart(qualities(material))
