"""Run by test_sealed: changes the passphrase in a child that is killed before each of its calls that change the disk.

Prints before how many calls a child was killed, how many left the diary as it was and how many with the new
passphrase, and how many backups waited to be put in place.

    interrupted_sealing.py FOLDER on|change|off
"""

import json
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from killing import killed_before, ready

from painmap.domain.checkin import CheckIn, RegionPain
from painmap.domain.thinning import named
from painmap.storage import keys
from painmap.storage.anew import ANEW
from painmap.storage.backups import BACKUPS, before, copies
from painmap.storage.backups import newest as newest_backup
from painmap.storage.diary import Diary
from painmap.storage.keys import Key, salt_of
from painmap.storage.restoring import look
from painmap.storage.sealing import Change, bring_along
from painmap.storage.second_place import LIST, copy_there

NOW = datetime(2026, 3, 15, 20, tzinfo=UTC)
STICK = "stick"
WORD = b"Kastanie"


def check_ins() -> list[CheckIn]:
    at = [NOW - timedelta(days=n) for n in range(4)]
    return [
        CheckIn(f"id-{n}", t.date(), t, t, regions={"back-sacrum": RegionPain(4)}, note="Kastanie")
        for n, t in enumerate(at)
    ]


def change(path: Path, key: Key | None) -> None:
    with Diary.open(path, NOW) as diary:
        ready()
        changed = Change(path, key, (path.parent / STICK,))
        changed.prepare(NOW)
        changed.take_place(diary)


def state(path: Path, content: object, after: bytes | None, before_it: bytes | None) -> tuple[bool, int]:
    """Whether the diary is in the new state, and how many backups waited. All that is there is looked at."""
    backups = path.parent / BACKUPS
    waited = sum(each.name.startswith(ANEW) for each in backups.iterdir())
    new = salt_of(path) == after
    assert new or salt_of(path) == before_it
    with Diary.open(path, NOW) as diary:
        assert diary.contents() == content
    assert not [*path.parent.glob(f"{ANEW}*"), *backups.glob(f"{ANEW}*")]
    if salt_of(path):
        assert not any(WORD in each.read_bytes() for each in path.parent.glob("*") if each.is_file())
        assert not any(WORD in each.read_bytes() for each in backups.glob("*") if each.is_file())
    place = path.parent / STICK
    newest = newest_backup(backups, NOW)
    assert newest
    assert not copy_there(newest, place, backups, NOW.date()).trouble
    bring_along(path, place)
    assert {named(each.name) is not None for each in place.iterdir()} == {True}, "half-written in the second place"
    if salt_of(path):
        assert {salt_of(each) for each in place.iterdir()} == {salt_of(path)}
    assert all(look(each, path) == content for each in place.iterdir())
    assert copies(backups)
    for each in copies(backups):
        assert look(backups / each.name, path) == content
        assert salt_of(backups / each.name) == salt_of(path), "a backup under another key than the diary"
    return new, waited * new


def main(folder: Path, how: str) -> None:
    keys.ROUNDS = 1
    old, new = (Key.new(f"{how} {n}") for n in range(2))
    before_it, after = {"on": (None, new), "change": (old, new), "off": (old, None)}[how]
    start, work = folder / "start", folder / "work"
    for key in (old, new):
        keys.remember(key)
    with Diary.open(start / "painmap.diary", NOW) as diary:
        diary.merge(check_ins())
        content = diary.contents()
        made = before("own", diary, start / BACKUPS, NOW)
        (start / STICK).mkdir()
        copy_there(made, start / STICK, start / BACKUPS, NOW.date())
        if before_it:
            changed = Change(diary.path, before_it, (start / STICK,))
            changed.prepare(NOW)
            changed.take_place(diary)
    salts = after.salt if after else None, before_it.salt if before_it else None
    path, calls = work / "painmap.diary", 0
    seen = {"old": 0, "new": 0, "waited": 0}
    while True:
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(start, work)
        names = work / BACKUPS / LIST
        names.write_text(names.read_text().replace(str(start), str(work)))
        ended = killed_before(lambda: change(path, after), calls)
        is_new, waited = state(path, content, *salts)
        if ended is not None:
            assert is_new
            break
        calls += 1
        seen["new" if is_new else "old"] += 1
        seen["waited"] += waited
    json.dump({"calls": calls, **seen}, sys.stdout)


main(Path(sys.argv[1]), sys.argv[2])
