"""Run by test_faults: saves a change again and again in a child that kills itself one step of SQLite later each time.

Prints how many children were killed, how many left a journal, and how many reported the change as saved.
"""

import json
import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile

from painmap.domain.checkin import CheckIn, RegionPain
from painmap.storage.diary import Diary

NOW = datetime(2026, 3, 15, 20, tzinfo=UTC)
SAVED, CLOSED = b"s", b""


def check_ins(intensity: int, note: str) -> list[CheckIn]:
    regions = {"back-sacrum": RegionPain(intensity), "front-forehead": RegionPain(2)}
    at = NOW - timedelta(days=40)
    return [
        CheckIn(f"id-{n}", (at + timedelta(n)).date(), at + timedelta(n), NOW, regions=regions, note=note)
        for n in range(8)
    ]


def change(diary: Diary, how: str) -> None:
    if how == "keep":
        diary.keep(check_ins(9, "after")[3])
        return
    # So few pages fit in memory that SQLite writes into the file before the commit: the journal has to undo it.
    diary.database.connection.execute("PRAGMA cache_size = 1")
    diary.merge([c.changed(NOW + timedelta(1)) for c in check_ins(9, "after " * 3000)])


def child(path: Path, how: str, step: int, told: int) -> None:
    left = step

    def count() -> int:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    diary = Diary.open(path, NOW)
    diary.database.connection.set_progress_handler(count, 1)
    change(diary, how)
    os.write(told, SAVED)
    os._exit(0)


def killed_at(path: Path, how: str, step: int) -> bool:
    """Whether the child said that the change was saved."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        child(path, how, step, writes)
    os.close(writes)
    os.waitpid(pid, 0)
    said = os.read(reads, 1)
    os.close(reads)
    return said == SAVED


def main(folder: Path, how: str, stride: int) -> None:
    start, path = folder / "start.diary", folder / "painmap.diary"
    with Diary.open(start, NOW) as diary:
        diary.merge(check_ins(3, "before"))
        before = diary.all()
    copyfile(start, folder / "end.diary")
    with Diary.open(folder / "end.diary", NOW) as diary:
        change(diary, how)
        after = diary.all()
    assert before != after
    killed = journals = saved = step = 0
    while not saved:
        copyfile(start, path)
        saved += killed_at(path, how, step)
        killed += not saved
        journal = path.with_name("painmap.diary-journal")
        journals += journal.exists() and journal.stat().st_size > 0
        with Diary.open(path, NOW) as diary:
            found = diary.all()
        assert found == after if saved else found in (before, after), f"at step {step}"
        step += stride
    json.dump({"killed": killed, "journals": journals, "saved": saved}, sys.stdout)


main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
