"""What can be read of a damaged diary: each thing whose digest is right, and nothing else."""

import random
import resource
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from kept_things import one_of_each

from painmap.domain.contents import Contents
from painmap.domain.restoring import fitting
from painmap.storage.diary import Diary
from painmap.storage.salvage import Salvaged, salvage
from painmap.storage.trouble import DiaryDamaged, DiaryUnwritable

PAGE = 4096


@pytest.fixture
def whole(path, now, check_in):
    """A diary of 120 days, closed again."""
    with Diary.open(path, now) as diary:
        told = [check_in(n, {"back-sacrum": n % 10 + 1, "front-forehead": 3}, note="Müde " * 9) for n in range(120)]
        diary.merge([*told, *one_of_each(now)])
        return diary.contents()


def sql(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def test_of_a_sound_diary_everything_is_read_and_it_stays_as_it_is(whole, path):
    content = path.read_bytes()
    assert salvage(path) == Salvaged(whole)
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_check_in_that_is_not_as_it_was_kept_is_left_out_and_counted(whole, path):
    sql(path, "UPDATE check_in SET overall_pain = 3 WHERE number = 7; DELETE FROM region_pain WHERE check_in = 9")
    found = salvage(path)
    assert found.unreadable == 2
    assert len(found.contents.check_ins) == 118
    assert set(found.contents) < set(whole)


def test_a_record_that_is_not_as_it_was_kept_is_left_out(whole, path):
    sql(path, "UPDATE treatment SET record = replace(record, 'Ibuprofen', 'Ibuprofan')")
    found = salvage(path).contents
    assert (len(found.treatments), len(found.uses), len(found.events)) == (0, 2, 1)
    assert fitting(found).uses == ()


def numbers_for_words(path: Path) -> None:
    """A number where the qualities of two check-ins were, as a flipped bit in the head of a row makes it."""
    turned = "UPDATE sqlite_schema SET sql = replace(sql, 'qualities {}', 'qualities {}') WHERE name = 'region_pain'"
    sql(path, f"PRAGMA writable_schema = ON; {turned.format('TEXT', 'ANY')}")
    sql(path, "UPDATE region_pain SET qualities = 7 WHERE check_in IN (3, 4)")
    sql(path, f"PRAGMA writable_schema = ON; {turned.format('ANY', 'TEXT')}")


def test_a_number_where_words_were_is_left_out_and_elsewhere_told_as_damage(whole, path, now):
    numbers_for_words(path)
    assert salvage(path).unreadable == 2
    with pytest.raises(DiaryDamaged):
        Diary.open(path, now)


def test_a_number_where_words_were_that_comes_while_the_diary_is_open_is_told_as_damage(whole, path, now):
    with Diary.open(path, now) as diary:
        numbers_for_words(path)
        with pytest.raises(DiaryDamaged):
            diary.all()


@pytest.mark.parametrize("at", [0, 5, 16, 18, 21, 28, 44, 47, 56, 60, 63, 68, 92])
def test_a_damaged_header_costs_nothing(at, whole, path):
    content = bytearray(path.read_bytes())
    content[at] ^= 0xA5
    path.write_bytes(content)
    assert salvage(path) == Salvaged(whole)


def test_a_page_that_is_lost_costs_only_what_stood_on_it(whole, path):
    content = path.read_bytes()
    found = []
    for page in range(1, len(content) // PAGE):
        path.write_bytes(content[: page * PAGE] + bytes(PAGE) + content[(page + 1) * PAGE :])
        saved = salvage(path)
        assert set(saved.contents) <= set(whole)
        found.append(len(saved.contents.check_ins))
    assert sorted(found)[len(found) // 2] > 100


def test_of_a_diary_cut_short_what_is_left_is_read(whole, path):
    content = path.read_bytes()
    kept = []
    for length in range(0, len(content), PAGE):
        path.write_bytes(content[:length])
        saved = salvage(path)
        assert set(saved.contents) <= set(whole)
        kept.append(len(saved.contents.check_ins))
    assert kept[0] == 0
    assert max(kept) > 60


def test_nothing_is_ever_invented_whatever_the_damage(whole, path):
    content, chance = path.read_bytes(), random.Random(8)
    for _ in range(60):
        harmed = bytearray(content)
        for _ in range(chance.choice((1, 20, 400))):
            harmed[chance.randrange(len(harmed))] = chance.randrange(256)
        path.write_bytes(harmed)
        assert set(salvage(path).contents) <= set(whole)
        assert path.read_bytes() == harmed


def test_an_unfinished_save_is_undone_on_the_copy_before_it_is_read(whole, path, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN")
        writer.execute("UPDATE check_in SET note = 'half done'")
        for name in (path.name, f"{path.name}-journal"):
            copyfile(path.with_name(name), other / name)
    assert salvage(other / path.name) == Salvaged(whole)
    assert sorted(each.name for each in other.iterdir()) == [path.name, f"{path.name}-journal"]


def test_of_a_diary_of_version_1_everything_is_read(path):
    copyfile(Path(__file__).with_name("version-1.diary"), path)
    assert len(salvage(path).contents.check_ins) == 11


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"Dear diary, my hands hurt. " * 400, bytes(50_000)])
def test_of_what_is_no_diary_nothing_is_read(content, path):
    path.write_bytes(content)
    assert salvage(path) == Salvaged(Contents())


def test_without_room_for_a_copy_that_is_told(whole, path):
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, old[1]))
    try:
        with pytest.raises(DiaryUnwritable, match="can't write"):
            salvage(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
