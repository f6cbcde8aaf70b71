"""Measures the diary: opening ten years, and keeping one change, beside bare sqlite3."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from statistics import median
from threading import Thread
from time import perf_counter, sleep
from uuid import UUID

from bench_row import Row, median_of, side_by_side

from painmap.domain.checkin import CheckIn
from painmap.domain.record import digest
from painmap.domain.restoring import Way, plan
from painmap.domain.sample import sample
from painmap.paths import DIARY_FILE
from painmap.storage import keys
from painmap.storage.backups import own_copy
from painmap.storage.diary import Diary
from painmap.storage.keys import Key
from painmap.storage.restoring import look
from painmap.storage.sealing import Change, unlock

NOW = datetime(2026, 11, 22, 23, 2, tzinfo=timezone(timedelta(hours=1)))
TEN_YEARS = 3650
PASSPHRASE = "chestnut bicycle harbour"

_SETTINGS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
)


def ten_years() -> tuple[CheckIn, ...]:
    """An invented patient who missed no day of ten years: a day without an entry is told like the one before."""
    told = sample(TEN_YEARS, NOW.date(), 1, NOW).check_ins
    by_day: dict[date, CheckIn] = {check_in.day: check_in for check_in in told}
    last, filled = told[0], list(told)
    for n in range(TEN_YEARS):
        day = NOW.date() - timedelta(TEN_YEARS - 1 - n)
        last = by_day.get(day, last)
        if last.day != day:
            filled.append(_told_again(last, day, n))
    return tuple(filled)


def make_diary(folder: Path, check_ins: tuple[CheckIn, ...]) -> Path:
    """A diary with these check-ins in a new folder; returns the folder."""
    folder.mkdir(parents=True)
    with Diary.open(folder / DIARY_FILE, NOW) as diary:
        diary.merge(check_ins)
    return folder


def opening(folder: Path) -> Row:
    """Opens and verifies the diary of this folder, as the window does at its start."""
    path = folder / DIARY_FILE
    return Row("open and verify ten years", "ms", median_of(lambda: Diary.open(path, NOW).close(), 9), bar=300)


def under_a_passphrase(folder: Path) -> tuple[Row, Row]:
    """The same two of a diary under a passphrase: told, opened and verified; and a change, beside sqlcipher3 alone."""
    other = folder.with_name(f"{folder.name}-sealed")
    shutil.copytree(folder, other)
    path = other / DIARY_FILE
    with Diary.open(path, NOW) as diary:
        change = Change(path, Key.new(PASSPHRASE))
        change.prepare(NOW)
        change.take_place(diary)

    def told_and_opened() -> None:
        keys.forget()
        unlock(path, PASSPHRASE)
        Diary.open(path, NOW).close()

    opened = Row(
        "open and verify ten years with a passphrase, from telling it", "ms", median_of(told_and_opened, 9), bar=600
    )
    kept = keeping(other)
    shutil.rmtree(other)
    return opened, replace(kept, what="keep one change with a passphrase, beside sqlcipher3")


def keeping(folder: Path) -> Row:
    """Changes one region of a check-in, over and over, in a diary of ten years and in a copy of its file."""
    copy = folder / "bare.diary"
    shutil.copyfile(folder / DIARY_FILE, copy)
    with Diary.open(folder / DIARY_FILE, NOW) as diary, closing(_bare(copy)) as connection:
        last = max((c for c in diary.all() if len(c.regions) >= 12), key=lambda c: c.recorded_at)
        number = connection.execute("SELECT number FROM check_in WHERE id = ?", (last.id,)).fetchone()[0]
        versions = _versions(last)
        ours, bare = side_by_side(
            lambda: diary.keep(versions()),
            _committed(connection, number, last),
            101,
        )
    copy.unlink()
    return Row(f"keep one change (a check-in of {len(last.regions)} regions)", "ms", ours, bare, 1.5)


def backing_up(folder: Path) -> tuple[Row, Row]:
    """A backup as the window makes it, in a thread of its own, and the longest that a change waits meanwhile."""
    path, target = folder / DIARY_FILE, folder / "bench-backups"

    def back_up() -> None:
        own_copy(path, target, NOW)

    waits = []
    with Diary.open(path, NOW) as diary:
        last = max(diary.all(), key=lambda c: c.recorded_at)
        versions = _versions(last if last.regions else last.rated("back-sacrum", 3, last.changed_at))
        for _ in range(7):
            worker = Thread(target=back_up)
            worker.start()
            longest = 0.0
            while worker.is_alive():
                begun = perf_counter()
                diary.keep(versions())
                longest = max(longest, (perf_counter() - begun) * 1000)
                sleep(0.02)
            worker.join()
            waits.append(longest)
    taken = median_of(back_up, 5)
    shutil.rmtree(target)
    return (
        Row("back up ten years, opened, compared and counted, beside the window", "ms", taken),
        Row("longest wait of a change while that runs", "ms", median(waits), bar=100),
    )


def restoring(folder: Path) -> Row:
    """What a restore of ten years would do: reads both, and says what would be added, changed and lost."""
    path, target = folder / DIARY_FILE, folder / "bench-backups"
    copy = own_copy(path, target, NOW)
    assert copy is not None
    with Diary.open(path, NOW) as diary:
        taken = median_of(lambda: plan(diary.contents(), look(copy, path), Way.MERGE), 3)
    shutil.rmtree(target)
    return Row("say what a restore of ten years would do", "ms", taken)


def _told_again(check_in: CheckIn, day: date, n: int) -> CheckIn:
    later = check_in.recorded_at + (day - check_in.recorded_at.date())
    return replace(check_in, id=str(UUID(int=n, version=4)), day=day, recorded_at=later, changed_at=later)


def _versions(check_in: CheckIn) -> Callable[[], CheckIn]:
    """The check-in with another intensity in its first region each time."""
    region = next(iter(check_in.regions))
    made = 0

    def version() -> CheckIn:
        nonlocal made
        made += 1
        return check_in.rated(region, 1 + made % 10, check_in.changed_at + timedelta(seconds=made))

    return version


def _bare(path: Path) -> sqlite3.Connection:
    key = keys.key_of(path)
    connection = sqlite3.connect(path, isolation_level=None) if key is None else _sealed(path, key)
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    return connection


def _sealed(path: Path, key: Key) -> sqlite3.Connection:
    from sqlcipher3 import dbapi2

    connection: sqlite3.Connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.secret.hex()}{key.salt.hex()}'\"")
    return connection


def _committed(connection: sqlite3.Connection, number: int, check_in: CheckIn) -> Callable[[], None]:
    """The same rows written by sqlite3 alone: all values ready, one transaction."""
    rows = [
        (number, name, pain.intensity, ",".join(pain.qualities), pain.swollen)
        for name, pain in check_in.regions.items()
    ]
    mark, at = digest(check_in), check_in.changed_at.isoformat()
    made = 0

    def commit() -> None:
        nonlocal made
        made += 1
        rows[0] = (*rows[0][:2], 1 + made % 10, *rows[0][3:])
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE check_in SET changed_at = ?, overall_pain = ?, fatigue = ?, note = ?, digest = ? WHERE number = ?",
            (
                at,
                check_in.overall_pain,
                check_in.fatigue,
                check_in.note or None,
                mark[:: -1 if made % 2 else 1],
                number,
            ),
        )
        connection.execute("DELETE FROM region_pain WHERE check_in = ?", (number,))
        connection.execute("DELETE FROM carried_region WHERE check_in = ?", (number,))
        connection.executemany(
            "INSERT INTO region_pain (check_in, region, intensity, qualities, swollen) VALUES (?, ?, ?, ?, ?)", rows
        )
        connection.execute("COMMIT")

    return commit
