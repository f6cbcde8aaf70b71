"""A screen in place of everything that a window has, such as the lock."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Cover:
    """Lays a screen over what is inside a window, which leaves the window meanwhile and stays as it is."""

    def __init__(self, window: QWidget, inside: QWidget) -> None:
        self._inside = inside
        self._screen: QWidget | None = None
        self._held: QWidget | None = None
        self._frame = QVBoxLayout(window)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.addWidget(inside)

    @property
    def lies(self) -> bool:
        """Whether a screen lies over everything."""
        return self._screen is not None

    def lay(self, screen: QWidget) -> None:
        """Shows a screen in place of everything."""
        self._held = self._inside.focusWidget()
        self._screen = screen
        self._frame.removeWidget(self._inside)
        self._inside.setParent(None)
        self._frame.addWidget(screen)
        screen.setFocus()

    def lift(self) -> None:
        """Shows everything again, with the keyboard where it was."""
        if self._screen is None:
            return
        self._frame.removeWidget(self._screen)
        self._screen.hide()
        self._screen = None
        self._frame.addWidget(self._inside)
        self._inside.show()
        if self._held is not None:
            self._held.setFocus(Qt.FocusReason.OtherFocusReason)
