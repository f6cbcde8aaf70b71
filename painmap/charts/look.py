"""How charts look: colours by role, the intensity ramp, type and line sizes, for three screens and for paper."""

import json
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from painmap.paths import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.font_manager import FontProperties

Screen = Literal["light", "dark", "contrast"]

FONT = "Inter"
_WHITE = "#ffffff"
REGULAR, SEMIBOLD, BOLD = 400, 600, 700


@dataclass(frozen=True)
class Level:
    """One step of the ramp: its fill, the ink of a figure on it, and the line round a region filled with it."""

    fill: str
    ink: str
    edge: str


@dataclass(frozen=True)
class Look:
    """Everything a chart may ask about its looks. Colours are #rrggbb, type is in points.

    `scale` multiplies line weights, marks and distances, which are given for paper.
    `more` has three tones (1 point, 2 points, 3 or more); less is `less_fill` under strokes of `less_hatch`.
    A halo that is empty is as the fill behind it.
    """

    name: str
    ink: str
    muted: str
    line: str
    grid: str
    surface: str
    background: str
    hatch: str
    accent: str
    accent_soft: str
    body_fill: str
    body_outline: str
    seam: str
    detail: str
    rated_outline: str
    rated_seam: str
    worst_pain: str
    fatigue: str
    spread: str
    more: tuple[str, str, str]
    less_fill: str
    less_hatch: str
    ramp: tuple[Level, ...]
    halo_dark: str
    halo_light: str
    text: float = 10.5
    small: float = 10.0
    scale: float = 1.5

    @property
    def on_paper(self) -> bool:
        """Whether this is the look of the printed page, which has its own form of some charts."""
        return self.name == "paper"

    @property
    def heading(self) -> float:
        """Size of a chart's title in points."""
        return self.text * 1.2

    def fill(self, level: float) -> str:
        """Fill of an intensity 0-10; a half goes up."""
        return self._level(level).fill

    def figure_ink(self, level: float) -> str:
        """Ink of a figure printed on the fill of that intensity, by the same rounding."""
        return self._level(level).ink

    def edge(self, level: float) -> str:
        """Line round a region filled with that intensity."""
        return self._level(level).edge

    def halo(self, level: float) -> str:
        """Soft rim behind a figure on that intensity: of the other lightness than the figure, or the fill itself."""
        rim = self.halo_dark if self.figure_ink(level).lower() == _WHITE else self.halo_light
        return rim or self.fill(level)

    def sized(self, factor: float) -> "Look":
        """The same look with type, lines and distances that many times as large."""
        return replace(self, text=self.text * factor, small=self.small * factor, scale=self.scale * factor)

    def _level(self, level: float) -> Level:
        return self.ramp[min(10, max(0, int(level + 0.5)))]


@cache
def tokens() -> "Mapping[str, Any]":
    """The design tokens as shipped: colours of the looks, ramps, sizes. Not to be changed."""
    return MappingProxyType(json.loads(shipped("tokens.json").read_text(encoding="utf-8")))


@cache
def look(screen: Screen) -> Look:
    """The look of a screen."""
    colour = tokens()["colour"][screen]
    chart = _chart_colours(screen)
    ramp = tuple(Level(step["fill"], step["ink"], colour[step["edge"]]) for step in tokens()["ramp"][colour["ramp"]])
    return Look(
        name=screen,
        ink=colour["ink"],
        muted=colour["ink-muted"],
        line=colour["line-strong"],
        grid=chart["grid"],
        surface=colour["surface"],
        background=colour["background"],
        hatch=chart["gap-hatch"],
        accent=colour["accent"],
        accent_soft=colour["accent-soft"],
        body_fill=colour["body-fill"],
        body_outline=colour["body-outline"],
        seam=colour["seam"],
        detail=colour["detail"],
        rated_outline=colour["rated-outline"],
        rated_seam=colour["rated-seam"],
        worst_pain=chart["worst-pain"],
        fatigue=chart["fatigue"],
        spread=chart["spread"],
        more=tuple(chart["more"]),
        less_fill=colour["surface"],
        less_hatch=chart["less-hatch"],
        ramp=ramp,
        halo_dark=ramp[10].fill if screen == "light" else ramp[0].fill,
        halo_light=ramp[1].fill if screen == "light" else ramp[10].fill,
    )


def _chart_colours(screen: Screen) -> "Mapping[str, Any]":
    charts = tokens()["chart"]
    if screen == "contrast":
        return {**charts["dark"], "grid": "#8C8C8C", "gap-hatch": "#8C8C8C", "spread": "#FFFFFF"}
    found: Mapping[str, Any] = charts[screen]
    return found


_PAPER_INK, _PAPER_RULE, _PAPER_SECOND = "#1a1a1a", "#9a9a9a", "#595959"
# The gap between 6 and 7 is wide: a fax cut at half black keeps dark figures on white, white figures on black.
_PALE = (_WHITE, "#fdeecf", "#fce0ae", "#fad08c", "#f7b96a", "#f2a04f", "#e98a41")
_DEEP = ("#a83a1c", "#842214", "#5f140f", "#3b0a0a")

PAPER = Look(
    name="paper",
    ink=_PAPER_INK,
    muted=_PAPER_SECOND,
    line=_PAPER_SECOND,
    grid=_PAPER_RULE,
    surface=_WHITE,
    background=_WHITE,
    hatch="#8a8a8a",
    accent=_PAPER_INK,
    accent_soft=_WHITE,
    body_fill=_WHITE,
    body_outline=_PAPER_SECOND,
    seam="#b5b5b5",
    detail=_PAPER_RULE,
    rated_outline=_PAPER_SECOND,
    rated_seam=_WHITE,
    worst_pain="#a83a1c",
    fatigue="#20507f",
    spread="#4d4d4d",
    more=("#5f140f", "#5f140f", "#5f140f"),
    less_fill="#dfeaf5",
    less_hatch="#20507f",
    ramp=(
        *(Level(fill, _PAPER_INK, _PAPER_SECOND) for fill in _PALE),
        *(Level(fill, _WHITE, _PAPER_SECOND) for fill in _DEEP),
    ),
    halo_dark="#1c0505",
    halo_light="#fdeecf",
    text=7.0,
    small=6.0,
    scale=1.0,
)


def font(size: float, weight: int = REGULAR) -> "FontProperties":
    """Inter at that size in points, from the files that ship with the program."""
    from matplotlib.font_manager import FontProperties

    _register_fonts()
    return FontProperties(family=FONT, size=size, weight=weight)


@cache
def _register_fonts() -> None:
    from matplotlib.font_manager import fontManager

    for style in ("Regular", "SemiBold", "Bold"):
        fontManager.addfont(shipped(f"fonts/Inter-{style}.ttf"))
