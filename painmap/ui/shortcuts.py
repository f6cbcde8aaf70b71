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
        # Two that share a key would both rest: what a thing has keys for is put together first.
        sequences: dict[Callable[[], object], list[QKeySequence]] = {}
        for key, act in keys:
            there = sequences.setdefault(act, [])
            there += [each for each in _sequences(key) if each not in there]
        self._made = [self._shortcut(window, found, act) for act, found in sequences.items()]

    def enable(self, on: bool) -> None:
        """Lets them work, or has them rest."""
        for shortcut in self._made:
            shortcut.setEnabled(on)

    def _shortcut(self, window: QWidget, sequences: list[QKeySequence], act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(window)
        shortcut.setKeys(sequences)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        return shortcut


def _sequences(key: Keys) -> list[QKeySequence]:
    """All keys that the system has for a thing: Ctrl+Y and Ctrl+Shift+Z both redo on some."""
    return [QKeySequence(key)] if isinstance(key, str) else list(QKeySequence.keyBindings(key))
