"""The bundled program: its list of fonts is kept, closed to others, and other programs are left their libraries."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from painmap.frozen import settle_in
from painmap.paths import cache_dir


def test_the_list_of_fonts_has_a_folder_that_is_closed_to_others(tmp_path: Path) -> None:
    environ: dict[str, str] = {}
    settle_in(environ, tmp_path / "new" / "cache")
    assert environ == {"MPLCONFIGDIR": str(tmp_path / "new" / "cache")}
    assert (tmp_path / "new" / "cache").stat().st_mode & 0o777 == 0o700
    settle_in(environ, tmp_path / "new" / "cache")


def test_a_patients_own_look_of_charts_never_changes_those_of_the_bundle(tmp_path: Path) -> None:
    environ = {"MPLCONFIGDIR": str(tmp_path / "theirs")}
    settle_in(environ, tmp_path / "ours")
    assert environ["MPLCONFIGDIR"] == str(tmp_path / "ours")


def test_where_the_cache_can_not_be_made_the_program_begins_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    environ: dict[str, str] = {}
    settle_in(environ, tmp_path / "file" / "cache")
    assert environ == {}


def test_programs_that_painmap_opens_get_their_own_libraries_back(tmp_path: Path) -> None:
    begun = {
        "LD_LIBRARY_PATH": "/bundle/lib",
        "LD_LIBRARY_PATH_ORIG": "/opt/theirs",
        "HOME": "/home/someone",
    }
    settle_in(begun, tmp_path)
    del begun["MPLCONFIGDIR"]
    assert begun == {"LD_LIBRARY_PATH": "/opt/theirs", "HOME": "/home/someone"}
    without = {"LD_LIBRARY_PATH": "/bundle/lib"}
    settle_in(without, tmp_path)
    assert "LD_LIBRARY_PATH" not in without


def test_what_can_be_made_again_lies_where_each_system_keeps_such_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache_dir() == tmp_path / ".cache" / "painmap"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert cache_dir() == tmp_path / "cache" / "painmap"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache_dir() == tmp_path / "Library" / "Caches" / "Painmap"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert cache_dir() == tmp_path / "Local" / "Painmap" / "Cache"


@pytest.mark.parametrize("frozen", [True, False])
def test_only_a_bundle_settles_in_before_it_does_what_was_typed(tmp_path: Path, frozen: bool) -> None:
    script = (
        f"import os, sys; sys.argv[1:] = ['--version']; sys.frozen = {frozen}\n"
        "from painmap.__main__ import main\n"
        "try: main()\n"
        "finally: print(os.environ.get('MPLCONFIGDIR'))"
    )
    environ = {name: value for name, value in os.environ.items() if name != "MPLCONFIGDIR"}
    environ["XDG_CACHE_HOME"] = str(tmp_path)
    done = subprocess.run([sys.executable, "-c", script], env=environ, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == (str(tmp_path / "painmap") if frozen else "None")
    assert (tmp_path / "painmap").is_dir() is frozen
