"""Whether a window can be shown here, and in one sentence what is missing where it can't.

`python -m painmap.screen` says it on the command line. It needs nothing but the standard library.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""What Qt loads on Linux even without a window, and the Debian package that has it."""

_UNDER_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}

_MULTIARCH = getattr(sys.implementation, "_multiarch", "")
_FOLDERS = (f"/usr/lib/{_MULTIARCH}", f"/lib/{_MULTIARCH}", "/usr/lib64", "/usr/lib")

NO_SCREEN = (
    "There is no screen here: start Painmap on a desktop, or run 'make demo', which draws its pages as pictures."
)
NO_SCREEN_FOR_BUNDLE = (
    "There is no screen here: start Painmap on a desktop, or type 'painmap --help' for what works without one."
)


def missing(
    environ: Mapping[str, str] = os.environ,
    system: str = sys.platform,
    loads: "Callable[[str], bool] | None" = None,
    bundled: bool = hasattr(sys, "frozen"),
) -> str | None:
    """What is missing to show a window, as one sentence with the next step; None where nothing is.

    A platform chosen by QT_QPA_PLATFORM that draws nowhere, such as offscreen, needs no screen.
    `loads` says whether a shared library can be loaded; `bundled` whether the program runs without make around it.
    """
    if system != "linux":
        return None
    chosen = environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    x11 = chosen == "xcb" or (not chosen and "DISPLAY" in environ and not environ.get("WAYLAND_DISPLAY"))
    shown = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    if chosen in ("", "xcb", "wayland") and not shown:
        return NO_SCREEN_FOR_BUNDLE if bundled else NO_SCREEN
    needed = {**_ALWAYS, **_UNDER_X11} if x11 else _ALWAYS
    absent = [package for library, package in needed.items() if not (loads or library_loads)(library)]
    if absent:
        return _install(absent)
    if x11 and not answers(environ["DISPLAY"]):
        return f"The screen {environ['DISPLAY']} does not answer: start Painmap from a window of your desktop."
    return None


def library_loads(name: str) -> bool:
    """Whether the system has this shared library: where libraries usually are, or else by loading it."""
    if any(os.path.exists(f"{folder}/{name}") for folder in _FOLDERS):  # noqa: PTH110  # 19 times before each window
        return True
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def answers(display: str) -> bool:
    """Whether an X server takes a connection there; Qt would abort without a word to the patient."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _install(packages: list[str]) -> str:
    verb, them = ("is", "it") if len(packages) == 1 else ("are", "them")
    names = ", ".join(packages)
    return f"{names} {verb} missing: install {them} with 'sudo apt install {' '.join(packages)}'."


def main() -> None:
    """Says on standard error what is missing, and leaves with 2; says nothing where nothing is."""
    sentence = missing()
    if sentence:
        sys.stderr.write(sentence + "\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
