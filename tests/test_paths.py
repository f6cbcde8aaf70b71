"""The diary lies where each system keeps such files, and shipped files are found from a checkout and from a package."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from painmap import paths
from painmap.paths import data_dir, shipped


def test_on_linux_the_diary_lies_where_the_patient_keeps_such_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert data_dir() == tmp_path / ".local" / "share" / "painmap"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "mine"))
    assert data_dir() == tmp_path / "mine" / "painmap"


def test_on_a_mac_and_on_windows_it_lies_in_their_usual_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert data_dir() == tmp_path / "Library" / "Application Support" / "Painmap"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert data_dir() == tmp_path / "Local" / "Painmap"
    monkeypatch.delenv("LOCALAPPDATA")
    assert data_dir() == tmp_path / "AppData" / "Local" / "Painmap"


def test_a_checkout_has_its_files_beside_the_package() -> None:
    assert shipped("bodymap.svg") == Path(paths.__file__).resolve().parents[1] / "resources" / "bodymap.svg"


def test_an_installed_package_has_its_files_inside(tmp_path: Path) -> None:
    root = Path(paths.__file__).resolve().parents[1]
    shutil.copytree(root / "painmap" / "domain", tmp_path / "painmap" / "domain")
    shutil.copytree(root / "resources", tmp_path / "painmap" / "resources")
    for name in ("__init__.py", "paths.py"):
        shutil.copy(root / "painmap" / name, tmp_path / "painmap")
    ask = "from painmap.domain.body import body, shipped; print(len(body().shapes), shipped('a'))"
    said = subprocess.run([sys.executable, "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["74", str(tmp_path / "resources" / "a")]
