"""The forms of an event, and of an appointment's day and whom it is with."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from painmap.domain.event import LONGEST_LABEL, LONGEST_TEXT, Appointment, Event, EventKind
from painmap.ui.journal import new_id
from painmap.ui.parts.field import Field
from painmap.ui.theme import Appearance
from painmap.ui.treatments.book import Book
from painmap.ui.treatments.checking import event_problems
from painmap.ui.treatments.form import Choice, DayField, Form, TextBox, Toggle
from painmap.ui.treatments.wording import EVENT_KINDS


class EventForm(Form):
    """Adds an event or changes one."""

    def __init__(self, book: Book, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._book = book
        self._event: Event | None = None
        today = book.journal.today()
        self.kind = Choice("Kind", {text: kind for kind, text in EVENT_KINDS.items()}, appearance)
        self.label = Field("Name", "", appearance, LONGEST_LABEL)
        self.label.setPlaceholderText("In your own words, such as shingles or moving house")
        self.start = DayField("Day", today, appearance)
        self.longer = Toggle("It went on for more days", appearance)
        self.end = DayField("Last day", today, appearance)
        self.note = TextBox("Note", LONGEST_TEXT, appearance)
        self.add("kind", "Kind", self.kind, grows=False)
        self.add("label", "Name", self.label)
        self.add("start", "Day", self.start, grows=False)
        ends = QWidget()
        row = QHBoxLayout(ends)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.longer)
        row.addWidget(self.end)
        row.addStretch(1)
        ends.setFocusProxy(self.end)
        self.add("end", "Last day", ends)
        self.add("note", "Note", self.note)
        self.longer.toggled.connect(self.end.setVisible)

    def show_event(self, event: Event | None) -> None:
        """Shows an event to be changed, or begins an empty form."""
        today = self._book.journal.today()
        self._event = event
        self.title.setText("Edit the event" if event else "Add an event")
        self.kind.show_value(event.kind if event else EventKind.INFECTION)
        self.label.setText(event.label if event else "")
        self.start.show_day(event.start if event else today)
        end = event.end if event else None
        self.end.show_day(end or (event.start if event else today))
        self.longer.setChecked(end is not None)
        self.end.setVisible(end is not None)
        self.note.setPlainText(event.note if event else "")
        self.begun()
        self.kind.setFocus()

    def answers(self) -> object:
        return self.kind.value, self.label.text(), self.start.day, self._end(), self.note.text

    def keep(self) -> Event | None:
        """Keeps what is typed; None, and the trouble is said at its field, where that can't be."""
        kind = self.kind.value
        assert isinstance(kind, EventKind)
        if not self.tell(event_problems(kind, self.label.text(), self.start.day, self._end())):
            return None
        typed: dict[str, Any] = {
            "kind": kind,
            "label": self.label.text().strip(),
            "start": self.start.day,
            "end": self._end(),
            "note": self.note.text.strip(),
        }
        old = self._event
        if old is None:
            new = Event(id=new_id(), written=self._book.written(), **typed)
        else:
            new = old.changed(self._book.journal.now(), **typed)
        return new if self._book.keep(new) else None

    def _end(self) -> date | None:
        return self.end.day if self.longer.isChecked() else None


class AppointmentForm(Form):
    """Adds an appointment, or changes its day and whom it is with."""

    def __init__(self, book: Book, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._book = book
        self._appointment: Appointment | None = None
        self.day = DayField("Day", book.journal.today(), appearance)
        self.with_whom = Field("With whom", "", appearance, LONGEST_LABEL)
        self.with_whom.setPlaceholderText("Such as the rheumatologist, or a name")
        self.add("day", "Day", self.day, grows=False)
        self.add("with_whom", "With whom", self.with_whom)

    def show_appointment(self, appointment: Appointment | None) -> None:
        """Shows an appointment to be changed, or begins an empty form."""
        self._appointment = appointment
        self.title.setText("Edit the appointment" if appointment else "Add an appointment")
        self.day.show_day(appointment.day if appointment else self._book.journal.today())
        self.with_whom.setText(appointment.with_whom if appointment else "")
        self.begun()
        self.day.setFocus()

    def answers(self) -> object:
        return self.day.day, self.with_whom.text()

    def keep(self) -> Appointment | None:
        """Keeps what is typed; None where the diary can't be written."""
        typed: dict[str, Any] = {"day": self.day.day, "with_whom": self.with_whom.text().strip()}
        old = self._appointment
        if old is None:
            new = Appointment(id=new_id(), written=self._book.written(), **typed)
        else:
            new = old.changed(self._book.journal.now(), **typed)
        return new if self._book.keep(new) else None
