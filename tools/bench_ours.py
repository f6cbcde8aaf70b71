"""Painmap as a process of its own that says what it measured.

`bench_ours.py window FOLDER` starts it, `bench_ours.py pages FOLDER` shows every page. Hardly anything is imported
here: it would count against Painmap.
"""

import sys
import time
from pathlib import Path
from typing import Any

from bench_bare import resident, say


def window(folder: Path) -> None:
    """The program itself, started as it always is, which leaves when it has painted. Says when that was."""
    from painmap.__main__ import main
    from painmap.commands import window as starting

    def timed(data_dir: Path, *, demo: bool) -> int:
        load_qt()  # as is done in any case before the window is imported
        from painmap import app

        class Timed(app.Painmap):
            def __init__(self, data_dir: Path, **more: Any) -> None:
                super().__init__(data_dir, **more)
                self.window.painted.connect(self._painted)

            def _painted(self) -> None:
                say(time.time())
                app.application().quit()

        app.Painmap = Timed
        return opens(data_dir, demo=demo)

    opens, load_qt, starting._open = starting._open, starting.load_qt, timed
    sys.argv = ["painmap", "--data-dir", str(folder)]
    main()


def pages(folder: Path) -> None:
    """Every page, shown on all there is in the diary. Says how much memory that takes once the window is quiet."""
    from painmap.ui.qt import load_qt

    load_qt()  # as the program does
    from bench_window import Opened
    from PySide6.QtTest import QTest

    from painmap.ui.giving_back import QUIET_MS

    opened = Opened(folder)
    opened.every_page()
    QTest.qWait(QUIET_MS + 500)
    say(resident())
    opened.close()


if __name__ == "__main__":
    {"window": window, "pages": pages}[sys.argv[1]](Path(sys.argv[2]))
