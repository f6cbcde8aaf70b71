"""What the bundle carries and what it does without, by name."""

import platform
import sys
from fnmatch import fnmatch
from importlib.metadata import version
from pathlib import Path

BACKENDS = ("Agg", "PDF", "SVG")
"""What matplotlib draws with here; its windows are not used."""

MODULES_LEFT_OUT = (
    # Of Qt for Python: what painmap imports is carried, and nothing else.
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
    # Of matplotlib: its windows, what it shows on the web, its tests.
    "matplotlib.backends.backend_qtagg",
    "matplotlib.backends.backend_tkagg",
    "matplotlib.backends.backend_webagg",
    "matplotlib.pyplot",
    "matplotlib.sphinxext",
    "matplotlib.testing",
    # Of numpy and Pillow: tools for developers, other toolkits, and forms of pictures that are not written.
    "numpy.f2py",
    "PIL.AvifImagePlugin",
    "PIL.ImageGrab",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PIL.WebPImagePlugin",
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingft",
    "PIL._imagingtk",
    "PIL._webp",
    # Of Python: what speaks to a network. socket itself stays: email, which reads the version, can't do without.
    "_ssl",
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "multiprocessing",
    "poplib",
    "smtplib",
    "socketserver",
    "ssl",
    "urllib.request",
    "webbrowser",
    "xmlrpc",
    # Of Python: its own windows, what is for developers, and how packages are installed.
    "doctest",
    "ensurepip",
    "lib2to3",
    "pdb",
    "pip",
    "pydoc",
    "readline",
    "setuptools",
    "tkinter",
)
"""Each is the name of a module that there is, so that one that moved is noticed."""

FILES_LEFT_OUT = (
    # Plugins of Qt that need its network or its other languages, or that no desktop uses.
    "*/plugins/egldeviceintegrations/*",
    "*/plugins/generic/*",
    "*/plugins/imageformats/*",
    "*/plugins/networkinformation/*",
    "*/plugins/platforminputcontexts/*virtualkeyboard*",
    "*/plugins/platforms/*eglfs*",
    "*/plugins/platforms/*linuxfb*",
    "*/plugins/platforms/*minimal*",
    "*/plugins/platforms/*vkkhrdisplay*",
    "*/plugins/platforms/*vnc*",
    "*/plugins/tls/*",
    "*/translations/*",
    "*Qt6Egl*",
    "*Qt6Network*",
    "*Qt6Pdf*",
    "*Qt6Qml*",
    "*Qt6Quick*",
    "*Qt6VirtualKeyboard*",
    "*opengl32sw*",
    # Samples, and the pictures of windows that are not used.
    "*/mpl-data/images/*",
    "*/mpl-data/plot_directive/*",
    "*/mpl-data/sample_data/*",
    "*/tests/*",
    "*.pyi",
    # How a package was installed, which names the folders of the computer that did it; its licence is told elsewhere.
    "*.dist-info/[!M]*",
)
"""Files, as patterns of where they would lie in the bundle."""

CARRIED_OF_THE_SYSTEM = (
    # What Python itself is made of.
    "libbz2.so*",
    "libcrypto.so*",
    "libffi.so*",
    "liblzma.so*",
    "libmpdec.so*",
    "libpython3*",
    "libsqlite3.so*",
    "libuuid.so*",
    "libz.so*",
    "libzstd.so*",
    # What Qt needs under X11 and not every desktop has.
    "libxcb-*.so*",
    "libxkbcommon*.so*",
)
"""The libraries that are taken from the building Linux. The others come from the computer that Painmap is used on.

What speaks to its screen, fonts, printers and settings has to fit that computer, not the building one.
"""

SPARED = ("/PySide6/", ".libs/")
"""Where nothing is stripped: Qt comes stripped, and what was repaired for many Linuxes may not outlive it."""

NOT_BEFORE_THE_START = (
    "pyi_rth_mplconfig",
    "pyi_rth_multiprocessing",
    *(["pyi_rth_pyside6"] if sys.platform == "linux" else []),
)
"""What PyInstaller would run before each start: a new folder for fonts each time, processes that are not used, and,
where qt.conf says the same, where Qt has its plugins, in a way that programs opened by Painmap would take for theirs.
"""


def name() -> str:
    """What the bundle is called: the program, its version, and the computers it is for."""
    system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, sys.platform)
    return f"painmap-{version('painmap')}-{system}-{platform.machine().lower()}"


def modules_of(root: Path) -> set[str]:
    """Every module of Painmap by its name, also those that are only imported when they are needed."""
    paths = (each.relative_to(root).with_suffix("") for each in (root / "painmap").rglob("*.py"))
    return {".".join(each.parts).removesuffix(".__init__") for each in paths}


def left_out(name: str, source: Path) -> bool:
    """Whether the bundle does without this file: `name` is where it would lie, `source` where it comes from."""
    name = name.replace("\\", "/")
    if any(fnmatch(f"/{name}", f"/{pattern}") for pattern in FILES_LEFT_OUT):
        return True
    installed = not source.is_absolute() or source.is_relative_to(sys.prefix)
    if sys.platform != "linux" or "/" in name or ".so" not in name or installed:
        return False
    return not any(fnmatch(name, pattern) for pattern in CARRIED_OF_THE_SYSTEM)


def strippable(name: str) -> bool:
    """Whether what only a debugger reads is taken out of this file of the bundle; `name` begins with a slash."""
    return ".so" in name.rpartition("/")[2] and not any(spared in name for spared in SPARED)
