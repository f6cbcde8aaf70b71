"""A second place for backups, which may come and go, and in which nothing of others is touched."""

import json
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from painmap.domain.thinning import name_of
from painmap.storage import second_place
from painmap.storage.anew import WAITING, anew
from painmap.storage.files import PART
from painmap.storage.restored import Restored, write_note
from painmap.storage.second_place import LIST, MARK, NAME, copy_there, listed, make_place, mark_of, note_there, seen
from painmap.storage.trouble import DiaryTrouble, DiaryUnwritable

FIRST = datetime(2026, 11, 1, 14, 2)  # noqa: DTZ001 - names have local time
TODAY = FIRST.date()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def backup(folder):
    """Writes a backup of a day: `backup(n)`, n days after the first."""

    def write(n: int = 0, days: int | None = None) -> Path:
        path = folder / name_of(FIRST + timedelta(n), n if days is None else days, n)
        path.write_text(f"the diary of day {n}")
        return path

    return write


def test_the_newest_backup_is_copied_there_for_the_patient_alone(folder, stick, backup):
    place = make_place(stick)
    made = backup()
    found = copy_there(made, place, folder, TODAY)
    assert (found.here, found.last.name, found.trouble) == (True, made.name, "")
    assert (place / made.name).read_text() == "the diary of day 0"
    assert stat.S_IMODE((place / made.name).stat().st_mode) == 0o600
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / LIST).stat().st_mode) == 0o600
    assert copy_there(made, place, folder, TODAY) == found
    assert [each.name for each in place.iterdir()] == [made.name]


def test_a_place_that_is_away_is_left_alone_and_what_it_had_last_is_known(folder, stick, backup):
    place = make_place(stick)
    made = backup()
    copy_there(made, place, folder, TODAY)
    stick.rename(stick.with_name("in a drawer"))
    found = copy_there(backup(1), place, folder, TODAY)
    assert (found.here, found.last.name, found.trouble) == (False, made.name, "")
    assert not stick.exists()
    stick.with_name("in a drawer").rename(stick)
    assert copy_there(backup(1), place, folder, TODAY).last.name == backup(1).name


def test_a_folder_of_the_same_name_without_ours_in_it_is_not_the_place(folder, stick, backup):
    place = make_place(stick)
    place.rmdir()
    assert not copy_there(backup(), place, folder, TODAY).here
    assert list(stick.iterdir()) == []


def test_there_too_copies_are_thinned_but_never_those_of_others(folder, stick, backup):
    place = make_place(stick)
    of_others = place / name_of(FIRST - timedelta(3000), 1, 1)
    of_others.write_text("another patient's")
    for n in range(90):
        copy_there(backup(n), place, folder, TODAY + timedelta(n))
    assert of_others.exists()
    assert len(list(place.iterdir())) < 35
    write_note(folder, Restored("said", ""))
    before = set(place.iterdir())
    for n in range(90, 120):
        copy_there(backup(n), place, folder, TODAY + timedelta(n))
    assert len(set(place.iterdir()) - before) == 30
    assert before < set(place.iterdir())


def test_a_place_that_is_full_or_closed_is_told_and_has_no_half_copy(folder, stick, backup, monkeypatch):
    place = make_place(stick)

    def full(path, content):
        raise OSError(28, "No space left on device")

    made = backup()
    monkeypatch.setattr(second_place.Path, "write_bytes", full)
    assert "no room" in copy_there(made, place, folder, TODAY).trouble
    monkeypatch.undo()
    monkeypatch.setattr(second_place.Path, "write_bytes", lambda path, content: None)
    assert "check the disk" in copy_there(made, place, folder, TODAY).trouble
    monkeypatch.undo()
    assert list(place.iterdir()) == []
    made.unlink()
    assert "can't write" in copy_there(made, place, folder, TODAY).trouble
    monkeypatch.setattr(second_place.os, "listdir", lambda _: full("", ""))
    assert "no room" in copy_there(made, place, folder, TODAY).trouble


@pytest.mark.parametrize("content", ["", "[]", "{}", "7", '{"PLACE": 7}', '{"PLACE": ["../painmap.diary"]}'])
def test_a_list_that_can_not_be_read_names_nothing(content, folder, stick):
    place = make_place(stick)
    (folder / LIST).write_text(content.replace("PLACE", str(place)))
    assert seen(place, folder).last is None


def test_a_backup_written_there_at_once_is_noted(folder, stick):
    place = make_place(stick)
    made = place / name_of(FIRST, 3, 3)
    note_there(made, folder)
    assert seen(place, folder).last.name == made.name
    folder.rename(folder.with_name("gone"))
    folder.write_text("in the way")
    note_there(made, folder)


def test_a_folder_that_is_not_there_or_takes_none_is_refused(stick, tmp_path):
    with pytest.raises(DiaryTrouble, match="no folder"):
        make_place(tmp_path / "nowhere")
    (stick / NAME).write_text("in the way")
    with pytest.raises(DiaryUnwritable):
        make_place(stick)


def test_what_a_crash_left_half_written_goes_and_what_others_write_there_stays(folder, stick, backup):
    place = make_place(stick)
    copy_there(backup(), place, folder, TODAY)
    waits, left = anew(place / backup().name), place / f"{PART}{mark_of(folder)}0123abcd"
    other = mark_of(stick.with_name("another"))
    others = [place / f"{PART}0123abcd", place / f"{PART}{other}12345678", anew(place / backup(5).name)]
    for each in (waits, left, Path(f"{left}-journal"), *others):
        each.write_text("half")
    WAITING.add(waits)
    copy_there(backup(1), place, folder, TODAY)
    assert waits.exists()
    WAITING.clear()
    copy_there(backup(1), place, folder, TODAY)
    assert {each.name for each in place.iterdir()} == {backup().name, backup(1).name, *(each.name for each in others)}


def test_the_copy_of_another_diary_of_the_same_name_stays_and_ours_has_a_name_of_its_own(folder, stick, backup):
    place = make_place(stick)
    (place / backup().name).write_text("another patient's")
    for _ in range(2):
        found = copy_there(backup(), place, folder, TODAY)
        assert found.last.name == f"{backup().stem}-{mark_of(folder)}copy.diary"
    assert (place / found.last.name).read_text() == "the diary of day 0"
    assert (place / backup().name).read_text() == "another patient's"
    (folder / LIST).write_text(json.dumps({MARK: mark_of(folder)}))
    assert copy_there(backup(), place, folder, TODAY) == found
    (place / found.last.name).write_text("changed")
    (folder / LIST).write_text(json.dumps({MARK: mark_of(folder)}))
    assert copy_there(backup(), place, folder, TODAY).last.name == f"{backup().stem}-{mark_of(folder)}copy2.diary"


def test_two_diaries_in_folders_of_the_same_name_on_two_computers_have_two_marks(tmp_path):
    marks = {mark_of(tmp_path / computer / "backups") for computer in "abc"}
    assert len(marks) == 3
    (tmp_path / "a" / "backups" / LIST).write_text(json.dumps({MARK: "../x"}))
    assert mark_of(tmp_path / "a" / "backups") not in {"../x", *marks}


def test_a_copy_that_a_crash_left_unnoted_is_ours(folder, stick, backup):
    place = make_place(stick)
    copy_there(backup(), place, folder, TODAY)
    (folder / LIST).unlink()
    assert copy_there(backup(), place, folder, TODAY).last.name == backup().name


def test_two_places_in_turn_are_both_known(folder, stick, backup, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    first, second = make_place(stick), make_place(other)
    copy_there(backup(), first, folder, TODAY)
    copy_there(backup(), second, folder, TODAY)
    assert listed(folder, first) == listed(folder, second) == {backup().name}


def test_the_folder_of_the_diary_is_no_second_place_and_one_there_already_is_taken_as_it_is(folder, stick):
    for chosen in (folder.parent, folder):
        with pytest.raises(DiaryTrouble, match="on another disk or stick"):
            make_place(chosen, folder)
    home = stick / "home" / "backups"
    place = make_place(stick, home)
    assert make_place(place, home) == place
