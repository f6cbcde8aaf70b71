"""Before and after the start of a treatment: the figures of both sides, and all that has to stand beside them."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from painmap.domain.before_after import CAUTION, Comparison
from painmap.domain.before_after_words import also_words, change_words, days_words, figures, threshold_words
from painmap.domain.words import counted, day_text
from painmap.ui.parts.words import Rule, Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.sides import Sides

MEASURES = ("Worst pain", "Fatigue")


class Compared(QWidget):
    """The table, its notes, and the choice of days. `asked` follows another choice."""

    asked = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.sides = Sides(appearance)
        self.cells: dict[tuple[int, int], Words] = {}
        self.few = Words("", appearance, "body", wrap=True)
        self.note = Words("", appearance, "small", "ink-muted", wrap=True)
        self.also = Words("", appearance, "small", "ink-muted", wrap=True)
        self.published = Words(threshold_words(), appearance, "small", "ink-muted", wrap=True)
        self.caution = Words(CAUTION, appearance, "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words("Before and after the start", appearance, "heading"))
        column.addWidget(self.sides)
        column.addLayout(self._table())
        for words in (self.few, self.note, self.also, self.published, self.caution):
            column.addWidget(words)
        self.sides.asked.connect(self.asked)

    @property
    def days(self) -> int:
        """Days on each side."""
        return self.sides.days

    @property
    def settling_in(self) -> int:
        """Days of settling in that are left out."""
        return self.sides.settling_in

    def show_comparisons(self, pain: Comparison, fatigue: Comparison, others: tuple[tuple[date, str], ...]) -> None:
        """Shows worst pain and fatigue, and what else changed in these days."""
        star = "*"
        self._say(0, 1, f"{self.days} days before")
        self._say(0, 2, f"{self.days} days after{star}")
        self._say(0, 3, "Change")
        lacking = []
        for n, (name, each) in enumerate(zip(MEASURES, (pain, fatigue), strict=True)):
            row = 2 * n + 1
            self._say(row, 0, f"{name}, median (range)")
            self._say(row, 1, figures(each.before))
            self._say(row, 2, figures(each.after))
            self._say(row, 3, change_words(each))
            self._say(row + 1, 0, f"Days with {name.lower()}")
            self._say(row + 1, 1, days_words(each.before))
            self._say(row + 1, 2, days_words(each.after))
            if each.not_enough:
                lacking.append(f"{name}: {each.not_enough[0].lower()}{each.not_enough[1:]}")
        same = pain.not_enough == fatigue.not_enough
        self.few.setText(pain.not_enough if same else " ".join(lacking))
        self.few.setVisible(bool(lacking))
        self.note.setText(star + self._settling_words(pain))
        self.also.setText(also_words(others))

    def _settling_words(self, pain: Comparison) -> str:
        first = day_text(pain.after.days.start, year=True)
        start = day_text(pain.pivot, year=True)
        if not self.settling_in:
            return f" From {first}. The day of the start, {start}, is left out."
        settling = counted(self.settling_in, "day")
        return f" From {first}. The day of the start, {start}, and a settling-in time of {settling} are left out."

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row in range(5):
            small = row in (0, 2, 4)
            for column in range(4):
                role, colour = ("small", "ink-muted") if small else ("body", "ink")
                words = Words("", self._appearance, role, colour, wrap=True)
                if column:
                    words.setAlignment(right)
                self.cells[row, column] = words
                grid.addWidget(words, 2 * row, column)
            if row in (0, 2, 4):
                grid.addWidget(Rule(self._appearance), 2 * row + 1, 0, 1, 4)
        return grid

    def _say(self, row: int, column: int, text: str) -> None:
        self.cells[row, column].setText(text)
