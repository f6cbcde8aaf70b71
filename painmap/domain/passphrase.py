"""How hard a passphrase is to guess: a rough estimate that would rather say too little than too much."""

import re
from dataclasses import dataclass
from enum import StrEnum
from math import log2

FAIR_FROM, STRONG_FROM = 34, 54
"""Bits: what a person who knows the patient might try stops well below the first; each further word is about 12."""
_WORD = 12.0
"""Bits of a word that stands in a dictionary of some thousands."""
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm")
_KNOWN = frozenset(
    [
        "password",
        "passwort",
        "passphrase",
        "letmein",
        "welcome",
        "hello",
        "iloveyou",
        "dragon",
        "monkey",
        "sunshine",
        "princess",
        "football",
        "baseball",
        "master",
        "shadow",
        "login",
        "admin",
        "secret",
        "hallo",
        "schatz",
        "geheim",
        "pain",
        "painmap",
        "diary",
        "test",
        "love",
    ]
)
_PARTS = re.compile(r"[^\W\d_]+|\d+|\s+|[\W_]")


class Strength(StrEnum):
    """In one word."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True)
class Judged:
    """The word, and what would help."""

    strength: Strength
    advice: str


def judge(passphrase: str) -> Judged:
    """How hard it is to guess for someone who tries words, names, dates and rows of keys first."""
    bits, plain = _bits(passphrase)
    if bits >= STRONG_FROM:
        return Judged(Strength.STRONG, "Hard to guess, if it is used nowhere else.")
    if bits >= FAIR_FROM:
        return Judged(Strength.FAIR, "One more word makes it stronger.")
    if plain:
        return Judged(Strength.WEAK, "Known words, dates, repeats and rows of keys are tried first; add other words.")
    return Judged(Strength.WEAK, "Length helps most: five unrelated words.")


def _bits(passphrase: str) -> tuple[float, bool]:
    """About how many bits, and whether some of it counted for nearly nothing."""
    bits, plain = 0.0, False
    seen: set[str] = set()
    for part in _PARTS.findall(passphrase):
        found = part.casefold()
        if found.isspace():
            continue
        if found in seen or found in _KNOWN or _in_a_row(found) or len(set(found)) == 1 < len(found) or _year(found):
            bits += 4 if found not in seen else 1
            plain = True
        else:
            bits += _of_part(part)
        seen.add(found)
    return bits, plain


def _of_part(part: str) -> float:
    if part.isdigit():
        return len(part) * log2(10)
    if not part.isalpha():
        return log2(33)
    letters = 52 if part[1:] != part[1:].lower() else 26
    of_letters = len(part) * log2(letters if part.isascii() else 200)
    return min(of_letters, _WORD) if _like_a_word(part) else of_letters


def _like_a_word(part: str) -> bool:
    """Whether it can be spoken: then it is in a list of words. Other scripts than the Latin count as words too."""
    vowels = sum(letter in "aeiouyäöüáéíóúàèìòùâêîôûå" for letter in part.casefold())
    spoken = not part.isascii() or 0.2 <= vowels / len(part) <= 0.7
    return spoken and part[1:] in (part[1:].lower(), part[1:].upper())


def _in_a_row(part: str) -> bool:
    return len(part) > 2 and any(part in row or part[::-1] in row for row in _ROWS)


def _year(part: str) -> bool:
    return part.isdigit() and len(part) == 4 and part[:2] in ("19", "20")
