"""Builds the bundle: a folder that runs on a computer without Python, and a .tar.gz of it.

`build.py [FOLDER]` writes both into FOLDER (dist) and says what they weigh. Two builds of one commit are to differ as
little as they can: nothing in them says when or where they were made.
"""

import argparse
import gzip
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from contents import name, strippable
from licences import third_party

from painmap.paths import shipped

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parents[1]
LONG_AGO = 315532800
"""1 January 1980, for files of which nobody knows how old they are."""


def main(argv: list[str]) -> int:
    """Builds, and returns the exit code: 0, or 2 after one sentence on standard error."""
    parser = argparse.ArgumentParser(description="Builds a folder that runs on a computer without Python.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist")
    out: Path = parser.parse_args(argv).folder.resolve()
    if importlib.util.find_spec("sqlcipher3") is None:
        return _refuse("There is no sqlcipher3 for this computer, and a bundle without passphrases is not made.")
    work = ROOT / "build" / "bundle"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    if _freeze(work):
        return _refuse(f"PyInstaller could not put the bundle together; {work / 'pyinstaller.log'} says why.")
    bundle = _put(work, out / name())
    _strip(bundle)
    packed = _packed(bundle)
    print(f"Built {bundle} ({_megabytes(bundle)} MB), packed {packed} ({_megabytes(packed)} MB).")
    return 0


def _freeze(work: Path) -> int:
    """Runs PyInstaller, and returns its exit code."""
    where = ["--distpath", str(work / "made"), "--workpath", str(work / "parts")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", *where, str(TOOLS / "painmap.spec")]
    environ = {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": str(_made_at()),
        "QT_QPA_PLATFORM": "offscreen",
    }
    with (work / "pyinstaller.log").open("wb") as log:
        return subprocess.run(command, cwd=ROOT, env=environ, stdout=log, stderr=log, check=False).returncode


def _put(work: Path, bundle: Path) -> Path:
    """Puts what was made where it is asked for, with the licences and what a desktop needs to show it."""
    shutil.rmtree(bundle, ignore_errors=True)
    if sys.platform == "darwin":
        bundle.mkdir(parents=True)
        shutil.move(work / "made" / "Painmap.app", bundle)
    else:
        bundle.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(work / "made" / "painmap", bundle)
    shutil.copyfile(ROOT / "LICENSE", bundle / "LICENSE.txt")
    sources = [Path(each) for each in json.loads((work / "parts" / "painmap" / "sources.json").read_text("utf-8"))]
    told = third_party(sources, shipped("fonts/OFL.txt"))
    (bundle / "THIRD-PARTY.txt").write_text(told, encoding="utf-8")
    if sys.platform == "linux":
        shutil.copyfile(TOOLS / "texts" / "START-HERE.txt", bundle / "START-HERE.txt")
        for each in ("add-to-menu.sh", "qt.conf"):
            shutil.copy(TOOLS / "desktop" / each, bundle)
        (bundle / "share").mkdir()
        for each in ("painmap.desktop", "painmap.svg", "painmap.png"):
            shutil.copyfile(TOOLS / "desktop" / each, bundle / "share" / each)
    return bundle


def _strip(bundle: Path) -> None:
    """Takes out of the libraries what only a debugger reads, where there is a tool for it."""
    tool = shutil.which("strip")
    if sys.platform != "linux" or tool is None:
        return
    files = [each for each in bundle.rglob("*") if each.is_file() and not each.is_symlink()]
    wanted = [str(each) for each in files if strippable(f"/{each.relative_to(bundle).as_posix()}")]
    subprocess.run([tool, "--strip-unneeded", *wanted], check=False, stderr=subprocess.DEVNULL)


def _packed(bundle: Path) -> Path:
    """A .tar.gz beside the folder, of nobody's, in the order of names, as old as the commit."""
    packed = bundle.with_name(f"{bundle.name}.tar.gz")
    made_at = _made_at()

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = made_at
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with (
        packed.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, made_at) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for each in [bundle, *sorted(bundle.rglob("*"))]:
            tar.add(each, f"{bundle.name}/{each.relative_to(bundle).as_posix()}", recursive=False, filter=plain)
    return packed


def _made_at() -> int:
    """When the commit was made, in seconds since 1970."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    git = shutil.which("git")
    command = [git or "", "log", "-1", "--format=%ct"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False) if git else None
    return int(said.stdout) if said and said.returncode == 0 else LONG_AGO


def _megabytes(path: Path) -> int:
    files = [path] if path.is_file() else [each for each in path.rglob("*") if not each.is_symlink()]
    return round(sum(each.stat().st_size for each in files if each.is_file()) / 1e6)


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
