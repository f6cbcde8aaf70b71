"""What is opened, begun, brought up to date or refused."""

import os
import sqlite3
import stat
from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest
from kept_things import one_of_each

from painmap.domain.checkin import CarriedOver, Quality, RegionPain
from painmap.exchange import json_file
from painmap.storage import backups, keys, schema
from painmap.storage.database import create, open_existing
from painmap.storage.diary import Diary
from painmap.storage.header import has_wal, writes_ahead
from painmap.storage.keys import Key
from painmap.storage.schema import STEPS
from painmap.storage.sealing import Change
from painmap.storage.trouble import (
    DiaryDamaged,
    DiaryMissing,
    DiaryMoved,
    DiaryTooNew,
    DiaryTooOld,
    DiaryTrouble,
    DiaryUnwritable,
    NotADiary,
)

VERSION_1 = Path(__file__).with_name("version-1.sql")


def sql(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def test_a_diary_is_begun_where_nothing_is_and_only_the_patient_can_read_it(tmp_path, now):
    path = tmp_path / "new folder" / "painmap.diary"
    with Diary.open(path, now) as diary:
        assert diary.path == path
        assert diary.all() == ()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [entry.name for entry in path.parent.iterdir()] == ["painmap.diary"]


def test_a_diary_says_in_its_header_what_it_is(path, now):
    Diary.open(path, now).close()
    header = path.read_bytes()[:100]
    assert header[68:72] == b"Pain"
    assert int.from_bytes(header[60:64], "big") == len(STEPS)


def test_a_name_with_signs_that_mean_something_in_an_address_is_taken_as_it_is(tmp_path, now, check_in):
    path = tmp_path / "a?mode=memory#b %41" / "my diary.diary"
    with Diary.open(path, now) as diary:
        diary.keep(check_in(0))
    assert path.stat().st_size > 0


def test_a_diary_stays_the_one_of_its_folder_when_the_working_folder_changes(tmp_path, now, check_in, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Diary.open(Path("painmap.diary"), now) as diary:
        monkeypatch.chdir("/")
        diary.keep(check_in(0))
    assert (tmp_path / "painmap.diary").exists()


def put_folder(path):
    path.mkdir()


def put_text(path):
    path.write_text("Dear diary, my hands hurt today. " * 40)


def put_short_text(path):
    path.write_text("x")


def put_other_program(path):
    sql(path, "CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('a')")


def put_other_wal_program(path):
    sql(path, "PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (url TEXT)")


def put_broken_link(path):
    path.symlink_to(path.with_name("nowhere"))


def put_pipe(path):
    os.mkfifo(path)


@pytest.mark.parametrize(
    "put",
    [put_folder, put_text, put_short_text, put_other_program, put_other_wal_program, put_broken_link, put_pipe],
)
def test_what_is_no_diary_is_refused_and_left_as_it_was(put, path, now):
    put(path)
    before = path.read_bytes() if path.is_file() else path.lstat()
    names = sorted(entry.name for entry in path.parent.iterdir())
    for open_it in (lambda: Diary.open(path, now), lambda: Diary.read(path)):
        with pytest.raises(NotADiary, match="not a Painmap diary"):
            open_it()
    after = path.read_bytes() if path.is_file() else path.lstat()
    assert after == before
    assert sorted(entry.name for entry in path.parent.iterdir()) == names


def cut_short(path: Path, script: str) -> None:
    """Leaves what a power cut in the middle of a save leaves: page 1 tells of pages that were not written yet."""
    saving = sqlite3.connect(path, isolation_level=None)
    saving.execute("PRAGMA cache_size = 1")
    saving.execute("BEGIN IMMEDIATE")
    saving.execute(script)
    left = {each: Path(each).read_bytes() for each in (path, f"{path}-journal")}
    saving.execute("ROLLBACK")
    saving.close()
    for each, content in left.items():
        Path(each).write_bytes(content)
    with path.open("r+b") as file:
        file.seek(28)
        file.write((500).to_bytes(4, "big"))


def test_a_save_that_was_cut_short_is_undone_and_all_that_was_kept_before_is_there(path, now, check_in):
    with Diary.open(path, now) as diary:
        diary.merge([check_in(n, note="was kept") for n in range(200)])
        before = diary.contents()
    cut_short(path, "UPDATE check_in SET note = hex(randomblob(3000))")
    with pytest.raises(sqlite3.DatabaseError), closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as alone:
        alone.execute("SELECT count(*) FROM check_in").fetchone()
    with Diary.open(path, now) as diary:
        assert diary.contents() == before
    assert not Path(f"{path}-journal").exists()


def test_a_save_of_another_program_that_was_cut_short_is_left_to_it(path, now):
    sql(path, "CREATE TABLE bookmarks (url TEXT)")
    sql(path, "".join(f"INSERT INTO bookmarks VALUES ('{n}');" for n in range(200)))
    cut_short(path, "UPDATE bookmarks SET url = hex(randomblob(900))")
    before = path.read_bytes(), Path(f"{path}-journal").read_bytes()
    with pytest.raises(NotADiary):
        Diary.open(path, now)
    assert (path.read_bytes(), Path(f"{path}-journal").read_bytes()) == before


def test_an_empty_file_is_refused_and_stays_empty(path, now):
    path.touch()
    with pytest.raises(DiaryDamaged, match="newest copy"):
        Diary.open(path, now)
    assert path.read_bytes() == b""


def test_a_diary_from_a_newer_version_is_refused_and_left_as_it_was(path, now):
    Diary.open(path, now).close()
    sql(path, f"PRAGMA user_version = {len(STEPS) + 1}; CREATE TABLE mood (value INTEGER)")
    before = path.read_bytes()
    for open_it in (lambda: Diary.open(path, now), lambda: Diary.read(path)):
        with pytest.raises(DiaryTooNew, match="newer version"):
            open_it()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "harm",
    [
        "PRAGMA user_version = 0",
        "DROP INDEX check_in_by_day",
        "CREATE TRIGGER t AFTER INSERT ON check_in BEGIN DELETE FROM check_in; END",
        "PRAGMA foreign_keys = OFF; DELETE FROM check_in",
        "UPDATE check_in SET overall_pain = 3",
        "UPDATE check_in SET note = 'other'",
        "UPDATE region_pain SET intensity = 9",
        "UPDATE region_pain SET region = 'front-left-tail' WHERE intensity = 5",
        "UPDATE region_pain SET qualities = 'splendid'",
        "UPDATE region_pain SET check_in = check_in + 1",
        "DELETE FROM region_pain",
        "UPDATE carried_region SET intensity = 9",
        "UPDATE check_in SET note = CAST(x'ff' AS TEXT)",
        "UPDATE check_in SET about = NULL",
        "UPDATE check_in SET about = replace(about, '7', '6')",
        "UPDATE check_in SET about = 'sleep'",
        "UPDATE treatment SET record = replace(record, 'Ibuprofen', 'Ibuprofan')",
        "UPDATE treatment_use SET record = replace(record, '40', '50')",
        "PRAGMA foreign_keys = OFF; UPDATE treatment_use SET treatment = 'x'",
        "PRAGMA foreign_keys = OFF; DELETE FROM treatment",
        "UPDATE event SET id = 'x'",
        "DROP TABLE appointment",
    ],
)
def test_a_diary_that_is_not_as_it_was_kept_is_refused_and_left_as_it_is(harm, path, now, check_in):
    with Diary.open(path, now) as diary:
        said = check_in(0, {"back-sacrum": 5}, overall_pain=2).with_map_of(check_in(1, {"front-left-jaw": 1}), now)
        diary.keep(said.told(now, sleep=7), *one_of_each(now))
    sql(path, harm)
    before = path.read_bytes()
    for open_it in (lambda: Diary.open(path, now), lambda: Diary.read(path)):
        with pytest.raises(DiaryDamaged, match="damaged") as caught:
            open_it()
        assert caught.value.detail
    assert path.read_bytes() == before


def test_damage_that_comes_while_the_diary_is_open_is_noticed_when_it_is_read(path, now, check_in):
    with Diary.open(path, now) as diary:
        diary.keep(check_in(0, {"back-sacrum": 5}))
        sql(path, "UPDATE check_in SET day = '2026-02-31'")
        with pytest.raises(DiaryDamaged):
            diary.all()


def test_reading_where_there_is_no_diary_says_so_and_makes_none(path):
    with pytest.raises(DiaryMissing, match="There is no diary"):
        Diary.read(path)
    assert not path.exists()


def test_a_diary_that_is_read_can_not_be_changed(path, now, check_in):
    with Diary.open(path, now) as diary:
        diary.keep(check_in(0))
    with Diary.read(path) as diary, pytest.raises(DiaryUnwritable):
        diary.keep(check_in(1))
    with Diary.read(path) as diary:
        assert diary.count() == 1


def test_a_diary_is_not_begun_beside_the_journal_of_a_lost_one(path, now):
    journal = path.with_name("painmap.diary-journal")
    journal.write_bytes(b"left over")
    with pytest.raises(DiaryMoved, match="put it back"):
        Diary.open(path, now)
    assert not path.exists()
    assert journal.read_bytes() == b"left over"


def test_what_comes_to_the_path_while_a_diary_is_begun_there_stays(path, monkeypatch):
    build = schema.build

    def build_slowly(connection, steps):
        path.write_text("from another program")
        build(connection, steps)

    monkeypatch.setattr(schema, "build", build_slowly)
    with pytest.raises(NotADiary):
        create(path)
    assert path.read_text() == "from another program"
    assert [entry.name for entry in path.parent.iterdir()] == ["painmap.diary"]


def test_a_diary_that_another_program_turned_to_wal_is_turned_back(path, now, check_in):
    with Diary.open(path, now) as diary:
        diary.keep(check_in(0))
    sql(path, "PRAGMA journal_mode = WAL")
    with Diary.open(path, now) as diary:
        assert diary.count() == 1
    assert path.read_bytes()[18:20] == b"\1\1"


def test_a_diary_of_version_1_is_read_as_it_was_written(path, now):
    sql(path, VERSION_1.read_text(encoding="utf-8"))
    with Diary.open(path, now) as diary:
        first, second = diary.all()
    ache = RegionPain(5, frozenset({Quality.ACHING, Quality.BURNING}))
    assert (first.day, first.overall_pain, first.fatigue, first.note) == (date(2026, 3, 14), 6, 7, "Regen, müde")
    assert first.regions == {"front-left-shoulder": ache, "back-sacrum": RegionPain(7, swollen=True)}
    assert first.changed_at.isoformat() == "2026-03-14T20:12:00.000250+01:00"
    assert (second.overall_pain, second.fatigue, second.note) == (None, 0, "")
    assert second.carried_over == CarriedOver(first.day, {"front-left-shoulder": 5, "back-sacrum": 7})
    assert second.carried_over.changes(second.regions) == 1


NEXT = (*STEPS, ("CREATE TABLE tide (check_in INTEGER, value INTEGER) STRICT", "INSERT INTO tide VALUES (1, 5)"))


def test_an_older_diary_is_copied_and_brought_up_to_date(path, now):
    sql(path, VERSION_1.read_text(encoding="utf-8"))
    with Diary.open(path, now, NEXT) as diary:
        assert diary.database.version == len(NEXT)
        kept = diary.all()
    copy = path.parent / "backups" / f"painmap-2026-11-22-140200-2-days-2-entries-before-version-{len(NEXT)}.diary"
    with closing(open_existing(copy, for_writing=False)) as copied:
        assert copied.version == 1
    with Diary.open(path, now, NEXT) as diary:
        assert diary.all() == kept
    assert [entry.name for entry in copy.parent.iterdir()] == [copy.name]


def test_a_real_diary_of_version_1_is_copied_first_and_holds_the_same_afterwards(path, now):
    before = VERSION_1.with_suffix(".diary").read_bytes()
    path.write_bytes(before)
    told = json_file.read(VERSION_1.with_suffix(".json"), now.date())
    with Diary.open(path, now) as diary:
        assert diary.database.version == 2
        assert diary.contents() == told
        assert not diary.contents().records
        diary.keep(diary.all()[0].told(now, sleep=7))
    (copy,) = (path.parent / "backups").iterdir()
    assert copy.name == "painmap-2026-11-22-140200-10-days-11-entries-before-version-2.diary"
    with closing(open_existing(copy, for_writing=False)) as copied, closing(sqlite3.connect(path)) as old:
        assert copied.version == 1
        path.write_bytes(before)
        rows = "SELECT * FROM check_in JOIN region_pain ON check_in = number ORDER BY 1, region"
        assert copied.connection.execute(rows).fetchall() == old.execute(rows).fetchall()


@pytest.mark.parametrize(
    "step",
    [
        ("CREATE TABLE mood (value INTEGER)", "ALTER TABLE nowhere ADD COLUMN x"),
        ("CREATE TABLE mood (value INTEGER)", "UPDATE check_in SET fatigue = 10"),
        ("DELETE FROM region_pain",),
    ],
)
def test_a_failed_migration_leaves_the_file_as_it_was(step, path, now):
    sql(path, VERSION_1.read_text(encoding="utf-8"))
    before = path.read_bytes()
    with pytest.raises(DiaryTrouble, match="left as it"):
        Diary.open(path, now, (*STEPS, step))
    assert path.read_bytes() == before
    assert backups.newest(path.parent / "backups", now) is not None
    Diary.open(path, now).close()


def test_without_a_copy_there_is_no_migration(path, now):
    sql(path, VERSION_1.read_text(encoding="utf-8"))
    before = path.read_bytes()
    (path.parent / "backups").write_text("a file is in the way")
    with pytest.raises(DiaryUnwritable):
        Diary.open(path, now, NEXT)
    assert path.read_bytes() == before


def test_an_older_diary_is_not_changed_by_reading_it(path, now, monkeypatch):
    sql(path, VERSION_1.read_text(encoding="utf-8"))
    before = path.read_bytes()
    monkeypatch.setattr("painmap.storage.diary.STEPS", NEXT)
    with pytest.raises(DiaryTooOld, match="open it once"):
        Diary.read(path)
    assert path.read_bytes() == before


def test_a_diary_is_closed_after_it_was_refused(path, now, monkeypatch):
    Diary.open(path, now).close()
    monkeypatch.setattr("painmap.storage.database.Database.check", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        Diary.open(path, now)
    copyfile(path, path.with_name("copy"))
    with closing(open_existing(path, for_writing=True)) as database, database.writing():
        pass


def test_a_mistake_of_the_program_is_not_told_as_trouble_of_the_file(path, now):
    diary = Diary.open(path, now)
    diary.close()
    diary.close()
    with pytest.raises(sqlite3.ProgrammingError):
        diary.count()


def test_whether_the_file_is_still_there_can_be_asked(path, now):
    with Diary.open(path, now) as diary:
        diary.database.still_there()
        path.rename(path.with_name("elsewhere"))
        with pytest.raises(DiaryMoved):
            diary.database.still_there()


def test_damage_that_sqlite_can_not_even_put_into_words_is_told_as_damage(path, now):
    Diary.open(path, now).close()
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"CREATE INDEX check_in_by_day", b"CREATE \xff\xfe\xfd\xfcX check_in_by_day"))
    with pytest.raises(DiaryDamaged, match="newest copy"):
        Diary.open(path, now)


@pytest.mark.parametrize("sealed", [False, True])
def test_a_log_of_another_file_beside_the_diary_is_never_written_into_it(sealed, path, now, check_in, monkeypatch):
    monkeypatch.setattr(keys, "ROUNDS", 10)
    with Diary.open(path, now) as diary:
        diary.merge([check_in(0, overall_pain=4)])
        if sealed:
            change = Change(path, Key.new("x"))
            change.prepare(now)
            change.take_place(diary)
    content = path.read_bytes()
    other, log = path.with_name("other"), Path(f"{path}-wal")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE mood (value)")
        connection.execute("INSERT INTO mood VALUES (randomblob(9000))")
        connection.commit()
        log.write_bytes(Path(f"{other}-wal").read_bytes())
    Diary.read(path).close()
    assert path.read_bytes() == content
    assert log.exists()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", lambda *_: path.mkdir())
        with pytest.raises(DiaryUnwritable):
            Diary.open(path, now)
    with Diary.open(path, now) as diary:
        assert diary.count() == 1
    assert path.read_bytes() == content
    assert path.with_name("painmap-left-1.diary-wal").exists()
    assert not log.exists()
    keys.forget()


def test_the_log_of_a_diary_that_has_one_is_its_own(path, now, check_in):
    Diary.open(path, now).close()
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("PRAGMA application_id = 1348561262")
    writer.commit()
    assert writes_ahead(path)
    writer.close()
    with Diary.open(path, now) as diary:
        diary.keep(check_in(0))
    assert not has_wal(path)
