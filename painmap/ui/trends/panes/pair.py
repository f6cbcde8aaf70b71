"""Two cards under a tab: side by side where each has room for its words, else one below the other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from painmap.domain.groups import Asked
from painmap.ui.parts.segments import Segments
from painmap.ui.trends.card import ChartCard
from painmap.ui.trends.pane import Pane, Tools

_SIDE_BY_SIDE = 1000
"""Width of the page in px at 100 % text from which on two cards stand side by side."""
_TALLEST = 720
"""Height of a card in px at 100 % text."""


class PairPane(Pane):
    """A pane of two cards, which share the room there is as far as they have use for it."""

    def lay_pair(self, first: ChartCard, second: ChartCard) -> None:
        """Puts both cards in their place."""
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(12)
        self._pair.addWidget(first, 1)
        self._pair.addWidget(second, 1)
        self.column.addLayout(self._pair, 1)
        self.column.addStretch(0)
        self.tools.appearance.changed.connect(self._arrange)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        theme = self.tools.appearance.theme
        self.grow_up_to(_TALLEST)
        side_by_side = self.width() >= theme.px(_SIDE_BY_SIDE)
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom)


class AskedChoice(Segments):
    """A choice between worst pain and fatigue."""

    def __init__(self, name: str, tools: Tools, asked: Asked = Asked.WORST_PAIN) -> None:
        super().__init__(name, [(each.words.capitalize(), each) for each in Asked], tools.appearance)
        self.show_value(asked)

    @property
    def asked(self) -> Asked:
        """The rating that is on."""
        assert isinstance(self.value, Asked)
        return self.value
