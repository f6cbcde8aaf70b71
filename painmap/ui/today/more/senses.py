"""Sensitivity to light, sound, touch, smell and temperature; no score is made of it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from painmap.domain.about import About, Sense, Severity
from painmap.ui.theme import Appearance
from painmap.ui.today.more.asked import Asked
from painmap.ui.today.more.group import Group, row_height, stacked
from painmap.ui.today.more.headed import Headed

if TYPE_CHECKING:
    from collections.abc import Mapping


class Senses(Group):
    """Five lines, each with four answers."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._given: Mapping[Sense, Severity] = {}
        choices = [(severity.capitalize(), severity) for severity in Severity]
        self.senses = {sense: Asked(sense.capitalize(), choices, appearance) for sense in Sense}
        for sense, asked in self.senses.items():
            asked.answers.setAccessibleName(f"Sensitive to {sense}")
            for cell in asked.answers.cells:
                cell.setAccessibleName(f"Sensitive to {sense}: {cell.text()}")
            asked.clear.setAccessibleName(f"Clear sensitive to {sense}")
            asked.answered.connect(partial(self._sense_answered, sense))
        self.headed = Headed("Sensitive to", "", stacked(*self.senses.values()), appearance)
        self.headed.cleared.connect(self._cleared)
        self.headed.clear.rename("Clear all", "Clear sensitive to")
        self.column.addWidget(self.headed)

    def show_about(self, about: About) -> None:
        self._given = about.sensitivity
        for sense, asked in self.senses.items():
            asked.show_answer(about.sensitivity.get(sense))
        self.headed.show_answered(bool(about.sensitivity))

    def fit(self, width: int, *, small: bool) -> None:
        widest = max(asked.name_width for asked in self.senses.values())
        for asked in self.senses.values():
            asked.fit(width, row_height(small), widest)
        self.headed.fit(small=small)

    def take_focus(self) -> None:
        self.senses[Sense.LIGHT].answers.take_focus()

    def _sense_answered(self, sense: Sense, severity: object) -> None:
        given = {name: how for name, how in self._given.items() if name != sense}
        if isinstance(severity, Severity):
            given[sense] = severity
        self.told.emit("sensitivity", given, False)

    def _cleared(self) -> None:
        self.told.emit("sensitivity", {}, False)
        self.take_focus()
