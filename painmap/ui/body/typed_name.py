"""Typing the name of a region: letters that follow one another soon make one name."""

from PySide6.QtCore import QElapsedTimer

from painmap.domain.walking import named

TYPING_MS = 1000


class TypedName:
    """The letters typed so far; they are forgotten a second after the last one."""

    def __init__(self) -> None:
        self._letters = ""
        self._since = QElapsedTimer()

    @property
    def going_on(self) -> bool:
        """Whether the next letter belongs to the ones before."""
        return bool(self._letters) and self._since.isValid() and self._since.elapsed() < TYPING_MS

    def forget(self) -> None:
        """Begins a new name."""
        self._letters = ""

    def takes(self, text: str) -> bool:
        """Adds what a key has typed. Whether it can be part of a name: a letter, or a space within one."""
        if not text or not (text.isalpha() or (text == " " and self._letters)):
            return False
        self._letters += text
        self._since.restart()
        return True

    @property
    def region(self) -> str | None:
        """The first region whose name begins with the letters."""
        return named(self._letters)
