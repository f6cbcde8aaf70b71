"""The Report page: what goes on the page, the page itself, and where it goes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QWidget

from painmap.charts.words import dates, logged
from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.journal import Journal
from painmap.ui.page import Page
from painmap.ui.parts.ask_path import ask_path as ask_in_dialog
from painmap.ui.parts.dates import Span
from painmap.ui.parts.segments import Segments
from painmap.ui.parts.words import Rule, Words
from painmap.ui.report_page import order as pages
from painmap.ui.report_page.options import SHOWN_AS, Options
from painmap.ui.report_page.order import PAPERS, Order
from painmap.ui.report_page.preview import Preview
from painmap.ui.report_page.printing import DOTS_PER_INCH, ask_printer, print_pages
from painmap.ui.report_page.saving import SaveTrouble, save
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
        self._ask_path, self._ask_printer, self._open_path = ask_path, ask_printer, open_path
        self._span = Span.THREE_MONTHS
        self._own: Period | None = None
        self._kept: Contents | None = None
        self._order: Order | None = None
        self._saved: Path | None = None
        self._due = False
        self.options = Options(appearance)
        self.preview = Preview(appearance)
        self.papers = Segments("Paper", [("A4", "a4"), ("Letter", "letter")], appearance)
        self.zoom = Segments("Size of the preview", [("Whole page", True), ("Width", False)], appearance)
        self.number = Words("Page 1 of 1", appearance, "body-strong")
        self.typesetter = Typesetter(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._lay()
        self._wire()
        self._show_choices()

    def refresh(self) -> None:
        """Asks the diary anew, and sets the page anew where something has changed."""
        today = self._journal.today()
        try:
            period = self._span.period(today, self._journal.whole(), self._own)
            days, others = self._journal.days(period), self._others()
        except DiaryTrouble as trouble:
            self.options.allow(False)
            self.options.tell(str(trouble), trouble=True)
            return
        self.options.show_period(self._span, period, today, f"{dates(period)}: {logged(days, period)}")
        self.options.allow(bool(days))
        paper, name = self._settings.choices.paper, self.options.printed_name
        order = Order(days, period, paper, self._journal.now(), self._version, name, others)
        if self._order is None or not order.same_page(self._order):
            self._order = order
            self.options.tell("")
            self._want()

    def _others(self) -> Contents:
        """Everything but the check-ins, read once until the diary changes."""
        if self._kept is None:
            self._kept = self._journal.besides_check_ins()
        return self._kept

    def _forget(self) -> None:
        self._kept = None

    def showEvent(self, event: QShowEvent) -> None:
        if self._due:
            self._settle.start(0)
        super().showEvent(event)

    def _lay(self) -> None:
        self.bar.addWidget(Words("Report", self.appearance, "title"))
        self.bar.addStretch(1)
        self.bar.addWidget(self.number)
        self.bar.addSpacing(16)
        self.bar.addWidget(self.papers)
        self.bar.addSpacing(8)
        self.bar.addWidget(self.zoom)
        self.body.addWidget(self.options)
        self.body.addWidget(Rule(self.appearance, upright=True))
        self.body.addWidget(self.preview, 1)

    def _wire(self) -> None:
        self._journal.changed.connect(self._forget)
        self.options.span_chosen.connect(self._take_span)
        self.options.dates_chosen.connect(self._take_dates)
        self.options.name_changed.connect(self._take_name)
        self.options.save.clicked.connect(self._save)
        self.options.print.clicked.connect(self._print)
        self.options.open.clicked.connect(self._open)
        self.options.show_folder.clicked.connect(self._show_folder)
        self.papers.chosen.connect(self._take_paper)
        self.zoom.chosen.connect(self.preview.show_whole)
        self.preview.width_changed.connect(lambda: self._want(SETTLE_MS))
        self._settle.timeout.connect(self._ask)
        self.typesetter.made.connect(self._show_made)

    def _show_choices(self) -> None:
        choices = self._settings.choices
        if choices.paper not in PAPERS:
            choices.paper = PAPERS[0]
        ways = [way for _, way in SHOWN_AS]
        self.options.show_name(choices.report_name, choices.report_named if choices.report_named in ways else ways[0])
        self.papers.show_value(choices.paper)
        self.preview.show_paper(choices.paper)

    def _take_span(self, span: Span) -> None:
        if span is Span.OWN and self._order is not None:
            self._own = self._order.period
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

    def _show_made(self, made: pages.Page) -> None:
        self.preview.show_page(made)
        self.number.setText(f"Page 1 of {made.pages}")

    def _save(self) -> None:
        if self._order is None:
            return
        from painmap.report.pages import file_name

        path = self._ask_path(self, file_name(self._order.period))
        if path is None:
            return
        try:
            save(self._order, path)
        except SaveTrouble as trouble:
            self._tell(str(trouble), trouble=True)
            return
        self._saved = path
        self.options.open.setEnabled(True)
        self._tell(f"Saved as {path.name}", saved=True)

    def _print(self) -> None:
        if self._order is None:
            return
        printer = self._ask_printer(self, self._order.paper)
        if printer is None:
            return
        if print_pages(pages.pictures(self._order, DOTS_PER_INCH), printer):
            self._tell("Sent to the printer.")
        else:
            self._tell("The printer did not take the page: choose another one and try again.", trouble=True)

    def _open(self) -> None:
        if self._saved is not None and not self._open_path(self._saved):
            self._tell("No program for PDF files was found: open the file from its folder.", trouble=True)

    def _show_folder(self) -> None:
        if self._saved is not None and not self._open_path(self._saved.parent):
            self._tell(f"The folder could not be opened: it is {self._saved.parent}.", trouble=True)

    def _tell(self, sentence: str, *, trouble: bool = False, saved: bool = False) -> None:
        self.options.tell(sentence, trouble=trouble, saved=saved)
        self.announce(sentence)
