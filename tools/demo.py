"""Draws every page of an invented diary, and its report, without a screen.

`demo.py [FOLDER] [--few]` writes the pictures into FOLDER (build/demo), with `--few` only a handful of them.
The diary lies in a temporary folder that goes at the end, and it is the same moment each time.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from demo_pictures import draw_all, draw_few
from settled import StuckError

from painmap.commands.report import write_report
from painmap.commands.trouble import Refused
from painmap.commands.window import fill_demo
from painmap.domain.period import Period
from painmap.paths import DIARY_FILE
from painmap.report.options import Options
from painmap.storage import backups
from painmap.storage.diary import Diary
from painmap.storage.trouble import DiaryTrouble

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=timezone(timedelta(hours=1)))
REPORT_DAYS = 90


def main(argv: list[str]) -> int:
    """Draws, says in one sentence what lies where, and returns the exit code."""
    parser = argparse.ArgumentParser(description="Draws every page of an invented diary, and its report.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/demo"), help="where to (build/demo)")
    parser.add_argument("--few", action="store_true", help="draw only a handful of the pictures")
    options = parser.parse_args(argv)
    try:
        pictures = draw(options.folder, few=options.few)
    except (OSError, DiaryTrouble, Refused, StuckError) as trouble:
        sys.stderr.write(f"The demo could not be drawn: {trouble}\n")
        return 2
    print(f"Wrote {len(pictures)} pictures and report.pdf to {options.folder}: {', '.join(pictures)}.")
    return 0


def draw(out: Path, *, few: bool) -> list[str]:
    """Draws the pictures and the report into a folder and returns the pictures' names. Raises OSError and others."""
    out.mkdir(parents=True, exist_ok=True)
    with _temporary() as folder:
        told, empty = folder / "diary", folder / "empty"
        for place in (told, empty):
            place.mkdir()
            (place / "settings.json").write_text(json.dumps({"colours": "light"}), encoding="utf-8")
        fill_demo(told, NOW)
        with Diary.read(told / DIARY_FILE) as diary:
            backups.daily(diary, told / backups.BACKUPS, NOW)
        pictures = (draw_few if few else draw_all)(told, empty, out, lambda: NOW)
        period = Period.last(REPORT_DAYS, NOW.date())
        write_report(told, out / "report.pdf", Options(period), NOW)
    return pictures


@contextmanager
def _temporary() -> Iterator[Path]:
    """A private folder that goes at the end; of the same name each time where it can be, as Settings shows it."""
    folder = Path(tempfile.gettempdir()) / "painmap-demo"
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        folder = Path(tempfile.mkdtemp(prefix="painmap-demo-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
