"""The Report page: what goes into the report, the pages themselves, and where they go."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QWidget

from painmap.charts.words import dates, logged
from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.report.grid import Paper
from painmap.report.options import Options as Chosen
from painmap.report.options import Section
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.journal import Journal
from painmap.ui.page import Page
from painmap.ui.parts.ask_path import ask_path as ask_in_dialog
from painmap.ui.parts.dates import Span
from painmap.ui.parts.segments import Segments
from painmap.ui.parts.words import Rule, Words
from painmap.ui.report_page.handing_over import HandingOver
from painmap.ui.report_page.options import SHOWN_AS, Options
from painmap.ui.report_page.order import PAPERS, Order, Pages
from painmap.ui.report_page.preview import Preview
from painmap.ui.report_page.printing import ask_printer
from painmap.ui.report_page.turning import Turning
from painmap.ui.report_page.typesetter import Typesetter
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SETTLE_MS = 40
"""How long a letter of the name, or a new size of the window, waits for the next one."""


def open_in_system(path: Path) -> bool:
    """Has the system open a file or a folder with what it has for that."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class ReportPage(Page):
    """The report about a period, as it will be printed."""

    def __init__(
        self,
        journal: Journal,
        settings: Settings,
        appearance: Appearance,
        version: str,
        *,
        ask_path: Callable[[QWidget, str], Path | None] = ask_in_dialog,
        ask_printer: "Callable[[QWidget, str], QPrinter | None]" = ask_printer,
        open_path: Callable[[Path], bool] = open_in_system,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._journal, self._settings, self._version = journal, settings, version
        self._span = Span.THREE_MONTHS
        self._own: Period | None = None
        self._kept: tuple[Period, Contents] | None = None
        self._order: Order | None = None
        self._made: Pages | None = None
        self._due = False
        self.options = Options(appearance)
        self.preview = Preview(appearance)
        self.papers = Segments("Paper", [("A4", "a4"), ("Letter", "letter")], appearance)
        self.zoom = Segments("Size of the preview", [("Whole page", True), ("Width", False)], appearance)
        self.turning = Turning(appearance)
        self.typesetter = Typesetter(self)
        self.handing_over = HandingOver(self, ask_path, ask_printer, open_path)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._lay()
        self._wire()
        self._show_choices()

    def refresh(self) -> None:
        """Asks the diary anew, and sets the page anew where something has changed."""
        today = self._journal.today()
        try:
            whole = self._journal.whole()
            period = self._span.period(today, whole, self._own)
            days, contents = self._journal.days(period), self._contents(period)
        except DiaryTrouble as trouble:
            self.options.allow(False)
            self.options.tell(str(trouble), trouble=True)
            return
        self.options.show_period(self._span, period, today, f"{dates(period)}: {logged(days, period)}")
        self.options.show_visits(contents.appointments, today)
        self.options.goes_in.show_private(
            sum(bool(told.note) and told.about.private_note for told in contents.check_ins)
        )
        self.options.allow(bool(days))
        begins = whole.start if whole else None
        order = Order(contents, self._chosen(period), self._journal.now(), self._version, begins)
        if self._order is None or not order.same_page(self._order):
            self._order = order
            self.options.tell("")
            self._want()

    @property
    def order(self) -> Order | None:
        """The report that is wanted, once there is one."""
        return self._order

    def tell(self, sentence: str, *, trouble: bool = False, saved: bool = False) -> None:
        """Says what became of the last step, to those who see it and those who don't."""
        self.options.tell(sentence, trouble=trouble, saved=saved)
        self.announce(sentence)

    def _chosen(self, period: Period) -> Chosen:
        options = self.options
        return Chosen(
            period=period,
            paper=Paper(self._settings.choices.paper),
            sections=options.goes_in.chosen,
            left_out=options.left_out.chosen,
            name=options.name.text(),
            naming=options.naming,
            black_and_white=options.goes_in.black_and_white.isChecked(),
            attached=options.goes_in.data.isChecked(),
            appointment=options.appointment,
            in_full=options.goes_in.in_full.isChecked(),
        )

    def _contents(self, period: Period) -> Contents:
        """What the diary has about a period, read once until the diary or the period changes."""
        if self._kept is None or self._kept[0] != period:
            self._kept = period, self._journal.diary.contents(period)
        return self._kept[1]

    def _forget(self) -> None:
        self._kept = None

    def showEvent(self, event: QShowEvent) -> None:
        if self._due:
            self._settle.start(0)
        super().showEvent(event)

    def _lay(self) -> None:
        self.bar.addWidget(Words("Report", self.appearance, "title"))
        self.bar.addStretch(1)
        self.bar.addWidget(self.turning)
        self.bar.addSpacing(16)
        self.bar.addWidget(self.papers)
        self.bar.addSpacing(8)
        self.bar.addWidget(self.zoom)
        self.options.show_above_save(self.turning.waiting)
        self.body.addWidget(self.options)
        self.body.addWidget(Rule(self.appearance, upright=True))
        self.body.addWidget(self.preview, 1)

    def _wire(self) -> None:
        self._journal.changed.connect(self._forget)
        self.options.span_chosen.connect(self._take_span)
        self.options.dates_chosen.connect(self._take_dates)
        self.options.visit_chosen.connect(self.refresh)
        self.options.name_changed.connect(self._take_name)
        self.options.goes_in.changed.connect(self._take_parts)
        self.options.left_out.changed.connect(self._take_parts)
        self.turning.turned.connect(self._show_number)
        self.turning.cancelled.connect(self.typesetter.cancel)
        self.papers.chosen.connect(self._take_paper)
        self.zoom.chosen.connect(self.preview.show_whole)
        self.preview.width_changed.connect(lambda: self._want(SETTLE_MS))
        self._settle.timeout.connect(self._ask)
        self.typesetter.made.connect(self._show_made)
        self.typesetter.slow.connect(self.turning.show_slow)

    def _show_choices(self) -> None:
        choices = self._settings.choices
        if choices.paper not in PAPERS:
            choices.paper = PAPERS[0]
        ways = [way for _, way in SHOWN_AS]
        self.options.show_name(choices.report_name, choices.report_named if choices.report_named in ways else ways[0])
        self.options.goes_in.show_chosen(Section(name) for name in choices.report_sections)
        self.options.left_out.show_chosen(choices.report_left_out)
        self.papers.show_value(choices.paper)
        self.preview.show_paper(choices.paper)

    def _take_span(self, span: Span) -> None:
        if span is Span.OWN and self._order is not None:
            self._own = self._order.options.period
        self._span = span
        self.refresh()

    def _take_dates(self, period: Period) -> None:
        self._own = period
        self.refresh()

    def _take_name(self) -> None:
        name = " ".join(self.options.name.text().split())
        self._settings.choose(report_name=name, report_named=self.options.shown_as.value)
        self.refresh()
        if self._due:
            self._want(SETTLE_MS)

    def _take_parts(self) -> None:
        sections, left_out = sorted(self.options.goes_in.chosen), sorted(self.options.left_out.chosen)
        self._settings.choose(report_sections=[str(each) for each in sections], report_left_out=left_out)
        self.refresh()

    def _take_paper(self, paper: object) -> None:
        self._settings.choose(paper=paper)
        self.preview.show_paper(str(paper))
        self.refresh()

    def _want(self, wait_ms: int = 0) -> None:
        """Has the page set anew soon, or when it is next shown."""
        self._due = True
        self._settle.start(wait_ms)

    def _ask(self) -> None:
        if self._order is not None and self.isVisible():
            self._due = False
            self.typesetter.ask(self._order, self.preview.wanted_width)

    def _show_made(self, made: Pages) -> None:
        """Page one may come alone at first: a later page that is looked at stays until the others are there."""
        if not made.whole and self.turning.number > 0:
            return
        self._made = made
        self.turning.show_pages(len(made.pictures), whole=made.whole)
        self._show_number(self.turning.number)

    def _show_number(self, number: int) -> None:
        if self._made is not None:
            self.preview.show_page(self._made, number)
