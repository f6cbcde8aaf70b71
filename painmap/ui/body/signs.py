"""The signs round the bodies: which side is which, and the name of the selected region."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF, QRegion

from painmap.domain.body import body
from painmap.domain.regions import Side, View, regions
from painmap.ui.body.painting import DESIGNED_HEIGHT, Place
from painmap.ui.theme import Theme

BADGE = 26
SMALL_BADGE = 22
FOREARM = 0.425
_HANDS = ("upper-arm", "elbow", "forearm", "wrist", "hand")


def paint_side_row(painter: QPainter, place: Place, height: int, theme: Theme) -> None:
    """Above a view: 'Your right', 'Front', 'Your left', on the sides where they are."""
    row = QRectF(place.column.left(), place.box.top() - height, place.column.width(), height - 4)
    badge = min(BADGE * min(theme.scale, 1.3), row.height())
    sides = (Side.RIGHT, Side.LEFT) if place.view is View.FRONT else (Side.LEFT, Side.RIGHT)
    middle = theme.sized(17 * min(theme.scale, 1.3), 400)
    name = QFontMetricsF(middle).horizontalAdvance(place.view.capitalize())
    room = (row.width() - name) / 2 - badge - 8 - 6
    ends = ((row.left(), Qt.AlignmentFlag.AlignLeft), (row.right(), Qt.AlignmentFlag.AlignRight))
    for side, (x, align) in zip(sides, ends, strict=True):
        left = align is Qt.AlignmentFlag.AlignLeft
        spot = QRectF(x if left else x - badge, row.center().y() - badge / 2, badge, badge)
        _paint_badge(painter, spot, side, theme)
        words = QRectF(spot.right() + 8 if left else spot.left() - 8 - room, row.top(), room, row.height())
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.sized(15 * min(theme.scale, 1.3), 600))
        painter.drawText(words, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, f"Your {side}")
    painter.setFont(middle)
    painter.setPen(theme.colour("ink-muted"))
    painter.drawText(row, Qt.AlignmentFlag.AlignCenter, place.view.capitalize())


def paint_badges(painter: QPainter, place: Place, theme: Theme) -> None:
    """R and L again, beside each forearm."""
    sides = (Side.RIGHT, Side.LEFT) if place.view is View.FRONT else (Side.LEFT, Side.RIGHT)
    y = place.box.top() + place.box.height() * FOREARM
    size = SMALL_BADGE * min(1.3, max(1.0, place.box.height() / DESIGNED_HEIGHT))
    inset = place.box.width() * 0.047
    for side, x in zip(sides, (place.box.left() + inset, place.box.right() - inset), strict=True):
        _paint_badge(painter, QRectF(x - size / 2, y - size / 2, size, size), side, theme)


def _paint_badge(painter: QPainter, box: QRectF, side: Side, theme: Theme) -> None:
    """Right: a dark square. Left: a ringed circle."""
    if side is Side.RIGHT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.colour("surface"))
    else:
        painter.setPen(QPen(theme.colour("ink"), 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setPen(theme.colour("ink"))
    painter.setFont(theme.sized(box.height() * 0.54, 700))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, side[0].upper())


@dataclass(frozen=True)
class Tag:
    """A region's name in a box, in px."""

    box: QRectF
    lines: tuple[str, ...]


def tag_for(region: str, places: Mapping[View, Place], inside: QRect, theme: Theme) -> Tag | None:
    """The tag of a region where it covers no region: outside the body at its height, below the hand for an arm."""
    place = places[regions()[region].view]
    metrics = QFontMetricsF(theme.font("small-strong"))
    lines = _two_lines(regions()[region].label, metrics)
    width = max(metrics.horizontalAdvance(line) for line in lines) + 16
    height = len(lines) * metrics.lineSpacing() + 10
    for corner in _corners(region, place, width, height):
        box = QRectF(corner.x(), corner.y(), width, height)
        box.moveLeft(min(max(box.left(), inside.left() + 2), inside.right() - width - 2))
        if QRectF(inside).contains(box) and _covers_nothing(box, places):
            return Tag(box, lines)
    return None


def paint_tag(painter: QPainter, theme: Theme, tag: Tag | None) -> None:
    """Paints a tag, where there is room for one."""
    if tag is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ink"))
    painter.drawRoundedRect(tag.box, 4, 4)
    painter.setPen(theme.colour("surface"))
    painter.setFont(theme.font("small-strong"))
    words = tag.box.adjusted(8, 5, -8, -5)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "\n".join(tag.lines))


def _two_lines(label: str, metrics: QFontMetricsF) -> tuple[str, ...]:
    words = label.split()
    if len(words) < 3:
        return (label,)
    cuts = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return min(cuts, key=lambda pair: max(metrics.horizontalAdvance(line) for line in pair))


def _corners(region: str, place: Place, width: float, height: float) -> list[QPointF]:
    """Top left corners to try, best first."""
    shape = body().shapes[region]
    middle = place.transform.map(QPointF(*shape.anchor))
    on_left = middle.x() < place.box.center().x()
    edge = place.box.left() if on_left else place.box.right()
    beside = QPointF(edge if on_left else edge - width, middle.y() - height / 2)
    arm = regions()[region].part in _HANDS
    side = "left" if (place.view is View.BACK) == on_left else "right"
    hand = place.transform.mapRect(_rect(body().shapes[f"{place.view}-{side}-hand"].box))
    below = QPointF(hand.center().x() - width / 2, hand.bottom() + 8)
    near = [QPointF(beside.x(), beside.y() + dy * 24) for dy in (0, -1, 1, -2, 2, -3, 3)]
    inner = _outside(region, place, width, height)
    return [below, *near] if arm else [*inner, *near, below]


def _outside(region: str, place: Place, width: float, height: float) -> list[QPointF]:
    """Just outside the region, on its outer and its inner side."""
    shape = place.transform.mapRect(_rect(body().shapes[region].box))
    y = shape.center().y() - height / 2
    outer = shape.left() - 12 - width, shape.right() + 12
    return [QPointF(x, y) for x in (outer if shape.center().x() < place.box.center().x() else reversed(outer))]


def _rect(box: tuple[float, float, float, float]) -> QRectF:
    return QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3]))


def _covers_nothing(box: QRectF, places: Mapping[View, Place]) -> bool:
    clear = box.adjusted(-4, -4, 4, 4).toAlignedRect()
    return not any(_silhouette(place.view, place.box.getRect()).intersects(clear) for place in places.values())


@lru_cache(maxsize=8)
def _silhouette(view: View, box: tuple[float, float, float, float]) -> QRegion:
    """All that a view covers at its place, in whole px."""
    place = Place(view, QRectF(*box))
    outline = [QPointF(x, y) for x, y in body().drawings[view].outline]
    return QRegion(place.transform.map(QPolygonF(outline)).toPolygon())
