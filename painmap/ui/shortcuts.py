"""The keys that work anywhere in a window."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

UNDO, REDO, HELP_KEY = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.HelpContents,
)
Keys = QKeySequence.StandardKey | str
"""What the system has a key for, or a key such as 'Ctrl+L'."""


class Shortcuts:
    """Keys of a window and what each does. Holding one down does it once."""

    def __init__(self, window: QWidget, keys: Iterable[tuple[Keys, Callable[[], object]]]) -> None:
        self._made = [self._shortcut(window, key, act) for key, act in keys]

    def enable(self, on: bool) -> None:
        """Lets them work, or has them rest."""
        for shortcut in self._made:
            shortcut.setEnabled(on)

    def _shortcut(self, window: QWidget, key: Keys, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        return shortcut
