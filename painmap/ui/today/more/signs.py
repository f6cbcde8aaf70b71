"""Flare, rash and fever: yes, no, or not answered."""

from collections.abc import Sequence
from functools import partial
from math import ceil

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from painmap.domain.about import About
from painmap.ui.theme import Appearance
from painmap.ui.today.more.asked import YES_NO, Asked
from painmap.ui.today.more.group import Group, row_height

ABOVE = 20
NAMES = {"flare": "Flare", "rash": "Rash", "fever": "Fever"}
"""The lines of both groups: their answers stand below each other."""


class YesOrNo(Group):
    """Lines with yes and no, each kept under its name in About."""

    def __init__(self, answers: Sequence[str], appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.lines = {answer: Asked(NAMES[answer], YES_NO, appearance) for answer in answers}
        for answer, asked in self.lines.items():
            asked.name_is_heading()
            asked.answered.connect(partial(self._answered, answer))
            self.column.addWidget(asked)

    def show_about(self, about: About) -> None:
        for answer, asked in self.lines.items():
            asked.show_answer(getattr(about, answer))

    def fit(self, width: int, *, small: bool) -> None:
        metrics = QFontMetricsF(self.appearance.theme.font("heading"))
        widest = ceil(max(metrics.horizontalAdvance(name) for name in NAMES.values()))
        for asked in self.lines.values():
            asked.fit(width, row_height(small), widest)
        self.column.setContentsMargins(0, 8 if small else ABOVE, 0, 0)

    def take_focus(self) -> None:
        next(iter(self.lines.values())).answers.take_focus()

    def _answered(self, answer: str, value: object) -> None:
        self.told.emit(answer, value, False)


def flare(appearance: Appearance) -> YesOrNo:
    """Whether this is a flare."""
    return YesOrNo(("flare",), appearance)


def signs(appearance: Appearance) -> YesOrNo:
    """Rash and fever."""
    return YesOrNo(("rash", "fever"), appearance)
