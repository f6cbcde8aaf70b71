"""The lock screen as a window of its own: what is shown at the start, before the diary can be opened."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from painmap.ui.first_window import FirstWindow
from painmap.ui.fitting import SIZE
from painmap.ui.passphrase.lock_screen import LockScreen
from painmap.ui.theme import Appearance


class LockWindow(FirstWindow):
    """Asks for the passphrase until it is the one, or the window is closed."""

    def __init__(self, attempt: Callable[[str], None], appearance: Appearance) -> None:
        super().__init__(appearance, SIZE)
        self.unlocked = False
        """Whether the passphrase was told."""
        self.screen_shown = LockScreen(attempt, appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.screen_shown)
        self.screen_shown.unlocked.connect(self._let_in)
        self.screen_shown.setFocus()

    def ask(self) -> bool:
        """Shows itself until it is done. Whether the passphrase was told."""
        self.wait()
        return self.unlocked

    def _let_in(self) -> None:
        self.unlocked = True
        self.close()
