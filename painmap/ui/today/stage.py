"""The bodies with the intensity row under them, or what is offered in its place."""

from PySide6.QtCore import QElapsedTimer, QPointF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from painmap.domain.checkin import CheckIn
from painmap.domain.regions import regions
from painmap.domain.words import counted
from painmap.ui.body.body_view import BodyView
from painmap.ui.body.tremor import TREMOR_MS
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.numbers import Cells
from painmap.ui.parts.strength import StrengthRow
from painmap.ui.parts.words import Surface, Words
from painmap.ui.theme import Appearance
from painmap.ui.today.entry import Entry

TALLEST = 1.2
"""How much the intensity row grows with large text at most; the rest of the height is the bodies'."""


class Stage(Surface):
    """Shows an entry's map and asks how strong; passes on what was done to the entry."""

    def __init__(self, entry: Entry, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "surface", parent)
        self._entry = entry
        self._theme_of = appearance
        self.body_view = BodyView(appearance)
        self._heading = Words("", appearance, "heading")
        self._state = Words("", appearance, "body", "ink-muted")
        self._count = Words("", appearance, "small", "ink-muted")
        self._heading.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.strength = StrengthRow("How strong?", appearance)
        self.copy = Button("", appearance, Kind.MAIN, height=56)
        self.not_now = Button("Not now", appearance, height=56)
        self._since_copy = QElapsedTimer()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(13)
        heading.addWidget(self._heading)
        heading.addWidget(self._state)
        heading.addStretch(1)
        heading.addWidget(self._count)
        offer = QWidget()
        row = QHBoxLayout(offer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.copy, 3)
        row.addWidget(self.not_now, 1)
        self._answers = QStackedLayout()
        self._answers.addWidget(self.strength)
        self._answers.addWidget(offer)
        self._below = QVBoxLayout()
        self._below.setSpacing(6)
        self._below.addLayout(heading)
        self._below.addLayout(self._answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 16)
        column.setSpacing(0)
        column.addWidget(self.body_view, 1)
        column.addLayout(self._below)

    def _wire(self) -> None:
        body_view, entry = self.body_view, self._entry
        body_view.region_tapped.connect(entry.tap)
        body_view.region_entered.connect(entry.select)
        body_view.region_rated.connect(entry.rate)
        body_view.number_chosen.connect(self._number)
        body_view.cleared.connect(entry.clear_region)
        body_view.moved.connect(self._align)
        self.strength.chosen.connect(self._chosen)
        self.copy.clicked.connect(self._copy)
        self.not_now.clicked.connect(self._decline)
        entry.changed.connect(self.refresh)
        self._theme_of.changed.connect(self.refresh)

    def fit(self, size_class: str) -> None:
        """Takes the heights of a small, middle or large window."""
        height = {"small": 52, "large": 64}.get(size_class, 56)
        self.strength.set_cells(Cells.JOINED, round(height * min(1, TALLEST / self._theme_of.theme.scale)))

    def refresh(self) -> None:
        """Shows the entry as it is now."""
        entry = self._entry
        ratings = {name: pain.intensity for name, pain in entry.check_in.regions.items()}
        offered = entry.check_in.offered(entry.offered) if entry.offered else {}
        self.body_view.show_offered({name: pain.intensity for name, pain in offered.items()})
        self.body_view.show_ratings(ratings, entry.selected)
        self.body_view.show_swollen(entry.check_in.swollen)
        self._answers.setCurrentIndex(1 if entry.offered else 0)
        if entry.offered:
            self._show_offer(entry.offered, len(offered))
            return
        level = ratings.get(entry.selected or "")
        shown = level if entry.selected else entry.intensity
        self.strength.show_filled(entry.selected is not None or entry.intensity is not None or bool(ratings))
        self.strength.show_answer(shown)
        label = regions()[entry.selected].label if entry.selected else ""
        self.strength.ask(f"{label}, how strong?" if label else "How strong?")
        self._show_heading(label, level, len(ratings))

    def offer_focus(self) -> None:
        """Puts the keyboard on the copy button."""
        self.copy.setFocus()

    def _show_heading(self, label: str, rated: int | None, count: int) -> None:
        if label:
            self._heading.setText(label)
            swollen = ", swollen" if self._entry.selected in self._entry.check_in.swollen else ""
            self._state.setText(f"{rated} of 10{swollen}" if rated else "How strong?")
        elif count:
            self._heading.setText("Tap the next region")
            self._state.setText("")
        else:
            self._heading.setText("Tap where it hurts")
            self._state.setText("then choose how strong")
        said = [counted(count, "region")] if count else []
        if self._entry.intensity:
            said.append(f"The next tap gives {self._entry.intensity}")
        large = self._theme_of.theme.text_size > 115 and self._entry.intensity
        self._count.setText(f"Next: {self._entry.intensity}" if large else ". ".join(said) + "." * (len(said) > 1))

    def _show_offer(self, offered: CheckIn, count: int) -> None:
        moment = self._entry.moment_of(offered)
        self._heading.setText(f"{moment}, {counted(count, 'region')}")
        self._state.setText("Nothing is copied yet")
        self._count.setText("")
        self.copy.rename(f"Copy {'this' if count == 1 else 'these'} {counted(count, 'region')}")

    def _number(self, level: int, completes_ten: bool) -> None:
        self._entry.choose(level, amend=completes_ten and self._entry.selected in self._entry.check_in.regions)

    def _chosen(self, level: int) -> None:
        """A number was tapped; not when the tap only repeats the one that copied, with a trembling finger."""
        if not (self._since_copy.isValid() and self._since_copy.elapsed() < TREMOR_MS):
            self._entry.choose(level)

    def _copy(self) -> None:
        self._since_copy.start()
        self._entry.copy()
        self.body_view.take_focus()

    def _decline(self) -> None:
        self._entry.offer(False)
        self.body_view.take_focus()

    def _align(self) -> None:
        """Gives the heading and the row the bodies' left and right edge."""
        left, right = self.body_view.edges
        start = self.body_view.mapTo(self, QPointF(left, 0).toPoint()).x()
        self._below.setContentsMargins(max(12, start), 0, max(12, self.width() - start - round(right - left)), 0)
