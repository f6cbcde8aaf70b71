"""The weekly review being written: every answer is kept at once."""

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from painmap.domain.kinds import REVIEWS
from painmap.domain.review import BACK, WeeklyReview
from painmap.domain.undo import Change
from painmap.ui.journal import Journal, new_id
from painmap.ui.review.items import answered


class ReviewEntry(QObject):
    """One review. `changed`: something to show is different."""

    changed = Signal()

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self.review = self._blank(journal.today())
        self.kept = False
        """Whether the diary has it."""
        journal.changed.connect(self._diary_changed)

    def begin(self) -> None:
        """Opens this week's review: the one of the last days where there is one, else a new one that ends today."""
        today = self._journal.today()
        recent = [each for each in self._journal.records(REVIEWS) if today - BACK <= each.week_ending <= today]
        if recent:
            self.open(max(recent, key=lambda each: each.week_ending))
        else:
            self.review, self.kept = self._blank(today), False
            self.changed.emit()

    def open(self, review: WeeklyReview) -> None:
        """Opens a review, to be read or corrected."""
        self.review, self.kept = review, True
        self.changed.emit()

    def answer(self, key: str, value: object) -> None:
        """Takes an answer, or takes it back with None. A review without any answer is taken out of the diary."""
        assert value is None or isinstance(value, int)
        review = answered(self.review, key, value, self._journal.now())
        if review == self.review or (review.sss, review.peg) == (self.review.sss, self.review.peg):
            return
        before, self.review = self.review, review
        if not (self._journal.delete_record(before) if review.empty else self._journal.keep_record(review)):
            self.review = before
        self.changed.emit()

    @property
    def first_day(self) -> date:
        """The first of the seven days that it is about."""
        return self.review.week_ending - timedelta(6)

    def _blank(self, day: date) -> WeeklyReview:
        return WeeklyReview(id=new_id(), week_ending=day)

    def _diary_changed(self, change: object) -> None:
        """Undo, redo and an import may have changed it."""
        if isinstance(change, Change) and (change.everything or self.review.id in change.about):
            found = next((each for each in self._journal.records(REVIEWS) if each.id == self.review.id), None)
            self.review = found or WeeklyReview(id=self.review.id, week_ending=self.review.week_ending)
            self.kept = found is not None
            self.changed.emit()
