"""The diary is verified beside the window, which stands already."""

from PySide6.QtCore import QObject, Signal

from painmap.storage.proof import Proof
from painmap.storage.trouble import DiaryDamaged


class Proving(QObject):
    """Has the diary verified in a thread of its own. `damaged`: it is not as it was kept."""

    damaged = Signal()
    _ended = Signal()

    def __init__(self, proof: Proof, parent: QObject) -> None:
        super().__init__(parent)
        self._proof = proof
        self._ended.connect(self._tell)

    def begin(self) -> None:
        """Begins; the window goes on meanwhile, and only a change waits until it is over."""
        self._proof.begin(self._ended.emit)

    def _tell(self) -> None:
        if isinstance(self._proof.trouble, DiaryDamaged):
            self.damaged.emit()
