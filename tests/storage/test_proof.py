"""A diary that is opened before the whole of it is verified: what is read is, and nothing is written before."""

import sqlite3
from contextlib import closing
from threading import Event

import pytest

from painmap.domain.period import Period
from painmap.paths import DIARY_FILE
from painmap.storage.diary import Diary
from painmap.storage.trouble import DiaryDamaged, DiaryInUse


@pytest.fixture
def path(tmp_path, now, check_in):
    """Three days."""
    with Diary.open(tmp_path / DIARY_FILE, now) as diary:
        diary.merge([check_in(2, overall_pain=4), check_in(1, overall_pain=5), check_in(0, overall_pain=6)])
    return tmp_path / DIARY_FILE


@pytest.fixture
def damaged(path):
    """The earliest day is no longer as it was kept."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE check_in SET overall_pain = 9 WHERE number = 1")
    return path


def begun(diary):
    """Begins the proof and returns when it has told that it is over."""
    ended = Event()
    diary.proof.begin(ended.set)
    assert ended.wait(10)


def test_a_sound_diary_is_proved_beside_and_then_written(path, now, check_in):
    with Diary.open(path, now, proved=False) as diary:
        begun(diary)
        assert diary.proof.trouble is None
        diary.keep(check_in(0, overall_pain=7))
        assert diary.count() == 4


def test_a_change_waits_for_a_proof_that_was_not_begun(path, now, check_in):
    with Diary.open(path, now, proved=False) as diary:
        diary.keep(check_in(0, overall_pain=7))
        assert diary.proof.trouble is None
        assert diary.count() == 4


def test_a_damaged_diary_can_be_opened_unproved_and_what_is_sound_read(damaged, now):
    with Diary.open(damaged, now, proved=False) as diary:
        assert [each.overall_pain for each in diary.on(now.date())] == [6]
        with pytest.raises(DiaryDamaged):
            diary.all()


@pytest.mark.parametrize(
    "ask",
    [
        lambda diary, days: diary.between(days),
        lambda diary, days: diary.contents(days),
        lambda diary, days: diary.counts(),
        lambda diary, days: diary.count(),
        lambda diary, days: diary.with_note("x"),
        lambda diary, days: diary.all(),
    ],
)
def test_a_check_in_that_damage_moved_to_another_day_is_not_shown_as_a_day_without_one(path, now, ask):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE check_in SET day = '2016-01-01' WHERE number = 2")
    with Diary.open(path, now, proved=False) as diary, pytest.raises(DiaryDamaged):
        ask(diary, Period.last(3, until=now.date()))


@pytest.mark.parametrize("begin", [begun, lambda diary: None])
def test_nothing_is_written_into_a_damaged_diary(damaged, now, check_in, begin):
    before = damaged.read_bytes()
    with Diary.open(damaged, now, proved=False) as diary:
        begin(diary)
        with pytest.raises(DiaryDamaged):
            diary.keep(check_in(0, overall_pain=7))
        assert isinstance(diary.proof.trouble, DiaryDamaged)
    assert damaged.read_bytes() == before


def test_after_the_diary_is_closed_nothing_is_begun(path, now):
    ended = Event()
    with Diary.open(path, now, proved=False) as diary:
        proof = diary.proof
    proof.begin(ended.set)
    proof.end()
    assert not ended.is_set()
    assert proof.trouble is not None


def test_a_busy_file_is_no_damage_and_is_tried_again_at_the_next_change(path, now, check_in):
    with Diary.open(path, now, proved=False) as diary:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            begun(diary)
            assert isinstance(diary.proof.trouble, DiaryInUse)
            other.execute("ROLLBACK")
        diary.keep(check_in(0, overall_pain=7))
        assert diary.count() == 4
