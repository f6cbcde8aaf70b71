"""Backups by themselves and by the button, in one place and in two, and what is said of them."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from kept_things import a_treatment, a_use
from PySide6.QtCore import Qt

from painmap.app import Painmap
from painmap.domain.thinning import Backup, name_of, named
from painmap.storage import backups
from painmap.storage.diary import Diary
from painmap.storage.restored import Restored, write_note
from painmap.storage.second_place import NAME, There, copy_there
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.backups.rounds import UNFINISHED
from painmap.ui.backups.words import (
    FAILED,
    NO_BACKUP,
    ONE_PLACE,
    amount_of,
    fuller_text,
    last_good,
    overdue_text,
    place_text,
    reason_text,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def painmap(start, check_in):
    return start(check_in(1, {"back-sacrum": 5}, overall_pain=5), check_in(2, overall_pain=0))


@pytest.fixture
def card(painmap):
    painmap.window.show_page("settings")
    return painmap.window.pages["settings"].backups


@pytest.fixture
def folder(tmp_path):
    return tmp_path / backups.BACKUPS


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def told(qtbot, painmap, act):
    """Does something that makes a backup, and waits until it is told."""
    with qtbot.waitSignal(painmap.rounds.changed, timeout=5000):
        act()


def kept(folder: Path) -> list[Backup]:
    return list(backups.copies(folder))


def test_back_up_now_makes_one_and_says_when_and_how_much(qtbot, painmap, card, folder):
    assert card.state.text() == NO_BACKUP
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.button, LEFT))
    assert card.state.text() == "Last good backup today 14:02, 2 days"
    assert [(each.days, each.reason) for each in kept(folder)] == [(2, "own")]
    with Diary.read(folder / kept(folder)[0].name) as copied:
        assert copied.contents() == painmap.diary.contents()


def test_a_failed_backup_says_that_the_diary_is_safe_and_can_be_tried_again(qtbot, painmap, card, folder):
    folder.write_text("in the way")
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.button, LEFT))
    assert card.state.text() == FAILED
    assert "can't write" in card.why.text()
    assert (card.button.text(), card.change.text()) == ("Try again", "Change place")
    card.refresh()
    assert card.state.text() == FAILED
    folder.unlink()
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.button, LEFT))
    assert card.state.text() == "Last good backup today 14:02, 2 days"
    assert (card.button.text(), card.change.text()) == ("Back up now", "Add a second place")
    assert not card.why.isVisible()


def test_half_an_hour_of_changes_makes_a_backup_beside_the_window(qtbot, painmap, folder):
    clock = painmap.rounds._after_change
    assert not clock.isActive()
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[4], LEFT)
    assert clock.isActive()
    assert clock.interval() == 30 * 60_000
    told(qtbot, painmap, clock.timeout.emit)
    assert [each.days for each in kept(folder)] == [3]
    assert not clock.isActive()


def test_while_a_slow_place_takes_its_time_the_window_does_not_wait(qtbot, painmap, card, folder, stick, monkeypatch):
    go_on = Event()

    def slowly(*asked):
        assert go_on.wait(5)
        return copy_there(*asked)

    monkeypatch.setattr("painmap.ui.backups.rounds.copy_there", slowly)
    card._ask = lambda parent: stick
    qtbot.mouseClick(card.change, LEFT)
    qtbot.mouseClick(card.button, LEFT)
    painmap.rounds.daily()
    with qtbot.waitSignals([painmap.rounds.changed] * 2, timeout=5000):
        go_on.set()
    assert len(kept(folder)) == 2


def test_what_was_changed_before_a_backup_that_failed_is_backed_up_at_closing(qtbot, painmap, card, folder):
    folder.write_text("in the way")
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.button, LEFT))
    folder.unlink()
    painmap.rounds.finish()
    assert [each.days for each in kept(folder)] == [2]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_of_the_program_in_a_backup_ends_neither_the_window_nor_the_backups(
    qtbot, painmap, card, folder, monkeypatch
):
    with monkeypatch.context() as patched:
        patched.setattr("painmap.ui.backups.rounds.backups.own_copy", lambda *_: 1 / 0)
        told(qtbot, painmap, lambda: qtbot.mouseClick(card.button, LEFT))
        painmap.rounds.wait()
    assert (card.state.text(), card.why.text()) == (FAILED, UNFINISHED)
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.button, LEFT))
    assert len(kept(folder)) == 1


def test_a_file_in_place_of_the_backups_keeps_no_diary_closed(start, check_in, folder):
    folder.write_text("in the way")
    painmap = start(check_in(1, overall_pain=5))
    painmap.window.show_page("settings")
    assert painmap.window.pages["settings"].backups.state.text() == NO_BACKUP


@pytest.fixture
def opened(tmp_path, moment):
    """Opens the window and lets the test close it."""

    def open_window():
        painmap = Painmap(tmp_path, now=moment)
        painmap.window.show()
        return painmap

    return open_window


def test_at_closing_there_is_a_backup_of_what_was_changed_and_else_none(qtbot, opened, folder):
    opened().close()
    assert kept(folder) == []
    painmap = opened()
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[4], LEFT)
    painmap.close()
    assert [each.days for each in kept(folder)] == [1]


def test_a_day_has_its_backup_and_an_empty_diary_none(qtbot, start, folder, tap):
    painmap = start()
    told(qtbot, painmap, painmap.rounds.daily)
    assert kept(folder) == []
    painmap.rounds.start()
    assert painmap.rounds._hourly.isActive()
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[4], LEFT)
    for _ in range(2):
        told(qtbot, painmap, painmap.rounds._hour_passed)
    assert len(kept(folder)) == 1


def test_a_diary_that_was_replaced_while_open_is_not_taken_for_this_one(qtbot, painmap, card, folder, tmp_path):
    other = tmp_path / "other.diary"
    other.write_bytes(painmap.diary.path.read_bytes())
    other.replace(painmap.diary.path)
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.button, LEFT))
    assert "moved, deleted or replaced" in card.why.text()
    assert kept(folder) == []


def test_the_demo_makes_no_backup(qtbot, tmp_path, moment, check_in, folder):
    with Diary.open(tmp_path / "painmap.diary", moment()) as diary:
        diary.keep(check_in(1, overall_pain=3))
    painmap = Painmap(tmp_path, now=moment, demo=True)
    painmap.window.show()
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[4], LEFT)
    painmap.close()
    assert kept(folder) == []


def test_a_second_place_is_chosen_comes_back_and_can_be_left_out(qtbot, painmap, card, folder, stick, moment):
    assert card.second.accessibleName() == ONE_PLACE
    card._ask = lambda parent: stick
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.change, LEFT))
    place = stick / NAME
    assert [each.name for each in place.iterdir()] == [each.name for each in kept(folder)]
    assert f"Also in {place}. The last copy there is of today 14:02." in card.second.accessibleName()
    assert painmap.settings.choices.second_place == str(place)
    stick.rename(stick.with_name("in a drawer"))
    moment.advance(days=1)
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.button, LEFT))
    assert "is away. The last copy there is of yesterday 14:02." in card.second.accessibleName()
    assert card.state.text() == "Last good backup today 14:02, 2 days"
    stick.with_name("in a drawer").rename(stick)
    told(qtbot, painmap, painmap.rounds.daily)
    assert len(list(place.iterdir())) == 2
    qtbot.mouseClick(card.leave_out, LEFT)
    assert card.second.accessibleName() == ONE_PLACE
    assert not card.leave_out.isVisible()
    assert len(list(place.iterdir())) == 2


def test_leaving_the_dialog_changes_nothing_and_a_bad_folder_is_told(qtbot, painmap, card, tmp_path):
    card._ask = lambda parent: None
    qtbot.mouseClick(card.change, LEFT)
    assert painmap.settings.choices.second_place == ""
    card._ask = lambda parent: tmp_path / "nowhere"
    qtbot.mouseClick(card.change, LEFT)
    assert "no folder" in card.note.text()
    assert painmap.settings.choices.second_place == ""


def test_with_no_room_beside_the_diary_a_backup_in_the_second_place_is_a_good_one(qtbot, painmap, card, folder, stick):
    folder.write_text("in the way")
    card._ask = lambda parent: stick
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.change, LEFT))
    assert [named(each.name).days for each in (stick / NAME).iterdir()] == [2]
    assert painmap.rounds.trouble == ""
    (stick / NAME).rename(stick / "elsewhere")
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.button, LEFT))
    assert card.state.text() == FAILED
    assert card.change.text() == "Change place"


def test_a_second_place_that_is_there_before_the_first_backup_waits_for_it(qtbot, start, stick):
    painmap = start()
    (stick / NAME).mkdir()
    painmap.settings.choose(second_place=str(stick / NAME))
    told(qtbot, painmap, painmap.rounds.daily)
    assert painmap.rounds.there.last is None


def test_a_fuller_backup_is_named_and_a_restore_that_waits_too(qtbot, painmap, card, folder, moment):
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.button, LEFT))
    moment.advance(days=2)
    painmap.diary.remove(painmap.diary.all()[0].id)
    write_note(folder, Restored("1 day added.", ""))
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.button, LEFT))
    assert card.note.text() == (
        "A fuller one of Sun 22 Nov 14:02, 2 days, is kept too."
        " A restore waits for your word. Until then no backup is thinned out."
    )


def test_before_many_things_are_deleted_there_is_a_backup_and_without_one_nothing_goes(
    qtbot, start, tmp_path, moment, folder
):
    uses = [a_use(moment(), n) for n in range(10, 22)]
    with Diary.open(tmp_path / "painmap.diary", moment()) as diary:
        diary.merge([a_treatment(moment()), *uses])
    painmap = start()
    folder.write_text("in the way")
    said = []
    painmap.journal.failed.connect(said.append)
    assert not painmap.journal.delete_record(a_treatment(moment()))
    assert "can't write" in said[0]
    assert len(painmap.diary.contents()) == 13
    folder.unlink()
    assert painmap.journal.delete_record(a_treatment(moment()))
    assert [(each.entries, each.reason) for each in kept(folder)] == [(13, "before-delete")]
    painmap.journal.undo()
    assert painmap.journal.delete_record(uses[0])
    assert len(kept(folder)) == 1


def test_without_a_backup_for_a_week_today_says_so_calmly(qtbot, start, check_in, folder, moment):
    painmap = start(check_in(10, overall_pain=5))
    line = painmap.overdue
    assert not line.isVisible()
    folder.write_text("in the way")
    told(qtbot, painmap, painmap.rounds.daily)
    assert line.isVisible()
    assert line.words.text() == "There is no backup of this diary yet."
    folder.unlink()
    told(qtbot, painmap, lambda: qtbot.mouseClick(line.button, LEFT))
    assert not line.isVisible()
    moment.advance(days=6)
    line.refresh()
    assert not line.isVisible()
    moment.advance(days=1)
    line.refresh()
    assert line.words.text() == "The last good backup is 7 days old."
    assert not painmap.window.grab().isNull()


def test_a_young_or_an_unreadable_diary_is_not_asked_for_backups(qtbot, start, check_in, monkeypatch):
    painmap = start(check_in(1, overall_pain=5))
    painmap.overdue.refresh()
    assert not painmap.overdue.isVisible()

    def unreadable():
        raise DiaryTrouble("It can't be read.")

    monkeypatch.setattr(painmap.diary, "first_day", unreadable)
    painmap.overdue.refresh()
    assert not painmap.overdue.isVisible()


@pytest.mark.skipif(os.name == "nt", reason="files have no modes there")
def test_all_that_is_written_is_for_the_patient_alone(qtbot, painmap, card, tmp_path, stick):
    card._ask = lambda parent: stick
    told(qtbot, painmap, lambda: qtbot.mouseClick(card.change, LEFT))
    write_note(tmp_path / backups.BACKUPS, Restored("said", ""))
    for path in tmp_path.rglob("*"):
        if path != stick and path.suffix != ".lock":
            assert path.stat().st_mode & 0o077 == 0, path


NOON = datetime(2026, 11, 22, 12)  # noqa: DTZ001 - names have local time
TODAY = date(2026, 11, 22)


def a_backup(days_ago: int = 0, days: int = 5, entries: int = 9, reason: str = "") -> Backup:
    return named(name_of(NOON - timedelta(days_ago), days, entries, reason))


def test_the_last_good_backup_is_told_by_day_hour_and_days():
    said = [last_good(a_backup(n), TODAY) for n in (0, 1, 6, 365)]
    assert said == [
        "Last good backup today 12:00, 5 days",
        "Last good backup yesterday 12:00, 5 days",
        "Last good backup Mon 16 Nov 12:00, 5 days",
        "Last good backup Sat 22 Nov 2025 12:00, 5 days",
    ]
    assert last_good(None, TODAY) == NO_BACKUP
    assert last_good(named("painmap-2026-11-22-120000.diary"), TODAY) == "Last good backup today 12:00"
    assert amount_of(a_backup(days=0, entries=1)) == "1 entry"


def test_what_is_said_of_places_reasons_and_age(tmp_path):
    assert place_text(There(tmp_path, True), TODAY) == f"Also in {tmp_path}. No copy there yet."
    assert place_text(There(tmp_path, True, a_backup(), "It is full."), TODAY) == (
        "It is full. The last copy there is of today 12:00."
    )
    said = [reason_text(a_backup(reason=each)) for each in ("", "before-import-2", "before-version-3", "own")]
    assert said == ["", "before an import", "before an update", ""]
    assert overdue_text(a_backup(8), TODAY) == "The last good backup is 8 days old."
    assert fuller_text(None, a_backup(), TODAY) == ""
