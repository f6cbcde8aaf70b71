"""The form of a treatment: kind, name, plan as typed, start, stop and pauses."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.period import Period
from painmap.domain.treatment import LONGEST_NAME, LONGEST_TEXT, Treatment, TreatmentKind, Use
from painmap.ui.journal import new_id
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.field import Field
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.book import Book
from painmap.ui.treatments.checking import Days, treatment_problems
from painmap.ui.treatments.form import Choice, DayField, Form, TextBox, Toggle
from painmap.ui.treatments.wording import KINDS


class PauseFields(QWidget):
    """The first and last day of each pause, to add and to remove."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._rows: list[PauseRow] = []
        self.add = Button("Add a pause", appearance, icon_name="plus")
        self.setFocusProxy(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column.addLayout(foot)

    @property
    def pauses(self) -> tuple[Days, ...]:
        """What is shown, in the order it stands."""
        return tuple((row.first.day, row.last.day) for row in self._rows)

    @property
    def rows(self) -> "tuple[PauseRow, ...]":
        """The pauses' own fields."""
        return tuple(self._rows)

    def show_pauses(self, pauses: Sequence[Period]) -> None:
        """Shows these pauses and no others."""
        for row in tuple(self._rows):
            self._remove(row)
        for pause in pauses:
            self.show_one(pause.start, pause.end)

    def show_one(self, first: date, last: date) -> "PauseRow":
        """Adds one pause below the others."""
        row = PauseRow(len(self._rows) + 1, first, last, self._appearance)
        row.removed.connect(self._remove)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _remove(self, row: object) -> None:
        if isinstance(row, PauseRow):
            self._rows.remove(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
            self.add.setFocus()


class PauseRow(QWidget):
    """One pause. `removed` gives itself."""

    removed = Signal(object)

    def __init__(self, number: int, first: date, last: date, appearance: Appearance) -> None:
        super().__init__()
        self.first = DayField(f"Pause {number}, first day", first, appearance)
        self.last = DayField(f"Pause {number}, last day", last, appearance)
        self.remove = Button("Remove", appearance, Kind.LINK)
        self.remove.setAccessibleName(f"Remove pause {number}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.first)
        row.addWidget(Words("to", appearance))
        row.addWidget(self.last)
        row.addSpacing(8)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.remove.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.removed.emit(self)


class TreatmentForm(Form):
    """Adds a treatment, changes one, or begins one anew with another dose."""

    def __init__(self, book: Book, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._book = book
        self._treatment: Treatment | None = None
        self._uses: tuple[Use, ...] = ()
        self._anew = False
        today = book.journal.today()
        self.kind = Choice("Kind", {text: kind for kind, text in KINDS.items()}, appearance)
        self.name = Field("Name", "", appearance, LONGEST_NAME)
        self.plan = Field("Dose or plan", "", appearance, LONGEST_TEXT)
        self.plan.setPlaceholderText("In your own words, such as 10 mg at night")
        self.start = DayField("First day", today, appearance)
        self.stopped = Toggle("It has a last day", appearance)
        self.stop = DayField("Last day", today, appearance)
        self.pauses = PauseFields(appearance)
        self.side_effects = TextBox("Side effects", LONGEST_TEXT, appearance)
        self.note = TextBox("Note", LONGEST_TEXT, appearance)
        self._lay_out()
        self.stopped.toggled.connect(self._show_stop)
        self.pauses.add.clicked.connect(self._add_pause)

    def _lay_out(self) -> None:
        self.add("name", "Name", self.name)
        self.add("kind", "Kind", self.kind, grows=False)
        self.add("plan", "Dose or plan", self.plan)
        self.add("start", "First day", self.start, grows=False)
        ends = QWidget()
        grid = QGridLayout(ends)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.addWidget(self.stopped, 0, 0)
        grid.addWidget(self.stop, 0, 1)
        grid.setColumnStretch(2, 1)
        ends.setFocusProxy(self.stop)
        self.add("stop", "Last day", ends)
        self._pauses_line = self.add("pauses", "Pauses", self.pauses)
        self.add("side_effects", "Side effects, in your words", self.side_effects)
        self.add("note", "Note, such as why you stopped", self.note)

    @property
    def anew(self) -> bool:
        """Whether it begins a treatment anew with another dose."""
        return self._anew

    @property
    def treatment(self) -> Treatment | None:
        """The treatment that is changed; None for a new one."""
        return self._treatment

    def show_new(self) -> None:
        """Begins an empty form."""
        self._show(None, (), "Add a treatment")

    def show_treatment(self, treatment: Treatment, uses: Sequence[Use]) -> None:
        """Shows a treatment to be changed."""
        self._show(treatment, uses, "Edit the treatment")

    def show_anew(self, treatment: Treatment) -> None:
        """Shows a treatment to be begun anew today, with another dose."""
        self._show(treatment, (), "Another dose or plan", anew=True)
        self.plan.setFocus()
        self.plan.selectAll()

    def answers(self) -> object:
        return (
            self.kind.value,
            self.name.text(),
            self.plan.text(),
            self.start.day,
            self._stop(),
            self.pauses.pauses,
            self.side_effects.text,
            self.note.text,
        )

    def keep(self) -> Treatment | None:
        """Keeps what is typed; None, and the trouble is said at its field, where that can't be."""
        pauses = self.pauses.pauses
        problems = treatment_problems(self.name.text(), self.start.day, self._stop(), pauses, self._uses)
        old = self._treatment
        if self._anew and old and self.start.day <= old.start:
            problems["start"] = "The new dose begins after the one before it: choose a later day."
        if not self.tell(problems):
            return None
        kind = self.kind.value
        assert isinstance(kind, TreatmentKind)
        typed: dict[str, Any] = {
            "kind": kind,
            "name": self.name.text().strip(),
            "plan": self.plan.text().strip(),
            "start": self.start.day,
            "stop": self._stop(),
            "pauses": tuple(Period(first, last) for first, last in pauses),
            "side_effects": self.side_effects.text.strip(),
            "note": self.note.text.strip(),
        }
        if old is None or self._anew:
            new = Treatment(id=new_id(), written=self._book.written(), **typed)
            kept = self._book.change_dose(old, new) if old else self._book.keep(new)
            return new if kept else None
        new = old.changed(self._book.journal.now(), **typed)
        return new if self._book.keep(new) else None

    def _show(self, treatment: Treatment | None, uses: Sequence[Use], title: str, *, anew: bool = False) -> None:
        today = self._book.journal.today()
        self._treatment, self._uses, self._anew = treatment, tuple(uses), anew
        self.title.setText(title)
        self.kind.show_value(treatment.kind if treatment else TreatmentKind.MEDICATION)
        self.name.setText(treatment.name if treatment else "")
        self.plan.setText(treatment.plan if treatment else "")
        self.start.show_day(treatment.start if treatment and not anew else today)
        stop = treatment.stop if treatment and not anew else None
        self.stop.show_day(stop or today)
        self.stopped.setChecked(stop is not None)
        self.stop.setVisible(stop is not None)
        self.pauses.show_pauses(treatment.pauses if treatment and not anew else ())
        self.side_effects.setPlainText(treatment.side_effects if treatment and not anew else "")
        self.note.setPlainText(treatment.note if treatment and not anew else "")
        self._pauses_line.setVisible(not anew)
        self.begun()
        self.name.setFocus()

    def _stop(self) -> date | None:
        return self.stop.day if self.stopped.isChecked() else None

    def _show_stop(self, on: bool) -> None:
        self.stop.setVisible(on)

    def _add_pause(self) -> None:
        day = max(self._book.journal.today(), self.start.day)
        stop = self._stop()
        day = day if stop is None else max(self.start.day, min(day, stop))
        self.pauses.show_one(day, day).first.setFocus()
