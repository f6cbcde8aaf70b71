"""One Painmap at a time may change a diary, and none is locked out by one that died."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from painmap.lock import LOCK_FILE, AlreadyOpen, hold
from painmap.paths import DIARY_FILE
from painmap.storage.trouble import DiaryUnwritable

HOLDER = """
import sys, time
from pathlib import Path
from painmap.lock import hold
lock = hold(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def holder(folder: Path) -> "subprocess.Popen[str]":
    child = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert child.stdout
    assert child.stdout.readline() == "held\n"
    return child


def ended(child: "subprocess.Popen[str]") -> None:
    child.kill()
    child.communicate()


def test_the_folder_is_made_and_the_lock_file_goes_with_the_lock(tmp_path: Path) -> None:
    with hold(tmp_path / "new"):
        assert (tmp_path / "new" / LOCK_FILE).exists()
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="needs the modes of POSIX")
def test_the_lock_names_this_computer_to_nobody_else(tmp_path: Path) -> None:
    with hold(tmp_path):
        assert (tmp_path / LOCK_FILE).stat().st_mode & 0o777 == 0o600


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, old[1]))
    try:
        with pytest.raises(DiaryUnwritable, match="no room left on the disk"):
            hold(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert list(tmp_path.iterdir()) == []


def test_a_second_one_is_told_who_has_it(tmp_path: Path) -> None:
    child = holder(tmp_path)
    try:
        with pytest.raises(AlreadyOpen, match=rf"already open in another Painmap \(process {child.pid} on .*\); close"):
            hold(tmp_path)
    finally:
        ended(child)


def test_a_second_one_in_the_same_process_is_refused_too(tmp_path: Path) -> None:
    with hold(tmp_path), pytest.raises(AlreadyOpen):
        hold(tmp_path)


def test_a_diary_behind_a_link_has_the_same_lock(tmp_path: Path) -> None:
    for name in ("real", "other"):
        (tmp_path / name).mkdir()
    (tmp_path / "other" / DIARY_FILE).symlink_to(tmp_path / "real" / DIARY_FILE)
    with hold(tmp_path / "real"), pytest.raises(AlreadyOpen):
        hold(tmp_path / "other")


def test_a_link_to_nowhere_is_held_where_it_is(tmp_path: Path) -> None:
    (tmp_path / DIARY_FILE).symlink_to(tmp_path / "gone" / DIARY_FILE)
    with hold(tmp_path):
        assert (tmp_path / LOCK_FILE).exists()


def test_a_released_lock_can_be_taken_again(tmp_path: Path) -> None:
    first = hold(tmp_path)
    first.release()
    first.release()
    hold(tmp_path).release()


def test_a_holder_that_was_killed_locks_nobody_out(tmp_path: Path) -> None:
    ended(holder(tmp_path))
    assert (tmp_path / LOCK_FILE).exists()
    hold(tmp_path).release()


@pytest.mark.parametrize("content", [b"", b"garbage", b"12\n"])
def test_a_lock_file_cut_by_a_crash_locks_nobody_out(tmp_path: Path, content: bytes) -> None:
    (tmp_path / LOCK_FILE).write_bytes(content)
    hold(tmp_path).release()


def test_something_else_in_place_of_the_lock_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).mkdir()
    with pytest.raises(AlreadyOpen, match="already open in another Painmap; close it"):
        hold(tmp_path)


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(DiaryUnwritable, match="can't write to"):
        hold(tmp_path / "file")


@pytest.mark.skipif(os.name != "posix" or not Path("/proc").exists(), reason="needs a folder that takes no file")
def test_a_folder_that_takes_no_file_is_told() -> None:
    with pytest.raises(DiaryUnwritable, match="can't write to /proc"):
        hold(Path("/proc"))
