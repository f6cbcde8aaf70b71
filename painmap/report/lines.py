"""What the patient typed, as one line that can be printed."""

import unicodedata

_PICTURES_FROM = 0x2190
"""Signs before this, such as the degree sign, are in every font."""
_NO_LETTERS = {"So", "Sk", "Cs", "Co", "Cn"}
_JOINERS = "\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}"


def one_line(text: str) -> str:
    """The text on one line, without the small pictures that no font here can print."""
    return " ".join("".join(letter for letter in text if not _picture(letter)).split())


def _picture(letter: str) -> bool:
    if letter in _JOINERS:
        return True
    return ord(letter) >= _PICTURES_FROM and unicodedata.category(letter) in _NO_LETTERS
