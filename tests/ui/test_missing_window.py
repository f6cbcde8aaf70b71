"""A lost diary at the start: told calmly, its backups offered, locked ones asked for, and nothing taken away."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from painmap import app
from painmap.paths import DIARY_FILE
from painmap.storage import backups, keys
from painmap.storage.diary import Diary
from painmap.storage.everywhere import all_copies
from painmap.storage.keys import Key, salt_of
from painmap.storage.missing import look_for_missing
from painmap.storage.sealing import Change
from painmap.storage.second_place import make_place
from painmap.ui.backups.missing_window import BEGIN, KEPT, MissingWindow
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
WORDS = "a sleepy grey cat"


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch):
    monkeypatch.setattr(keys, "ROUNDS", 10)
    yield
    keys.forget()


@pytest.fixture
def path(tmp_path):
    return tmp_path / DIARY_FILE


@pytest.fixture
def lose(path, now, check_in):
    """Leaves a backup of a diary of so many days, and no diary: `lose(5, passphrase)`."""

    def act(days, passphrase="", hours=0):
        folder = path.parent / backups.BACKUPS
        there = {each: (folder / each.name).read_bytes() for each in backups.copies(folder)}
        with Diary.open(path, now) as diary:
            diary.merge([check_in(n, overall_pain=n) for n in range(days)])
            if passphrase:
                change = Change(path, Key.new(passphrase))
                change.prepare(now - timedelta(1) + timedelta(hours=hours))
                change.take_place(diary)
            else:
                backups.before("import", diary, folder, now - timedelta(1) + timedelta(hours=hours))
        for each, content in there.items():
            (folder / each.name).write_bytes(content)
        path.unlink()
        keys.forget()

    return act


@pytest.fixture
def shown(qtbot, path, now):
    def act(place=None, appearance=None):
        missing = look_for_missing(path, place, now)
        window = MissingWindow(missing, appearance or Appearance("light"), lambda: now, ask=lambda parent: None)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    return act


def ratings(path):
    with Diary.read(path) as diary:
        return [check_in.overall_pain for check_in in diary.all()]


def names(window):
    return [button.accessibleName() for button in window.choices]


def type_in(window, words):
    QTest.keyClicks(window.sealed.entry.field, words)
    QTest.keyClick(window.sealed.entry.field, Qt.Key.Key_Return)


def test_it_tells_what_there_is_and_offers_the_newest_first(qtbot, shown, lose, path):
    lose(3)
    window = shown()
    assert window.windowTitle() == "Painmap"
    assert names(window) == [
        "Go on with this backup: 3 days, 20 Nov to 22 Nov 2026",
        BEGIN.replace("\n", ": "),
    ]
    assert window.sealed.isHidden()
    assert window.again.isHidden()
    assert "no backup is changed or deleted" in KEPT
    assert all(button.height() >= 44 for button in (*window.choices, window.other, window.leave))
    assert not window.grab().isNull()
    with qtbot.waitSignal(window.done):
        qtbot.mouseClick(window.choices[0], LEFT)
    assert window.ready
    assert ratings(path) == [2, 1, 0]


def test_a_locked_backup_is_asked_for_gently_and_as_often_as_it_takes(qtbot, shown, lose, path):
    lose(3, WORDS)
    window = shown(appearance=Appearance("dark", 150))
    assert names(window) == [BEGIN.replace("\n", ": ")]
    window.activateWindow()
    qtbot.waitUntil(window.sealed.entry.field.hasFocus)
    for _ in range(3):
        type_in(window, "wrong")
        assert window.sealed.trouble.text() == "That is not the passphrase of this backup; try again."
        assert window.sealed.entry.text == ""
    type_in(window, WORDS)
    assert window.sealed.isHidden()
    assert names(window)[0] == "Go on with this backup: 3 days, 20 Nov to 22 Nov 2026"
    assert not path.exists()
    qtbot.mouseClick(window.choices[0], LEFT)
    assert ratings(path) == [2, 1, 0]
    assert salt_of(path)


def test_beside_a_plain_backup_later_locked_ones_are_still_asked_for(qtbot, shown, lose, path):
    lose(2)
    lose(4, "older words", hours=1)
    lose(3, WORDS, hours=2)
    window = shown()
    assert names(window)[0] == "Go on with this older backup: 2 days, 21 Nov to 22 Nov 2026"
    type_in(window, "older words")
    assert names(window)[0] == "Go on with this older backup: 4 days, 19 Nov to 22 Nov 2026"
    assert window.sealed.isVisible()
    type_in(window, WORDS)
    assert names(window)[:2] == [
        "Go on with this backup: 3 days, 20 Nov to 22 Nov 2026",
        "Go on with the fuller one: 4 days, 19 Nov to 22 Nov 2026",
    ]
    qtbot.mouseClick(window.choices[1], LEFT)
    assert ratings(path) == [3, 2, 1, 0]


def test_a_new_diary_is_without_a_passphrase_and_takes_nothing_away(qtbot, shown, lose, path, now):
    lose(3, WORDS)
    there = all_copies(path.parent / backups.BACKUPS, None, now)
    window = shown()
    type_in(window, WORDS)
    qtbot.mouseClick(window.choices[-1], LEFT)
    assert window.ready
    assert ratings(path) == []
    assert salt_of(path) is None
    assert all_copies(path.parent / backups.BACKUPS, None, now) == there


@pytest.mark.parametrize("how", ["button", "escape"])
def test_it_can_be_left_and_nothing_is_changed(qtbot, shown, lose, path, how):
    lose(3)
    window = shown()
    with qtbot.waitSignal(window.done):
        if how == "button":
            qtbot.mouseClick(window.leave, LEFT)
        else:
            QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.ready
    assert not path.exists()


def test_a_diary_that_comes_back_with_its_stick_is_opened(qtbot, shown, lose, path, tmp_path, now):
    lose(5)
    window = shown(tmp_path / "stick" / "Painmap backups")
    Diary.open(path, now).close()
    before = path.read_bytes()
    QTest.mouseClick(window.choices[0], LEFT)
    assert "something at" in window.trouble.text()
    assert not window.ready
    QTest.mouseClick(window.again, LEFT)
    assert window.ready
    assert not window.isVisible()
    assert path.read_bytes() == before


def test_a_stick_is_connected_and_looked_at_again(qtbot, shown, lose, path, tmp_path):
    (tmp_path / "stick").mkdir()
    place = make_place(tmp_path / "stick")
    lose(3)
    (copy,) = (path.parent / backups.BACKUPS).iterdir()
    copy.rename(place / copy.name)
    place.rename(tmp_path / "away")
    window = shown(place)
    assert f"{place} is away" in window.account.text()
    assert window.again.isVisible()
    qtbot.mouseClick(window.again, LEFT)
    assert len(window.choices) == 1
    (tmp_path / "away").rename(place)
    qtbot.mouseClick(window.again, LEFT)
    assert window.again.isHidden()
    qtbot.mouseClick(window.choices[0], LEFT)
    assert ratings(path) == [2, 1, 0]


def test_a_folder_that_can_not_be_read_any_more_is_told(qtbot, shown, lose, path, tmp_path):
    lose(3)
    window = shown(tmp_path / "away")
    folder = path.parent / backups.BACKUPS
    folder.rename(tmp_path / "elsewhere")
    folder.touch()
    qtbot.mouseClick(window.again, LEFT)
    assert "can't write" in window.trouble.text()
    qtbot.mouseClick(window.choices[0], LEFT)
    assert window.trouble.isVisible()
    assert not window.ready


def test_a_file_from_another_place_is_looked_at_and_gone_on_with(qtbot, shown, lose, path, tmp_path, now, check_in):
    lose(1)
    other = tmp_path / "found.diary"
    with Diary.open(other, now) as diary:
        diary.merge([check_in(n, overall_pain=7) for n in range(2)])
    window = shown()
    qtbot.mouseClick(window.other, LEFT)
    assert len(window.choices) == 2
    window._ask = lambda parent: tmp_path / "nowhere.diary"
    qtbot.mouseClick(window.other, LEFT)
    assert "choose another backup" in window.trouble.text()
    window._ask = lambda parent: other
    qtbot.mouseClick(window.other, LEFT)
    assert window.trouble.isHidden()
    assert names(window)[0] == "Go on with found.diary: 2 days, 21 Nov to 22 Nov 2026"
    qtbot.mouseClick(window.choices[0], LEFT)
    assert ratings(path) == [7, 7]


def test_a_locked_file_from_another_place_is_asked_for_its_own(qtbot, shown, lose, path, tmp_path, now):
    lose(3, WORDS)
    (copy,) = (path.parent / backups.BACKUPS).iterdir()
    other = copy.rename(tmp_path / "found.diary")
    lose(1, "other words")
    window = shown()
    window._ask = lambda parent: other
    qtbot.mouseClick(window.other, LEFT)
    type_in(window, "other words")
    assert window.sealed.trouble.text() == "That is not the passphrase of this backup; try again."
    type_in(window, WORDS)
    assert names(window)[0] == "Go on with found.diary: 3 days, 20 Nov to 22 Nov 2026"
    assert window.sealed.isVisible()
    qtbot.mouseClick(window.choices[0], LEFT)
    assert ratings(path) == [2, 1, 0]


def at_once(act):
    """Does something with the window as soon as it is shown."""

    def look():
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, MissingWindow) and w.isVisible()]
        if found:
            act(found[0])
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_painmap_opens_on_what_was_brought_back(qtbot, lose, path, moment, tmp_path):
    lose(3)
    at_once(lambda window: QTest.mouseClick(window.choices[0], LEFT))
    painmap = app.opened(tmp_path, demo=False, now=moment)
    assert [check_in.overall_pain for check_in in painmap.diary.all()] == [2, 1, 0]
    painmap.close()


def test_where_it_is_left_nothing_is_begun(qtbot, lose, path, tmp_path):
    lose(3)
    at_once(lambda window: window.close())
    assert app.open_window(tmp_path, demo=False) == 0
    assert not path.exists()


def test_a_stick_that_is_named_in_the_settings_is_asked_for(qtbot, lose, path, tmp_path, moment):
    Settings(tmp_path).choose(second_place=str(tmp_path / "stick"))
    seen = []

    def look(window):
        seen.append(window.account.text())
        QTest.mouseClick(window.choices[0], LEFT)

    at_once(look)
    app.opened(tmp_path, demo=False, now=moment).close()
    assert "No good backup of it was found." in seen[0]
    assert ratings(path) == []


def test_without_any_backup_a_diary_is_begun_at_once(qtbot, path, tmp_path, moment):
    app.opened(tmp_path, demo=False, now=moment).close()
    assert ratings(path) == []
