"""Sleep, thinking and mood: one row of numbers each."""

from PySide6.QtWidgets import QWidget

from painmap.domain.about import About
from painmap.ui.parts.numbers import Cells
from painmap.ui.theme import Appearance
from painmap.ui.today.more.group import Group
from painmap.ui.today.question import Question


class Rated(Group):
    """A 0-10 question, kept under its name in About."""

    def __init__(
        self, name: str, ends: str, answer: str, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._answer = answer
        self.question = Question(name, appearance, ends=ends)
        self.column.addWidget(self.question)
        self.question.answered.connect(self._answered)
        self.question.cleared.connect(self._cleared)

    def show_about(self, about: About) -> None:
        self.question.show_answer(getattr(about, self._answer))

    def fit(self, width: int, *, small: bool) -> None:
        cells, height = (Cells.TWO_ROWS, 44) if small else (Cells.JOINED, 52)
        self.question.set_cells(cells, height)

    def take_focus(self) -> None:
        self.question.row.take_focus()

    def _answered(self, level: int) -> None:
        self.told.emit(self._answer, level, False)

    def _cleared(self) -> None:
        self.clear_all(self._answer)


def sleep(appearance: Appearance) -> Rated:
    """How badly the patient slept, or how unrefreshed they woke."""
    return Rated("Slept badly", "0 slept well, 10 very badly", "sleep", appearance)


def thinking(appearance: Appearance) -> Rated:
    """How hard it is to think."""
    return Rated("Thinking", "0 sharp, 10 very foggy", "thinking", appearance)


def mood(appearance: Appearance) -> Rated:
    """How low the mood is."""
    return Rated("Low mood", "0 not low, 10 very low", "mood", appearance)
