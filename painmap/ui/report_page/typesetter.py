"""Setting the page beside the window, so that taps and keys are answered meanwhile."""

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal

from painmap.ui.report_page.order import Order, Page, page

_LOOK_EVERY_MS = 8


class Typesetter(QObject):
    """Sets one page at a time, always the one that was asked for last. `made` gives the Page.

    The other thread is handed plain values and knows no widget; the result is fetched from here.
    """

    made = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = ThreadPoolExecutor(max_workers=1, thread_name_prefix="typesetter")
        self._wanted: tuple[Order, int] | None = None
        self._at_work: tuple[Order, int] | None = None
        self._result: Future[Page] | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self._fetch)

    @property
    def idle(self) -> bool:
        """Whether nothing is being set."""
        return self._result is None

    def ask(self, order: Order, width: int) -> None:
        """Sets a page that many px wide; one that was asked for before and is not ready is left out."""
        self._wanted = order, width
        if self._result is None:
            self._begin()

    def _begin(self) -> None:
        if self._wanted is not None:
            self._at_work = self._wanted
            self._result = self._bench.submit(page, *self._at_work)
            self._look.start()

    def _fetch(self) -> None:
        if self._result is None or not self._result.done():
            return
        self._look.stop()
        result, self._result = self._result, None
        if self._at_work == self._wanted:
            self._wanted = None
            self.made.emit(result.result())
        else:
            self._begin()
