"""A damaged diary at the start: told calmly, gone on from as the patient chooses, and never deleted."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from painmap import app
from painmap.paths import DIARY_FILE
from painmap.storage import backups, keys
from painmap.storage.diary import Diary
from painmap.storage.keys import Key, salt_of
from painmap.storage.rescue import look_for_rescue
from painmap.storage.sealing import Change
from painmap.storage.trouble import NotADiary
from painmap.ui.backups.rescue_window import KEPT, RescueWindow
from painmap.ui.theme import Appearance

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def path(tmp_path):
    return tmp_path / DIARY_FILE


@pytest.fixture
def damaged(path, now, check_in):
    """Three days, one of which is no longer as it was kept, and a backup of the two before the last."""
    with Diary.open(path, now) as diary:
        diary.merge([check_in(2, overall_pain=4), check_in(1, overall_pain=5)])
        backups.before("import", diary, path.parent / backups.BACKUPS, now - timedelta(1))
        diary.keep(check_in(0, overall_pain=6))
        diary.database.connection.execute("UPDATE check_in SET overall_pain = 9 WHERE number = 1")
    return path.read_bytes()


@pytest.fixture
def window(qtbot, damaged, path, now):
    window = RescueWindow(look_for_rescue(path, None, now), Appearance("light"), lambda: now)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def ratings(path):
    with Diary.read(path) as diary:
        return [check_in.overall_pain for check_in in diary.all()]


def asides(path):
    return [each for each in path.parent.iterdir() if each.name.startswith("painmap-damaged")]


def test_it_tells_what_there_is_and_what_is_lacking(window, damaged, path):
    assert window.account.text().split("\n") == [
        "The newest good backup is of Sat 21 Nov 2026, 14:02: 2 days, 20 Nov to 21 Nov 2026.",
        "Of the damaged diary this can still be read as it was kept: 2 days, 21 Nov to 22 Nov 2026."
        " 1 check-in can't be read.",
        "The backup lacks 1 day that can be read, 22 Nov 2026.",
        "What was written after the backup and can't be read is in neither.",
    ]
    assert [button.accessibleName() for button in window.choices] == [
        "Go on with the backup and what can be read: 3 days, 20 Nov to 22 Nov 2026",
        "Go on with the backup alone: 2 days, 20 Nov to 21 Nov 2026",
        "Go on with what can be read alone: 2 days, 21 Nov to 22 Nov 2026",
    ]
    assert "Nothing is deleted" in KEPT
    assert all(button.height() >= 44 for button in (*window.choices, window.other, window.leave))
    assert not window.grab().isNull()
    assert path.read_bytes() == damaged


@pytest.mark.parametrize(("which", "expected"), [(0, [4, 5, 6]), (1, [4, 5]), (2, [5, 6])])
def test_each_choice_makes_a_sound_diary_and_keeps_the_damaged_one(qtbot, window, damaged, path, which, expected):
    with qtbot.waitSignal(window.done):
        qtbot.mouseClick(window.choices[which], LEFT)
    assert window.ready
    assert ratings(path) == expected
    assert [each.read_bytes() for each in asides(path)] == [damaged]


def test_the_keyboard_begins_on_the_fullest_and_enter_takes_it(qtbot, window, path):
    window.activateWindow()
    qtbot.waitUntil(window.choices[0].hasFocus)
    QTest.keyClick(window.choices[0], Qt.Key.Key_Return)
    assert ratings(path) == [4, 5, 6]


@pytest.mark.parametrize("how", ["button", "escape"])
def test_it_can_be_left_and_nothing_is_changed(qtbot, window, damaged, path, how):
    with qtbot.waitSignal(window.done):
        if how == "button":
            qtbot.mouseClick(window.leave, LEFT)
        else:
            QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.ready
    assert path.read_bytes() == damaged
    assert asides(path) == []


def test_a_backup_from_another_place_can_be_chosen(qtbot, window, path, tmp_path, now, check_in):
    (tmp_path / "stick").mkdir()
    other = tmp_path / "stick" / "copy.diary"
    with Diary.open(other, now) as diary:
        diary.merge([check_in(n, overall_pain=n) for n in range(5, 9)])
    window._ask = lambda parent: None
    qtbot.mouseClick(window.other, LEFT)
    assert len(window.choices) == 3
    window._ask = lambda parent: path
    qtbot.mouseClick(window.other, LEFT)
    assert "the diary itself" in window.trouble.text()
    window._ask = lambda parent: other
    qtbot.mouseClick(window.other, LEFT)
    assert window.trouble.text() == ""
    assert window.account.text().startswith("In the backup: 4 days, 14 Nov to 17 Nov 2026.")
    qtbot.mouseClick(window.choices[1], LEFT)
    assert ratings(path) == [8, 7, 6, 5]


def test_with_nothing_to_go_on_with_an_empty_diary_can_be_begun(qtbot, path, now):
    path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    window = RescueWindow(look_for_rescue(path, None, now), Appearance("contrast", 150), lambda: now)
    qtbot.addWidget(window)
    window.show()
    assert window.account.text().startswith("There is no good backup.")
    qtbot.mouseClick(window.choices[0], LEFT)
    assert ratings(path) == []
    assert len(asides(path)) == 1


def test_a_place_that_takes_nothing_new_is_told_and_the_window_stays(qtbot, window, damaged, path):
    folder = path.parent / backups.BACKUPS
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("in the way")
    qtbot.mouseClick(window.choices[0], LEFT)
    assert "can't write" in window.trouble.text()
    assert window.trouble.isVisible()
    assert window.isVisible()
    assert path.read_bytes() == damaged


def at_once(act):
    """Does something with the rescue window as soon as it is shown."""

    def look():
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, RescueWindow) and each.isVisible()]
        if shown:
            act(shown[0])
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_painmap_opens_on_the_sound_diary_afterwards(qtbot, damaged, tmp_path, moment):
    at_once(lambda window: QTest.mouseClick(window.choices[0], LEFT))
    painmap = app.opened(tmp_path, demo=False, now=moment)
    assert [check_in.overall_pain for check_in in painmap.diary.all()] == [4, 5, 6]
    assert len(painmap.rounds.copies) == 1
    painmap.close()


def test_where_the_patient_leaves_it_the_program_ends_without_an_error(qtbot, damaged, tmp_path, path):
    at_once(lambda window: window.close())
    assert app.open_window(tmp_path, demo=False) == 0
    assert path.read_bytes() == damaged


def test_what_is_no_file_at_all_is_said_and_not_set_aside(qtbot, tmp_path, path, moment):
    path.mkdir()
    with pytest.raises(NotADiary):
        app.opened(tmp_path, demo=False, now=moment)


def test_what_a_crash_left_half_written_goes_at_the_next_start(qtbot, tmp_path, moment):
    (tmp_path / ".painmap-part-1234").write_text("half")
    app.opened(tmp_path, demo=False, now=moment).close()
    assert not (tmp_path / ".painmap-part-1234").exists()


def test_backups_that_are_locked_are_asked_for_their_passphrase(qtbot, path, now, check_in, monkeypatch):
    monkeypatch.setattr(keys, "ROUNDS", 10)
    with Diary.open(path, now) as diary:
        diary.merge([check_in(0, overall_pain=4)])
        change = Change(path, Key.new("a sleepy grey cat"))
        change.prepare(now)
        change.take_place(diary)
    keys.forget()
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    window = RescueWindow(look_for_rescue(path, None, now), Appearance("light"), lambda: now)
    qtbot.addWidget(window)
    window.show()
    assert [button.text() for button in window.choices] == ["Begin an empty diary"]
    QTest.keyClicks(window.sealed.entry.field, "a sleepy grey cat")
    qtbot.mouseClick(window.sealed.button, LEFT)
    assert window.sealed.isHidden()
    qtbot.mouseClick(window.choices[0], LEFT)
    assert ratings(path) == [4]
    assert salt_of(path)
    keys.forget()
