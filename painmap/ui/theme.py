"""The colours, sizes and fonts of the window, by role, in four looks."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from painmap.paths import shipped

LOOKS = ("light", "dark", "contrast")
TEXT_SIZES = (100, 115, 130, 150)
SMALL_BELOW = 1200
LARGE_FROM = 1600
_POINTS_PER_INCH = 72


@cache
def _tokens() -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads(shipped("tokens.json").read_text(encoding="utf-8"))
    return tokens


@cache
def _family() -> str:
    """Inter, so that a screen measures the same on every computer; other scripts come from the system."""
    for weight in ("Regular", "SemiBold", "Bold"):
        added = QFontDatabase.addApplicationFont(str(shipped(f"fonts/Inter-{weight}.ttf")))
    return "Inter" if "Inter" in QFontDatabase.applicationFontFamilies(added) else QFont().family()


@cache
def _font(points: float, weight: int) -> QFont:
    font = QFont(_family())
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight(weight))
    return font


def points(px: float) -> float:
    """The size of a font of so many px, on the screen that there is now: its resolution may change."""
    screen = QGuiApplication.primaryScreen()
    dpi = screen.logicalDotsPerInch() if screen else 96.0
    return max(1.0, px * _POINTS_PER_INCH / dpi)


@dataclass(frozen=True)
class Step:
    """One level of the intensity ramp: fill, the ink of its number, and the colour of its edge."""

    fill: QColor
    ink: QColor
    edge: QColor
    pale: bool


@dataclass(frozen=True)
class Theme:
    """One look at one text size. Sizes are px at 100 %."""

    look: str
    text_size: int = 100

    def colour(self, role: str) -> QColor:
        """The colour of a role, such as 'ink' or 'body-fill'."""
        return _colour(self.look, role)

    def step(self, level: int) -> Step:
        """The ramp at an intensity of 0-10."""
        return _ramp(self.look)[level]

    @property
    def line(self) -> int:
        """Width of a control's border: 2 px in high contrast, else 1."""
        return 2 if self.look == "contrast" else 1

    @property
    def scale(self) -> float:
        """How much larger text is than at 100 %."""
        return self.text_size / 100

    def px(self, size: float) -> int:
        """A measure that grows with the text."""
        return round(size * self.scale)

    def font(self, role: str, *, scaled: bool = True) -> QFont:
        """The font of a role: small, small-strong, body, body-strong, heading, title, number, number-large."""
        kind = _tokens()["type"][role]
        font = self.sized(kind["px"] * (self.scale if scaled else 1), kind["weight"])
        if kind.get("figures") == "tabular":
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def sized(self, px: float, weight: int = 400) -> QFont:
        """The window's font at a size in px."""
        return QFont(_font(points(px), weight))

    def palette(self) -> QPalette:
        """The palette for the parts that Qt paints: fields, lists, menus, scroll bars."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "background",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "background",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on-accent",
            QPalette.ColorRole.PlaceholderText: "ink-muted",
            QPalette.ColorRole.ToolTipBase: "raised",
            QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.Mid: "line-strong",
            QPalette.ColorRole.Light: "line",
        }
        for role, name in roles.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette


@cache
def _colour(look: str, role: str) -> QColor:
    return QColor(_tokens()["colour"][look][role])


@cache
def _ramp(look: str) -> tuple[Step, ...]:
    levels = _tokens()["ramp"][_tokens()["colour"][look]["ramp"]]
    return tuple(
        Step(
            fill=_colour(look, "background") if not n else QColor(level["fill"]),
            ink=QColor(level["ink"]) if n else _colour(look, "ink"),
            edge=_colour(look, level["edge"]),
            pale=level["edge"] == "rated-outline",
        )
        for n, level in enumerate(levels)
    )


class Appearance(QObject):
    """The theme in force; says when it changes, so that every part paints itself anew."""

    changed = Signal()

    def __init__(self, colours: str = "system", text_size: int = 100) -> None:
        super().__init__()
        self._colours = colours
        self._text_size = text_size
        self.theme = Theme(self._look(), text_size)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def choose(self, colours: str, text_size: int) -> None:
        """Takes a look ('system', 'light', 'dark', 'contrast') and a text size in percent."""
        self._colours, self._text_size = colours, text_size
        theme = Theme(self._look(), text_size)
        if theme != self.theme:
            self.theme = theme
            self.changed.emit()

    def repeat(self) -> None:
        """Has every part take again what is in force: one that left a styled window lost what it took there."""
        self.changed.emit()

    def _look(self) -> str:
        if self._colours in LOOKS:
            return self._colours
        hints = QGuiApplication.styleHints()
        contrast = getattr(hints, "accessibility", None)
        if contrast and contrast().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _follow_system(self) -> None:
        self.choose(self._colours, self._text_size)
