"""Setting the pages beside the window, so that taps and keys are answered meanwhile."""

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from painmap.ui.report_page.order import Order, Pages, pages

if TYPE_CHECKING:
    from collections.abc import Callable

_Made = TypeVar("_Made")
_LOOK_EVERY_MS = 8
_PATIENCE_MS = 1000
"""How long something may take before it is said that it is being done, and can be cancelled."""


class Typesetter(QObject):
    """Sets one report at a time, always the one that was asked for last. `made` gives Pages.

    Where sections follow page one, page one comes alone at first. The other thread is handed plain values and knows
    no widget; the result is fetched from here. `slow` says True where it takes long, and False when it is done.
    """

    made = Signal(object)
    slow = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = ThreadPoolExecutor(max_workers=1, thread_name_prefix="typesetter")
        self._wanted: tuple[Order, int] | None = None
        self._at_work: tuple[Order, int] | None = None
        self._first = False
        self._result: Future[Pages] | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self._fetch)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.slow.emit(True))

    @property
    def idle(self) -> bool:
        """Whether nothing is being set."""
        return self._result is None

    def ask(self, order: Order, width: int) -> None:
        """Sets pages that many px wide; what was asked for before and is not ready is left out."""
        self._wanted = order, width
        self._patience.start()
        if self._result is None:
            self._begin()

    def cancel(self) -> None:
        """Lets what is being set go; what is shown stays."""
        self._wanted = None
        self._patience.stop()
        self.slow.emit(False)

    def wait_for(self, work: "Callable[[], _Made]", doing: str, parent: QWidget) -> _Made | None:
        """What some work on a report comes to; None where it was cancelled. Raises what the work raises.

        The window answers meanwhile, and after a second says what is being done.
        """
        result = self._bench.submit(work)
        said = QProgressDialog(doing, "Cancel", 0, 0, parent)
        said.setWindowModality(Qt.WindowModality.WindowModal)
        said.setMinimumDuration(_PATIENCE_MS)
        loop, look = QEventLoop(), QTimer()
        look.timeout.connect(lambda: loop.quit() if result.done() or said.wasCanceled() else None)
        look.start(_LOOK_EVERY_MS)
        loop.exec()
        look.stop()
        cancelled = said.wasCanceled() and not result.done()
        said.close()
        said.deleteLater()
        return None if cancelled else result.result()

    def _begin(self, *, whole: bool = False) -> None:
        if self._wanted is not None:
            self._at_work = self._wanted
            order, width = self._at_work
            self._first = bool(order.options.sections) and not whole
            self._result = self._bench.submit(pages, order, width, first=self._first)
            self._look.start()

    def _fetch(self) -> None:
        if self._result is None or not self._result.done():
            return
        self._look.stop()
        result, self._result = self._result, None
        if self._at_work != self._wanted:
            self._begin()
        elif self._first:
            self.made.emit(result.result())
            if self._result is None:
                self._begin(whole=True)
        else:
            self._wanted = None
            self._patience.stop()
            self.slow.emit(False)
            self.made.emit(result.result())
