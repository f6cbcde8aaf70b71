"""What a search in notes finds: the days, and the part of each note round the words."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from painmap.domain.checkin import CheckIn
from painmap.ui.parts.passage import Span

AROUND = 70
"""Letters that an excerpt shows before and after the first words found."""


@dataclass(frozen=True)
class Found:
    """A day with its notes that have the words."""

    day: date
    notes: tuple[str, ...]


def found_days(check_ins: Sequence[CheckIn]) -> list[Found]:
    """The days of these check-ins, in their order."""
    by_day = groupby(check_ins, key=lambda check_in: check_in.day)
    return [Found(day, tuple(check_in.note for check_in in of_day)) for day, of_day in by_day]


def spans_of(words: str, note: str) -> list[Span]:
    """Where any of these words stand in a note, whatever their case, in order and without overlap."""
    plain, origin = _plain(note)
    found: set[int] = set()
    for word in _plain(words)[0].split():
        at = plain.find(word)
        while at >= 0:
            found.update(origin[at : at + len(word)])
            at = plain.find(word, at + 1)
    spans: list[Span] = []
    for letter in sorted(found):
        if spans and sum(spans[-1]) == letter:
            spans[-1] = spans[-1][0], spans[-1][1] + 1
        else:
            spans.append((letter, 1))
    return spans


def excerpt(words: str, note: str) -> tuple[str, list[Span]]:
    """The part of a note round the first words found, and where they stand in it."""
    spans = spans_of(words, note)
    first = spans[0] if spans else (0, 0)
    start = _word_start(note, max(0, first[0] - AROUND))
    end = min(len(note), sum(first) + 2 * AROUND)
    head, tail = ("… " if start else ""), (" …" if end < len(note) else "")
    text = head + note[start:end].rstrip() + tail
    return text, spans_of(words, text)


def _plain(text: str) -> tuple[str, list[int]]:
    """The text without case, and for each of its letters the letter it comes from."""
    folded = [unicodedata.normalize("NFKC", letter).casefold() for letter in text]
    origin = [n for n, letters in enumerate(folded) for _ in letters]
    return "".join(folded), origin


def _word_start(note: str, at: int) -> int:
    """Moves forward to where a word begins, unless that is far."""
    space = note.find(" ", at, at + 20) if at else -1
    return space + 1 if space >= 0 else at
