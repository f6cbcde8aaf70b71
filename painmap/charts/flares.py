"""Days told as a flare: shaded over the lanes of a chart, under a bar that says so in grey too."""

from collections.abc import Sequence

from painmap.charts.marks import across
from painmap.charts.sheet import Box, Sheet, Spot, width_of
from painmap.domain.period import Period

WORD = "Flare"
_BAR = 1.3
_GAP = 0.8
_SLIVER = 1.5
"""What is narrower than this has its bar alone: over ten years hundreds of slivers would be all that one sees."""


def draw_flares(sheet: Sheet, flares: Sequence[Period], period: Period, lanes: Box) -> None:
    """Shades them over the lanes; on a screen the word stands above those that have room for it, or the first."""
    if not flares:
        return
    look, (left, upper, right, lower) = sheet.look, lanes
    wide, high = right - left, _BAR * look.scale
    spans = [
        (left + across(max(flare.start, period.start), period, wide), left + across(flare.end, period, wide, 1))
        for flare in flares
    ]
    broad = [_box(x0, upper, x1, lower) for x0, x1 in spans if x1 - x0 >= _SLIVER * look.scale]
    sheet.shapes(broad, "flares", **_style(look.muted, 0.16, 0.2))
    sheet.shapes([_box(x0, upper - high, x1, upper) for x0, x1 in spans], "flare-bars", **_style(look.ink, 1.0, 0.8))
    if look.on_paper:
        return
    long = width_of(WORD, look.small)
    with_room = [x0 for x0, x1 in spans if x1 - x0 >= long] or [spans[0][0]]
    end = left - look.small
    for x in (min(x, right - long) for x in with_room):
        if x >= end:
            sheet.say(x, upper - high - 0.3 * look.small, WORD, size=look.small)
            end = x + long + _GAP * look.small


def _box(left: float, top: float, right: float, bottom: float) -> list[Spot]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _style(colour: str, alpha: float, zorder: float) -> dict[str, object]:
    return {"facecolors": colour, "alpha": alpha, "linewidths": 0, "zorder": zorder}
