"""The options of the report: which days, whose name, and what happens with the page."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from painmap.domain.event import Appointment
from painmap.domain.period import Period
from painmap.domain.words import counted, day_text
from painmap.report.asked import QUESTIONS
from painmap.report.options import NEXT, NO_APPOINTMENT, Naming, appointment_for
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.dates import DateFields, Span
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.segments import Segments
from painmap.ui.parts.words import Rule, Words
from painmap.ui.report_page.goes_in import GoesIn, LeftOut
from painmap.ui.theme import Appearance

WIDTH, WIDEST = 392, 520
LONGEST_NAME = 60
SPANS = {
    Span.TWO_WEEKS: "Last 2 weeks",
    Span.MONTH: "Last month",
    Span.THREE_MONTHS: "Last 3 months",
    Span.SIX_MONTHS: "Last 6 months",
    Span.YEAR: "Last year",
    Span.ALL: "All",
    Span.OWN: "Own dates",
}
SHOWN_AS = [("Name", "name"), ("Initials", "initials"), ("None", "none")]
SAVE, NOTHING = "Save as PDF", "Nothing logged in these dates"


class Options(QWidget):
    """Says what was chosen: `span_chosen` a Span, `dates_chosen` a Period, `name_changed`, `visit_chosen`."""

    span_chosen = Signal(object)
    dates_chosen = Signal(object)
    name_changed = Signal()
    visit_chosen = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.span = QComboBox()
        self.span.setAccessibleName("Period")
        for span, text in SPANS.items():
            self.span.addItem(text, span)
        self.dates = DateFields(appearance)
        self.logged = Words("", appearance, "small", "ink-muted", wrap=True)
        self.shown_as = Segments("Name on the report", list(SHOWN_AS), appearance)
        self.name = QLineEdit()
        self.name.setAccessibleName("Your name")
        self.name.setPlaceholderText("Your name")
        self.name.setMaxLength(LONGEST_NAME)
        self.visits = QComboBox()
        # A long name makes the list no wider than the column; it is told whole below.
        self.visits.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.visits.setMinimumContentsLength(10)
        self.visits.setAccessibleName("Appointment")
        self.visit = Words("", appearance, "small", "ink-muted", wrap=True)
        self.goes_in = GoesIn(appearance)
        self.left_out = LeftOut(appearance)
        self.told = Words("", appearance, "small-strong", wrap=True)
        self.show_folder = Button("Show in folder", appearance, Kind.LINK)
        self.save = Button(SAVE, appearance, Kind.MAIN, height=48)
        self.print = Button("Print", appearance)
        self.open = Button("Open", appearance)
        self.save_text = Button("Save as text", appearance)
        self.save_page = Button("Save as web page", appearance)
        self._lay()
        self._wire()
        self._restyle()

    @property
    def naming(self) -> Naming:
        """How the name is printed."""
        return Naming(str(self.shown_as.value))

    def show_period(self, span: Span, period: Period, today: date, logged: str) -> None:
        """Shows which days are chosen."""
        self.span.setCurrentIndex(list(SPANS).index(span))
        self.dates.setVisible(span is Span.OWN)
        if not self.dates.isAncestorOf(self.focusWidget()) or span is not Span.OWN:
            self.dates.show_period(period, today)
        self.logged.setText(logged)

    def show_name(self, name: str, shown_as: str) -> None:
        """Shows the name that was kept, and how it is printed."""
        self.name.setText(name)
        self.shown_as.show_value(shown_as)
        self.name.setVisible(shown_as != "none")

    @property
    def appointment(self) -> str:
        """Which appointment the page is for, as a report's options name it."""
        return str(self.visits.currentData() or NEXT)

    def show_visits(self, appointments: Iterable[Appointment], today: date) -> None:
        """Shows which appointments can be chosen: the next, others to come, past ones with questions, or none."""
        chosen, kept = self.appointment, tuple(appointments)
        offered = [("Next appointment", NEXT), *((_visit(each), each.id) for each in choices(kept, today))]
        self.visits.clear()
        for text, which in (*offered, ("None", NO_APPOINTMENT)):
            self.visits.addItem(text, which)
        self.visits.setCurrentIndex(max(0, self.visits.findData(chosen)))
        self.visits.setVisible(len(offered) > 1)
        self._show_visit(appointment_for(kept, self.appointment, today))

    def _show_visit(self, visit: Appointment | None) -> None:
        """Says which appointment the page is for, and how many questions it prints."""
        if visit is None:
            none = "The page is for no appointment."
            ahead = "No appointment ahead. One with your questions can be added in Treatments."
            self.visit.setText(none if self.appointment == NO_APPOINTMENT else ahead)
            return
        printed = min(len(visit.questions), QUESTIONS)
        asked = f"{counted(printed, 'question')} on the page" if printed else "no questions yet"
        self.visit.setText(f"{_visit(visit)}: {asked}")

    def allow(self, possible: bool) -> None:
        """Turns saving and printing on, or says why they are off."""
        self.save.setEnabled(possible)
        self.save.rename(SAVE if possible else NOTHING)
        for button in (self.print, self.save_text, self.save_page):
            button.setEnabled(possible)

    def tell(self, sentence: str, *, trouble: bool = False, saved: bool = False) -> None:
        """Says what became of the last step; nothing where the sentence is empty."""
        self.told.restyle("small-strong", "danger" if trouble else "ink")
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        self.show_folder.setVisible(saved)

    def show_above_save(self, widget: QWidget) -> None:
        """Puts a widget above the ways to hand the report over."""
        self._steps.insertWidget(0, widget)

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Scroll(self._choices()), 1)
        column.addWidget(Rule(self._appearance))
        self._steps = self._foot()
        column.addLayout(self._steps)
        self.dates.hide()
        self.open.setEnabled(False)
        self.tell("")

    def _choices(self) -> QWidget:
        """What can be chosen, part below part."""
        inside = QWidget()
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(20, 16, 20, 16)
        fields.setSpacing(8)
        parts: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            ("Period", (self.span, self.dates, self.logged)),
            ("Appointment", (self.visits, self.visit)),
            ("", (self.goes_in,)),
            ("", (self.left_out,)),
            ("Name on the report", (self.shown_as, self.name)),
        )
        for n, (heading, widgets) in enumerate(parts):
            if n > 0:
                fields.addSpacing(12)
            if heading:
                fields.addWidget(Words(heading, self._appearance, "heading"))
            for widget in widgets:
                fields.addWidget(widget)
        fields.addStretch(1)
        return inside

    def _foot(self) -> QVBoxLayout:
        """What became of the last step, and the ways to hand the report over."""
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 14, 20, 16)
        foot.setSpacing(8)
        foot.addWidget(self.told)
        foot.addWidget(self.show_folder, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.save)
        others = QGridLayout()
        others.setSpacing(8)
        for n, button in enumerate((self.print, self.open, self.save_text, self.save_page)):
            others.addWidget(button, n // 2, n % 2)
        foot.addLayout(others)
        return foot

    def _wire(self) -> None:
        self.span.activated.connect(lambda index: self.span_chosen.emit(list(SPANS)[index]))
        self.dates.chosen.connect(self.dates_chosen)
        self.visits.activated.connect(lambda _: self.visit_chosen.emit())
        self.shown_as.chosen.connect(self._take_shown_as)
        self.name.textChanged.connect(self.name_changed)
        self._appearance.changed.connect(self._restyle)

    def _take_shown_as(self, shown_as: object) -> None:
        self.name.setVisible(shown_as != "none")
        self.name_changed.emit()

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.setFixedWidth(min(theme.px(WIDTH), WIDEST))
        for field in (self.span, self.visits, self.name, self.dates.first, self.dates.last):
            field.setFont(theme.font("body"))


def choices(appointments: Iterable[Appointment], today: date) -> list[Appointment]:
    """Those to come, the soonest first, and then past ones with questions, the latest first."""
    found = sorted(appointments, key=lambda each: each.day)
    ahead = [each for each in found if each.day >= today]
    return [*ahead, *reversed([each for each in found if each.day < today and each.questions])]


def _visit(visit: Appointment) -> str:
    whom = f", {visit.with_whom.strip()}" if visit.with_whom.strip() else ""
    return f"{day_text(visit.day, year=True, weekday=True)}{whom}"
