"""Painting one day of the calendar in whatever room its cell has."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from painmap.domain.summary import DaySummary
from painmap.domain.words import MONTHS
from painmap.ui.history.marks import CIRCLE, SQUARE, paint_fatigue, paint_no_entry, paint_pain
from painmap.ui.history.wording import NO_ENTRY
from painmap.ui.parts.icons import icon
from painmap.ui.theme import Theme

RADIUS = 8
SIDE = 8.0
"""Room between the cell's border and what stands in it."""
SMALLEST = 12.0
CHOSEN = 3
NARROW_BELOW = 84
MARK_GAP = 3.0
_BETWEEN = 6.0


@dataclass(frozen=True)
class CalendarDay:
    """One cell: its day, what was logged, and what the day is to the month that is shown."""

    day: date
    summary: DaySummary | None = None
    in_month: bool = True
    future: bool = False
    today: bool = False
    first: bool = False

    @property
    def bare(self) -> bool:
        """Whether the cell shows its date and nothing else."""
        return self.future or not self.in_month

    @property
    def date_text(self) -> str:
        """The number of the day, with its month where one begins."""
        named = self.first or self.day.day == 1
        return f"{self.day.day} {MONTHS[self.day.month - 1]}" if named else str(self.day.day)


def paint_cell(painter: QPainter, theme: Theme, box: QRectF, cell: CalendarDay, chosen: bool, hover: bool) -> None:
    """Paints a cell: its ground, the date with the marks beside it, and the day's figures."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if cell.bare:
        _paint_date(painter, theme, box, cell)
        return
    _paint_ground(painter, theme, box, cell, chosen, hover)
    below = _paint_date(painter, theme, box, cell)
    if cell.summary is None:
        _paint_no_entry_words(painter, theme, below)
    else:
        _paint_figures(painter, theme, below, cell.summary)


def _paint_ground(painter: QPainter, theme: Theme, box: QRectF, cell: CalendarDay, chosen: bool, hover: bool) -> None:
    if cell.summary is None:
        paint_no_entry(painter, theme, box, RADIUS)
    width = CHOSEN if chosen else theme.line
    role = "accent" if chosen else "ink" if hover else "line"
    empty = cell.summary is None
    painter.setBrush(Qt.BrushStyle.NoBrush if empty else theme.colour("surface"))
    painter.setPen(QPen(theme.colour(role), width))
    inset = width / 2
    if chosen or hover or not empty:
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def _paint_date(painter: QPainter, theme: Theme, box: QRectF, cell: CalendarDay) -> QRectF:
    """Paints the date and the marks beside it; what is left below is for the figures."""
    side = SIDE if box.width() >= NARROW_BELOW else SIDE / 2
    font = theme.sized(_date_px(theme, box), 400 if cell.bare else 600)
    metrics = QFontMetricsF(font)
    top = min(8.0, box.height() / 14)
    line = QRectF(box.left() + side, box.top() + top, box.width() - 2 * side, metrics.height())
    words = _date_words(font, line.width(), cell)
    width = metrics.horizontalAdvance(words)
    if cell.summary is None and not cell.bare:
        _clear_behind(painter, theme, line, width)
    painter.setFont(font)
    painter.setPen(theme.colour("ink-muted" if cell.bare else "ink"))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    if cell.today and words == cell.date_text:
        painter.fillRect(QRectF(line.left(), line.bottom() - 1, width, 2), theme.colour("ink"))
    if cell.summary is not None and not cell.bare:
        _paint_marks(painter, theme, line.adjusted(width + MARK_GAP, 0, 0, 0), font, cell.summary)
    return box.adjusted(side, line.bottom() - box.top(), -side, -top)


def _date_px(theme: Theme, box: QRectF) -> float:
    """The date's size: that of small text, held to a quarter of the cell."""
    return max(SMALLEST, min(13.5 * theme.scale, box.height() / 3.5, box.width() / 4))


def _date_words(font: QFont, room: float, cell: CalendarDay) -> str:
    """The date, with the word Today where there is room for it."""
    metrics = QFontMetricsF(font)
    longer = f"{cell.date_text}  Today"
    marks = _marks_width(metrics, cell.summary) if cell.summary else 0.0
    return longer if cell.today and metrics.horizontalAdvance(longer) + marks <= room else cell.date_text


def _marks(summary: DaySummary) -> list[str]:
    """Icons, and a count of check-ins as text, in the order they stand."""
    names = ["clock"] if summary.entered_later else []
    names += ["copy"] if summary.carried_over else []
    return names + ([f"{summary.check_ins}×"] if summary.check_ins > 1 else [])


def _marks_width(metrics: QFontMetricsF, summary: DaySummary) -> float:
    return sum(_mark_width(metrics, name) + MARK_GAP for name in _marks(summary))


def _mark_width(metrics: QFontMetricsF, name: str) -> float:
    return metrics.horizontalAdvance(name) if name.endswith("×") else round(metrics.capHeight() * 1.4)


def _paint_marks(painter: QPainter, theme: Theme, room: QRectF, font: QFont, summary: DaySummary) -> None:
    """Paints the marks from the right, smaller where the date leaves too little room."""
    font = QFont(font)
    while _marks_width(QFontMetricsF(font), summary) > room.width() + MARK_GAP and font.pointSizeF() > 7:
        font.setPointSizeF(font.pointSizeF() - 0.25)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    x = room.right()
    for name in reversed(_marks(summary)):
        width = _mark_width(metrics, name)
        x -= width
        if name.endswith("×"):
            words = QRectF(x, room.top(), width + 1, room.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, name)
        else:
            picture = icon(name, theme.colour("ink"), round(width), painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(x, room.center().y() - width / 2), picture)
        x -= MARK_GAP


def _paint_figures(painter: QPainter, theme: Theme, room: QRectF, summary: DaySummary) -> None:
    scale = min(theme.scale, room.width() / (SQUARE[0] + CIRCLE + _BETWEEN), (room.height() - 2) / CIRCLE)
    width, height, circle, between = (scale * n for n in (SQUARE[0], SQUARE[1], CIRCLE, _BETWEEN))
    top = room.center().y() - height / 2
    px = 17 * scale if scale >= 1 else max(SMALLEST, 17 * scale)
    paint_pain(painter, theme, QRectF(room.left(), top, width, height), summary.worst_pain, px)
    round_box = QRectF(room.left() + width + between, top, circle, circle)
    paint_fatigue(painter, theme, round_box, summary.worst_fatigue, px)


def _paint_no_entry_words(painter: QPainter, theme: Theme, room: QRectF) -> None:
    px = 13.5 * theme.scale
    while px > SMALLEST and QFontMetricsF(theme.sized(px)).horizontalAdvance(NO_ENTRY) > room.width() - 6:
        px -= 0.5
    font = theme.sized(px)
    metrics = QFontMetricsF(font)
    lines = [NO_ENTRY] if metrics.horizontalAdvance(NO_ENTRY) <= room.width() else NO_ENTRY.split()
    painter.setFont(font)
    top = room.center().y() - len(lines) * metrics.height() / 2
    for n, words in enumerate(lines):
        line = QRectF(room.left(), top + n * metrics.height(), room.width(), metrics.height())
        _clear_behind(painter, theme, line, metrics.horizontalAdvance(words))
        painter.setPen(theme.colour("ink-muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _clear_behind(painter: QPainter, theme: Theme, line: QRectF, width: float) -> None:
    """Takes the hatching away behind words, so that they are read."""
    painter.fillRect(QRectF(line.left() - 3, line.top(), width + 6, line.height()), theme.colour("background"))
