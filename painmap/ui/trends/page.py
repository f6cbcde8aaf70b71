"""The Trends page: a period, and its days as charts."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from painmap.charts.words import NOTHING_LOGGED, logged
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, comparable, places
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.counts.pane import CountsPane
from painmap.ui.journal import Journal
from painmap.ui.page import Page
from painmap.ui.parts.ask_path import ask_path as ask_in_dialog
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.dates import Span
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.segments import Segments
from painmap.ui.parts.tabs import Tabs
from painmap.ui.parts.words import Words
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance
from painmap.ui.trends.card import AskPath, ChartCard
from painmap.ui.trends.charts import FEWER_REGIONS, BodyValue, body, day_by_day, region_by_day
from painmap.ui.trends.drawing import Turns
from painmap.ui.trends.empty import Empty
from painmap.ui.trends.period_bar import PeriodBar

FIRST = "Trends appear here after the first check-in."
_SIDE_BY_SIDE = 1000
"""Width of the page in px at 100 % text from which on two cards stand side by side."""
_BODY_CHOICES = [
    ("Earlier and later", BodyValue.HALVES),
    ("Typical strength", BodyValue.STRENGTH),
    ("Days affected", BodyValue.DAYS),
]


class Tab(Enum):
    """What the page shows."""

    OVERVIEW = "overview"
    COUNTS = "counts"


class Trends(Page):
    """Charts of the logged days of a period, and counts. `day_opened` gives the date that the patient wants to see
    in full, `review_wanted` a weekly review, or None for this week's.
    """

    day_opened = Signal(object)
    review_wanted = Signal(object)

    def __init__(
        self,
        journal: Journal,
        settings: Settings,
        appearance: Appearance,
        ask_path: AskPath = ask_in_dialog,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._journal = journal
        self._span = Span.THREE_MONTHS
        self._own: Period | None = None
        self._state: tuple[Period, tuple[DaySummary, ...]] | None = None
        self._every_region = False
        self._body_chosen = False
        self.turns = Turns(self)
        self.periods = PeriodBar(appearance)
        self.count = Words("", appearance, "body-strong")
        self.timeline = ChartCard("Day by day", appearance, self.turns, ask_path)
        self.bodies = ChartCard("Body", appearance, self.turns, ask_path)
        self.regions = ChartCard("Region by day", appearance, self.turns, ask_path)
        self.body_value = Segments("What the bodies show", list(_BODY_CHOICES), appearance)
        self.more_regions = Button("", appearance, Kind.LINK)
        self.empty = Empty(appearance)
        self.tabs = Tabs("Views of Trends", [("Overview", Tab.OVERVIEW), ("Counts", Tab.COUNTS)], appearance)
        self.counts = CountsPane(journal, appearance, self.turns, ask_path)
        self._lay()
        self._wire()

    def refresh(self) -> None:
        """Asks the diary anew for the days of the period, and shows what has changed."""
        today = self._journal.today()
        try:
            whole = self._journal.whole()
            period = self._span.period(today, whole, self._own)
            days = self._journal.days(period)
        except DiaryTrouble as trouble:
            self._say_nothing(str(trouble), can_show_all=False)
            return
        self.periods.show_period(self._span, period, today)
        self.count.setText(logged(days, period))
        if self.tabs.value is Tab.COUNTS:
            self._show_counts(period)
            return
        if not days:
            self._say_nothing(NOTHING_LOGGED if whole else FIRST, can_show_all=whole is not None)
            return
        self.views.setCurrentWidget(self.charts_area)
        if self._state != (period, days):
            self._state = period, days
            self._show_charts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _lay(self) -> None:
        self.bar.addWidget(self.periods, 1)
        self.bar.addWidget(self.count)
        self.bodies.add_options(self.body_value)
        self.regions.foot.addWidget(self.more_regions)
        cards = QWidget()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(12)
        self._pair.addWidget(self.bodies, 6)
        self._pair.addWidget(self.regions, 5)
        column = QVBoxLayout(cards)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addWidget(self.timeline, 1)
        column.addLayout(self._pair, 1)
        self.charts_area = Scroll(cards)
        self.views = QStackedWidget()
        self.views.addWidget(self.charts_area)
        self.views.addWidget(self.empty)
        self.views.addWidget(self.counts)
        row = QVBoxLayout()
        row.setContentsMargins(20, 4, 20, 0)
        row.addWidget(self.tabs)
        whole = QVBoxLayout()
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self.views, 1)
        self.body.addLayout(whole)

    def _wire(self) -> None:
        self.periods.span_chosen.connect(self._take_span)
        self.periods.dates_chosen.connect(self._take_dates)
        self.tabs.chosen.connect(self.refresh)
        self.counts.review_wanted.connect(self.review_wanted)
        self.empty.show_all.clicked.connect(self._show_all)
        self.body_value.chosen.connect(self._take_body)
        self.more_regions.clicked.connect(self._turn_regions)
        for card in (self.timeline, self.bodies, self.regions):
            card.day_opened.connect(self.day_opened)
        self.regions.turned.connect(self._show_regions)
        self.appearance.changed.connect(self._arrange)

    def _arrange(self) -> None:
        """Two cards side by side where each has room for its words."""
        side_by_side = self.width() >= self.appearance.theme.px(_SIDE_BY_SIDE)
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom)

    def _take_span(self, span: Span) -> None:
        if span is Span.OWN and self._own is None:
            self._own = self._span.period(self._journal.today(), self._journal.whole(), None)
        self._span = span
        self.refresh()
        if span is Span.OWN:
            self.periods.open_dates()

    def _take_dates(self, period: Period) -> None:
        self._span, self._own = Span.OWN, period
        self.refresh()

    def _show_all(self) -> None:
        self._take_span(Span.ALL)

    def _show_counts(self, period: Period) -> None:
        try:
            self.counts.show_period(period)
        except DiaryTrouble as trouble:
            self._say_nothing(str(trouble), can_show_all=False)
            return
        self.views.setCurrentWidget(self.counts)

    def _say_nothing(self, sentence: str, *, can_show_all: bool) -> None:
        self.empty.say(sentence, can_show_all=can_show_all)
        self.views.setCurrentWidget(self.empty)

    def _show_charts(self) -> None:
        if self._state is not None:
            period, days = self._state
            self.timeline.show_chart(day_by_day(days, period))
            self._show_body()
            self._show_regions()

    def _take_body(self) -> None:
        self._body_chosen = True
        self._show_body()

    def _show_body(self) -> None:
        """Until the patient chooses: the halves where there are days enough to compare them."""
        if self._state is not None:
            period, days = self._state
            if not self._body_chosen:
                fitting = BodyValue.HALVES if comparable(days, period) else BodyValue.STRENGTH
                self.body_value.show_value(fitting)
            value = self.body_value.value
            assert isinstance(value, BodyValue)
            self.bodies.show_chart(body(days, period, value))

    def _show_regions(self) -> None:
        if self._state is None:
            return
        period, days = self._state
        found = len(places(days))
        self.regions.show_chart(region_by_day(days, period, every=self._every_region))
        self.more_regions.setVisible(found > FEWER_REGIONS and self.regions.charted)
        self.more_regions.rename(f"Show {FEWER_REGIONS} regions" if self._every_region else f"Show all {found} regions")

    def _turn_regions(self) -> None:
        self._every_region = not self._every_region
        # Beside a long list the bodies would stand in the middle of an empty card, out of sight.
        beside = Qt.AlignmentFlag.AlignTop if self._every_region else Qt.AlignmentFlag(0)
        self._pair.setAlignment(self.bodies, beside)
        self._show_regions()
