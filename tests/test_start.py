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
    print(*sorted({name.partition(".")[0] for name in sys.modules}))
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
