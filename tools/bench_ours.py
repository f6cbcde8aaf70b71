"""Painmap as a process of its own that says what it measured.

`bench_ours.py window FOLDER` starts it, `bench_ours.py pages FOLDER` shows every page. Hardly anything is imported
here: it would count against Painmap.
"""

import gc
import sys
import time
from pathlib import Path
from typing import Any

from bench_bare import resident, say


def window(folder: Path) -> None:
    """The program itself, which leaves when it has painted. Says when that was."""
    gc.disable()  # as commands.window does before it imports the same
    from painmap import app, cli

    class Timed(app.Painmap):
        def __init__(self, data_dir: Path, *, demo: bool = False, **more: Any) -> None:
            super().__init__(data_dir, demo=demo, **more)
            self.window.painted.connect(self._painted)

        def _painted(self) -> None:
            say(time.time())
            app.application().quit()

    app.Painmap = Timed
    sys.exit(cli.run(["--data-dir", str(folder)]))


def pages(folder: Path) -> None:
    """Every page, shown on all there is in the diary. Says how much memory that takes."""
    from bench_window import Opened

    opened = Opened(folder)
    opened.every_page()
    say(resident())
    opened.close()


if __name__ == "__main__":
    {"window": window, "pages": pages}[sys.argv[1]](Path(sys.argv[2]))
