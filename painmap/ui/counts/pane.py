"""The Counts tab of Trends: the figures of a day, the weeks of the period, and the reviews."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from painmap.domain.kinds import REVIEWS
from painmap.domain.review import in_force
from painmap.domain.widespread import DAYS, counts, distribution, window
from painmap.domain.words import day_text
from painmap.ui.counts.figures import NAMES, figures_of
from painmap.ui.counts.reviews_card import ReviewsCard
from painmap.ui.counts.row import FigureRow
from painmap.ui.counts.weeks import TITLE, week_by_week
from painmap.ui.journal import Journal
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.day_field import DayField
from painmap.ui.parts.scroll import Flow
from painmap.ui.parts.words import Card, Rule, Words
from painmap.ui.theme import Appearance
from painmap.ui.trends.material import Material
from painmap.ui.trends.pane import Pane, Tools

MEANING = (
    "This is a diary. It does not diagnose and does not replace your clinician. "
    "The scores are published counting rules; only a clinician can say what they mean for you."
)


class CountsPane(Pane):
    """Shows the counts of a day, at first today. `review_wanted` gives a weekly review, or None for this week's."""

    title = "Counts"
    review_wanted = Signal(object)

    def __init__(self, tools: Tools, journal: Journal) -> None:
        super().__init__(tools, Flow())
        appearance = tools.appearance
        self._journal = journal
        self._chosen: date | None = None
        self.day = DayField("Counts for the day", appearance)
        self.today = Button("Back to today", appearance)
        self.logged = Words("", appearance, "body-strong", wrap=True)
        self.rows = {key: FigureRow(key, appearance) for key in NAMES}
        self.weeks = self.new_card(TITLE)
        self.weeks.open_day.rename("Counts of this week")
        self.reviews = ReviewsCard(appearance)
        self._lay_out(appearance)
        self.day.chosen.connect(self._take_day)
        self.today.clicked.connect(self._back_to_today)
        self.reviews.wanted.connect(self.review_wanted)
        self.weeks.day_opened.disconnect(self.day_opened)
        self.weeks.day_opened.connect(self._take_week)

    def show_material(self, material: Material) -> None:
        """Asks the diary anew, and shows the weeks of a period. Raises DiaryTrouble where it can't be read."""
        self._show_day()
        self.weeks.show_chart(week_by_week(material.days, material.period, material.records.reviews))

    def _show_day(self) -> None:
        today = self._journal.today()
        day = min(self._chosen or today, today)
        self.day.show_day(day, today)
        self.today.setVisible(day != today)
        days, reviews = self._journal.days(window(day)), self._journal.records(REVIEWS)
        found = counts(day, days, reviews)
        stretch, year = window(day), day.year != today.year
        self.logged.setText(
            f"{day_text(stretch.start)} to {day_text(day, year=year)}: {found.days_logged} of {DAYS} days logged"
        )
        for figure in figures_of(found, in_force(reviews, day), distribution(day, days), year=year):
            self.rows[figure.key].show_figure(figure)
        self.reviews.show_reviews(reviews, today)

    def _lay_out(self, appearance: Appearance) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.day)
        head.addWidget(self.today)
        head.addWidget(self.logged, 1)
        card = Card(appearance)
        figures = QVBoxLayout(card)
        figures.setContentsMargins(16, 6, 16, 6)
        figures.setSpacing(0)
        for n, row in enumerate(self.rows.values()):
            if n:
                figures.addWidget(Rule(appearance))
            figures.addWidget(row)
        column = self.column
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(Words(MEANING, appearance, "small", "ink-muted", wrap=True))
        column.addWidget(card)
        column.addWidget(self.weeks)
        column.addWidget(self.reviews)
        column.addStretch(1)

    def _take_day(self, day: date) -> None:
        self._chosen = None if day >= self._journal.today() else day
        self._show_day()

    def _take_week(self, last: date) -> None:
        """A week that was asked for in the chart stands above it, with all its counts."""
        self._take_day(last)
        self.area.ensureWidgetVisible(self.day)

    def _back_to_today(self) -> None:
        self._take_day(self._journal.today())
