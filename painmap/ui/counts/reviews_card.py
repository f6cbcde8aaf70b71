"""The weekly reviews of the diary, each to be opened and corrected."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.review import BACK, WeeklyReview
from painmap.domain.words import counted, day_text, number
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Card, Words
from painmap.ui.theme import Appearance

FEWER = 8
NONE = "No weekly review yet."


class ReviewsCard(Card):
    """Newest first. `wanted` gives the review to open, or None for this week's."""

    wanted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._all = False
        self._reviews: tuple[WeeklyReview, ...] = ()
        self._today = date.min
        self.this_week = Button("", appearance)
        self.every = Button("", appearance, Kind.LINK)
        self.none = Words(NONE, appearance, "body", "ink-muted")
        self.opens: list[Button] = []
        self._list = QVBoxLayout()
        self._lay_out(appearance)
        self.this_week.clicked.connect(self._want_this_week)
        self.every.clicked.connect(self._turn)

    def show_reviews(self, reviews: Sequence[WeeklyReview], today: date) -> None:
        """Shows these reviews."""
        newest_first = tuple(sorted(reviews, key=lambda each: each.week_ending, reverse=True))
        recent = any(today - BACK <= each.week_ending <= today for each in reviews)
        self.this_week.rename("Open this week's review" if recent else "Answer this week's review")
        if (newest_first, today) != (self._reviews, self._today):
            self._reviews, self._today = newest_first, today
            self._fill()

    def _lay_out(self, appearance: Appearance) -> None:
        head = QHBoxLayout()
        head.addWidget(Words("Weekly reviews", appearance, "heading"), 1)
        head.addWidget(self.this_week)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addLayout(self._list)
        column.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeft)
        self.every.hide()

    def _fill(self) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            old = item.widget() if item else None
            if old:
                old.hide()
                old.deleteLater()
        shown = self._reviews if self._all else self._reviews[:FEWER]
        self.opens = []
        if shown:
            self._list.addWidget(self._rows(shown))
        self.none.setVisible(not shown)
        self.every.setVisible(len(self._reviews) > FEWER)
        self.every.rename(f"Show {FEWER} reviews" if self._all else f"Show all {counted(len(self._reviews), 'review')}")

    def _rows(self, shown: Sequence[WeeklyReview]) -> QWidget:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(0)
        for n, review in enumerate(shown):
            when = f"Week to {day_text(review.week_ending, year=True)}"
            for column, text in enumerate((when, sss_words(review), peg_words(review))):
                grid.addWidget(Words(text, self._appearance, "body" if column else "body-strong"), n, column)
            button = Button("Open", self._appearance, Kind.QUIET)
            button.setAccessibleName(f"Open the review of the {when[0].lower()}{when[1:]}")
            button.clicked.connect(self._opener(review))
            self.opens.append(button)
            grid.addWidget(button, n, 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        return rows

    def _opener(self, review: WeeklyReview) -> "_Opens":
        return _Opens(self, review)

    def _want_this_week(self) -> None:
        self.wanted.emit(None)

    def _turn(self) -> None:
        self._all = not self._all
        self._fill()


class _Opens:
    """Opens one review."""

    def __init__(self, card: ReviewsCard, review: WeeklyReview) -> None:
        self._card, self._review = card, review

    def __call__(self) -> None:
        self._card.wanted.emit(self._review)


def sss_words(review: WeeklyReview) -> str:
    """'SSS 7 of 12', 'SSS incomplete'."""
    return "SSS incomplete" if review.sss.total is None else f"SSS {review.sss.total} of 12"


def peg_words(review: WeeklyReview) -> str:
    """'PEG 5.3 of 10', 'PEG incomplete'."""
    return "PEG incomplete" if review.peg.mean is None else f"PEG {number(review.peg.mean)} of 10"
