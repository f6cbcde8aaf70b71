"""Run by test_interruptions: cuts a diary, flips its bits, fills the disk, and counts what is noticed.

harmed.py FOLDER cut            cuts a small diary at every length
harmed.py FOLDER flip BITS      flips single bits, one at a time, chosen by chance
harmed.py FOLDER full           a disk that is full at every page, for each thing that writes
"""

import json
import random
import resource
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile, copytree, rmtree

from painmap.domain.checkin import CheckIn, RegionPain
from painmap.domain.contents import Contents
from painmap.domain.restoring import Way
from painmap.storage import backups
from painmap.storage.diary import Diary
from painmap.storage.rescue import go_on_with
from painmap.storage.restoring import restore
from painmap.storage.salvage import salvage
from painmap.storage.second_place import copy_there, make_place
from painmap.storage.trouble import DiaryTrouble, DiaryUnwritable

NOW = datetime(2026, 3, 15, 20, tzinfo=UTC)
FILE, FOLDER = "painmap.diary", backups.BACKUPS
PAGE = 4096


def check_ins(count: int, note: str = "Müde") -> list[CheckIn]:
    regions = {"back-sacrum": RegionPain(4), "front-forehead": RegionPain(2)}
    at = NOW - timedelta(days=400)
    return [
        CheckIn(f"id-{n}", (at + timedelta(n)).date(), at + timedelta(n), NOW, regions=regions, note=note)
        for n in range(count)
    ]


def begin(folder: Path, count: int) -> Contents:
    with Diary.open(folder / FILE, NOW) as diary:
        diary.merge(check_ins(count))
        return diary.contents()


def outcome(path: Path) -> Contents | None:
    """What is shown, or None where the diary is refused."""
    try:
        with Diary.open(path, NOW) as diary:
            return diary.contents()
    except DiaryTrouble:
        return None


def cut(folder: Path) -> Counter[str]:
    """Every cut is noticed, but those of the last page where all that is lacking is zeros."""
    before, path, seen = begin(folder, 12), folder / FILE, Counter[str]()
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        found = outcome(path)
        assert found in (None, before)[: 1 + (length > len(whole) - PAGE)], length
        assert path.read_bytes() == whole[:length]
        seen["noticed" if found is None else "nothing lost"] += 1
        if length % 911 == 0:
            assert set(salvage(path).contents) <= set(before)
            seen["salvaged from"] += 1
    assert [each.name for each in folder.iterdir()] == [FILE]
    seen["lengths"] = len(whole)
    return seen


def flip(folder: Path, bits: int) -> Counter[str]:
    """Each flipped bit is noticed or changes nothing that is shown; what is salvaged was all told."""
    before, path, seen, chance = begin(folder, 40), folder / FILE, Counter[str](), random.Random(5)
    whole = path.read_bytes()
    for bit in chance.sample(range(len(whole) * 8), bits):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        found = outcome(path)
        assert found in (None, before), f"bit {bit}"
        seen["noticed" if found is None else "changes nothing"] += 1
        if found is None:
            saved = salvage(path)
            assert set(saved.contents) <= set(before), f"bit {bit}"
            seen["all salvaged" if len(saved.contents) == len(before) else "some salvaged"] += 1
    return seen


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file can grow beyond this many bytes."""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


def save(folder: Path) -> None:
    with Diary.open(folder / FILE, NOW) as diary:
        diary.keep(check_ins(1, "x" * 19_000)[0].changed(NOW + timedelta(1)))


def back_up(folder: Path) -> None:
    backups.own_copy(folder / FILE, folder / FOLDER, NOW)


def bring_back(folder: Path) -> None:
    with Diary.open(folder / FILE, NOW) as diary:
        restore(diary, Contents.of(check_ins(30, "other " * 300)), Way.REPLACE, folder / FOLDER, NOW)


def migrate(folder: Path) -> None:
    Diary.open(folder / FILE, NOW).close()


def rescue(folder: Path) -> None:
    go_on_with(folder / FILE, Contents.of(check_ins(30)), NOW)


def copy_to_stick(folder: Path) -> None:
    newest = backups.newest(folder / FOLDER, NOW)
    assert newest
    there = copy_there(newest, make_place(folder), folder / FOLDER, NOW.date())
    if there.trouble:
        raise DiaryUnwritable(folder, there.trouble)


def begin_old(folder: Path) -> None:
    copyfile(Path(__file__).with_name("version-1.diary"), folder / FILE)


def begin_copied(folder: Path) -> None:
    begin(folder, 12)
    back_up(folder)


WRITES: dict[str, tuple[Callable[[Path], object], Callable[[Path], None]]] = {
    "save": (lambda folder: begin(folder, 12), save),
    "backup": (lambda folder: begin(folder, 12), back_up),
    "second place": (begin_copied, copy_to_stick),
    "restore": (lambda folder: begin(folder, 12), bring_back),
    "migration": (begin_old, migrate),
    "rescue": (lambda folder: begin(folder, 12), rescue),
}


def full(folder: Path) -> Counter[str]:
    """Full at each page until there is room enough: told in a sentence, nothing lost, nothing left half-written."""
    seen: Counter[str] = Counter()
    for what, (ready, act) in WRITES.items():
        start = folder / what
        start.mkdir()
        ready(start)
        with Diary.look(start / FILE) as diary:
            before = diary.contents()
        tried = folder / "tried"
        for pages in range(200):
            copytree(start, tried)
            size = (start / FILE).stat().st_size if what in ("save",) else 0
            try:
                with largest_file(size + pages * PAGE):
                    act(tried)
            except DiaryUnwritable:
                with Diary.look(tried / FILE) as diary:
                    assert diary.contents() == before
                assert not list(tried.rglob(".painmap-part-*"))
                seen[what] += 1
                rmtree(tried)
                continue
            rmtree(tried)
            break
        else:
            raise AssertionError(what)
    return seen


def main(folder: Path, how: str, count: int) -> None:
    seen = full(folder) if how == "full" else cut(folder) if how == "cut" else flip(folder, count)
    json.dump(seen, sys.stdout)


main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 0)
