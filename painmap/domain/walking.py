"""Walking over the body with the arrow keys, and finding a region by the first letters of its name."""

from enum import Enum
from functools import cache
from math import hypot

from painmap.domain.body import body
from painmap.domain.regions import Side, regions


class Direction(Enum):
    """An arrow key, as a step on the screen: x to the viewer's right, y down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


FIRST = "front-forehead"
_WIDEST = 0.35  # cosine of the widest angle from the arrow at which a region still counts as "that way"


def neighbour(region: str, direction: Direction) -> str | None:
    """The region next to this one in that direction, in the same view; None at the edge of the body."""
    return _next(region, direction)


def opposite(region: str) -> str:
    """The region behind or in front of this one: same place and side where there is one, else the nearest."""
    here = regions()[region]
    there = here.view.other
    same = [r for r in regions().values() if r.view is there and r.part == here.part and r.side is here.side]
    if same:
        return same[0].id
    x, y = _place(region)
    others = [r for r in regions().values() if r.view is there and (here.side in (r.side, Side.MIDLINE))]
    return min(others, key=lambda r: hypot(_place(r.id)[0] + x, _place(r.id)[1] - y)).id


def named(typed: str) -> str | None:
    """The first region whose name begins so: each typed word begins a word of the name, in order."""
    words = _parts(typed.lower())
    if not words:
        return None
    for matches in (_begins, _contains):
        for region in regions().values():
            if matches(words, region.label.lower()):
                return region.id
    return None


def _begins(words: list[str], label: str) -> bool:
    parts = _parts(label)
    return len(words) <= len(parts) and all(p.startswith(w) for w, p in zip(words, parts, strict=False))


def _contains(words: list[str], label: str) -> bool:
    parts = _parts(label)
    return all(any(p.startswith(w) for p in parts) for w in words)


def _parts(label: str) -> list[str]:
    return label.replace("(", " ").replace(")", " ").replace(",", " ").split()


def _place(region: str) -> tuple[float, float]:
    """Anchor, measured from the middle of its view, so that views can be compared."""
    shape = body().shapes[region]
    left, _, right, _ = body().drawings[regions()[region].view].box
    return shape.anchor[0] - (left + right) / 2, shape.anchor[1]


@cache
def _next(name: str, direction: Direction) -> str | None:
    """A region that touches this one is preferred; of those, the one most nearly that way."""
    view = regions()[name].view
    best: tuple[float, str] | None = None
    for other in regions():
        if other == name or regions()[other].view is not view:
            continue
        cost = _cost(name, other, direction)
        if cost is not None and (best is None or cost < best[0]):
            best = cost, other
    return best[1] if best else None


def _cost(name: str, other: str, direction: Direction) -> float | None:
    (x0, y0), (x1, y1) = body().shapes[name].anchor, body().shapes[other].anchor
    away = hypot(x1 - x0, y1 - y0)
    along = ((x1 - x0) * direction.value[0] + (y1 - y0) * direction.value[1]) / away
    if along < _WIDEST:
        return None
    if not _touch(name, other):
        return (1.2 - along) * (60 + 3 * away)
    mirrored = regions()[name].part == regions()[other].part
    return (1.2 - along) * (24 if mirrored else 60)


@cache
def _touch(name: str, other: str) -> bool:
    """Whether two regions share a seam; a straight one, as at the midline, shares no more than its two ends."""
    shared = {(round(x, 1), round(y, 1)) for x, y in body().shapes[name].points}
    return sum((round(x, 1), round(y, 1)) in shared for x, y in body().shapes[other].points) >= 2
