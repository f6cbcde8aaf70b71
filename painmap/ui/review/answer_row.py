"""A row of answers in words, large enough for sore hands."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.exclusive import OneOfMany, show_chosen
from painmap.ui.parts.numbers import RADIUS
from painmap.ui.review.items import Level
from painmap.ui.theme import Appearance, Theme

GAP = 8
PADDING = 8


class Answer(OneOfMany):
    """One answer of a row. It can be chosen, never un-chosen by a second tap."""

    def __init__(self, level: Level, row: "AnswerRow") -> None:
        super().__init__(row)
        self.level = level
        self._row = row
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._row.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._row.paint_answer(painter, self)


class AnswerRow(QWidget):
    """The answers to one question. `chosen` gives the value that was taken; the row shows what it is told."""

    chosen = Signal(object)

    def __init__(
        self, question: str, levels: Sequence[Level], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.answer: int | bool | None = None
        self.setAccessibleName(question)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.answers = [Answer(level, self) for level in levels]
        for one in self.answers:
            meaning = f", {one.level.meaning}" if one.level.meaning else ""
            one.setAccessibleName(f"{question}: {one.level.name}{meaning}")
            one.clicked.connect(self._tapped)
        appearance.changed.connect(self._restyle)
        self.show_answer(None)

    def show_answer(self, answer: int | bool | None) -> None:
        """Shows an answer as chosen, or none; Tab then enters the row there."""
        self.answer = answer
        stop = self._chosen() or 0
        chosen = self._chosen()
        show_chosen(self.answers, None if chosen is None else self.answers[chosen])
        for n, one in enumerate(self.answers):
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if n == stop else Qt.FocusPolicy.ClickFocus)
            one.update()

    def take_focus(self) -> None:
        """Puts the keyboard on the chosen answer, or on the first."""
        self.answers[self._chosen() or 0].setFocus(Qt.FocusReason.TabFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answers a key: arrows move, the number or the first letter of an answer chooses. Whether it was one."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if step is not None:
            target = min(max(self._focused() + step, 0), len(self.answers) - 1)
            self.answers[target].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._take(self._focused())
            return True
        named = [n for n, text in enumerate(self._keys()) if event.text().lower() and event.text().lower() in text]
        if len(named) != 1:
            return False
        self._take(named[0])
        return True

    def sizeHint(self) -> QSize:
        return QSize(420, self._height())

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._appearance.theme.font("body-strong"))
        widest = max(metrics.horizontalAdvance(one.level.name.split()[-1]) for one in self.answers)
        return QSize(round(len(self.answers) * (max(44, widest) + 2 * PADDING + GAP)), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paint_answer(self, painter: QPainter, one: Answer) -> None:
        """Paints one answer: fill, border, its name and what is meant."""
        theme = self._appearance.theme
        on = one.isChecked()
        fill = theme.colour("accent" if on else "accent-soft" if one.isDown() else "surface")
        edge = theme.colour("ink" if one.underMouse() else "line-strong")
        inset = theme.line / 2
        painter.setBrush(fill)
        painter.setPen(QPen(edge, theme.line))
        painter.drawRoundedRect(QRectF(one.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        painter.setPen(theme.colour("on-accent" if on else "ink"))
        self._paint_words(painter, theme, one)

    def _paint_words(self, painter: QPainter, theme: Theme, one: Answer) -> None:
        room = QRectF(one.rect()).adjusted(PADDING, 4, -PADDING, -4)
        wrap = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
        strong, small = theme.font("body-strong"), theme.font("small")
        name = QFontMetricsF(strong).boundingRect(room, wrap, one.level.name)
        meant = QFontMetricsF(small).boundingRect(room, wrap, one.level.meaning) if one.level.meaning else QRectF()
        top = room.top() + max(0.0, (room.height() - name.height() - meant.height()) / 2)
        painter.setFont(strong)
        painter.drawText(QRectF(room.left(), top, room.width(), name.height() + 1), wrap, one.level.name)
        if one.level.meaning:
            painter.setFont(small)
            below = QRectF(room.left(), top + name.height(), room.width(), meant.height() + 2)
            painter.drawText(below, wrap, one.level.meaning)

    def _keys(self) -> list[str]:
        """The keys of each answer: its place in the row and the first letter of its name."""
        return [f"{n}{one.level.name[0].lower()}" for n, one in enumerate(self.answers)]

    def _height(self) -> int:
        return self._appearance.theme.px(64 if any(one.level.meaning for one in self.answers) else 52)

    def _place(self) -> None:
        each = (self.width() + GAP) / len(self.answers)
        for n, one in enumerate(self.answers):
            left, right = round(n * each), round((n + 1) * each) - GAP
            one.setGeometry(QRect(left, 0, right - left, self.height()))

    def _chosen(self) -> int | None:
        return next((n for n, one in enumerate(self.answers) if one.level.value == self.answer), None)

    def _focused(self) -> int:
        return next((n for n, one in enumerate(self.answers) if one.hasFocus()), self._chosen() or 0)

    def _take(self, place: int) -> None:
        self.answers[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(self.answers[place].level.value)

    def _tapped(self) -> None:
        one = self.sender()
        if isinstance(one, Answer):
            self.chosen.emit(one.level.value)

    def _restyle(self) -> None:
        self.updateGeometry()
        for one in self.answers:
            one.update()
