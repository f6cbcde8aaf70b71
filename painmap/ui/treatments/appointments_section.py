"""The tab of appointments: when, whom with, and the questions in the order that matters to the patient."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.domain.event import Appointment
from painmap.domain.kept import Kept
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.book import Book
from painmap.ui.treatments.event_form import AppointmentForm
from painmap.ui.treatments.flow import Flow, Head
from painmap.ui.treatments.listing import Entry, Groups
from painmap.ui.treatments.questions import Questions
from painmap.ui.treatments.section import Section
from painmap.ui.treatments.wording import appointment_line, appointment_name, heading_day, questions_words

EMPTY = (
    "Here is room for the day of an appointment and for what you want to ask there. Put the question that matters "
    "most first: time is often short."
)


class AppointmentDetail(QWidget):
    """Shows one appointment with its questions."""

    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.title = Words("", appearance, "title", wrap=True)
        self.day = Words("", appearance, "body", "ink-muted", wrap=True)
        self.edit = Button("Edit", appearance)
        self.delete = Button("Delete", appearance)
        self.questions = Questions(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        self.head = Head(self.title, Flow((self.edit, self.delete)))
        head.addWidget(self.head)
        head.addWidget(self.day)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self.questions)
        column.addStretch(1)
        self.edit.clicked.connect(self.edit_asked)
        self.delete.clicked.connect(self.delete_asked)

    def show_appointment(self, appointment: Appointment, day: str) -> None:
        """Shows an appointment; `day` says its day."""
        name = appointment_name(appointment)
        self.title.setText(name)
        self.day.setText(day)
        for button in (self.edit, self.delete):
            button.setAccessibleName(f"{button.text()} {name}, {day}")
        self.head.refresh()
        self.questions.show_questions(appointment.id, appointment.questions)


class AppointmentsSection(Section):
    """Appointments to come, the nearest first, and those that are over, the last first."""

    def __init__(self, book: Book, appearance: Appearance) -> None:
        super().__init__(book, appearance, EMPTY, "Add an appointment")
        self.detail = AppointmentDetail(appearance)
        self.appointment_form = AppointmentForm(book, appearance)
        self.has_right(self.detail, self.appointment_form)
        self.appointment_form.saved.connect(self._keep)
        self.detail.edit_asked.connect(self._edit)
        self.detail.delete_asked.connect(self._delete)
        self.detail.questions.changed.connect(self._ask)

    @property
    def appointment(self) -> Appointment | None:
        """The appointment that is chosen."""
        return next((each for each in self.shelf.appointments if each.id == self.selected), None)

    def groups(self) -> Groups:
        today = self.book.journal.today()
        in_order = sorted(self.shelf.appointments, key=lambda each: (each.day, each.id))
        to_come = [each for each in in_order if each.day >= today]
        over = [each for each in reversed(in_order) if each.day < today]
        return [("To come", [self._entry(each) for each in to_come]), ("Over", [self._entry(each) for each in over])]

    def holder_of(self, record: Kept) -> str:
        return record.id if isinstance(record, Appointment) else ""

    def show_selected(self) -> None:
        if self.appointment:
            day = appointment_line(self.appointment, self.book.journal.today())
            self.detail.show_appointment(self.appointment, day)
            self.show_right(self.detail)

    def select(self, id: str) -> bool:
        self.detail.questions.flush()
        return super().select(id)

    def add(self) -> None:
        if self.leave_form():
            self.open_form(self.appointment_form)
            self.appointment_form.show_appointment(None)

    def _entry(self, appointment: Appointment) -> Entry:
        today = self.book.journal.today()
        lines = (appointment_line(appointment, today), questions_words(appointment))
        return Entry(appointment.id, appointment_name(appointment), lines)

    def _keep(self) -> None:
        kept = self.appointment_form.keep()
        if kept:
            self.selected = kept.id
            self.close_form()

    def _edit(self) -> None:
        if self.appointment:
            self.open_form(self.appointment_form)
            self.appointment_form.show_appointment(self.appointment)

    def _delete(self) -> None:
        gone = self.appointment
        if gone is None:
            return
        today = self.book.journal.today()
        name = gone.with_whom or f"Appointment on {heading_day(gone.day, today)}"
        if self.book.delete(gone, name):
            self.take_focus()
            self.spoken.emit(self.book.journal.said)

    def _ask(self, questions: object, said: str) -> None:
        if self.appointment and isinstance(questions, tuple):
            self.book.keep(self.appointment.changed(self.book.journal.now(), questions=questions), said)
