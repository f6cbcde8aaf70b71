"""One treatment at the right: what can be done with it, its facts, its uses, and before and after its start."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.domain.treatment import Treatment, TreatmentKind, Use
from painmap.domain.words import long_day_text
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.compared import Compared
from painmap.ui.treatments.facts import Facts
from painmap.ui.treatments.flow import Flow, Head
from painmap.ui.treatments.relief import ReliefCard
from painmap.ui.treatments.uses import Uses
from painmap.ui.treatments.wording import KINDS, days_text


class TreatmentDetail(QWidget):
    """Shows a treatment; each signal says which button was pressed, about the treatment that is shown."""

    anew_asked = Signal()
    stop_asked = Signal()
    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.card = ReliefCard(appearance)
        self.title = Words("", appearance, "title", wrap=True)
        self.anew = Button("Dose changed", appearance)
        self.stop = Button("I stopped", appearance)
        self.edit = Button("Edit", appearance)
        self.delete = Button("Delete", appearance)
        self.buttons = Flow((self.anew, self.stop, self.edit, self.delete))
        self.head = Head(self.title, self.buttons)
        self.facts = Facts(appearance)
        self.uses = Uses(appearance)
        self.compared = Compared(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.card)
        column.addWidget(self.head)
        column.addWidget(self.facts)
        column.addSpacing(4)
        column.addWidget(self.uses)
        column.addSpacing(4)
        column.addWidget(self.compared)
        column.addStretch(1)
        self.anew.clicked.connect(self.anew_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.edit.clicked.connect(self.edit_asked)
        self.delete.clicked.connect(self.delete_asked)

    def show_treatment(self, treatment: Treatment, uses: Sequence[Use], today: date) -> None:
        """Shows a treatment and its uses, newest first."""
        self.title.setText(treatment.name)
        going_on = treatment.start <= today and (treatment.stop is None or treatment.stop > today)
        self.anew.setVisible(going_on and treatment.start < today)
        self.anew.rename("Dose changed" if treatment.kind is TreatmentKind.MEDICATION else "Plan changed")
        self.stop.setVisible(going_on)
        for button in (self.edit, self.delete):
            button.setAccessibleName(f"{button.text()} {treatment.name}")
        self.head.refresh()
        self.facts.show_facts(facts_of(treatment, today))
        self.uses.show_uses(treatment.id, uses, today)
        self.uses.add.setVisible(treatment.start <= today)
        if self.card.use is not None and self.card.use.treatment_id != treatment.id:
            self.card.end()


def facts_of(treatment: Treatment, today: date) -> list[tuple[str, str]]:
    """What is known of a treatment, name by name; '' for what is not."""
    plan = "As I take it" if treatment.kind is TreatmentKind.MEDICATION else "Plan"
    return [
        ("Kind", KINDS[treatment.kind]),
        (plan, treatment.plan),
        ("Since" if treatment.start <= today else "From", long_day_text(treatment.start)),
        ("Last day", long_day_text(treatment.stop) if treatment.stop else ""),
        ("Paused", "\n".join(days_text(pause, today) for pause in treatment.pauses)),
        ("Side effects", treatment.side_effects),
        ("Note", treatment.note),
    ]
