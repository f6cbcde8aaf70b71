"""A backup is brought back from Settings: seen first, then done, undone or confirmed."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from painmap.domain.restoring import Way
from painmap.storage import backups
from painmap.storage.restored import Restored, read_note, waiting, write_note
from painmap.ui.backups.restore_view import NONE, WELL

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(tmp_path):
    return tmp_path / backups.BACKUPS


@pytest.fixture
def painmap(start, check_in, folder, moment):
    """A diary of three days with two backups: of four days, and of the third day told otherwise."""
    check_ins = [check_in(n, {"back-sacrum": n + 3}, overall_pain=n + 1) for n in range(4)]
    painmap = start(*check_ins)
    backups.before("import", painmap.diary, folder, moment() - timedelta(days=1))
    backups.keep_copy(painmap.diary.database, folder, moment() - timedelta(days=9))
    painmap.diary.remove(check_ins[0].id)
    painmap.diary.keep(check_ins[2].changed(moment() + timedelta(minutes=1), overall_pain=9))
    return painmap


@pytest.fixture
def page(painmap):
    painmap.window.show_page("settings")
    return painmap.window.pages["settings"]


@pytest.fixture
def view(page, qtbot):
    qtbot.mouseClick(page.backups.restore, LEFT)
    return page.restore


def ratings(painmap) -> list[int | None]:
    return [check_in.overall_pain for check_in in painmap.diary.all()]


def test_it_shows_what_is_in_the_backup_and_what_is_there_now(view):
    assert [row.accessibleName() for row in view.list.rows] == [
        "Backup of yesterday 14:02, 4 days, 4 entries, before an import",
        "Backup of Fri 13 Nov 14:02, 4 days, 4 entries",
    ]
    assert view.list.rows[0].isChecked()
    assert view.comparison.held.rows == (
        ("Days", "4", "3"),
        ("First day", "19 Nov 2026", "19 Nov 2026"),
        ("Last day", "22 Nov 2026", "21 Nov 2026"),
        ("Check-ins", "4", "3"),
    )
    assert "Days: in the backup 4, in the diary now 3" in view.comparison.held.accessibleDescription()
    assert view.comparison.outcome.rows == (
        ("Added", "1 check-in on 1 day"),
        ("Changed", "Nothing"),
        ("Lost", "Nothing"),
    )
    assert view.act.text() == "Merge into the diary"
    assert not view.grab().isNull()


def test_a_merge_adds_what_is_lacking_and_keeps_what_was_changed_last(qtbot, painmap, view, folder):
    qtbot.mouseClick(view.act, LEFT)
    assert ratings(painmap) == [4, 9, 2, 1]
    assert view.waiting.isVisible()
    assert view.told.text() == "1 check-in on 1 day added."
    assert view.well.hasFocus()
    assert read_note(folder).said == "1 check-in on 1 day added."
    assert painmap.window.trouble.text == "1 check-in on 1 day added."


def test_a_replacement_is_chosen_done_and_undone(qtbot, painmap, view, folder):
    qtbot.mouseClick(view.way.segments[1], LEFT)
    assert view.way.value is Way.REPLACE
    assert view.act.text() == "Replace the diary"
    assert view.comparison.outcome.rows[1] == ("Changed", "1 check-in on 1 day")
    qtbot.mouseClick(view.act, LEFT)
    assert ratings(painmap) == [4, 3, 2, 1]
    qtbot.mouseClick(view.undo, LEFT)
    assert ratings(painmap) == [4, 9, 2]
    assert "The restore was undone." in painmap.window.trouble.text
    assert not view.waiting.isVisible()
    assert not waiting(folder)


def test_the_pages_show_the_restored_diary_and_undo_of_steps_before_it_is_over(qtbot, painmap, view):
    qtbot.mouseClick(view.act, LEFT)
    assert not painmap.journal.can_undo
    painmap.window.show_page("today")
    assert painmap.window.today.panel.pain.row is not None


def test_all_is_well_ends_the_waiting(qtbot, painmap, view, folder):
    qtbot.mouseClick(view.act, LEFT)
    qtbot.mouseClick(view.well, LEFT)
    assert not waiting(folder)
    assert not view.waiting.isVisible()
    assert painmap.window.trouble.text == WELL


def test_what_the_diary_has_already_can_not_be_restored_again(qtbot, painmap, view):
    qtbot.mouseClick(view.act, LEFT)
    qtbot.mouseClick(view.list.rows[2], LEFT)
    assert view.comparison.idle.isVisible()
    assert not view.comparison.outcome.isVisible()
    assert not view.act.isVisible()


def test_backups_are_walked_by_the_arrow_keys(view):
    view.list.rows[0].setFocus()
    QTest.keyClick(view.list.rows[0], Qt.Key.Key_Down)
    assert view.list.rows[1].hasFocus()
    assert view.list.rows[1].isChecked()
    QTest.keyClick(view.list.rows[1], Qt.Key.Key_Down)
    assert view.list.rows[1].hasFocus()
    QTest.keyClick(view.list.rows[1], Qt.Key.Key_Space)
    assert view.list.rows[1].isChecked()


def test_the_keyboard_stays_on_the_backups_when_there_is_room_for_more(page, view):
    assert view.list.rows[0].hasFocus()
    page.window().resize(1920, 900)
    page.window().resize(1000, 700)
    assert view.list.rows[0].hasFocus()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
    assert page.backups.isVisible()


def test_escape_and_the_button_lead_back_to_the_settings(qtbot, page, view):
    QTest.keyClick(view.list.rows[0], Qt.Key.Key_Escape)
    assert page.backups.isVisible()
    assert page.backups.restore.hasFocus()
    page.show_restore()
    qtbot.mouseClick(page.back, LEFT)
    assert page.backups.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.backups.isVisible()


def test_many_backups_are_shown_a_few_at_a_time(qtbot, painmap, page, folder, moment):
    for n in range(10):
        backups.keep_copy(painmap.diary.database, folder, moment() - timedelta(days=20 + n))
    page.show_restore()
    view = page.restore
    qtbot.waitUntil(lambda: len(view.list.rows) == 6)
    assert view.older.text() == "Show all 12 backups"
    qtbot.mouseClick(view.older, LEFT)
    assert len(view.list.rows) == 12
    assert not view.older.isVisible()
    assert view.list.rows[6].hasFocus()
    assert view.list.rows[0].isChecked()


def test_another_file_can_be_chosen_and_what_is_no_backup_is_told(qtbot, painmap, view, folder, tmp_path):
    copy = tmp_path / "from the stick.diary"
    copy.write_bytes((folder / backups.copies(folder)[0].name).read_bytes())
    view._ask = lambda parent: None
    qtbot.mouseClick(view.other, LEFT)
    assert view.list.rows[0].isChecked()
    view._ask = lambda parent: copy
    qtbot.mouseClick(view.other, LEFT)
    assert not any(row.isChecked() for row in view.list.rows)
    assert view.act.isVisible()
    copy.write_text("Dear diary")
    qtbot.mouseClick(view.other, LEFT)
    assert "not a Painmap diary" in view.trouble.text()
    assert not view.act.isVisible()


def test_without_a_backup_one_from_elsewhere_can_be_chosen(qtbot, start, check_in):
    painmap = start(check_in(1, overall_pain=4))
    painmap.window.show_page("settings")
    page = painmap.window.pages["settings"]
    page.show_restore()
    assert page.restore.none.isVisible()
    assert page.restore.none.text() == NONE
    assert page.restore.other.hasFocus()
    assert not page.restore.what.isVisible()


def test_a_restore_that_does_not_work_is_told_and_changes_nothing(qtbot, painmap, view, folder):
    before = painmap.diary.contents()
    moved = folder.with_name("elsewhere")
    folder.rename(moved)
    folder.write_text("in the way")
    qtbot.mouseClick(view.act, LEFT)
    assert "can't write" in view.trouble.text()
    assert painmap.diary.contents() == before


def test_a_note_that_can_not_be_taken_away_is_told(qtbot, view, folder, page):
    (folder / "restored.json").mkdir()
    page.show_restore()
    assert view.waiting.isVisible()
    assert not view.undo.isVisible()
    qtbot.mouseClick(view.well, LEFT)
    assert "can't write" in view.trouble.text()


def test_a_restore_that_waited_since_the_last_time_is_shown(page, folder):
    write_note(folder, Restored("3 days added.", ""))
    page.show_restore()
    assert page.restore.told.text() == "3 days added."
    assert page.restore.well.hasFocus()


@pytest.mark.parametrize(("colours", "text_size"), [("light", 100), ("dark", 130), ("contrast", 150)])
def test_it_paints_and_nothing_is_cut_off(qtbot, painmap, view, colours, text_size):
    painmap.window.resize(1024, 700)
    painmap.settings.choose(colours=colours, text_size=text_size)
    assert not painmap.window.grab().isNull()
    qtbot.waitUntil(lambda: view.list.rows[0].height() >= 44)
    for part in (view.list.rows[0], view.what, view.act, view.way):
        right = part.mapTo(view, part.rect().topRight()).x()
        assert right <= view.width()
        assert part.height() >= 44
