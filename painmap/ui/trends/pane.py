"""What stands under a tab of Trends: cards, one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.ui.parts.scroll import Scroll
from painmap.ui.theme import Appearance
from painmap.ui.trends.card import AskPath, ChartCard
from painmap.ui.trends.drawing import Turns
from painmap.ui.trends.material import Material

_MARGIN, _BAR = 20, 14
"""Px beside the cards, in which the scroll bar stands, and its width in the style sheet."""


@dataclass(frozen=True)
class Tools:
    """What every card is handed: the theme, the turns in which charts are drawn, and how to ask for a file's place."""

    appearance: Appearance
    turns: Turns
    ask_path: AskPath


class Pane(QWidget):
    """A scrolling column of cards about one period. `day_opened` gives the day that the patient wants to see in full,
    `closer` and `along` ask for other dates as a picture does.
    """

    title: ClassVar[str] = ""
    """The words on the tab."""
    day_opened = Signal(object)
    closer = Signal(int, object)
    along = Signal(float)

    def __init__(self, tools: Tools, inside: QWidget | None = None) -> None:
        super().__init__()
        self.tools = tools
        self.cards: list[ChartCard] = []
        inside = inside or QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(_MARGIN, 12, _MARGIN - _BAR, 12)
        self.column.setSpacing(8)
        self.area = Scroll(inside)
        self._keep_room_for_the_bar()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _keep_room_for_the_bar(self) -> None:
        """Has the bar take no room as it comes and goes: charts whose height follows their width would never settle."""
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(lambda low, high: bar.setVisible(high > low))
        bar.setVisible(bar.maximum() > bar.minimum())

    def show_material(self, material: Material) -> None:
        """Shows another period, or the same one after a change."""
        raise NotImplementedError

    def new_card(self, title: str) -> ChartCard:
        """A card of this pane, which the pane puts where it belongs."""
        card = ChartCard(title, self.tools.appearance, self.tools.turns, self.tools.ask_path)
        card.day_opened.connect(self.day_opened)
        card.closer.connect(self.closer)
        card.along.connect(self.along)
        self.cards.append(card)
        return card

    def stack(self, cards: Sequence[ChartCard]) -> None:
        """Puts cards one below the other at the top, as tall as they need to be."""
        for card in cards:
            self.column.addWidget(card)
        self.column.addStretch(1)

    def grow_up_to(self, tallest: int) -> None:
        """Has no card be taller than that, in px at 100 % text: its marks would stand too far apart."""
        for card in self.cards:
            card.setMaximumHeight(self.tools.appearance.theme.px(tallest))
