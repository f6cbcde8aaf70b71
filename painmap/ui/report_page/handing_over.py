"""Where the report goes: into a file, onto paper, or to the program that the system has for it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from painmap.ui.report_page.order import pictures
from painmap.ui.report_page.printing import dots_per_inch, print_pages
from painmap.ui.report_page.saving import SaveTrouble, make, save

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from painmap.ui.report_page.page import ReportPage

_KINDS = {".pdf": "PDF files", ".html": "web pages", ".txt": "text files"}


class HandingOver(QObject):
    """Saves, prints and opens the report that the page shows, and has the page say what became of it."""

    def __init__(
        self,
        page: "ReportPage",
        ask_path: Callable[[QWidget, str], Path | None],
        ask_printer: "Callable[[QWidget, str], QPrinter | None]",
        open_path: Callable[[Path], bool],
    ) -> None:
        super().__init__(page)
        self._page, self._saved = page, Path()
        self._ask_path, self._ask_printer, self._open_path = ask_path, ask_printer, open_path
        options = page.options
        options.save.clicked.connect(lambda: self._save(".pdf"))
        options.save_text.clicked.connect(lambda: self._save(".txt"))
        options.save_page.clicked.connect(lambda: self._save(".html"))
        options.print.clicked.connect(self._print)
        options.open.clicked.connect(self._open)
        options.show_folder.clicked.connect(self._show_folder)

    def _save(self, suffix: str) -> None:
        from painmap.report.pages import file_name

        order = self._page.order
        if order is None:
            return
        path = self._ask_path(self._page, file_name(order.options.period, suffix))
        if path is None:
            return
        try:
            made = self._page.typesetter.wait_for(partial(make, order, suffix), "Making the report…", self._page)
            if made is None:
                self._page.tell("Nothing was saved.")
                return
            save(made, path)
        except SaveTrouble as trouble:
            self._page.tell(str(trouble), trouble=True)
            return
        self._saved = path
        self._page.options.open.setEnabled(True)
        self._page.tell(f"Saved as {path.name}", saved=True)

    def _print(self) -> None:
        order = self._page.order
        if order is None:
            return
        printer = self._ask_printer(self._page, str(order.options.paper))
        if printer is None:
            return
        work = partial(pictures, order, dots_per_inch(printer, many=bool(order.options.sections)))
        drawn = self._page.typesetter.wait_for(work, "Setting the pages…", self._page)
        if drawn is None:
            self._page.tell("Nothing was printed.")
        elif print_pages(drawn, printer):
            self._page.tell("Sent to the printer.")
        else:
            self._page.tell("The printer did not take the page: choose another one and try again.", trouble=True)

    def _open(self) -> None:
        if not self._open_path(self._saved):
            kind = _KINDS.get(self._saved.suffix.lower(), "such files")
            self._page.tell(f"No program for {kind} was found: open the file from its folder.", trouble=True)

    def _show_folder(self) -> None:
        if not self._open_path(self._saved.parent):
            self._page.tell(f"The folder could not be opened: it is {self._saved.parent}.", trouble=True)
