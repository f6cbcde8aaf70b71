"""Writes THIRD-PARTY.txt: what the bundle carries, by whom, under which licence, with the texts."""

import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path, PurePath

TEXTS = Path(__file__).parent / "texts"
OURS = "painmap"
BEGUN_BY = "pyinstaller"
"""Carried as the small program that begins the bundle."""

HEAD = """\
What Painmap is made of

Painmap itself is under the MIT licence (LICENSE.txt). The bundle carries the parts named here, each under its own
licence. Made from what was installed on the building computer.

Qt and Qt for Python are used under the GNU Lesser General Public License, version 3, as shared libraries that are
files of their own in lib/PySide6 and lib/shiboken6. You may replace them with versions that you have changed: put
libraries of the same names and of a compatible version in their place, and Painmap uses them. To change them and
to look for faults while doing so, you may take Painmap apart. Their source code is offered at
https://download.qt.io/official_releases/ for the versions named below; Painmap changes nothing in it. Qt itself
carries other works (ICU, HarfBuzz, FreeType, libpng, zlib, PCRE2 and more); Qt's documentation has their texts
under "Licenses Used in Qt".
"""

NO_TEXT_OF_THEIR_OWN = {
    "PySide6_Essentials": ("LGPL-3.txt", "GPL-3.txt"),
}
"""Parts that are installed without the text of their licence. That of shiboken6 is the same as PySide6's."""

CARRIED_INSIDE = {
    "sqlcipher3": ("SQLCipher.txt",),
}
"""Works inside a part whose installed licence does not name them. OpenSSL's Apache-2.0 is under typst."""


def third_party(sources: Iterable[Path], fonts: Path) -> str:
    """The whole text, for the files that went into the bundle and the licence of the fonts."""
    parts, others = _parts(sources)
    chapters = [
        *(_of(part) for part in parts),
        _chapter(f"Python {sys.version.partition(' ')[0]}", "PSF-2.0", "https://www.python.org", [_python()]),
        _chapter("Inter", "OFL-1.1", "https://rsms.me/inter", [fonts.read_text(encoding="utf-8")]),
        *_of_the_system(others),
    ]
    return "\n".join([HEAD, *chapters])


def _parts(sources: Iterable[Path]) -> tuple[list[Distribution], list[Path]]:
    """The installed parts that the files belong to, by name, and the files of the system that belong to none."""
    owners = _owners()
    found = {owners[path] for path in sources if path in owners} - {OURS} | {BEGUN_BY}
    stdlib = Path(sysconfig.get_path("stdlib"))
    libraries = [path for path in sources if path.is_absolute() and ".so" in path.name and "libpython" not in path.name]
    others = [path for path in libraries if path not in owners and not path.is_relative_to(stdlib)]
    return [distribution(name) for name in sorted(found, key=str.casefold)], others


@cache
def _owners() -> dict[Path, str]:
    return {Path(str(part.locate_file(each))): part.name for part in distributions() for each in part.files or ()}


def _of(part: Distribution) -> str:
    told = part.metadata
    licence = told.get("License-Expression") or _short(told.get("License")) or "; ".join(_classified(part))
    home = told.get("Home-page") or next(iter(told.get_all("Project-URL") or ()), "").rpartition(" ")[2]
    texts = [_read(part, each) for each in part.files or () if _is_licence(each)]
    licence = licence or "as told here:"
    own = (*NO_TEXT_OF_THEIR_OWN.get(part.name, ()), *CARRIED_INSIDE.get(part.name, ()))
    texts += [(TEXTS / name).read_text(encoding="utf-8") for name in own]
    texts += [_crates(_read(part, each)) for each in _sboms(part)]
    return _chapter(f"{part.name} {part.version}", licence, home, texts)


def _short(licence: str | None) -> str | None:
    return licence if licence and len(licence) < 200 and "\n" not in licence.strip() else None


def _classified(part: Distribution) -> Iterator[str]:
    for each in part.metadata.get_all("Classifier") or ():
        if each.startswith("License ::"):
            yield each.rpartition(" :: ")[2]


def _is_licence(path: PurePath) -> bool:
    return ".dist-info" in path.parts[0] and path.name.upper().startswith(("LICEN", "COPYING", "NOTICE"))


def _sboms(part: Distribution) -> list[PurePath]:
    return [each for each in part.files or () if "sboms" in each.parts and each.name.endswith(".json")]


def _read(part: Distribution, path: PurePath) -> str:
    return Path(str(part.locate_file(path))).read_text(encoding="utf-8", errors="replace")


def _crates(told: str) -> str:
    """The Rust packages that a part was built from, as it lists them itself."""
    crates = [each for each in json.loads(told)["components"] if "version" in each]
    rows = sorted(f"  {each['name']} {each['version']}: {_licence_of(each)}" for each in crates)
    return "\n".join(["It is built from these Rust packages:", "", *rows, ""])


def _licence_of(component: dict[str, list[dict[str, dict[str, str] | str]]]) -> str:
    told = component.get("licenses") or [{}]
    named = told[0].get("license")
    return str(told[0].get("expression") or (isinstance(named, dict) and named.get("id")) or "not said")


def _python() -> str:
    for folder in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        if (folder / "LICENSE.txt").is_file():
            return (folder / "LICENSE.txt").read_text(encoding="utf-8")
    return "The text of the licence is at https://docs.python.org/3/license.html."


def _of_the_system(files: Iterable[Path]) -> Iterator[str]:
    """Libraries taken from the building Linux, by package where its package system knows them."""
    packages: dict[str, list[str]] = {}
    for path in files:
        packages.setdefault(_package(path), []).append(path.name)
    for package, names in sorted(packages.items()):
        text = Path(f"/usr/share/doc/{package}/copyright")
        told = text.read_text(encoding="utf-8", errors="replace") if package and text.is_file() else ""
        title = f"{', '.join(sorted(set(names)))} (from the building system{f', package {package}' if package else ''})"
        yield _chapter(title, "", "", [told] if told else [])


def _package(path: Path) -> str:
    if shutil.which("dpkg") is None:
        return ""
    for place in (path, path.resolve(), Path(str(path).removeprefix("/usr")), Path(f"/usr{path}")):
        said = subprocess.run(["dpkg", "-S", str(place)], capture_output=True, text=True, check=False).stdout
        if ":" in said:
            return said.partition(":")[0]
    return ""


def _chapter(title: str, licence: str, home: str, texts: Iterable[str]) -> str:
    head = [line for line in (title, licence and f"Licence: {licence}", home) if line]
    return "\n".join(["=" * 100, *head, "=" * 100, "", *(text.strip() + "\n" for text in texts)])
