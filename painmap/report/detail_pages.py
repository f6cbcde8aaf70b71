"""The sections after page one as the template is given them: their words, and their pictures as files."""

import json
import re
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from painmap.charts.look import Look
from painmap.paths import shipped
from painmap.report.details import HALF, Detail, Picture
from painmap.report.grid import Sheet
from painmap.report.pictures import svg

DETAILS, DETAILS_WORDS = "details.typ", "details.json"
"""The template of the sections, which goes on where that of page one ends, and what it reads."""
POINTS_PER_MM = 72 / 25.4
_GUTTER = 8.0
"""Millimetres between two charts of half the width."""
_LONGEST = 28
_BREAK = "\N{ZERO WIDTH SPACE}"


def details_given(details: Sequence[Detail]) -> list[dict[str, Any]]:
    """The words of the sections for the template; a word too long for a cell may be broken in it."""
    return [
        {
            "heading": each.heading,
            "note": each.note,
            "pictures": [
                {
                    "file": f"{picture.key}.svg",
                    "alt": picture.alt,
                    "heading": picture.heading,
                    "width": picture.width,
                    "below": breakable(picture.below),
                }
                for picture in each.pictures
            ],
            "heads": list(each.table.headings) if each.table else [],
            "columns": list(each.columns),
            "lined": each.lined,
            "tables": _tables(each),
            "paragraphs": [breakable(each) for each in each.paragraphs],
        }
        for each in details
    ]


def _tables(each: Detail) -> list[dict[str, Any]]:
    """The rows under each heading."""
    if each.table is None:
        return []
    rows = [[breakable(cell) for cell in row] for row in each.table.rows]
    parts = groupby(zip(each.parts or ("",) * len(rows), rows, strict=True), key=itemgetter(0))
    return [{"heading": heading, "rows": [row for _, row in found]} for heading, found in parts]


def detail_files(details: Sequence[Detail], sheet: Sheet, look: Look) -> dict[str, bytes]:
    """The template of the sections with their words and pictures, by the name of the file; none without sections."""
    if not details:
        return {}
    words = json.dumps(details_given(details), ensure_ascii=False)
    pictures = {
        f"{picture.key}.svg": picture_svg(picture, sheet, look) for each in details for picture in each.pictures
    }
    template = shipped(f"report/{DETAILS}").read_bytes()
    return {DETAILS: template, DETAILS_WORDS: words.encode(errors="replace"), **pictures}


def picture_svg(picture: Picture, sheet: Sheet, look: Look) -> bytes:
    """A picture in the width that it has on that paper."""
    width = (sheet.width - _GUTTER) / 2 if picture.width == HALF else sheet.width
    return svg(lambda figure: picture.draw(figure, look), width, picture.height(look) / POINTS_PER_MM, look)


def breakable(text: str) -> str:
    """The text with places in very long words where a line may end."""
    if len(text) < _LONGEST:
        return text
    return re.sub(rf"\S{{{_LONGEST},}}", lambda word: _broken(word.group()), text)


def _broken(word: str) -> str:
    return _BREAK.join(word[n : n + _LONGEST // 2] for n in range(0, len(word), _LONGEST // 2))
