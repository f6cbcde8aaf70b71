"""Logs a patient's week with a tired hand: the first choices, each day, the treatment and the weekly review."""

from datetime import date
from typing import Any

from patient_weeks import Day, Dose, Patient
from tired_hand import Cost, Hand

from painmap.domain.about import Sense, Severity, Trigger
from painmap.domain.checkin import Quality
from painmap.domain.families import Topic
from painmap.domain.treatment import TreatmentKind
from painmap.ui.parts.numbers import NumberRow
from painmap.ui.settings_page import SettingsPage
from painmap.ui.today.more.effort import AfterEffort
from painmap.ui.today.more.ratings import Rated
from painmap.ui.today.more.senses import Senses
from painmap.ui.today.more.signs import YesOrNo
from painmap.ui.today.more.stiffness import USUAL, Stiffness
from painmap.ui.today.more.triggers import Triggers
from painmap.ui.treatments.page import Treatments

TOPICS = {
    "sleep": Topic.SLEEP,
    "thinking": Topic.THINKING,
    "mood": Topic.MOOD,
    "stiffness_minutes": Topic.STIFFNESS,
    "sensitivity": Topic.SENSES,
    "effort": Topic.EFFORT,
    "flare": Topic.FLARE,
    "triggers": Topic.TRIGGERS,
    "rash": Topic.SIGNS,
    "fever": Topic.SIGNS,
}
KIND_KEYS = {
    TreatmentKind.MEDICATION: "",
    TreatmentKind.PHYSIOTHERAPY: "p",
    TreatmentKind.EXERCISE: "e",
    TreatmentKind.SELF_CARE: "s",
}


class Week:
    """One patient before the program; what each thing took is kept in `costs`, days by how many days ago."""

    def __init__(self, hand: Hand, patient: Patient) -> None:
        self.hand, self.patient = hand, patient
        self.window = hand.twin.window
        self.today = self.window.today
        self.first_choices, self.treatment, self.review = Cost(), Cost(), Cost()
        self.days: dict[int, Cost] = {}

    def choose_what_is_asked(self) -> None:
        """What the patient lives with, from the first words of an empty diary."""
        self.first_choices = self.hand.begin()
        welcome = self.today.panel.welcome
        assert welcome is not None
        self.hand.tap(welcome.choose)
        page = self.window.pages["settings"]
        assert isinstance(page, SettingsPage)
        self.hand.tap(page.asking.families[self.patient.family])
        self.hand.tap(self.window.rail.items["today"])

    def add_the_treatment(self) -> None:
        """The treatment that is tried, begun some days ago, and for some the infection it began with."""
        self.treatment = self.hand.begin()
        hand, patient = self.hand, self.patient
        hand.tap(self.window.rail.items["treatments"])
        page = self._treatments()
        hand.tap(page.treatments.first)
        hand.type(patient.treatment)
        hand.keys("Tab", *KIND_KEYS[patient.kind], "Tab")
        hand.type(patient.plan)
        hand.keys("Tab", *["Down"] * patient.begun)
        hand.tap(page.treatments.treatment_form.save)
        if patient.infection is not None:
            hand.tap(page.tabs.segments[1])
            hand.tap(page.events.first)
            hand.keys("Tab", "Tab", *["Down"] * patient.infection)
            hand.tap(page.events.form.save if page.events.form else page.add)
            hand.tap(page.tabs.segments[0])
        hand.tap(self.window.rail.items["today"])

    def log(self, day: Day) -> None:
        """One day, from its page; the way to it counts only for a day that is entered later."""
        if day.later:
            self.days[day.ago] = self.hand.begin()
            self._go_to(day.ago)
        else:
            self._go_to(day.ago)
            self.days[day.ago] = self.hand.begin()
        if day.way == "bad day":
            self._log_bad_day(day)
        else:
            self._log_map(day)
            self._answer(self.today.panel.pain.row, None if day.way == "no pain" else day.pain)
            self._answer(self.today.panel.fatigue.row, day.fatigue)
            if day.about or day.note:
                self._tell_more(day)
        self.hand.begin()

    def log_uses(self) -> None:
        """Today's use with one tap and its relief, and one of an earlier day."""
        self._go_to(0)
        for use in self.patient.uses:
            if use.ago == 0:
                self.hand.cost = self.days[0]
                self.hand.tap(self.today.uses.buttons[0])
                self.hand.begin()
        self.hand.cost = self.treatment
        self.hand.tap(self.window.rail.items["treatments"])
        for use in self.patient.uses:
            self._say_how_it_went(use)
        self.hand.tap(self.window.rail.items["today"])
        self.hand.begin()

    def answer_the_review(self) -> None:
        """The nine questions, where Today offers them."""
        self.review = self.hand.begin()
        self.hand.tap(self.today.offer.answer_now)
        view = self.window.review
        for part in ("sss", "peg"):
            for name, answer in self.patient.review[part].items():
                row = view.questions[name].row
                self.hand.tap(row.numbers[answer] if isinstance(row, NumberRow) else row.answers[int(answer)])
        self.hand.tap(view.finish)
        self.hand.begin()

    def _treatments(self) -> Treatments:
        page = self.window.pages["treatments"]
        assert isinstance(page, Treatments)
        return page

    def _say_how_it_went(self, use: Dose) -> None:
        section = self._treatments().treatments
        if use.ago == 0:
            self.hand.tap(section.detail.uses.rows[0].add_relief)
            self.hand.tap(section.detail.card.row.numbers[use.relief // 10])
            return
        self.hand.tap(section.detail.uses.add)
        form = section.use_form
        self.hand.keys(*["Down"] * use.ago)
        self._answer(form.before.row, use.pain_before)
        self._answer(form.after.row, use.pain_after)
        self.hand.tap(form.relief.row.numbers[use.relief // 10])
        if use.side_effects:
            self.hand.tap(form.side_effects)
            self.hand.type(use.side_effects)
        self.hand.tap(form.save)

    def _go_to(self, ago: int) -> None:
        while (shown := self._ago(self.today.entry.day)) != ago:
            self.hand.tap(self.today.top.earlier if shown < ago else self.today.top.later)

    def _ago(self, day: date) -> int:
        return (self.hand.now.date() - day).days

    def _answer(self, row: NumberRow, level: int | None) -> None:
        if level is not None:
            self.hand.tap(row.numbers[level])

    def _log_bad_day(self, day: Day) -> None:
        self.hand.tap(self.today.panel.bad_day)
        self._answer(self.window.bad_day.pain.row, day.pain)
        self._answer(self.window.bad_day.fatigue.row, day.fatigue)
        self.hand.tap(self.window.bad_day.finish)

    def _log_map(self, day: Day) -> None:
        panel, stage = self.today.panel, self.today.stage
        if day.way == "no pain":
            self.hand.tap(panel.no_pain)
        if day.way == "same":
            self.hand.tap(panel.same)
            self.hand.tap(stage.copy)
        for spot in day.spots:
            self.hand.tap_region(spot.region)
            given = self.today.entry.check_in.regions.get(spot.region)
            if given is None or given.intensity != spot.intensity:
                self.hand.tap(stage.strength.numbers[spot.intensity])
            for quality in spot.qualities:
                self.hand.tap(panel.feels.chips[Quality(quality)])
            if spot.swollen:
                self.hand.tap(panel.feels.swollen)

    def _tell_more(self, day: Day) -> None:
        panel = self.today.panel
        if not panel.more_open:
            self.hand.tap(panel.more)
        # From the top to the bottom of what is open, as one reads it.
        topics = {name: TOPICS[name] for name in day.about}
        order = list(panel.fold.first()) + list(Topic)
        for name in sorted(topics, key=lambda name: order.index(topics[name])):
            self._unfold(topics[name])
            self._tell(name, day.about[name])
        if day.note:
            self._unfold(Topic.NOTE)
            self.hand.tap(panel.fold.note.field)
            self.hand.type(day.note)

    def _unfold(self, topic: Topic) -> None:
        group = self.today.panel.fold.groups.get(topic)
        if group is None or not group.isVisible():
            self.hand.tap(self.today.panel.fold.rest)

    def _tell(self, name: str, value: Any) -> None:
        match self.today.panel.fold.groups[TOPICS[name]]:
            case Rated() as rated:
                self.hand.tap(rated.question.row.numbers[value])
            case Stiffness() as stiffness if value in USUAL:
                self.hand.tap(stiffness.minutes.answers.cell(value))
            case Stiffness() as stiffness:
                self.hand.tap(stiffness.minutes.field)
                self.hand.type(str(value))
            case Senses() as senses:
                for sense, severity in value.items():
                    self.hand.tap(senses.senses[Sense(sense)].answers.cell(Severity(severity)))
            case YesOrNo() as lines:
                self.hand.tap(lines.lines[name].answers.cell(value))
            case Triggers() as triggers:
                self._tell_triggers(triggers, value)
            case AfterEffort() as effort:
                self._tell_effort(effort, value)

    def _tell_triggers(self, triggers: Triggers, wanted: list[str]) -> None:
        for trigger in wanted:
            if trigger in set(Trigger) or trigger in triggers.chips:
                self.hand.tap(triggers.chips[trigger])
            else:
                self.hand.tap(triggers.own)
                self.hand.type(trigger)
                self.hand.tap(triggers.add)

    def _tell_effort(self, effort: AfterEffort, wanted: dict[str, Any]) -> None:
        self.hand.tap(effort.what)
        self.hand.type(wanted["what"])
        self.hand.tap(effort.severity.answers.cell(wanted["severity"]))
        for name, amount in (("delay_hours", effort.later), ("duration_hours", effort.lasted)):
            if name not in wanted:
                continue
            try:
                self.hand.tap(amount.answers.cell(wanted[name]))
            except ValueError:
                self.hand.tap(amount.field)
                self.hand.type(str(wanted[name]))
