"""The bundle: what it is told to leave out is there to be left out, and its check notices what it is there for."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from painmap.paths import shipped

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "tools" / "bundle"
CHECK = ROOT / "tools" / "check_bundle.py"


def the_tool(name: str):
    spec = importlib.util.spec_from_file_location(f"bundle_{name}", BUNDLE / f"{name}.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


contents = the_tool("contents")


def exists(module: str) -> bool:
    """Whether there is such a module: a file where its parent looks for its parts, or one that is built in."""
    parent, _, name = module.rpartition(".")
    if not parent:
        return importlib.util.find_spec(module) is not None
    found = importlib.util.find_spec(parent.partition(".")[0])
    folders = [Path(each).joinpath(*parent.split(".")[1:]) for each in found.submodule_search_locations]
    return any(list(folder.glob(f"{name}.*")) or (folder / name).is_dir() for folder in folders)


@pytest.mark.parametrize("module", contents.MODULES_LEFT_OUT)
def test_every_module_that_is_left_out_is_one_that_there_is(module: str) -> None:
    if module in ("lib2to3", "setuptools", "pip") and not exists(module):
        pytest.skip(f"{module} is not on every Python")
    assert exists(module)


def test_a_module_that_moved_is_noticed() -> None:
    assert not exists("matplotlib.backends.backend_tkaggg")
    assert not exists("no_such_module")


def test_every_module_of_painmap_goes_in() -> None:
    found = contents.modules_of(ROOT)
    assert {"painmap", "painmap.__main__", "painmap.ui.trends.page", "painmap.exchange.workbook"} <= found
    assert not found & set(contents.MODULES_LEFT_OUT)


def test_libraries_of_the_desktop_stay_with_the_desktop_and_those_of_the_parts_come_along() -> None:
    system, installed = Path("/usr/lib/x86_64-linux-gnu"), Path(sys.prefix)
    if sys.platform == "linux":
        for name in ("libGL.so.1", "libfontconfig.so.1", "libstdc++.so.6", "libcups.so.2", "libssl.so.3"):
            assert contents.left_out(name, system / name)
    for name in ("libxcb-cursor.so.0", "libcrypto.so.3", "libpython3.11.so.1.0"):
        assert not contents.left_out(name, system / name)
    assert not contents.left_out("libgfortran.so.5", installed / "numpy.libs" / "libgfortran.so.5")
    assert not contents.left_out("libQt6Gui.so.6", Path("PySide6/Qt/lib/libQt6Gui.so.6"))
    assert not contents.left_out("painmap/resources/bodymap.svg", ROOT / "resources" / "bodymap.svg")


def test_nothing_that_speaks_to_a_network_or_names_the_building_computer_comes_along() -> None:
    for name in (
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "painmap-0.1.0.dist-info/direct_url.json",
        "painmap-0.1.0.dist-info/RECORD",
        "matplotlib/mpl-data/sample_data/msft.csv",
    ):
        assert contents.left_out(name, Path(sys.prefix) / name)
    assert contents.left_out("PySide6\\plugins\\tls\\qschannelbackend.dll", Path(sys.prefix))
    assert not contents.left_out("painmap-0.1.0.dist-info/METADATA", Path(sys.prefix))


def test_the_icon_is_drawn_from_the_body_map() -> None:
    icon = the_tool("icon")
    drawn = (BUNDLE / "desktop" / "painmap.svg").read_text(encoding="utf-8")
    assert drawn == icon.icon()
    with Image.open(BUNDLE / "desktop" / "painmap.png") as picture:
        assert picture.size == (icon.SIZE, icon.SIZE)


def test_the_licences_of_what_is_carried_are_told_with_their_texts() -> None:
    licences = the_tool("licences")
    owned = [path for path, owner in licences._owners().items() if owner in ("numpy", "sqlcipher3", "painmap")]
    licences.BEGUN_BY = "numpy"
    told = licences.third_party(owned, shipped("fonts/OFL.txt"))
    assert told.startswith("What Painmap is made of\n")
    assert "You may replace them with versions that you have changed" in told
    for words in ("numpy ", "NumPy Developers", "ZETETIC LLC", "SIL OPEN FONT LICENSE", "Python Software Foundation"):
        assert words in told
    assert "painmap 0" not in told


def test_a_part_that_lists_what_it_is_built_from_is_taken_at_its_word() -> None:
    components = [
        {"name": "b", "version": "2", "licenses": [{"expression": "MIT OR Apache-2.0"}]},
        {"name": "a", "version": "1", "licenses": [{"license": {"id": "BSD-3-Clause"}}]},
        {"name": "c", "version": "3"},
        {"name": "binary of its own"},
    ]
    told = the_tool("licences")._crates(json.dumps({"components": components}))
    assert [line.strip() for line in told.splitlines()[2:]] == [
        "a 1: BSD-3-Clause",
        "b 2: MIT OR Apache-2.0",
        "c 3: not said",
    ]


def checked(bundle: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(CHECK), str(bundle)], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture
def hollow(tmp_path: Path) -> Path:
    """A folder that looks like a bundle from afar."""
    bundle = tmp_path / "bundle"
    for name in (
        "LICENSE.txt",
        "THIRD-PARTY.txt",
        "lib/painmap/resources/bodymap.svg",
        "lib/typst/a",
        "lib/sqlcipher3/a",
        "lib/PySide6/QtPrintSupport.so",
    ):
        (bundle / name).parent.mkdir(parents=True, exist_ok=True)
        (bundle / name).write_text("nothing", encoding="utf-8")
    (bundle / "painmap").write_text("#!/bin/sh\necho Painmap 0.1.0\n", encoding="utf-8")
    (bundle / "painmap").chmod(0o755)
    return bundle


@pytest.mark.skipif(importlib.util.find_spec("PyInstaller") is None, reason="PyInstaller comes with make bundle")
def test_a_program_that_only_says_its_version_is_no_bundle(hollow: Path) -> None:
    said = checked(hollow)
    assert said.returncode == 1
    assert said.stdout.startswith("NOT AS IT SHOULD BE: ")
    assert "is not a program that PyInstaller made" in said.stdout


@pytest.mark.parametrize(
    "name",
    ["lib/PySide6/Qt/lib/libQt6Network.so.6", "lib/python3.11/lib-dynload/_ssl.so", "lib/p.dist-info/direct_url.json"],
)
def test_a_library_for_a_network_fails_the_check(hollow: Path, name: str) -> None:
    (hollow / name).parent.mkdir(parents=True, exist_ok=True)
    (hollow / name).write_text("there", encoding="utf-8")
    said = checked(hollow)
    assert (said.returncode, said.stdout) == (1, f"NOT AS IT SHOULD BE: the bundle carries /{name}\n")


def test_a_bundle_without_the_licences_of_its_parts_fails_the_check(hollow: Path) -> None:
    (hollow / "THIRD-PARTY.txt").unlink()
    said = checked(hollow)
    assert (said.returncode, said.stdout) == (1, "NOT AS IT SHOULD BE: the bundle has no THIRD-PARTY.txt\n")
