"""How high each cell of page one is, in millimetres: what is not there leaves its room to the timeline."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from painmap.report.asked import Asked


class Paper(StrEnum):
    """What the page is printed on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True)
class Sheet:
    """A paper as the template knows it: width and height inside its margins, height of the bodies."""

    name: str
    width: float
    height: float
    bodies: tuple[float, float, float]
    """Most, usual and least."""
    time: float
    """The highest timeline."""

    @property
    def map_width(self) -> float:
        """One of three maps, 4 mm apart."""
        return (self.width - 8) / 3


SHEETS = {
    Paper.A4: Sheet("a4", width=184.0, height=279.0, bodies=(59.6, 59.4, 55.0), time=96.0),
    Paper.LETTER: Sheet("us-letter", width=189.9, height=261.4, bodies=(61.4, 51.6, 44.0), time=76.0),
}
_LOW, _LOWEST = 60.0, 48.0
"""A timeline that would be lower than this is given room by the bodies, twice."""
USUAL: Mapping[str, float] = MappingProxyType({})
_RULE, _ROOMY = 3.1, 0.9
"""A line between two cells, with the least room round it and what a clipped cell has above its text; and more
room below it on a page that is not dense."""
_HEAD, _TRACE = 2.6, 7.6
_MAP_WORDS, _TIME_WORDS = 12.4, 4.6
"""What stands over and under the maps, and over the timeline."""


@dataclass(frozen=True)
class Grid:
    """The cells that the template sets; 0 for one that is left out."""

    header: float
    summary: float
    body: float
    map_words: float
    time: float
    time_words: float
    figures: float
    tried: float
    also: float


def grid(
    sheet: Sheet, asked: Asked, in_short: int, named: bool, left_out: bool = False, more: Mapping[str, float] = USUAL
) -> Grid:
    """The heights for what is there: `in_short` counts the sentences, `named` says whether the patient is named.

    `left_out` says that a line below the period tells of regions that are left out. `more` is what cells need above
    that, by name: words of another language may take more lines. The timeline loses it, and the bodies some.
    """
    header = 14.4 if left_out or (named and asked.visit) else 11.0
    summary = 25.4 if asked.questions else 0.0
    figures = max(30.2, 20.6 + 3.4 * len(asked.weekly.lines)) if asked.weekly else 30.2 if asked.dense else 33.4
    tried = (8.8 + 3.5 * len(asked.tried) + (3.4 if asked.tried_more else 0.0)) if asked.tried else 0.0
    also = 10.8 if asked.also or asked.weekly else 0.0
    usual = {"header": header, "summary": summary, "figures": figures, "tried": tried, "also": also}
    cells = {name: height and height + more.get(name, 0.0) for name, height in usual.items()}
    map_words, time_words = _MAP_WORDS + more.get("maps", 0.0), _TIME_WORDS + more.get("time", 0.0)
    sentences = 0.0 if summary else 11.5 + 4.2 * in_short
    rest = _HEAD + sum(cells.values()) + sentences + map_words + time_words + _TRACE + more.get("page", 0.0)
    rest += (_RULE if asked.dense else _RULE + _ROOMY) * (4 + bool(tried) + bool(also)) + _ROOMY
    body = _body(sheet, sheet.height - rest)
    time = min(sheet.time, sheet.height - rest - body)
    return Grid(**cells, body=body, map_words=map_words, time=time, time_words=time_words)


def _body(sheet: Sheet, room: float) -> float:
    """The height of the bodies: all they can use where the timeline has plenty, less where it has too little."""
    most, usual, least = sheet.bodies
    return most if room - most >= _LOW else usual if room - usual >= _LOWEST else least
