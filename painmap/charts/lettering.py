"""Words as outlines that are worked out once: on screens text costs a tenth of what FreeType takes for it each time."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D

from painmap.charts.look import font

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase

_LEFT_OUT = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of its width a text has to the left of where it stands."""


class Lettering(Text):
    """One line of text in the sizes and weights of Inter, drawn as an outline; its baseline is on a row of pixels."""

    def draw(self, renderer: "RendererBase") -> None:
        """Draws the line, and the patch behind it where it has one."""
        text = self.get_text()
        if not text or not self.get_visible():
            return
        patch = self.get_bbox_patch()
        if patch is not None:
            self.update_bbox_position_size(renderer)
            patch.draw(renderer)
        face = self.get_fontproperties()
        weight = int(face.get_weight())
        em: Any = renderer.points_to_pixels(face.get_size_in_points())
        x, y = self.get_transform().transform(self.get_position())
        x -= _LEFT_OUT[self.get_horizontalalignment()] * em_advance(text, weight) * em
        gc = renderer.new_gc()
        gc.set_linewidth(0)
        gc.set_snap(False)
        place = Affine2D.from_values(em, 0, 0, em, x, round(y))
        renderer.draw_path(gc, em_outline(text, weight), place, to_rgba(self.get_color(), self.get_alpha()))
        gc.restore()
        self.stale = False


@lru_cache(maxsize=4096)
def em_outline(text: str, weight: int) -> Path:
    """The text at one em, y up, from where the pen begins on the baseline."""
    vertices, codes = text_to_path.get_text_path(font(text_to_path.FONT_SCALE, weight), text)
    return Path(np.asarray(vertices, dtype=float) / text_to_path.FONT_SCALE, codes)


@lru_cache(maxsize=4096)
def em_advance(text: str, weight: int) -> float:
    """How far the text moves the pen, in em."""
    wide: Any = text_to_path.get_text_width_height_descent(text, font(text_to_path.FONT_SCALE, weight), ismath=False)[0]
    return float(wide) / text_to_path.FONT_SCALE
