"""The backups of a diary wherever they are: beside it and in the second place, and the newest that is good."""

from datetime import timedelta

import pytest

from painmap.storage import backups, keys
from painmap.storage.diary import Diary
from painmap.storage.everywhere import Newest, all_copies, locked_text, newest_good
from painmap.storage.keys import Key
from painmap.storage.sealing import Change
from painmap.storage.second_place import LIST, copy_there, make_place


@pytest.fixture
def place(tmp_path):
    (tmp_path / "stick").mkdir()
    return make_place(tmp_path / "stick")


@pytest.fixture
def diary(path, now, check_in):
    with Diary.open(path, now) as diary:
        diary.merge([check_in(n, overall_pain=3) for n in range(5)])
        yield diary


def change(diary, passphrase, now):
    changed = Change(diary.path, Key.new(passphrase) if passphrase else None)
    changed.prepare(now)
    changed.take_place(diary)


def test_the_newest_good_one_is_the_newest_that_is_sound(diary, folder, now):
    assert newest_good(all_copies(folder, None, now), diary.path).good is None
    first = backups.before("import", diary, folder, now)
    second = backups.before("import", diary, folder, now + timedelta(hours=1))
    second.write_bytes(second.read_bytes()[:9000])
    found = newest_good(all_copies(folder, None, now + timedelta(hours=2)), diary.path)
    assert (found.good.copy.path, found.good.held, found.locked) == (first, diary.contents(), ())


def test_a_backup_of_a_clock_that_was_wrong_comes_last(diary, folder, now):
    ahead = backups.before("import", diary, folder, now + timedelta(days=2000))
    made = backups.before("import", diary, folder, now)
    assert [each.path for each in all_copies(folder, None, now)] == [made, ahead]


def test_the_second_place_has_its_say_and_what_others_keep_there_has_not(diary, folder, place, now):
    for hours in (0, 1):
        made = backups.before("import", diary, folder, now + timedelta(hours=hours))
        copy_there(made, place, folder, now.date())
    made.unlink()
    other = place / made.name.replace("-150200-", "-235900-")
    other.write_bytes((place / made.name).read_bytes())
    later = now + timedelta(hours=10)
    assert all_copies(folder, place, later)[0].path == place / made.name
    assert len(all_copies(folder, place, later)) == 3
    (folder / LIST).unlink()
    assert all_copies(folder, place, later)[0].path == other
    assert len(all_copies(folder, place, later)) == 4
    assert len(all_copies(folder, place / "away", later)) == 1


def test_of_a_backup_beside_the_diary_that_is_damaged_there_is_the_one_in_the_second_place(diary, folder, place, now):
    made = backups.before("import", diary, folder, now)
    copy_there(made, place, folder, now.date())
    made.write_bytes(b"")
    assert newest_good(all_copies(folder, place, now), diary.path).good.copy.path == place / made.name


def test_later_ones_under_a_passphrase_are_named(diary, folder, now, tmp_path):
    plain = backups.before("import", diary, folder, now)
    content = plain.read_bytes()
    change(diary, "a sleepy grey cat", now)
    plain.write_bytes(content)
    locked = [backups.before("import", diary, folder, now + timedelta(hours=n)) for n in (1, 2)]
    named = backups.before("import", diary, folder, now + timedelta(hours=3))
    old = folder / "painmap-2026-11-22-180000.diary"
    named.rename(old)
    keys.forget()
    found = newest_good(all_copies(folder, None, now + timedelta(hours=5)), diary.path)
    assert found.good.copy.path == plain
    assert [each.path for each in found.locked][:-1] == [old, *reversed(locked)]
    assert locked_text(found, diary.path) == (
        "4 later backups are under a passphrase, the newest of Sun 22 Nov 2026, 18:00."
    )
    assert locked_text(Newest(None, found.locked[1:2]), tmp_path / "other" / "painmap.diary") == (
        f"A backup is under a passphrase, of Sun 22 Nov 2026, 16:02 (in {folder}): 5 days."
    )
