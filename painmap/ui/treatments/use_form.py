"""The form of one use: when, pain before and after, relief, side effects, and whether it was missed."""

from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from painmap.domain.treatment import LONGEST_TEXT, Treatment, Use
from painmap.ui.journal import new_id
from painmap.ui.parts.field import Field
from painmap.ui.parts.numbers import NumberRow
from painmap.ui.theme import Appearance
from painmap.ui.treatments.book import Book
from painmap.ui.treatments.checking import typed_time, use_problems
from painmap.ui.treatments.form import DayField, Form, Toggle
from painmap.ui.treatments.relief import ENDS, Answerable, ReliefRow
from painmap.ui.treatments.wording import missed_words

PAIN_ENDS = "0 none, 10 worst imaginable"
LONGEST_TIME = 8


class UseForm(Form):
    """Adds a use of an earlier time, or changes one."""

    def __init__(self, book: Book, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._book = book
        self._treatment: Treatment | None = None
        self._use: Use | None = None
        self.day = DayField("Day", book.journal.today(), appearance)
        self.time = Field("Time", "", appearance, LONGEST_TIME)
        self.time.setMaximumWidth(200)
        self.missed = Toggle("", appearance)
        self.before = Answerable("Pain before", PAIN_ENDS, NumberRow("Pain before", appearance), appearance)
        self.after = Answerable("Pain after", PAIN_ENDS, NumberRow("Pain after", appearance), appearance)
        self.relief = Answerable("Relief", ENDS, ReliefRow("Relief", appearance), appearance)
        self.side_effects = Field("Side effects", "", appearance, LONGEST_TEXT)
        self._lay_out()
        self.missed.toggled.connect(self._show_how_it_went)

    def _lay_out(self) -> None:
        day = self.add("day", "Day", self.day, grows=False)
        self.add_beside(day, self.add("time", "Time", self.time))
        choice = QWidget()
        row = QHBoxLayout(choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.missed)
        row.addStretch(1)
        self.lines.addWidget(choice)
        for part in (self.before, self.after, self.relief):
            self.lines.addWidget(part)
        self.add("side_effects", "Side effects, in your words", self.side_effects)

    @property
    def treatment(self) -> Treatment | None:
        """The treatment that the use is of."""
        return self._treatment

    def show_new(self, treatment: Treatment) -> None:
        """Begins a use, now until another time is chosen."""
        self._show(treatment, None, f"Add a use of {treatment.name}")

    def show_use(self, treatment: Treatment, use: Use) -> None:
        """Shows a use to be changed."""
        self._show(treatment, use, f"Edit a use of {treatment.name}")

    def answers(self) -> object:
        return (
            self.day.day,
            self.time.text(),
            self.missed.isChecked(),
            self.before.answer,
            self.after.answer,
            self.relief.answer,
            self.side_effects.text(),
        )

    def keep(self) -> Use | None:
        """Keeps what is typed; None, and the trouble is said at its field, where that can't be."""
        treatment = self._treatment
        assert treatment is not None
        now = self._book.journal.now()
        time = typed_time(self.time.text())
        if not self.tell(use_problems(treatment, self.day.day, time, now)) or time is None:
            return None
        done = not self.missed.isChecked()
        old = self._use
        at = datetime.combine(self.day.day, time, tzinfo=(old.at if old else now).tzinfo)
        if old and old.at.replace(second=0, microsecond=0) == at:
            at = old.at
        typed: dict[str, Any] = {
            "at": at,
            "done": done,
            "pain_before": self.before.answer,
            "pain_after": self.after.answer if done else None,
            "relief": self.relief.answer if done else None,
            "side_effects": self.side_effects.text().strip(),
        }
        if old is None:
            new = Use(id=new_id(), written=self._book.written(), treatment_id=treatment.id, **typed)
        else:
            new = old.changed(now, **typed)
        return new if self._book.keep(new) else None

    def _show(self, treatment: Treatment, use: Use | None, title: str) -> None:
        at = use.at if use else self._book.journal.now()
        self._treatment, self._use = treatment, use
        self.title.setText(title)
        self.day.show_day(at.date())
        self.time.setText(f"{at:%H:%M}")
        self.missed.rename(missed_words(treatment))
        self.missed.setChecked(use is not None and not use.done)
        self.before.show_answer(use.pain_before if use else None)
        self.after.show_answer(use.pain_after if use else None)
        self.relief.show_answer(use.relief if use else None)
        self.side_effects.setText(use.side_effects if use else "")
        self._show_how_it_went(self.missed.isChecked())
        self.begun()
        self.day.setFocus()

    def _show_how_it_went(self, missed: bool) -> None:
        self.after.setVisible(not missed)
        self.relief.setVisible(not missed)
