"""What is loaded before the window shows: nothing that only a chart or the report needs."""

import os
import subprocess
import sys

PROGRAM = """
import sys
from pathlib import Path
from painmap import cli
from painmap.app import Painmap, application

app = application()
painmap = Painmap(Path(sys.argv[1]))

def leave():
    print(*sorted({name if name.startswith("painmap") else name.partition(".")[0] for name in sys.modules}))
    app.quit()

painmap.window.painted.connect(leave)
painmap.window.show()
app.exec()
painmap.close()
"""

HEAVY = {"matplotlib", "numpy", "typst", "PIL", "contourpy", "kiwisolver", "fontTools"}


def loaded_at_the_first_picture(folder):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stdout.split())


def test_no_drawing_or_typesetting_is_loaded_before_the_window_has_painted(tmp_path):
    loaded = loaded_at_the_first_picture(tmp_path)
    assert "PySide6" in loaded
    assert not loaded & HEAVY


def test_what_only_other_pages_need_is_not_loaded_before_the_window_has_painted(tmp_path):
    loaded = loaded_at_the_first_picture(tmp_path)
    others = ("report", "charts", "ui.history", "ui.trends", "ui.report_page", "ui.settings_page", "ui.transfer")
    assert "painmap.ui.today.page" in loaded
    assert not [name for name in loaded if name.startswith(tuple(f"painmap.{other}" for other in others))]
    assert not loaded & {"uuid", "statistics", "painmap.ui.today.bad_day", "painmap.ui.passphrase.lock_screen"}


def test_the_import_stays_pythons_own():
    program = """
import builtins, linecache, sys
own = builtins.__import__
from painmap.ui.qt import load_qt
load_qt()
import painmap.ui.window
print(builtins.__import__ is own, "PySide6.QtWidgets" in sys.modules, len(linecache.cache))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split()[:2] == ["True", "True"]
    assert int(done.stdout.split()[2]) < 20
