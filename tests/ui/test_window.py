"""The window: pages, what is undone from elsewhere, and what is said when the diary gives trouble."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from painmap.app import Painmap
from painmap.lock import AlreadyOpen
from painmap.paths import DIARY_FILE
from painmap.storage import backups, database
from painmap.storage.diary import Diary
from painmap.storage.trouble import NotADiary
from painmap.ui.window import PAGES

LEFT = Qt.MouseButton.LeftButton


def test_the_window_opens_on_today(start):
    painmap = start()
    assert painmap.window.windowTitle() == "Painmap"
    assert painmap.window.today.isVisible()
    assert painmap.window.rail.items["today"].isChecked()


def test_the_keyboard_begins_on_the_body_and_selects_nothing_by_itself(start, press):
    painmap = start()
    body_view = painmap.window.today.stage.body_view
    assert body_view.sliders["front-forehead"].hasFocus()
    assert painmap.window.today.entry.selected is None
    press(painmap, Qt.Key.Key_Down, "5")
    (check_in,) = painmap.diary.all()
    assert [pain.intensity for pain in check_in.regions.values()] == [5]


@pytest.mark.parametrize("name", [name for name, _ in PAGES] + ["help"])
def test_every_page_opens_from_the_rail_with_an_empty_and_with_a_full_diary(qtbot, start, check_in, name):
    painmap = start(*(check_in(day, {"back-sacrum": 5}, overall_pain=5, fatigue=6) for day in range(12)))
    qtbot.mouseClick(painmap.window.rail.items[name], LEFT)
    assert painmap.window.pages[name].isVisible()
    assert not painmap.window.grab().isNull()


@pytest.mark.parametrize("name", [name for name, _ in PAGES] + ["help"])
def test_every_page_opens_with_an_empty_diary(qtbot, start, name):
    painmap = start()
    qtbot.mouseClick(painmap.window.rail.items[name], LEFT)
    assert not painmap.window.grab().isNull()


def test_pages_are_reached_by_keys(qtbot, start):
    painmap = start()
    painmap.window.activateWindow()
    qtbot.keyClick(painmap.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert painmap.window.pages["history"].isVisible()
    qtbot.keyClick(painmap.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert painmap.window.today.isVisible()


def test_arrow_keys_walk_along_the_rail(qtbot, start):
    painmap = start()
    items = painmap.window.rail.items
    items["today"].setFocus()
    qtbot.keyClick(items["today"], Qt.Key.Key_Down)
    assert items["history"].hasFocus()
    qtbot.keyClick(items["history"], Qt.Key.Key_Return)
    assert painmap.window.pages["history"].isVisible()


def test_a_second_painmap_on_the_same_diary_is_refused_in_one_sentence(start, tmp_path, moment):
    start()
    with pytest.raises(AlreadyOpen) as refused:
        Painmap(tmp_path, now=moment)
    assert "already open" in str(refused.value)


def test_the_diary_can_be_opened_again_after_it_was_closed(start, tmp_path, moment):
    start().close()
    again = Painmap(tmp_path, now=moment)
    again.close()


def test_a_file_that_is_no_diary_is_left_alone_and_the_lock_let_go(qtbot, tmp_path, moment):
    (tmp_path / DIARY_FILE).write_text("my shopping list", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(NotADiary):
            Painmap(tmp_path, now=moment)
    assert (tmp_path / DIARY_FILE).read_text(encoding="utf-8") == "my shopping list"


def test_a_diary_deleted_while_open_is_told_and_nothing_is_written_elsewhere(qtbot, start, tmp_path):
    painmap = start()
    (tmp_path / DIARY_FILE).unlink()
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[4], LEFT)
    assert painmap.window.trouble.isVisible()
    assert painmap.window.trouble.text
    assert not (tmp_path / DIARY_FILE).exists()
    assert painmap.window.today.entry.check_in.overall_pain is None
    assert painmap.window.today.panel.pain.row.answer is None


def test_pages_stay_calm_when_the_diary_is_cut_while_it_is_open(qtbot, start, tmp_path, check_in):
    painmap = start(*(check_in(day, {"back-sacrum": 5}, note="x" * 5000) for day in range(1, 40)))
    os.truncate(tmp_path / DIARY_FILE, 4096)
    qtbot.mouseClick(painmap.window.today.top.earlier, LEFT)
    assert painmap.window.trouble.isVisible()
    for name in painmap.window.rail.items:
        qtbot.mouseClick(painmap.window.rail.items[name], LEFT)
    assert (tmp_path / DIARY_FILE).stat().st_size == 4096


def test_a_day_that_cannot_be_read_is_not_shown_as_empty(qtbot, start, tmp_path, check_in, now, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.01)
    painmap = start(check_in(0, overall_pain=4), check_in(1, overall_pain=5))
    today = painmap.window.today
    with closing(sqlite3.connect(tmp_path / DIARY_FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        qtbot.mouseClick(today.top.earlier, LEFT)
        assert "Another program is using the diary" in painmap.window.trouble.text
        assert (today.entry.day, today.top.undo_bar._words.text()) == (now.date(), "Saved 14:02")
        other.execute("ROLLBACK")
    qtbot.mouseClick(today.top.earlier, LEFT)
    assert today.entry.check_in.overall_pain == 5


def test_a_diary_replaced_while_open_is_not_written_over(qtbot, start, tmp_path, check_in, moment):
    painmap = start(check_in(3, overall_pain=3))
    other = tmp_path / "other"
    with Diary.open(other / DIARY_FILE, moment()) as diary:
        diary.keep(check_in(1, overall_pain=9))
    shutil.move(other / DIARY_FILE, tmp_path / DIARY_FILE)
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[4], LEFT)
    assert painmap.window.trouble.isVisible()
    with Diary.read(tmp_path / DIARY_FILE) as diary:
        assert [c.overall_pain for c in diary.all()] == [9]


def test_a_copy_is_made_once_a_day(start, tmp_path, check_in, moment):
    painmap = start(check_in(1, overall_pain=9))
    for hours in (0, 1, 24):
        moment.advance(hours=hours)
        painmap.rounds.daily()
        painmap.rounds.wait()
    assert len(list((tmp_path / backups.BACKUPS).iterdir())) == 2


def test_the_demo_says_that_its_diary_is_invented(qtbot, tmp_path, moment):
    painmap = Painmap(tmp_path, now=moment, demo=True)
    painmap.window.show()
    assert painmap.window.invented.isVisible()
    assert "invented" in painmap.window.windowTitle()
    painmap.close()


def test_a_choice_of_colours_is_seen_at_once_and_kept(start, tmp_path):
    painmap = start()
    before = painmap.window.grab().toImage().pixelColor(600, 60)
    painmap.settings.choose(colours="contrast")
    assert painmap.window.grab().toImage().pixelColor(600, 60) != before
    assert '"contrast"' in (tmp_path / "settings.json").read_text(encoding="utf-8")


def test_settings_that_cannot_be_read_count_as_absent(start, tmp_path):
    (tmp_path / "settings.json").write_text('{"text_size": "huge", "colours": 3', encoding="utf-8")
    assert start().settings.choices.text_size == 100


def test_the_body_is_a_group_of_sliders_for_a_screen_reader(start):
    body_view = start().window.today.stage.body_view
    interface = QAccessible.queryAccessibleInterface(body_view)
    assert interface.role() == QAccessible.Role.Grouping
    assert interface.childCount() == 74


def test_files_are_for_the_patient_alone(start, tmp_path, check_in):
    painmap = start(check_in(1, overall_pain=9))
    painmap.settings.choose(welcomed=True)
    painmap.rounds.daily()
    painmap.rounds.wait()
    for path in [*tmp_path.glob("*"), *(tmp_path / backups.BACKUPS).iterdir()]:
        if path.is_file() and path.suffix != ".lock":
            assert path.stat().st_mode & 0o077 == 0, path
