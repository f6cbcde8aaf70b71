"""Body maps with figures: where it hurt, what changed between the halves of a period, and their legends."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from painmap.charts.bodies import Bodies
from painmap.charts.glyphs import DARK_HALO, LIGHT_HALO, Glyphs, draw_glyphs, ink_width
from painmap.charts.look import REGULAR, SEMIBOLD, Look
from painmap.charts.map_words import DOT, change_symbol
from painmap.charts.sheet import Box, Sheet
from painmap.domain.regions import regions
from painmap.domain.summary import Place, Seen
from painmap.domain.words import halves_number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Value = Literal["median", "days", "worst"]
"""The median on days it hurt, on how many days it hurt, or the worst of all days."""

_FIGURE = 0.0386
"""Size of a figure as a share of the body's height: 6.4 pt on the page."""
_PRINTED = 7.0
"""Points of a figure on paper where its region has room for it."""
_RARE, _NARROW, _DOT = 0.86, 0.8, 1.3
_LEGIBLE, _SMALLEST = 0.7, 0.825
"""On a screen, in sizes of small type: bodies with smaller figures have none, as the table has them; and the least
size that any of the others is drawn in, 11 px at 100 %.
"""
_COUNTED_DAYS = 99
_PAPER_GAP = 2.7
_GAPS = (3.45, 2.55, 2.0)
"""Points between the strokes of less pain: on paper, and on screens for 1, 2 and 3 or more points."""


def draw_map(
    figure: "Figure",
    found: Mapping[str, Place],
    look: Look,
    *,
    value: Value = "median",
    box: Box | None = None,
    named: bool = True,
) -> Bodies:
    """Each region's median on the days it hurt, or the days on which it did, or its worst, filled where it hurt often.

    Returns where the bodies stand. `box` is in points from the top left corner of the figure, which it fills where
    there is none.
    """
    bodies = _bodies(figure, look, box, named)
    bodies.draw()
    levels = {name: _level(place, value) for name, place in found.items()}
    often = [name for name, place in found.items() if place.often]
    bodies.fill({name: look.fill(levels[name]) for name in often}, {name: look.edge(levels[name]) for name in often})
    texts = []
    for name, place in found.items():
        words = _figure_of(place, value)
        if place.often:
            texts.append(_text(bodies, name, words, look.figure_ink(levels[name]), look.halo(levels[name])))
        else:
            texts.append(_text(bodies, name, words, look.muted, look.body_fill, _RARE, REGULAR))
    _write(bodies, texts)
    return bodies


def draw_change(
    figure: "Figure",
    changes: Mapping[str, float | str],
    look: Look,
    *,
    box: Box | None = None,
    named: bool = True,
) -> Bodies:
    """Later minus earlier: solid and + for more pain, hatched and − for less, = under one point, N new, G gone."""
    bodies = _bodies(figure, look, box, named)
    bodies.draw()
    steps = {name: _steps(value) for name, value in changes.items()}
    fills = {name: _change_fill(look, step) for name, step in steps.items() if step}
    bodies.fill(fills, dict.fromkeys(fills, look.rated_outline))
    crowded = _crowded_by_its_sign(bodies)
    less = {name: step for name, step in steps.items() if step < 0 and name not in crowded}
    bodies.hatch({name: less_gap(look, step) for name, step in less.items()})
    texts = []
    for name, value in changes.items():
        words = change_symbol(value, halves_number(abs(value)) if not isinstance(value, str) else "")
        if steps[name] > 0:
            ink = readable_on(fills[name])
            rim = look.halo_dark if ink == "#ffffff" else look.halo_light
            texts.append(_text(bodies, name, words, ink, rim or fills[name]))
        elif steps[name] < 0:
            texts.append(_text(bodies, name, words, look.ink, look.surface))
        else:
            few = value == Seen.FEW
            texts.append(
                _text(bodies, name, words, look.muted if few else look.ink, look.body_fill, _DOT if few else 1.0)
            )
    _write(bodies, texts)
    return bodies


def draw_absent(figure: "Figure", words: str, look: Look, *, box: Box | None = None, named: bool = True) -> None:
    """Dashed bodies that say why there is no map."""
    _bodies(figure, look, box, named).draw_absent(words)


def has_figures(bodies: Bodies) -> bool:
    """Whether the bodies are large enough for figures and signs."""
    look = bodies.sheet.look
    return look.on_paper or _FIGURE * bodies.height >= _LEGIBLE * look.small


def counts_days(maps: int) -> bool:
    """Whether the map of days shows counts; with more days than that, per cent."""
    return maps <= _COUNTED_DAYS


def readable_on(fill: str) -> str:
    """White on dark fills, black on light ones."""
    red, green, blue = (int(fill[n : n + 2], 16) / 255 for n in (1, 3, 5))
    light = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return "#ffffff" if light < 0.18 else "#000000"


def _bodies(figure: "Figure", look: Look, box: Box | None, named: bool) -> Bodies:
    sheet = Sheet(figure, look)
    return Bodies(sheet, box or (0.0, 0.0, sheet.width, sheet.height), named=named)


def _level(place: Place, value: Value) -> float:
    """Where a place stands on the ramp: its median or worst, or the share of days it hurt, in tenths rounded up."""
    match value:
        case "median":
            return place.median
        case "worst":
            return place.worst
        case _:
            return -(-10 * place.days // place.of)


def _figure_of(place: Place, value: Value) -> str:
    if value != "days":
        return halves_number(_level(place, value))
    return str(place.days) if counts_days(place.of) else str(max(1, round(100 * place.days / place.of)))


def _steps(value: float | str) -> int:
    """How strongly a change is drawn: 1 to 3 for more, −1 to −3 for less, 0 for none of both."""
    match value:
        case Seen.NEW:
            return 3
        case Seen.GONE:
            return -3
        case str():
            return 0
        case _:
            return max(-3, min(3, int(value)))


def _change_fill(look: Look, step: int) -> str:
    return look.more[step - 1] if step > 0 else look.less_fill


def less_gap(look: Look, step: int) -> float:
    """Points between the strokes that stand for less pain, by −1, −2, −3 or more points."""
    return _PAPER_GAP if look.on_paper else _GAPS[-step - 1]


def _crowded_by_its_sign(bodies: Bodies) -> frozenset[str]:
    """Regions that a sign and a figure fill on paper: the last bits of strokes round them would blur on a fax."""
    if not bodies.sheet.look.on_paper:
        return frozenset()
    width = ink_width("−1", _PRINTED, SEMIBOLD)
    return frozenset(name for name in regions() if bodies.crowded(name, width, _PRINTED))


def _text(
    bodies: Bodies, region: str, words: str, ink: str, halo: str, share: float = 1.0, weight: int = SEMIBOLD
) -> Glyphs:
    """A region's figure: smaller where the region is narrow, clear of the one across the midline."""
    on_paper = bodies.sheet.look.on_paper
    size = max(_FIGURE * bodies.height, _PRINTED) * max(1.0, share) if on_paper else _FIGURE * bodies.height * share
    room = bodies.room(region)
    size *= max(_NARROW, min(1.0, room / ink_width(words, size, weight)))
    if not on_paper and words != DOT:
        size = max(size, _SMALLEST * bodies.sheet.look.small)
    width = ink_width(words, size, weight)
    x, y = bodies.spot(region)
    rim = DARK_HALO if ink == "#ffffff" else LIGHT_HALO
    needed = on_paper or width > room or halo == bodies.sheet.look.surface
    return Glyphs(words, bodies.apart(region, x, width), y, size, weight, ink, halo if needed else "", rim)


def _write(bodies: Bodies, texts: Sequence[Glyphs]) -> None:
    if has_figures(bodies):
        draw_glyphs(bodies.sheet, texts, "figures")
