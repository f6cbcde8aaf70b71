"""Kills before any change of the disk, damage at any byte, a full disk, clocks that go astray: nothing is lost."""

import json
import os
import stat
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import killing
import pytest

from painmap.domain.contents import Contents
from painmap.domain.restoring import Way
from painmap.storage.backups import last_good, own_copy, thin
from painmap.storage.diary import Diary
from painmap.storage.rescue import go_on_with
from painmap.storage.restoring import restore
from painmap.storage.salvage import salvage
from painmap.storage.sealed import available

WORKS = (
    "first diary",
    "save",
    "save under a passphrase",
    "import",
    "backup",
    "second place",
    "restore",
    "undo of a restore",
    "migration",
    "rescue",
    "lost diary",
    "new one after a lost one",
)


@pytest.fixture
def diary(path, now, check_in):
    with Diary.open(path, now) as diary:
        diary.merge([check_in(n, {"back-sacrum": n % 10 + 1}) for n in range(12)])
        yield diary


def counted(script: str, *argv: object) -> dict[str, int]:
    """What a script of this folder counted."""
    run = [sys.executable, str(Path(__file__).with_name(script)), *map(str, argv)]
    done = subprocess.run(run, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(not killing.possible(), reason="a child can't be followed on this computer")
@pytest.mark.parametrize("what", WORKS)
def test_a_kill_before_any_change_of_the_disk_leaves_all_or_nothing_of_what_was_under_way(what, tmp_path):
    if "passphrase" in what and not available():
        pytest.skip("sqlcipher3 is not installed")
    seen = counted("interrupted.py", tmp_path, what)
    assert seen["calls"] >= 20
    assert seen["as before"] + seen.get("as after", 0) == seen["calls"]


def test_a_diary_cut_at_each_length_is_refused_or_holds_all_it_held_and_is_left_as_it_is(tmp_path):
    seen = counted("harmed.py", tmp_path, "cut")
    assert seen["lengths"] > 40_000
    assert seen["noticed"] + seen["nothing lost"] == seen["lengths"]


def test_a_single_flipped_bit_is_noticed_or_changes_nothing_that_is_shown(tmp_path):
    seen = counted("harmed.py", tmp_path, "flip", 2000)
    assert seen["noticed"] > 300
    assert seen["noticed"] + seen["changes nothing"] == 2000


def test_a_disk_that_is_full_at_any_page_is_told_and_nothing_is_lost_or_left_behind(tmp_path):
    seen = counted("harmed.py", tmp_path, "full")
    assert all(pages > 3 for pages in seen.values())
    assert set(seen) == {"save", "backup", "second place", "restore", "migration", "rescue"}


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_and_the_one_that_never_comes_cost_no_backup(diary, path, fold):
    folder, berlin = path.parent / "backups", ZoneInfo("Europe/Berlin")
    for at in (datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=n) for n in (fold, 1 - fold)):
        own_copy(path, folder, at)
    own_copy(path, folder, datetime(2026, 3, 29, 2, 30, tzinfo=berlin))
    thin(folder, date(2026, 10, 25))
    assert len(list(folder.iterdir())) == 3
    assert last_good(folder, datetime(2026, 10, 25, 3, tzinfo=berlin)).days == 12


def test_a_journey_to_another_time_zone_and_a_clock_set_back_cost_no_backup(diary, path, now):
    folder = path.parent / "backups"
    for zone in ("Pacific/Auckland", "Europe/Berlin", "Pacific/Honolulu"):
        own_copy(path, folder, now.astimezone(ZoneInfo(zone)))
    own_copy(path, folder, now - timedelta(days=900))
    thin(folder, now.date() - timedelta(days=900))
    assert len(list(folder.iterdir())) == 4


@pytest.mark.skipif(os.name == "nt", reason="files have no modes there")
def test_temporary_files_too_are_for_the_patient_alone(diary, path, now, monkeypatch):
    seen = {}

    def watch(event, details):
        if event in ("os.link", "os.rename", "sqlite3.connect", "shutil.rmtree"):
            for each in path.parent.rglob("*"):
                seen[each.name] = stat.S_IMODE(each.stat().st_mode)

    old = os.umask(0)
    try:
        watching = True
        sys.addaudithook(lambda event, details: watch(event, details) if watching else None)
        made = own_copy(path, path.parent / "backups", now)
        salvage(path)
        restore(diary, diary.contents(), Way.REPLACE, path.parent / "backups", now)
        diary.close()
        go_on_with(path, Contents(), now)
        watching = False
    finally:
        os.umask(old)
    assert made.name in seen
    assert sum(name.startswith(".painmap-part-") for name in seen) > 4
    assert {name: mode for name, mode in seen.items() if mode & 0o077} == {}
