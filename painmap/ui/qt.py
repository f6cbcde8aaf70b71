"""Loading Qt, so that Python's import stays as it was."""

import builtins


def load_qt() -> None:
    """Imports what every window needs of Qt, once.

    Qt for Python puts an import of its own in the place of Python's. That one reads the source of each module that is
    imported after it, whether it asks for other names of Qt's methods, and keeps all of it in memory. Painmap never
    asks for them.
    """
    pythons = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401 - only to be there

    builtins.__import__ = pythons
