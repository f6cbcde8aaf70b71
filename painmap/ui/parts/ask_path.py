"""Asking where a file is to go."""

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def documents() -> Path:
    """The documents folder; the patient's own folder where there is none."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def ask_path(parent: QWidget, name: str) -> Path | None:
    """Where a file of that name is to go, in the documents folder at first; None where the dialog was left."""
    kind = Path(name).suffix
    path = documents() / name
    while True:
        chosen, _ = QFileDialog.getSaveFileName(parent, f"Save {name}", str(path), f"{kind[1:].upper()} (*{kind})")
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() == kind:
            return path
        path = path.with_name(path.name + kind)
        # The dialog asked about the name as it was typed, so it has to ask about this one.
        if not os.path.lexists(path):
            return path
