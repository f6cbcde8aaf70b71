"""The Trends page: a period, and its days as charts under tabs."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from painmap.charts.words import NOTHING_LOGGED, logged
from painmap.domain.period import Period
from painmap.domain.zoom import along, closer, wider
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.counts.pane import CountsPane
from painmap.ui.journal import Journal
from painmap.ui.page import Page
from painmap.ui.parts.ask_path import ask_path as ask_in_dialog
from painmap.ui.parts.dates import Span
from painmap.ui.parts.tabs import Tabs
from painmap.ui.parts.words import Words
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance
from painmap.ui.trends.card import AskPath
from painmap.ui.trends.drawing import Turns
from painmap.ui.trends.empty import Empty
from painmap.ui.trends.material import Material, material_of
from painmap.ui.trends.page_export import PageExport
from painmap.ui.trends.pane import Pane, Tools
from painmap.ui.trends.panes.before_after import BeforeAfterPane
from painmap.ui.trends.panes.calendar import CalendarPane
from painmap.ui.trends.panes.fatigue import FatiguePane
from painmap.ui.trends.panes.overview import Overview
from painmap.ui.trends.panes.qualities import QualitiesPane
from painmap.ui.trends.panes.regions import RegionsPane
from painmap.ui.trends.panes.rhythm import RhythmPane
from painmap.ui.trends.period_bar import PeriodBar
from painmap.ui.trends.tab_row import TabRow

FIRST = "Trends appear here after the first check-in."
TABS: tuple[type[Pane], ...] = (
    Overview,
    CalendarPane,
    RegionsPane,
    RhythmPane,
    FatiguePane,
    QualitiesPane,
    BeforeAfterPane,
    CountsPane,
)
ASKING: tuple[type[BeforeAfterPane] | type[CountsPane], ...] = (BeforeAfterPane, CountsPane)
"""Panes that read days of the diary beyond the period, and show something without any in it."""


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
        self._settings = settings
        self._span = Span.THREE_MONTHS
        self._span_chosen = False
        self._own: Period | None = None
        self._shown: dict[type[Pane], Material] = {}
        self._panes: dict[type[Pane], Pane] = {}
        self.turns = Turns(self)
        self._tools = Tools(appearance, self.turns, ask_path)
        self.periods = PeriodBar(appearance)
        self.count = Words("", appearance, "body-strong")
        self.empty = Empty(appearance)
        self.tabs = Tabs("Views of Trends", [(kind.title, kind) for kind in TABS], appearance)
        self.page_export = PageExport(appearance, settings, ask_path, self.announce)
        self._lay()
        self._wire()

    def pane(self, kind: type[Pane]) -> Pane:
        """What stands under a tab; made when it is first asked for."""
        if kind not in self._panes:
            self._panes[kind] = self._made(kind)
        return self._panes[kind]

    @property
    def overview(self) -> Overview:
        """The first pane."""
        found = self.pane(Overview)
        assert isinstance(found, Overview)
        return found

    def open_tab(self, kind: type[Pane]) -> None:
        """Brings a tab to the front."""
        self.tabs.show_value(kind)
        self.refresh()

    @property
    def material(self) -> Material | None:
        """What the pane in front shows."""
        return self._shown.get(self._front)

    def refresh(self) -> None:
        """Asks the diary anew for the days of the period, and shows what has changed."""
        try:
            whole = self._journal.whole()
            if not self._span_chosen:
                self._span = first_span(whole)
            period = self._span.period(self._journal.today(), whole, self._own)
            material = material_of(self._journal, period, self._settings.choices.week_starts)
            self._show(material)
        except DiaryTrouble as trouble:
            self._say_nothing(str(trouble), can_show_all=False)

    @property
    def _front(self) -> type[Pane]:
        return next(kind for kind in TABS if kind is self.tabs.value)

    def _made(self, kind: type[Pane]) -> Pane:
        asking = next((each for each in ASKING if each is kind), None)
        pane = asking(self._tools, self._journal) if asking else kind(self._tools)
        pane.day_opened.connect(self.day_opened)
        pane.closer.connect(self._come_closer)
        pane.along.connect(self._go_along)
        if isinstance(pane, Overview):
            pane.regions_wanted.connect(self._open_regions)
        if isinstance(pane, CountsPane):
            pane.review_wanted.connect(self.review_wanted)
        self.views.addWidget(pane)
        return pane

    def _lay(self) -> None:
        self.bar.addWidget(self.periods, 1)
        self.bar.addWidget(self.count)
        self.views = QStackedWidget()
        self.views.addWidget(self.empty)
        row = QVBoxLayout()
        row.setContentsMargins(20, 4, 20, 0)
        row.addWidget(TabRow(self.tabs, self.page_export))
        whole = QVBoxLayout()
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self.page_export.told)
        whole.addWidget(self.views, 1)
        self.body.addLayout(whole)

    def _wire(self) -> None:
        self.periods.span_chosen.connect(self._take_span)
        self.periods.dates_chosen.connect(self._take_dates)
        self.periods.closer.connect(self._come_closer)
        self.periods.along.connect(self._go_along)
        self.tabs.chosen.connect(self.refresh)
        self.empty.show_all.clicked.connect(self._show_all)

    def _show(self, material: Material) -> None:
        self.periods.show_period(self._span, material.period, _limits(material))
        self.count.setText(logged(material.days, material.period))
        kind = self._front
        if not material.days and kind not in ASKING:
            first = material.whole is None
            self._say_nothing(FIRST if first else NOTHING_LOGGED, can_show_all=not first)
            return
        pane = self.pane(kind)
        if kind in ASKING or self._shown.get(kind) != material:
            pane.show_material(material)
            self._shown[kind] = material
        self.views.setCurrentWidget(pane)
        self.page_export.show_page(kind.title, material.period, self.count.text(), pane.cards)

    def _take_span(self, span: Span) -> None:
        if span is Span.OWN and self._own is None:
            self._own = self._span.period(self._journal.today(), self._journal.whole(), None)
        self._span, self._span_chosen = span, True
        self.refresh()
        if span is Span.OWN:
            self.periods.open_dates()

    def _take_dates(self, period: Period) -> None:
        self._span, self._own, self._span_chosen = Span.OWN, period, True
        self.refresh()

    def _open_regions(self) -> None:
        self.open_tab(RegionsPane)

    def _show_all(self) -> None:
        self._take_span(Span.ALL)

    def _come_closer(self, way: int, around: date | None = None) -> None:
        """Half the days around one of them, or twice as many."""
        period, limits = self._limited()
        self._take_dates_if_other(closer(period, around) if way > 0 else wider(period, limits))

    def _go_along(self, share: float) -> None:
        """As many days, later or earlier."""
        period, limits = self._limited()
        self._take_dates_if_other(along(period, limits, share))

    def _take_dates_if_other(self, period: Period) -> None:
        if period != self._limited()[0]:
            self._take_dates(period)

    def _limited(self) -> tuple[Period, Period]:
        """The period, and how far one can go from it: from the first entry to today."""
        today, whole = self._journal.today(), self._journal.whole()
        return self._span.period(today, whole, self._own), _reach(whole, today)

    def _say_nothing(self, sentence: str, *, can_show_all: bool) -> None:
        self.empty.say(sentence, can_show_all=can_show_all)
        self.views.setCurrentWidget(self.empty)
        self.page_export.show_nothing()


def first_span(whole: Period | None) -> Span:
    """What is shown until the patient chooses: 3 months, or less where the diary is younger."""
    days = len(whole) if whole else 0
    return next((span for span in (Span.TWO_WEEKS, Span.MONTH) if 0 < days <= int(span.value)), Span.THREE_MONTHS)


def _limits(material: Material) -> Period:
    return _reach(material.whole, material.today)


def _reach(whole: Period | None, today: date) -> Period:
    return Period(min(whole.start, today), today) if whole else Period(today, today)
