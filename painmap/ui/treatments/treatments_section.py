"""The tab of treatments: what is taken or done now, later, and what was stopped."""

from painmap.domain.before_after import compare, other_changes, sides
from painmap.domain.kept import Kept
from painmap.domain.period import Period
from painmap.domain.treatment import Treatment, Use
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.theme import Appearance
from painmap.ui.treatments.book import Book
from painmap.ui.treatments.listing import Entry, Groups
from painmap.ui.treatments.section import Section
from painmap.ui.treatments.treatment_detail import TreatmentDetail
from painmap.ui.treatments.treatment_form import TreatmentForm
from painmap.ui.treatments.use_form import UseForm
from painmap.ui.treatments.wording import KINDS, tap_words, treatment_lines, use_named, use_said

EMPTY = (
    "What you take or do against the pain has its place here: medication, physiotherapy, exercise, an injection, "
    "warmth. Each gets a button that notes a use with one tap. How much it helped, what was before and after the "
    "start, and side effects can be noted too."
)


class TreatmentsSection(Section):
    """Logs a use with one tap on the list; everything else is at the right."""

    def __init__(self, book: Book, appearance: Appearance) -> None:
        super().__init__(book, appearance, EMPTY, "Add a treatment")
        self.detail = TreatmentDetail(appearance)
        self.treatment_form = TreatmentForm(book, appearance)
        self.use_form = UseForm(book, appearance)
        self.has_right(self.detail, self.treatment_form, self.use_form)
        self._wire()

    def _wire(self) -> None:
        detail = self.detail
        self.listing.tapped.connect(self._log)
        self.treatment_form.saved.connect(self._keep_treatment)
        self.use_form.saved.connect(self._keep_use)
        detail.anew_asked.connect(self._ask_anew)
        detail.stop_asked.connect(self._stop)
        detail.edit_asked.connect(self._edit)
        detail.delete_asked.connect(self._delete)
        detail.uses.added.connect(self._add_use)
        detail.uses.edited.connect(self._edit_use)
        detail.uses.deleted.connect(self._delete_use)
        detail.uses.relief_asked.connect(self._offer)
        detail.card.answered.connect(self._take_relief)
        detail.card.left.connect(self._end_offer)
        detail.card.detailed.connect(self._edit_use)
        detail.compared.asked.connect(self._compare)

    @property
    def treatment(self) -> Treatment | None:
        """The treatment that is chosen."""
        return next((each for each in self.shelf.treatments if each.id == self.selected), None)

    def groups(self) -> Groups:
        today = self.book.journal.today()
        now: list[Treatment] = []
        later: list[Treatment] = []
        stopped: list[Treatment] = []
        kinds = list(KINDS)
        for each in sorted(self.shelf.treatments, key=lambda each: (kinds.index(each.kind), each.name.casefold())):
            over = each.stop is not None and each.stop < today
            (stopped if over else later if each.start > today else now).append(each)
        stopped.sort(key=lambda each: (each.stop, each.start), reverse=True)
        return [
            ("Now", [self._entry(each, tap_words(each)) for each in now]),
            ("Later", [self._entry(each) for each in later]),
            ("Stopped", [self._entry(each) for each in stopped]),
        ]

    def holder_of(self, record: Kept) -> str:
        if isinstance(record, Use):
            return record.treatment_id
        return record.id if isinstance(record, Treatment) else ""

    def show_selected(self) -> None:
        treatment = self.treatment
        if treatment is None:
            return
        uses = self.shelf.uses_of(treatment)
        card = self.detail.card
        if card.use is not None and card.use not in uses:
            card.end()
        self.detail.show_treatment(treatment, uses, self.book.journal.today())
        self._compare()
        self.show_right(self.detail)

    def add(self) -> None:
        if self.leave_form():
            self.open_form(self.treatment_form)
            self.treatment_form.show_new()

    def _entry(self, treatment: Treatment, tap: str = "") -> Entry:
        lines = treatment_lines(treatment, self.shelf.uses_of(treatment), self.book.journal.today())
        return Entry(treatment.id, treatment.name, lines, tap)

    def _compare(self) -> None:
        treatment = self.treatment
        if treatment is None:
            return
        compared = self.detail.compared
        length, settling = compared.days, compared.settling_in
        before, after = sides(treatment.start, length, settling)
        whole = Period(before.start, after.end)
        try:
            days = self.book.journal.days(whole)
        except DiaryTrouble as trouble:
            self.book.journal.failed.emit(str(trouble))
            return
        others = other_changes(self.shelf.treatments, self.shelf.events, whole, treatment)
        pain, fatigue = (
            compare(days, treatment.start, value, length=length, settling_in=settling)
            for value in (lambda day: day.worst_pain, lambda day: day.worst_fatigue)
        )
        compared.show_comparisons(pain, fatigue, others)

    def _log(self, id: str) -> None:
        treatment = next(each for each in self.shelf.treatments if each.id == id)
        if not self.select(id):
            return
        use = self.book.log_use(treatment)
        if use:
            self._offer(use)
            self.spoken.emit(use_said(treatment, use))

    def _offer(self, use: object) -> None:
        treatment = self.treatment
        if isinstance(use, Use) and treatment:
            self.detail.card.offer(use, use_named(treatment, use, self.book.journal.today()))
            self.to_top(self.detail)
            self.detail.card.later.setFocus()

    def _take_relief(self, use: object, relief: int) -> None:
        if isinstance(use, Use):
            self.detail.card.end()
            self.book.keep(use.changed(self.book.journal.now(), relief=relief), f"Relief {relief}% noted.")
            self.take_focus()

    def _end_offer(self) -> None:
        self.detail.card.end()
        self.take_focus()

    def _keep_treatment(self) -> None:
        kept = self.treatment_form.keep()
        if kept:
            self.selected = kept.id
            self.close_form()

    def _keep_use(self) -> None:
        if self.use_form.keep():
            self.detail.card.end()
            self.close_form()

    def _ask_anew(self) -> None:
        if self.treatment:
            self.open_form(self.treatment_form)
            self.treatment_form.show_anew(self.treatment)

    def _stop(self) -> None:
        if self.treatment and self.book.stop(self.treatment):
            self.take_focus()

    def _edit(self) -> None:
        if self.treatment:
            self.open_form(self.treatment_form)
            self.treatment_form.show_treatment(self.treatment, self.shelf.uses_of(self.treatment))

    def _delete(self) -> None:
        treatment = self.treatment
        if treatment and self.book.delete_treatment(treatment, self.shelf.uses_of(treatment)):
            self.take_focus()
            self.spoken.emit(self.book.journal.said)

    def _add_use(self) -> None:
        if self.treatment:
            self.open_form(self.use_form)
            self.use_form.show_new(self.treatment)

    def _edit_use(self, use: object) -> None:
        if self.treatment and isinstance(use, Use):
            self.open_form(self.use_form)
            self.use_form.show_use(self.treatment, use)

    def _delete_use(self, use: object) -> None:
        if isinstance(use, Use) and self.book.delete(use, "Use"):
            self.detail.uses.add.setFocus()
            self.spoken.emit(self.book.journal.said)
