"""One tab of the page: a list at the left, and at the right the chosen thing, a form, or what to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from painmap.domain.kept import Kept
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.words import Rule, Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.book import Book, Shelf
from painmap.ui.treatments.form import Form
from painmap.ui.treatments.listing import Groups, Listing

WIDEST = 960
"""A line of words or a table wider than that is hard to follow."""


class Section(QWidget):
    """What the three tabs share. Subclasses say what is in the list and show the chosen one.

    A form that has something typed in it is never left by a tap elsewhere: it says so instead.
    """

    spoken = Signal(str)

    def __init__(self, book: Book, appearance: Appearance, empty: str, add: str) -> None:
        super().__init__()
        self.book = book
        self.appearance = appearance
        self.shelf = Shelf()
        self.selected = ""
        self._shown = ""
        self.form: Form | None = None
        self.listing = Listing(appearance)
        self.add_words = add
        self._areas: dict[QWidget, Scroll] = {}
        self.first = Button(add, appearance, icon_name="plus")
        self._empty = self._first_words(empty)
        right = QWidget()
        self._right = QStackedLayout(right)
        self._right.addWidget(self._empty)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.listing)
        row.addWidget(Rule(appearance, upright=True))
        row.addWidget(right, 1)
        self.listing.chosen.connect(self.select)
        self.first.clicked.connect(self.add)

    def groups(self) -> Groups:
        """The rows of the list."""
        raise NotImplementedError

    def show_selected(self) -> None:
        """Shows the chosen one at the right."""
        raise NotImplementedError

    def add(self) -> None:
        """Opens the form for a new one."""
        raise NotImplementedError

    def holder_of(self, record: Kept) -> str:
        """The id of the row that a record belongs to; '' where it belongs to another tab."""
        raise NotImplementedError

    def show_shelf(self, shelf: Shelf) -> None:
        """Shows what the diary has now. A form in which nothing is typed gives way."""
        self.shelf = shelf
        if self.form and self.form.untouched:
            self.form = None
        groups = self.groups()
        self.listing.show_groups(groups)
        ids = [entry.id for _, entries in groups for entry in entries]
        if self.selected not in ids:
            self.selected = ids[0] if ids else ""
        self.listing.setVisible(bool(ids))
        self._show()

    def select(self, id: str) -> bool:
        """Shows one of the list, unless a form would lose what is typed. Whether it did."""
        if not self.leave_form():
            return False
        self.selected = id if id in self.listing.rows else self.selected
        self._show()
        return True

    def leave_form(self) -> bool:
        """Closes the form, unless something would be lost. Whether none is open any more."""
        if self.form and not self.form.may_leave():
            self.show_end_of_form()
            return False
        self.form = None
        return True

    def close_form(self) -> None:
        """Closes the form with whatever is typed in it."""
        self.form = None
        self._show()
        self.take_focus()

    def open_form(self, form: Form) -> None:
        """Shows a form at the right."""
        self.form = form
        self._show()
        self._areas[form].verticalScrollBar().setValue(0)

    def show_end_of_form(self) -> None:
        """Goes to where the form says that something is not kept yet."""
        if self.form:
            self._areas[self.form].ensureWidgetVisible(self.form.save)
            self.form.save.setFocus(Qt.FocusReason.OtherFocusReason)
            self.spoken.emit(self.form.warning.text())

    def take_focus(self) -> None:
        """Puts the keyboard on the chosen row."""
        row = self.listing.rows.get(self.selected)
        (row or self.first).setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, size_class: str) -> None:
        """Gives the list its width; the rest is the right side's."""
        self.listing.fit(size_class)

    def to_top(self, part: QWidget) -> None:
        """Scrolls the right side up."""
        self._areas[part].verticalScrollBar().setValue(0)

    def has_right(self, *parts: QWidget) -> None:
        """Takes what can stand at the right, each in an area that scrolls."""
        for part in parts:
            inside = QWidget()
            column = QVBoxLayout(inside)
            column.setContentsMargins(24, 20, 24, 24)
            row = QHBoxLayout()
            row.addWidget(part, 1)
            row.addStretch(0)
            column.addLayout(row)
            part.setMaximumWidth(WIDEST)
            if isinstance(part, Form):
                column.addStretch(1)
                part.left.connect(self.close_form)
            self._areas[part] = Scroll(inside)
            self._right.addWidget(self._areas[part])

    def show_right(self, part: QWidget) -> None:
        """Shows one of them."""
        self._right.setCurrentWidget(self._areas[part])

    def _show(self) -> None:
        if self.selected != self._shown:
            self._shown = self.selected
            for area in self._areas.values():
                area.verticalScrollBar().setValue(0)
        self.listing.mark(self.selected)
        if self.form:
            self.show_right(self.form)
        elif self.selected:
            self.show_selected()
        else:
            self._right.setCurrentWidget(self._empty)

    def _first_words(self, empty: str) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(40, 40, 40, 24)
        column.setSpacing(16)
        words = Words(empty, self.appearance, "body", wrap=True)
        words.setMaximumWidth(640)
        column.addWidget(words)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return inside
