"""A line to type in, in the theme's type, 44 px high at least."""

from PySide6.QtWidgets import QLineEdit, QWidget

from painmap.ui.theme import Appearance


class Field(QLineEdit):
    """A text field with a name for screen readers. `longest` is how many letters it takes."""

    def __init__(
        self, name: str, text: str, appearance: Appearance, longest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        self.setAccessibleName(name)
        self.setMaxLength(longest)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._appearance.theme.font("body"))
