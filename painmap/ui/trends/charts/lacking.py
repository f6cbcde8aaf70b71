"""A chart of which there is nothing to draw."""

from painmap.charts.look import Look

_LINES = 8


def height_of_words(chosen: Look, width: float) -> float:
    """The height in points that a sentence needs in place of a chart."""
    return _LINES * chosen.text
