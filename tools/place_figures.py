"""Writes into each region of bodymap.svg where a figure stands in it, so that no program has to work it out.

`data-anchor="x y r"`: among the points at least 94 % as roomy as the roomiest, the one nearest to the centroid,
and the radius of the largest circle round it. `data-figure="x y w"`: the centre of the widest box of shape 1.5 to 1
and the width of the region there; that is where two digits or a sign and a digit sit best.

Usage: place_figures.py [FILE.svg], in place.
"""

import re
import sys
from pathlib import Path

from shapely.affinity import scale
from shapely.geometry import LineString, Point, Polygon
from shapely.ops import nearest_points, polylabel

sys.path.insert(0, str(Path(__file__).resolve().parent))
from check_bodymap import anchor, subpaths

REGION = re.compile(r'<path id="([^"]+)" class="region"(?: data-[a-z]+="[^"]*")* d="([^"]+)"')


def figure_place(polygon: Polygon) -> tuple[float, float, float]:
    """Centre of the widest 1.5 : 1 box, and the region's width at that height."""
    squeezed = scale(polygon, 1 / 1.5, 1, origin=(0, 0))
    pole = polylabel(squeezed, 0.2)
    core = squeezed.buffer(-0.86 * pole.distance(squeezed.exterior))
    middle = squeezed.centroid
    spot = middle if core.contains(middle) else nearest_points(core, middle)[0]
    x, y = spot.x * 1.5, spot.y
    row = polygon.intersection(LineString([(-9999, y), (9999, y)]))
    pieces = getattr(row, "geoms", [row])
    here = min(pieces, key=lambda piece: piece.distance(Point(x, y)))
    return x, y, 2 * min(x - here.bounds[0], here.bounds[2] - x)


def place(match: re.Match[str]) -> str:
    """One region's opening, with its places."""
    name, d = match.groups()
    polygon = Polygon(subpaths(d)[0])
    spot = anchor(polygon)
    room = spot.distance(polygon.exterior)
    x, y, width = figure_place(polygon)
    return (
        f'<path id="{name}" class="region" data-anchor="{spot.x:.1f} {spot.y:.1f} {room:.1f}" '
        f'data-figure="{x:.1f} {y:.1f} {width:.1f}" d="{d}"'
    )


def main() -> None:
    """Rewrites the file named on the command line."""
    default = Path(__file__).resolve().parents[1] / "resources" / "bodymap.svg"
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    path.write_text(REGION.sub(place, path.read_text(encoding="utf-8")), encoding="utf-8")
    print(path)


if __name__ == "__main__":
    main()
