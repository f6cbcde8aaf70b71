"""What a page is printed with: the colours of the paper look, or black alone."""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from painmap.charts.look import PAPER, Look

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PAGE = replace(PAPER, text=7.4, small=7.0, halo_dark="", halo_light="")
"""The paper look with nothing under 7 points, and with rims round the figures that hide no colour."""
_HAIRLINE = 0.4


@cache
def look_of(black_and_white: bool) -> Look:
    """The look of the charts, and of the page round them."""
    return replace(_ink().INK, text=PAGE.text, small=PAGE.small) if black_and_white else PAGE


def finish(figure: "Figure", look: Look) -> None:
    """Makes what was drawn in a look fit for printing in it."""
    if look is not PAGE:
        _ink().in_ink(figure)


def inks(look: Look) -> dict[str, Any]:
    """What the template reads: colours, the thinnest rule in points, and each level of the ramp with its swatch."""
    return {
        "look": {
            "ink": look.ink,
            "second": look.muted,
            "hairline": look.grid if look is PAGE else look.line,
            "thin": _HAIRLINE if look is PAGE else _ink().THIN,
            "more": look.more[0],
            "less": look.less_fill,
            "hatch": look.less_hatch,
            "bar": look.muted,
        },
        "ramp": [_level(look, n) for n in range(1, 11)],
    }


def _level(look: Look, n: int) -> tuple[str, str, str, float]:
    """A level with its fill and its ink, and the points between the strokes that stand for a grey."""
    fill, ink = look.fill(n), look.figure_ink(n)
    if look is PAGE:
        return str(n), fill, ink, 0.0
    gap = _ink().stroke_gap(_ink().shade_of(fill)) if ink == look.ink else 0.0
    return str(n), look.surface if gap else fill, ink, gap


def _ink() -> Any:
    """Read only where a page is black and white: it brings in matplotlib."""
    from painmap.charts import ink

    return ink
