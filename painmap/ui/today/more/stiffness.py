"""Morning stiffness, in minutes until it is largely better."""

from PySide6.QtWidgets import QWidget

from painmap.domain.about import LONGEST_STIFFNESS, About
from painmap.ui.theme import Appearance
from painmap.ui.today.more.amount import Amount
from painmap.ui.today.more.group import Group, row_height
from painmap.ui.today.more.headed import Headed

USUAL = (0, 15, 30, 45, 60, 90, 120)


class Stiffness(Group):
    """Minutes, on a button or typed."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.minutes = Amount("Morning stiffness", USUAL, "min", LONGEST_STIFFNESS, appearance)
        self.headed = Headed("Morning stiffness", "minutes until much better", self.minutes, appearance)
        self.column.addWidget(self.headed)
        self.minutes.answered.connect(self._answered)
        self.headed.cleared.connect(self._cleared)

    def show_about(self, about: About) -> None:
        self.minutes.show_answer(about.stiffness_minutes)
        self.headed.show_answered(about.stiffness_minutes is not None)

    def fit(self, width: int, *, small: bool) -> None:
        self.minutes.fit(width, row_height(small))
        self.headed.fit(small=small)

    def flush(self) -> bool:
        self.minutes.typed.flush()
        return True

    def forget(self) -> None:
        self.minutes.forget()

    def take_focus(self) -> None:
        self.minutes.answers.take_focus()

    def _answered(self, minutes: object, goes_on: bool) -> None:
        self.told.emit("stiffness_minutes", minutes, goes_on)

    def _cleared(self) -> None:
        self.clear_all("stiffness_minutes")
        self.minutes.answers.take_focus()
