"""Bringing much into the open diary from a thread beside the window, or stopping before its end."""

import sqlite3
from pathlib import Path
from threading import Thread

import pytest

from painmap.domain.contents import Contents
from painmap.domain.course import Cancelled, Course
from painmap.domain.restoring import Way
from painmap.domain.sample import sample
from painmap.paths import DIARY_FILE
from painmap.storage import backups
from painmap.storage.beside import beside
from painmap.storage.diary import Diary
from painmap.storage.restored import Restored, read_note, write_note
from painmap.storage.restoring import restore, undo
from painmap.storage.trouble import DiaryUnwritable


class Stopped(Course):
    """Notes what it is told, and stops the work at a share of a step, or where it settles."""

    def __init__(self, at: float | None = None, *, settling: bool = False, step: str = "") -> None:
        self.steps: list[str] = []
        self.settled = False
        self._at, self._settling, self._step = at, settling, step

    def step(self, words: str) -> None:
        self.steps.append(words)
        if self._step and words.startswith(self._step):
            raise Cancelled

    def at(self, done: int, of: int) -> None:
        if self._at is not None and done >= self._at * of:
            raise Cancelled

    def settle(self) -> None:
        if self._settling:
            raise Cancelled
        self.settled = True


@pytest.fixture
def path(tmp_path: Path, now) -> Path:
    with Diary.open(tmp_path / DIARY_FILE, now) as diary:
        diary.merge(sample(30, now.date(), 1, now))
    return tmp_path / DIARY_FILE


@pytest.fixture
def more(now) -> Contents:
    return sample(90, now.date(), 2, now)


@pytest.mark.parametrize("course", [Stopped(0), Stopped(0.5), Stopped(1), Stopped(settling=True)])
def test_a_stopped_import_leaves_the_file_byte_for_byte(path, more, course):
    before = path.read_bytes()
    with beside(path, for_writing=True) as diary, pytest.raises(Cancelled):
        diary.merge(more, course)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [DIARY_FILE]


def test_nothing_is_in_the_file_before_the_commit(path, more):
    before = path.read_bytes()

    class Looking(Course):
        def settle(self) -> None:
            assert path.read_bytes() == before
            with Diary.read(path) as untouched:
                seen.append(untouched.count())

    seen: list[int] = []
    with beside(path, for_writing=True) as diary:
        held = diary.count()
        diary.database.connection.execute("PRAGMA cache_size = 2")  # pages: more would reach the file by themselves
        merged = diary.merge(more, Looking())
        assert seen == [held]
        assert diary.count() == held + merged.added


def test_the_window_sees_what_another_thread_brought_in(path, more, now):
    with Diary.open(path, now) as window:
        held = window.count()

        def bring_in() -> None:
            with beside(path, for_writing=True) as diary:
                diary.merge(more)

        worker = Thread(target=bring_in)
        worker.start()
        worker.join()
        assert window.count() > held


def test_beside_the_window_nothing_is_written_unless_it_is_said(path, check_in):
    with beside(path) as diary, pytest.raises(DiaryUnwritable):
        diary.keep(check_in(1, fatigue=3))


def test_the_connection_goes_with_its_block(path):
    with beside(path) as diary:
        assert diary.count()
    with pytest.raises(sqlite3.ProgrammingError):
        diary.count()


@pytest.mark.parametrize(
    "course", [Stopped(0.5), Stopped(settling=True), Stopped(step="Making"), Stopped(step="Bringing")]
)
@pytest.mark.parametrize("noted", [False, True])
def test_a_stopped_restore_leaves_the_diary_and_its_note(path, more, now, course, noted):
    folder = path.parent / backups.BACKUPS
    folder.mkdir()
    earlier = Restored("1 check-in on 1 day added.", "") if noted else None
    write_note(folder, earlier)
    before = path.read_bytes()
    with beside(path, for_writing=True) as diary, pytest.raises(Cancelled):
        restore(diary, more, Way.REPLACE, folder, now, course)
    assert path.read_bytes() == before
    assert read_note(folder) == earlier


@pytest.mark.parametrize("course", [Stopped(0.5), Stopped(settling=True), Stopped(step="Making"), Stopped(step="Bri")])
def test_a_stopped_undo_leaves_what_was_restored(path, more, now, course):
    folder = path.parent / backups.BACKUPS
    with beside(path, for_writing=True) as diary:
        restore(diary, more, Way.REPLACE, folder, now)
        before, note = path.read_bytes(), read_note(folder)
        with pytest.raises(Cancelled):
            undo(diary, folder, now, course)
        assert path.read_bytes() == before
        assert read_note(folder) == note
        undo(diary, folder, now)
        assert read_note(folder) is None


def test_what_is_done_is_told_until_it_can_not_be_stopped(path, more, now):
    course = Stopped()
    with beside(path, for_writing=True) as diary:
        restore(diary, more, Way.MERGE, path.parent / backups.BACKUPS, now, course)
    assert course.steps == ["Making a backup of the diary", "Bringing the backup back"]
    assert course.settled
