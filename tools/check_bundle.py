"""Tries a bundle as someone would who has no Python: in an empty folder, with an empty home, and nothing on the path.

`check_bundle.py [BUNDLE]` tries the one that make bundle built unless another is named, prints what it saw, and
leaves with 1 at the first thing that is not as it should be.
"""

import argparse
import csv
import json
import re
import shutil
import sys
import tempfile
import time
import zipfile
from fnmatch import fnmatch
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bundle_at_work import Bundle, Window, expect
from check_bundle_files import ROOT, look_at_files
from contents import CARRIED_OF_THE_SYSTEM, name
from pypdf import PdfReader
from real_window import NotSeenError

from painmap.exchange.forms import Form

CACHE = ".cache/painmap"
DIARY = ".local/share/painmap"
INTERNET = re.compile(r"AF_INET6?\b")


def main(argv: list[str]) -> int:
    """Tries everything, and returns the exit code: 0 where all was as it should be, 1 where not."""
    parser = argparse.ArgumentParser(description="Tries a bundle as someone would who has no Python.")
    parser.add_argument("bundle", nargs="?", type=Path, default=ROOT / "dist" / name())
    built: Path = parser.parse_args(argv).bundle.absolute()
    with tempfile.TemporaryDirectory(prefix="painmap-bundle-") as place:
        try:
            _saw(look_at_files(built))
            bundle = Bundle(built, Path(place))
            for look in (says, keeps, exports, reports, writes_nowhere_else, stays_alone, opens, _screen):
                _saw(look(bundle))
        except NotSeenError as trouble:
            print(f"NOT AS IT SHOULD BE: {trouble}")
            return 1
    print("The bundle is as it should be.")
    return 0


def says(bundle: Bundle) -> str:
    """Its version, its help, and one sentence for what there is not."""
    expect(bundle.run("--version") == f"Painmap {version('painmap')}\n", "the version of the project")
    expect("painmap report appointment.pdf" in bundle.run("--help"), "the help")
    told = bundle.run("export", "x.json", wrong=True)
    expect(told.count("\n") == 1, f"one sentence where there is no diary, not {told!r}")
    return "its version, its help, and one sentence where there is no diary"


def keeps(bundle: Bundle) -> str:
    """An invented diary is written, brought in and verified."""
    bundle.run("sample", "sample.json", "--days", "60")
    bundle.run("import", "sample.json")
    told = bundle.run("check")
    expect(told.startswith("The diary is sound:"), "a sound diary")
    bundle.run("backup", "copy.diary")
    bundle.run("scores")
    return told.strip()


def exports(bundle: Bundle) -> str:
    """Every form is written and read back."""
    for form in Form:
        bundle.run("export", f"{form}{form.suffix}", "--as", form)
        expect(_has_entries(form, bundle.out / f"{form}{form.suffix}"), f"entries in the {form} file")
    bundle.run("import", "json.json")
    return f"{', '.join(Form)} written and read back"


def _has_entries(form: Form, path: Path) -> bool:
    match form:
        case Form.WORKBOOK:
            with zipfile.ZipFile(path) as book:
                return book.testzip() is None and "xl/worksheets/sheet1.xml" in book.namelist()
        case Form.DAYS | Form.PLACES:
            with path.open(encoding="utf-8", newline="") as file:
                return len(list(csv.DictReader(file))) > 20
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return len(told["entry" if form is Form.FHIR else "check_ins"]) > 20


def reports(bundle: Bundle) -> str:
    """The report is set, with every chart, and its words are read back; the fonts are listed once only."""
    begun = time.monotonic()
    bundle.run("report", "report.pdf", "--sections", "all")
    first = time.monotonic() - begun
    pages = PdfReader(bundle.out / "report.pdf").pages
    words = pages[0].extract_text()
    expect("days logged" in words, f"'days logged' on page one, not {words[:200]!r}")
    for other in ("report.html", "report.txt"):
        bundle.run("report", other)
        expect("days logged" in (bundle.out / other).read_text(encoding="utf-8"), f"'days logged' in {other}")
    cache = bundle.home / CACHE
    (listed,) = cache.glob("fontlist-*.json")
    at = listed.stat().st_mtime_ns
    begun = time.monotonic()
    bundle.run("report", "report.pdf", "--sections", "all")
    expect(listed.stat().st_mtime_ns == at, "a list of fonts that stays")
    return f"a report of {len(pages)} pages, {first:.1f} s the first time and {time.monotonic() - begun:.1f} s after it"


def writes_nowhere_else(bundle: Bundle) -> str:
    """Only the diary's folder and the cache are written, both closed to others, and nothing in the bundle itself."""
    written = sorted(each.relative_to(bundle.home) for each in bundle.home.rglob("*") if each.is_file())
    others = [str(each) for each in written if not each.is_relative_to(CACHE) and not each.is_relative_to(DIARY)]
    expect(not others, f"nothing else in the home folder than the diary and the cache, not {others}")
    for folder in (CACHE, DIARY):
        mode = (bundle.home / folder).stat().st_mode & 0o777
        expect(mode == 0o700, f"{folder} closed to others, not {mode:o}")
    expect(not list(bundle.folder.rglob("*.pyc")), "nothing new in the folder of the program")
    return f"{len(written)} files in the home folder, all in {DIARY} and {CACHE}"


def stays_alone(bundle: Bundle) -> str:
    """Under strace, no socket to another computer is asked for."""
    strace = shutil.which("strace")
    if strace is None:
        return "NOT TRIED: sockets, since there is no strace"
    trace = bundle.out / "trace"
    watch = (strace, "-f", "-qq", "-e", "trace=socket,connect", "-o", str(trace))
    bundle.run("report", "report.pdf", "--sections", "all", through=watch)
    bundle.run("export", "again.xlsx", through=(*watch[:-1], f"{trace}-export"))
    with Window(bundle, (*watch[:-1], f"{trace}-window")) as window:
        window.settle()
    found = [line for each in bundle.out.glob("trace*") for line in each.read_text().splitlines()]
    expect(not [line for line in found if INTERNET.search(line)], f"no socket to another computer, not {found}")
    return f"under strace, no socket to another computer from a report, an export and the window ({len(found)} calls)"


def opens(bundle: Bundle) -> str:
    """The window opens where no screen is, with libraries of its own and of the system, and no other Python's."""
    with Window(bundle) as window:
        window.settle()
        loaded = window.libraries()
    own = {each for each in loaded if each.startswith(str(bundle.folder))}
    strange = {each for each in loaded - own if not re.match(r"/(usr/)?lib(64|32)?/", each) or _carried(each)}
    network = {each for each in loaded if re.search(r"Qt6?(Network|Qml|Quick)|/_?ssl|libssl", each)}
    expect(own and not strange, f"libraries of the bundle and of the system, not {sorted(strange)}")
    expect(not network, f"no library for a network, not {sorted(network)}")
    return f"the window, drawn nowhere, with {len(own)} libraries of its own and {len(loaded - own)} of the system"


def _carried(library: str) -> bool:
    """Whether the bundle is to have this library of its own."""
    return any(fnmatch(library.rpartition("/")[2], pattern) for pattern in CARRIED_OF_THE_SYSTEM)


def _screen(bundle: Bundle) -> str:
    from check_bundle_window import on_a_screen

    return on_a_screen(bundle)


def _saw(what: str) -> None:
    print(what if what.startswith("NOT TRIED") else f"saw {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
