"""The diary is verified beside the window: it stands at once, and a diary that is damaged after all is told."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from painmap.app import Painmap
from painmap.paths import DIARY_FILE
from painmap.storage import keys
from painmap.storage.diary import Diary
from painmap.storage.sealed import available
from painmap.storage.trouble import DiaryDamaged


def harm(path, number):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE check_in SET overall_pain = 9 WHERE number = ?", (number,))


@pytest.fixture
def path(tmp_path, now, check_in):
    """Two days and today."""
    with Diary.open(tmp_path / DIARY_FILE, now) as diary:
        diary.merge([check_in(2, overall_pain=4), check_in(1, overall_pain=5), check_in(0, overall_pain=6)])
    return tmp_path / DIARY_FILE


@pytest.fixture
def painmap(qtbot, path, moment):
    painmap = Painmap(path.parent, now=moment, soon=True)
    yield painmap
    painmap.close()


def test_the_window_stands_before_all_is_verified_and_a_change_waits(qtbot, painmap):
    assert painmap.diary.proof.trouble is not None
    painmap.window.show()
    qtbot.waitExposed(painmap.window)
    painmap.window.today.entry.answer_fatigue(3)
    assert painmap.diary.proof.trouble is None
    assert painmap.diary.on(painmap.journal.today())[0].fatigue == 3


def test_it_is_verified_by_itself_once_the_window_has_painted(qtbot, painmap):
    painmap.window.show()
    qtbot.waitUntil(lambda: painmap.diary.proof.trouble is None)
    assert not painmap.damaged


def test_where_what_today_shows_is_damaged_the_window_is_not_shown(qtbot, path, moment):
    harm(path, 3)
    with pytest.raises(DiaryDamaged):
        Painmap(path.parent, now=moment, soon=True)


@pytest.mark.parametrize("deleted", [False, True])
def test_a_window_that_is_closed_as_soon_as_it_has_painted_begins_nothing_any_more(qtbot, path, moment, deleted):
    painmap = Painmap(path.parent, now=moment, soon=True)
    painmap.window.show()
    painmap.window.grab()
    painmap.close()
    if deleted:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    assert painmap.diary.proof.trouble is not None


def test_a_locked_window_says_nothing_of_damage_until_it_is_unlocked(
    qtbot, tmp_path, moment, now, check_in, monkeypatch
):
    monkeypatch.setattr(keys, "ROUNDS", 10)
    if not available():
        pytest.skip("sqlcipher3 is not installed")
    keys.remember(keys.Key.new("Kastanie"), tmp_path)
    with Diary.open(tmp_path / DIARY_FILE, now) as diary:
        diary.merge([check_in(1, overall_pain=5), check_in(0, overall_pain=6)])
        diary.database.connection.execute("UPDATE check_in SET overall_pain = 9 WHERE number = 1")
    painmap = Painmap(tmp_path, now=moment, soon=True)
    painmap.window.painted.connect(painmap.locking.lock)
    painmap.window.show()
    qtbot.waitUntil(lambda: isinstance(painmap.diary.proof.trouble, DiaryDamaged))
    painmap.diary.proof.end()
    QApplication.processEvents()
    assert not painmap.damaged
    painmap.locking.unlock()
    assert painmap.damaged
    painmap.close()
    keys.forget()


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from painmap import app
from painmap.ui.backups.rescue_window import RescueWindow
from painmap.ui.window import Window

seen = []

def look():
    for each in app.application().topLevelWidgets():
        if isinstance(each, RescueWindow) and each.isVisible():
            seen.append("rescue")
            QTest.mouseClick(each.choices[0], Qt.MouseButton.LeftButton)
        elif isinstance(each, Window) and each.isVisible():
            seen.append("window")
            if "rescue" in seen:
                each.close()

app.application()
timer = QTimer(interval=10)
timer.timeout.connect(look)
timer.start()
code = app.open_window(Path(sys.argv[1]), demo=False)
print("rescue" in seen, seen[-1])
sys.exit(code)
"""


def test_damage_that_is_found_beside_the_window_leads_to_the_rescue_and_on(path):
    harm(path, 1)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path.parent)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["True", "window"]
    with Diary.read(path) as diary:
        assert [check_in.overall_pain for check_in in diary.all()] == [5, 6]
