"""Many boxes as few paths: thousands of cells are one shape for each colour."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.path import Path

from painmap.charts.sheet import Box, Sheet

Colours = tuple[str, str]
"""A fill and an edge."""
_CODES = (Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY)
_CORNERS = (0, 3, 2, 3, 2, 1, 0, 1, 0, 3)


def draw_boxes(sheet: Sheet, boxes: Mapping[Colours, Sequence[Box]], gid: str, width: float, zorder: float) -> None:
    """Draws boxes in their colours, the last colours above; `width` of their edges is in points on paper."""
    collection = PathCollection(
        [boxes_path(each) for each in boxes.values()],
        facecolors=[fill for fill, _ in boxes],
        edgecolors=[edge for _, edge in boxes],
        linewidths=width * sheet.look.scale,
        transform=sheet.points,
        zorder=zorder,
        gid=gid,
    )
    collection.set_snap(True)
    sheet.figure.add_artist(collection)


def boxes_path(boxes: Sequence[Box]) -> Path:
    """All of them as one path."""
    corners: Any = np.asarray(boxes, dtype=float).reshape(-1, 4)[:, _CORNERS].reshape(-1, 2)
    return Path(corners, np.tile(np.asarray(_CODES, dtype=Path.code_type), len(boxes)))
