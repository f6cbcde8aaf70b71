"""Run by test_interruptions: does something in a child that is killed before each of its calls that change the disk.

Prints before how many calls a child was killed, how many left a journal with something in it or a part of a file, and
how often the diary was found as before and as after.

    interrupted.py FOLDER WHAT
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile, copytree, rmtree

from killing import killed_before, ready

from painmap.domain.checkin import CheckIn, RegionPain
from painmap.domain.contents import Contents
from painmap.domain.restoring import Way
from painmap.storage import backups, keys
from painmap.storage.diary import Diary
from painmap.storage.earlier import spared
from painmap.storage.files import PART, clear_parts
from painmap.storage.missing import begin_anew, look_for_missing
from painmap.storage.missing import bring_back as bring_lost_back
from painmap.storage.rescue import go_on_with
from painmap.storage.restored import read_note
from painmap.storage.restoring import look, restore, undo
from painmap.storage.second_place import copy_there, make_place
from painmap.storage.trouble import DiaryDamaged

NOW = datetime(2026, 3, 15, 20, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
FILE, FOLDER = "painmap.diary", backups.BACKUPS
KNOWN = (FILE, FOLDER, "stick", "painmap-damaged-", PART)


def check_ins(intensity: int, note: str, count: int = 8) -> list[CheckIn]:
    regions = {"back-sacrum": RegionPain(intensity), "front-forehead": RegionPain(2)}
    at = NOW - timedelta(days=40)
    return [
        CheckIn(f"id-{n}", (at + timedelta(n)).date(), at + timedelta(n), NOW, regions=regions, note=note)
        for n in range(count)
    ]


BEFORE = Contents.of(check_ins(3, "before"))
OTHER = Contents.of(c.changed(LATER) for c in check_ins(9, "after " * 200, 12))


@dataclass(frozen=True)
class Work:
    """Something that is interrupted: how its folder is prepared, and what is done in it."""

    prepare: Callable[[Path], None]
    act: Callable[[Path], None]
    lost: bool = False
    """Whether there is no diary before."""


def begin(folder: Path) -> None:
    with Diary.open(folder / FILE, NOW) as diary:
        diary.merge(BEFORE)


def begin_restored(folder: Path) -> None:
    begin(folder)
    with Diary.open(folder / FILE, NOW) as diary:
        restore(diary, OTHER, Way.REPLACE, folder / FOLDER, NOW)


def begin_old(folder: Path) -> None:
    copyfile(Path(__file__).with_name("version-1.diary"), folder / FILE)


def begin_damaged(folder: Path) -> None:
    begin(folder)
    with Diary.open(folder / FILE, NOW) as diary:
        diary.database.connection.execute("UPDATE check_in SET overall_pain = 9")


def begin_sealed(folder: Path) -> None:
    keys.ROUNDS = 1
    keys.remember(keys.Key.new("Kastanie"), folder)
    begin(folder)


def begin_lost(folder: Path) -> None:
    begin(folder)
    backups.own_copy(folder / FILE, folder / FOLDER, NOW)
    (folder / FILE).unlink()
    (folder / f"{FILE}-journal").write_bytes(b"left of the diary that was lost")


def begin_with_stick(folder: Path) -> None:
    begin(folder)
    (folder / "stick").mkdir()
    make_place(folder / "stick")
    with Diary.open(folder / FILE, NOW) as diary:
        backups.before("import", diary, folder / FOLDER, NOW)


def keep(folder: Path) -> None:
    with Diary.open(folder / FILE, NOW) as diary:
        ready()
        diary.keep(OTHER.check_ins[3])


def merge(folder: Path) -> None:
    with Diary.open(folder / FILE, NOW) as diary:
        # So few pages fit in memory that SQLite writes into the file before the commit: the journal has to undo it.
        diary.database.connection.execute("PRAGMA cache_size = 1")
        ready()
        diary.merge([c.changed(LATER + timedelta(1)) for c in check_ins(9, "after " * 3000)])


def back_up(folder: Path) -> None:
    ready()
    backups.own_copy(folder / FILE, folder / FOLDER, LATER)
    backups.thin(folder / FOLDER, LATER.date())


def bring_back(folder: Path) -> None:
    with Diary.open(folder / FILE, NOW) as diary:
        ready()
        restore(diary, OTHER, Way.REPLACE, folder / FOLDER, LATER)


def take_back(folder: Path) -> None:
    with Diary.open(folder / FILE, NOW) as diary:
        ready()
        undo(diary, folder / FOLDER, LATER)


def migrate(folder: Path) -> None:
    ready()
    Diary.open(folder / FILE, LATER).close()


def go_on(folder: Path) -> None:
    ready()
    go_on_with(folder / FILE, OTHER, LATER)


def copy_to_stick(folder: Path) -> None:
    newest = backups.newest(folder / FOLDER, LATER)
    assert newest
    ready()
    copy_there(newest, folder / "stick" / "Painmap backups", folder / FOLDER, LATER.date())


def first(folder: Path) -> None:
    ready()
    Diary.open(folder / FILE, LATER).close()


def find_again(folder: Path) -> None:
    missing = look_for_missing(folder / FILE, None, LATER)
    assert missing
    assert missing.newest.good
    ready()
    bring_lost_back(folder / FILE, missing.newest.good.copy.path)


def begin_another(folder: Path) -> None:
    missing = look_for_missing(folder / FILE, None, LATER)
    assert missing
    ready()
    begin_anew(folder / FILE, missing.copies)


WORKS = {
    "first diary": Work(lambda folder: None, first, lost=True),
    "save": Work(begin, keep),
    "save under a passphrase": Work(begin_sealed, keep),
    "import": Work(begin, merge),
    "backup": Work(begin, back_up),
    "second place": Work(begin_with_stick, copy_to_stick),
    "restore": Work(begin, bring_back),
    "undo of a restore": Work(begin_restored, take_back),
    "migration": Work(begin_old, migrate),
    "rescue": Work(begin_damaged, go_on),
    "lost diary": Work(begin_lost, find_again, lost=True),
    "new one after a lost one": Work(begin_lost, begin_another, lost=True),
}


def held(path: Path) -> Contents:
    with Diary.look(path) as diary:
        return diary.contents()


def found_after(folder: Path, what: str, before: Contents, after: Contents, seen: Counter[str]) -> None:
    """Looks whether nothing confirmed is lost and nothing is invented. Raises AssertionError."""
    strange = [each.name for each in folder.iterdir() if not each.name.startswith(KNOWN)]
    assert not strange, strange
    journal = folder / f"{FILE}-journal"
    seen["journals"] += journal.exists() and journal.stat().st_size > 0
    seen["parts"] += any(part for part in folder.rglob(f"{PART}*"))
    try:
        with Diary.open(folder / FILE, LATER) as diary:
            now = diary.contents()
    except DiaryDamaged:
        assert what == "rescue"
        now = None
    if what == "rescue":
        damaged = [folder / FILE] if now is None else list(folder.glob("painmap-damaged-*.diary"))
        assert any(each.read_bytes() == DAMAGED for each in damaged)
    else:
        assert now in (before, after)
    seen["as before" if now in (None, before) else "as after"] += 1
    copies = [*(folder / FOLDER).glob("painmap-*.diary"), *folder.glob("stick/*/painmap-*.diary")]
    assert all(held(copy) in (before, after) for copy in copies)
    note = read_note(folder / FOLDER)
    if what == "restore" and now == after != before:
        assert note is not None
        assert note.before
        assert look(folder / FOLDER / note.before, folder / FILE) == before
    clear_parts(folder)
    backups.thin(folder / FOLDER, LATER.date())
    assert not [part for part in folder.rglob(f"{PART}*") if "stick" not in part.parts]


def found_after_lost(folder: Path, work: Work, after: Contents, seen: Counter[str]) -> None:
    """Looks whether the diary is still lost, with its backups, or whole; then it is done to its end."""
    file, backed_up = folder / FILE, (folder / FOLDER).exists()
    there = file.exists()
    seen["parts"] += any(part for part in folder.rglob(f"{PART}*"))
    seen["as after" if there else "as before"] += 1
    if backed_up and not there:
        missing = look_for_missing(file, None, LATER)
        assert missing
        assert missing.newest.good
        assert missing.newest.good.held == BEFORE
    clear_parts(folder)
    if not there:
        assert killed_before(lambda: work.act(folder))
    with Diary.open(file, LATER) as diary:
        assert diary.contents() == after
    backups.thin(folder / FOLDER, LATER.date() + timedelta(1000))
    if backed_up:
        names = {each.name for each in backups.copies(folder / FOLDER)}
        assert [held(folder / FOLDER / name) for name in names] == [BEFORE]
        # It can't be thinned out: by the list of the earlier diary's, or as the patient's word is awaited.
        assert spared(folder / FOLDER, names) == names or read_note(folder / FOLDER)
    strange = [each.name for each in folder.iterdir() if not each.name.startswith((FILE, FOLDER, "painmap-left-"))]
    assert not strange, strange


DAMAGED = b""


def main(folder: Path, what: str) -> None:
    global DAMAGED
    work, start, end, tried = WORKS[what], folder / "start", folder / "end", folder / "tried"
    start.mkdir()
    work.prepare(start)
    DAMAGED = b"" if work.lost else (start / FILE).read_bytes()
    copytree(start, end)
    calls = killed_before(lambda: work.act(end))
    assert calls
    before, after = (BEFORE if work.lost or what == "rescue" else held(start / FILE)), held(end / FILE)
    seen: Counter[str] = Counter(calls=calls)
    for call in range(calls):
        copytree(start, tried)
        assert killed_before(lambda: work.act(tried), call) is None
        if work.lost:
            found_after_lost(tried, work, after, seen)
        else:
            found_after(tried, what, before, after, seen)
        rmtree(tried)
    json.dump(seen, sys.stdout)


main(Path(sys.argv[1]), sys.argv[2])
