"""The tab of events: infections, injuries, busy days and whatever else the patient wants to see beside the days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.domain.event import Event
from painmap.domain.kept import Kept
from painmap.domain.words import long_day_text
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.book import Book
from painmap.ui.treatments.event_form import EventForm
from painmap.ui.treatments.facts import Facts
from painmap.ui.treatments.flow import Flow, Head
from painmap.ui.treatments.listing import Entry, Groups
from painmap.ui.treatments.section import Section
from painmap.ui.treatments.wording import EVENT_KINDS, event_line

EMPTY = (
    "An event is something that may matter beside the pain: an infection, an injury, a busy day, stress, a journey. "
    "It is listed wherever a treatment is looked at before and after."
)


class EventDetail(QWidget):
    """Shows one event, to edit and to delete."""

    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.title = Words("", appearance, "title", wrap=True)
        self.edit = Button("Edit", appearance)
        self.delete = Button("Delete", appearance)
        self.facts = Facts(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.head = Head(self.title, Flow((self.edit, self.delete)))
        column.addWidget(self.head)
        column.addWidget(self.facts)
        column.addStretch(1)
        self.edit.clicked.connect(self.edit_asked)
        self.delete.clicked.connect(self.delete_asked)

    def show_event(self, event: Event) -> None:
        """Shows an event."""
        self.title.setText(event.name)
        longer = event.end is not None and event.end != event.start
        last = long_day_text(event.end) if event.end is not None and longer else ""
        self.facts.show_facts(
            [
                ("Kind", EVENT_KINDS[event.kind]),
                ("First day" if longer else "Day", long_day_text(event.start)),
                ("Last day", last),
                ("Note", event.note),
            ]
        )
        for button in (self.edit, self.delete):
            button.setAccessibleName(f"{button.text()} {event.name}")
        self.head.refresh()


class EventsSection(Section):
    """Events, newest first."""

    def __init__(self, book: Book, appearance: Appearance) -> None:
        super().__init__(book, appearance, EMPTY, "Add an event")
        self.detail = EventDetail(appearance)
        self.event_form = EventForm(book, appearance)
        self.has_right(self.detail, self.event_form)
        self.event_form.saved.connect(self._keep)
        self.detail.edit_asked.connect(self._edit)
        self.detail.delete_asked.connect(self._delete)

    @property
    def chosen(self) -> Event | None:
        """The event that is chosen."""
        return next((each for each in self.shelf.events if each.id == self.selected), None)

    def groups(self) -> Groups:
        today = self.book.journal.today()
        newest = sorted(self.shelf.events, key=lambda each: (each.start, each.id), reverse=True)
        return [("Events", [Entry(each.id, each.name, (event_line(each, today),)) for each in newest])]

    def holder_of(self, record: Kept) -> str:
        return record.id if isinstance(record, Event) else ""

    def show_selected(self) -> None:
        if self.chosen:
            self.detail.show_event(self.chosen)
            self.show_right(self.detail)

    def add(self) -> None:
        if self.leave_form():
            self.open_form(self.event_form)
            self.event_form.show_event(None)

    def _keep(self) -> None:
        kept = self.event_form.keep()
        if kept:
            self.selected = kept.id
            self.close_form()

    def _edit(self) -> None:
        if self.chosen:
            self.open_form(self.event_form)
            self.event_form.show_event(self.chosen)

    def _delete(self) -> None:
        if self.chosen and self.book.delete(self.chosen, self.chosen.name):
            self.take_focus()
            self.spoken.emit(self.book.journal.said)
