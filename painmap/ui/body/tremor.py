"""A trembling finger: taps that only repeat the one before."""

from PySide6.QtCore import QElapsedTimer, QPointF

TREMOR_MS = 250
TREMOR_PX = 24


class Tremor:
    """Remembers the last tap."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()
        self._last = (QPointF(), "")

    def repeats(self, point: QPointF, region: str) -> bool:
        """Takes notice of a tap. Whether it comes soon after the one before and is near it, or on the same region."""
        (spot, name), self._last = self._last, (point, region)
        soon = self._since.isValid() and self._since.elapsed() < TREMOR_MS
        self._since.restart()
        return soon and ((point - spot).manhattanLength() <= TREMOR_PX or region == name)
