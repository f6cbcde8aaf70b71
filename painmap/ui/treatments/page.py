"""The Treatments page: treatments with their uses, events, and appointments, each a tab with a list and one thing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget

from painmap.domain.undo import Change
from painmap.ui.journal import Journal
from painmap.ui.page import Page
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.segments import Segments
from painmap.ui.parts.undo_bar import UndoBar
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance
from painmap.ui.treatments.appointments_section import AppointmentsSection
from painmap.ui.treatments.book import Book
from painmap.ui.treatments.events_section import EventsSection
from painmap.ui.treatments.section import Section
from painmap.ui.treatments.treatments_section import TreatmentsSection

TABS = ("Treatments", "Events", "Appointments")
_TIGHT_FROM = 130


class Steps(UndoBar):
    """What the last change was, on two lines where it is long, beside Undo and Redo."""

    def __init__(self, journal: Journal, appearance: Appearance) -> None:
        super().__init__(journal, appearance)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.setStretchFactor(self._words, 1)


class Treatments(Page):
    """What is taken or done and how it went, what else happened, and what is to be asked."""

    def __init__(self, journal: Journal, settings: Settings, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._journal = journal
        self._settings = settings
        self._book = Book(journal)
        self.treatments = TreatmentsSection(self._book, appearance)
        self.events = EventsSection(self._book, appearance)
        self.appointments = AppointmentsSection(self._book, appearance)
        self.sections: tuple[Section, ...] = (self.treatments, self.events, self.appointments)
        self.tabs = Segments("Shown", [(name, n) for n, name in enumerate(TABS)], appearance)
        self.add = Button("", appearance, icon_name="plus")
        self.steps = Steps(journal, appearance)
        self._stack = QStackedWidget()
        for section in self.sections:
            self._stack.addWidget(section)
        self.bar.addWidget(self.tabs)
        self.bar.addSpacing(4)
        self.bar.addWidget(self.add)
        self.bar.addWidget(self.steps, 1)
        self.body.addWidget(self._stack, 1)
        self._wire()
        self.show_tab(0)
        self.fit("small")

    @property
    def section(self) -> Section:
        """The tab that is shown."""
        return self.sections[self._stack.currentIndex()]

    def show_tab(self, place: int) -> None:
        """Shows treatments (0), events (1) or appointments (2)."""
        self.tabs.show_value(place)
        self._stack.setCurrentIndex(place)
        self.add.rename(self.section.add_words)

    def refresh(self) -> None:
        shelf = self._book.read()
        if shelf is not None:
            for section in self.sections:
                section.show_shelf(shelf)
        self.steps.refresh()

    def fit(self, size_class: str) -> None:
        large_text = self.appearance.theme.text_size >= _TIGHT_FROM
        tight = large_text or size_class == "small"
        self.steps.show_icons_only(tight)
        self.add.show_icon_only(large_text and size_class != "large")
        for section in self.sections:
            section.fit(size_class)

    def _wire(self) -> None:
        self.tabs.chosen.connect(self._choose_tab)
        self.add.clicked.connect(self._add)
        for section in self.sections:
            section.spoken.connect(self.announce)
        self._journal.changed.connect(self._note)
        self.appearance.changed.connect(self._refit)

    def _choose_tab(self, place: object) -> None:
        if isinstance(place, int):
            self.show_tab(place)

    def _add(self) -> None:
        self.section.add()

    def _note(self, change: Change) -> None:
        """Goes to what undo or redo has brought back or changed, unless a form has something typed in it."""
        if not self.isVisible() or (self.section.form and not self.section.form.untouched):
            return
        for record in change.records_after[:1]:
            for place, section in enumerate(self.sections):
                id = section.holder_of(record)
                if id:
                    self.show_tab(place)
                    section.select(id)

    def _refit(self) -> None:
        self.fit(self.size_class or "small")
