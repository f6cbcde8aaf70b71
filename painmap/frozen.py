"""What the bundled program, which has no Python around it, arranges before it begins."""

from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path

LIBRARIES = "LD_LIBRARY_PATH"
"""Where programs look for libraries first. The start of a bundle changes it, and keeps the value of before."""


def settle_in(environ: MutableMapping[str, str], cache: Path) -> None:
    """Keeps matplotlib's list of fonts from one start to the next, and lets other programs have their own libraries.

    The list is made again at every start unless it has a folder of its own, and where that can't be made. The program
    that shows a saved report would take the libraries of the bundle for its own.
    """
    with suppress(OSError):
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        environ["MPLCONFIGDIR"] = str(cache)
    environ.pop(LIBRARIES, None)
    before = environ.pop(f"{LIBRARIES}_ORIG", None)
    if before is not None:
        environ[LIBRARIES] = before
