"""The days before and after the start or stop of a treatment, or around an event."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from painmap.domain.before_after import CAUTION, BeforeAfter, Pivot, before_and_after, pivots, sides
from painmap.domain.before_after_words import also_words, threshold_words
from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.journal import Journal
from painmap.ui.parts.drop import DropButton
from painmap.ui.parts.words import Words
from painmap.ui.treatments.sides import LONG_SETTLING, Sides
from painmap.ui.treatments.wording import on_day, short
from painmap.ui.trends.card import Flowing
from painmap.ui.trends.charts.before_after import TITLE, before_and_after_chart
from painmap.ui.trends.material import Material
from painmap.ui.trends.pane import Pane, Tools

EMPTY = "Add what you take or do under Treatments. Its days before and after show here."
_LONGEST = 34
_ABOVE = 60
_TALLEST = 960
"""Height of the card in px at 100 % text."""


class BeforeAfterPane(Pane):
    """Compares the days around a change, at first the newest start or stop of a treatment.

    The days are those around the change, whatever the period is, so they are read from the diary itself.
    """

    title = "Before and after"

    def __init__(self, tools: Tools, journal: Journal) -> None:
        super().__init__(tools)
        self._journal = journal
        self._records = Contents()
        self._today = date.min
        self._began: date | None = None
        self._pivots: tuple[Pivot, ...] = ()
        self._wanted: tuple[str, str] | None = None
        appearance = tools.appearance
        self.empty = Words(EMPTY, appearance, "body", "ink-muted", wrap=True)
        self.card = self.new_card(TITLE)
        self.pivot = DropButton("", appearance)
        self.menu = QMenu(self)
        self._group = QActionGroup(self)
        self.sides = Sides(appearance, [("Around", self.pivot)], LONG_SETTLING)
        self.also = Flowing(appearance, "small", "ink", self.card)
        self.published = Flowing(appearance, "small", "ink-muted", self.card)
        self.caution = Flowing(appearance, "small", "ink", self.card)
        self._lay()
        self._wire()

    @property
    def chosen(self) -> Pivot | None:
        """What the days are compared around: the one that was chosen, or the newest; None without any."""
        wanted = (each for each in self._pivots if (each.id, each.what) == self._wanted)
        return next(wanted, self._pivots[0] if self._pivots else None)

    def show_material(self, material: Material) -> None:
        """Asks the diary for the days around what was chosen. Raises DiaryTrouble where it can't be read."""
        self._records, self._today = material.records, material.today
        self._began = material.whole.start if material.whole else None
        found = pivots(material.records.treatments, material.records.events, material.today)
        if found != self._pivots or not self.menu.actions():
            self._pivots = found
            self._fill_menu()
        self._show()

    def _lay(self) -> None:
        self.published.setText(threshold_words())
        self.caution.setText(CAUTION)
        self.card.add_options(self.sides)
        for words in (self.also, self.published, self.caution):
            self.card.column.addWidget(words)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(0, _ABOVE, 0, _ABOVE)
        self.column.addWidget(self.empty)
        self.column.addWidget(self.card, 1)
        self.column.addStretch(0)
        self._limit()

    def _wire(self) -> None:
        self.pivot.clicked.connect(self._open_menu)
        self.menu.triggered.connect(self._take)
        self.sides.asked.connect(self._show_again)
        self.tools.appearance.changed.connect(self._limit)

    def _limit(self) -> None:
        self.grow_up_to(_TALLEST)

    def _fill_menu(self) -> None:
        self.menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        for n, each in enumerate(self._pivots):
            if n and not each.what and self._pivots[n - 1].what:
                self.menu.addSeparator()
            action = self.menu.addAction(self._named(each).replace("&", "&&"))
            action.setData(n)
            action.setCheckable(True)
            self._group.addAction(action)

    def _named(self, pivot: Pivot) -> str:
        """'Walking started, 8 Oct'."""
        what = f" {pivot.what}" if pivot.what else ""
        return f"{short(pivot.name, _LONGEST)}{what}, {on_day(pivot.day, self._today)}"

    def _show(self) -> None:
        pivot = self.chosen
        self.empty.setVisible(pivot is None)
        self.card.setVisible(pivot is not None)
        if pivot is None:
            return
        found = self._compared(pivot)
        self._group.actions()[self._pivots.index(pivot)].setChecked(True)
        named = self._named(pivot)
        self.pivot.rename(named, f"Days around: {named}")
        self.sides.refresh()
        self.also.setText(also_words(found.others))
        self.card.show_chart(before_and_after_chart(found, self._began))

    def _compared(self, pivot: Pivot) -> BeforeAfter:
        length, settling = self.sides.days, self.sides.settling_in
        before, after = sides(pivot.day, length, settling)
        return before_and_after(
            self._journal.days(Period(before.start, after.end)),
            pivot,
            self._records.treatments,
            self._records.events,
            self._today,
            length=length,
            settling_in=settling,
        )

    def _show_again(self) -> None:
        try:
            self._show()
        except DiaryTrouble as trouble:
            self._journal.failed.emit(str(trouble))

    def _open_menu(self) -> None:
        self.menu.popup(self.pivot.mapToGlobal(self.pivot.rect().bottomLeft()))

    def _take(self, action: QAction) -> None:
        pivot = self._pivots[int(action.data())]
        self._wanted = pivot.id, pivot.what
        self._show_again()
