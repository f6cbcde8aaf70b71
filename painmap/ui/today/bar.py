"""The top bar of Today: the day, its check-ins, whether it is saved, undo and redo."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from painmap.domain.checkin import CheckIn
from painmap.domain.words import day_text, long_day_text
from painmap.ui.journal import Journal
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.undo_bar import UndoBar
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.today.entry import Entry

MOST_SHOWN = 2


class TodayBar(QWidget):
    """Walks from day to day and from check-in to check-in of the entry's day."""

    day_wanted = Signal(object)
    check_in_wanted = Signal(object)
    another_wanted = Signal()

    def __init__(self, entry: Entry, journal: Journal, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry, self._journal, self._appearance = entry, journal, appearance
        self._short = self._brief = False
        self._told: tuple[CheckIn, ...] = ()
        self._seen: tuple[object, ...] = ()
        self.earlier = Button("The day before", appearance, Kind.QUIET, icon_name="left")
        self.later = Button("The day after", appearance, Kind.QUIET, icon_name="right")
        for arrow in (self.earlier, self.later):
            arrow.show_icon_only(True)
        self._title = Words("", appearance, "heading")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back = Button("Back to today", appearance)
        self._check_ins = QHBoxLayout()
        self._check_ins.setSpacing(4)
        self.undo_bar = UndoBar(journal, appearance)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.earlier, self._title, self.later, self.back):
            row.addWidget(part)
        row.addSpacing(8)
        row.addLayout(self._check_ins)
        row.addStretch(1)
        row.addWidget(self.undo_bar)
        self.earlier.clicked.connect(self._go_earlier)
        self.later.clicked.connect(self._go_later)
        self.back.clicked.connect(self._go_to_today)
        entry.changed.connect(self.refresh)

    def fit(self, size_class: str) -> None:
        """Takes short words in a small window or with large text."""
        self._short = size_class == "small" or self._appearance.theme.scale > 1.2
        self.undo_bar.show_icons_only(self._short)
        self.refresh()

    def refresh(self) -> None:
        """Shows the entry's day and its check-ins."""
        today, day = self._journal.today(), self._entry.day
        self.later.setEnabled(day < today)
        self.back.setVisible(day != today)
        check_in = self._entry.check_in
        self._told = self._journal.on(day)
        kept = any(other.id == check_in.id for other in self._told)
        at = check_in.changed_at
        when = f"{at:%H:%M}" if at.date() == today else day_text(at.date(), year=at.year != today.year)
        self.undo_bar.show_state(f"Saved {when}" if kept else "Nothing entered yet", saved=kept)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Shows the check-ins, in brief where what the last change said would else be cut off."""
        seen = self._what_is_seen()
        if seen == self._seen:
            return
        self._seen = seen
        held = any(button.hasFocus() for button in self._buttons())
        self._show_fitting()
        if held and (buttons := self._buttons()):
            # The keyboard is where the buttons were that these take the place of.
            chosen = next((button for button in buttons if button.isChecked()), buttons[0])
            chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _what_is_seen(self) -> tuple[object, ...]:
        """All that the title and the check-ins depend on; most taps change nothing of it."""
        told = tuple((check_in.id, check_in.recorded_at) for check_in in self._told)
        room = self.width(), self.undo_bar.sizeHint().width(), self._appearance.theme, self._short
        return told, self._entry.check_in.id, self._entry.day, self._journal.today(), room

    def _show_fitting(self) -> None:
        told, today = list(self._told), self._journal.today()
        self._title.setText(day_title(self._entry.day, today, short=self._short))
        for brief in (self._short, True):
            self._brief = brief
            self._show_check_ins(told)
            if self._room_for_all():
                return
        if self._short and self._entry.day == today:
            self._title.setText("Today")

    def _buttons(self) -> list[Button]:
        """The check-ins, or their menu, and the button that starts another."""
        items = (self._check_ins.itemAt(n) for n in range(self._check_ins.count()))
        return [button for item in items if item and isinstance(button := item.widget(), Button)]

    def _room_for_all(self) -> bool:
        row = self.layout()
        assert row is not None
        before: QWidget = self.back
        for button in self._buttons():
            # A layout counts a widget in only once it is shown.
            button.show()
            QWidget.setTabOrder(before, button)
            before = button
        self._title.updateGeometry()
        self.undo_bar.updateGeometry()
        row.invalidate()
        return row.sizeHint().width() <= self.width()

    def _show_check_ins(self, told: list[CheckIn]) -> None:
        _empty(self._check_ins)
        current = self._entry.check_in
        if not told:
            return
        new = all(c.id != current.id for c in told)
        names = {c.id: self._name(c, n) for n, c in enumerate(told, 1)}
        if len(told) > MOST_SHOWN or (self._brief and len(told) > 1):
            self._check_ins.addWidget(self._menu(told, names, new))
        else:
            for check_in in told:
                self._check_ins.addWidget(self._button(check_in, names[check_in.id]))
        if new:
            mark = Button("New check-in", self._appearance, Kind.VIEW)
            mark.setChecked(True)
            mark.clicked.connect(lambda: mark.setChecked(True))
            self._check_ins.addWidget(mark)
        else:
            ordinal = "Second" if len(told) == 1 else "Another"
            another = Button(ordinal if self._brief else f"{ordinal} check-in", self._appearance, icon_name="plus")
            another.setAccessibleName(f"{ordinal} check-in")
            another.clicked.connect(self.another_wanted)
            self._check_ins.addWidget(another)

    def _name(self, check_in: CheckIn, number: int) -> str:
        if check_in.entered_later:
            return str(number) if self._brief else f"Check-in {number}"
        time = f"{check_in.recorded_at:%H:%M}"
        return time if self._brief else f"Check-in {time}"

    def _button(self, check_in: CheckIn, name: str) -> Button:
        button = Button(name, self._appearance, Kind.VIEW)
        button.setChecked(check_in.id == self._entry.check_in.id)

        def show() -> None:
            button.setChecked(True)
            self.check_in_wanted.emit(check_in)

        button.clicked.connect(show)
        return button

    def _menu(self, told: list[CheckIn], names: dict[str, str], new: bool) -> Button:
        here = next((n for n, c in enumerate(told, 1) if c.id == self._entry.check_in.id), 0)
        text = (
            f"{len(told)} check-ins"
            if new
            else f"{here} of {len(told)}"
            if self._brief
            else f"Check-in {here} of {len(told)}"
        )
        button = Button(text, self._appearance, icon_name="down")
        menu = QMenu(button)
        for check_in in told:
            action = QAction(names[check_in.id], menu)
            action.setData(check_in)
            menu.addAction(action)
        menu.triggered.connect(self._menu_chosen)
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button

    def _menu_chosen(self, action: QAction) -> None:
        self.check_in_wanted.emit(action.data())

    def _go_earlier(self) -> None:
        self.day_wanted.emit(self._entry.day - timedelta(1))

    def _go_later(self) -> None:
        if self._entry.day < self._journal.today():
            self.day_wanted.emit(self._entry.day + timedelta(1))

    def _go_to_today(self) -> None:
        self.day_wanted.emit(self._journal.today())


def day_title(day: date, today: date, *, short: bool = False) -> str:
    """'Today, Sunday 22 November'; 'Wednesday 18 November'; with the year where it is another."""
    if short:
        text = day_text(day, year=day.year != today.year, weekday=True)
    else:
        text = long_day_text(day)
        text = text if day.year != today.year else text.removesuffix(f" {day.year}")
    return f"Today, {text}" if day == today else text


def _empty(layout: QBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget:
            widget.hide()
            widget.deleteLater()
