"""What lies in a bundle: all of Painmap, nothing that speaks to a network, no name of the computer that built it."""

import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from types import CodeType

from real_window import NotSeenError

sys.path.append(str(Path(__file__).with_name("bundle")))

from contents import modules_of

ROOT = Path(__file__).resolve().parents[1]
NEVER = (
    "*Qt6Network*",
    "*QtNetwork*",
    "*Qt6Qml*",
    "*Qt6Quick*",
    "*/_ssl.*",
    "*/libssl*",
    "*/_tkinter*",
    "*/plugins/tls/*",
    "*/sample_data/*",
    "*/direct_url.json",
    "*/python",
    "*/python3*.exe",
    "*/bin/python*",
)
"""Files that no bundle has."""
NO_MODULES = {"ssl", "http", "http.client", "urllib.request", "ftplib", "smtplib", "asyncio", "PySide6.QtNetwork"}
NEEDED = (
    "LICENSE.txt",
    "THIRD-PARTY.txt",
    "lib/painmap/resources/bodymap.svg",
    "lib/typst/*",
    "lib/sqlcipher3/*",
    "lib/PySide6/QtPrintSupport*",
)


def look_at_files(bundle: Path) -> str:
    """Looks, and says what was seen. Raises NotSeenError."""
    files = sorted(each for each in bundle.rglob("*") if each.is_file())
    names = [f"/{each.relative_to(bundle).as_posix()}" for each in files]
    unwanted = [name for name in names if any(fnmatch(name, pattern) for pattern in NEVER)]
    if unwanted:
        raise NotSeenError(f"the bundle carries {', '.join(unwanted)}")
    for needed in NEEDED:
        if not any(fnmatch(name, f"/{needed}") for name in names):
            raise NotSeenError(f"the bundle has no {needed}")
    modules = dict(_modules(bundle / "painmap"))
    if carried := NO_MODULES & modules.keys():
        raise NotSeenError(f"the bundle carries {', '.join(sorted(carried))}")
    ours = {name for name in modules if name.partition(".")[0] == "painmap"}
    if absent := modules_of(ROOT) - ours:
        raise NotSeenError(f"the bundle lacks {', '.join(sorted(absent))}")
    if told := sorted(name for name in ours if _names_a_place(modules[name])):
        raise NotSeenError(f"the folder of the build is named in {', '.join(told)}")
    texts = [each for each in files if each.suffix in (".txt", ".json", ".desktop", ".sh") or each.name == "METADATA"]
    if told := [each.name for each in texts if any(place in each.read_bytes() for place in _places())]:
        raise NotSeenError(f"the folder of the build is named in {', '.join(told)}")
    size = sum(each.stat().st_size for each in files if not each.is_symlink()) / 1e6
    return f"{len(files)} files, {size:.0f} MB, {len(ours)} modules of Painmap, and nothing that speaks to a network"


def _modules(program: Path) -> Iterator[tuple[str, CodeType | None]]:
    """The modules inside the program, and what they are compiled to."""
    from PyInstaller.archive.readers import ArchiveReadError, CArchiveReader

    try:
        archive = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz")
    except (ArchiveReadError, OSError, KeyError) as error:
        raise NotSeenError(f"{program} is not a program that PyInstaller made") from error
    for name in archive.toc:
        yield name, archive.extract(name) if name.startswith("painmap") else None


def _names_a_place(code: CodeType | None) -> bool:
    if not isinstance(code, CodeType):
        return False
    kept = [each for each in code.co_consts if not isinstance(each, CodeType)]
    told = "\n".join([code.co_filename, *map(repr, kept)]).encode()
    inner = (each for each in code.co_consts if isinstance(each, CodeType))
    return any(place in told for place in _places()) or any(map(_names_a_place, inner))


def _places() -> tuple[bytes, ...]:
    """The folders of the computer that a bundle is built on."""
    return tuple(str(each).encode() for each in (ROOT, Path(sys.prefix), Path(sys.base_prefix)) if len(str(each)) > 5)
