"""Asking where a file is to go."""

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_path(parent: QWidget, name: str) -> Path | None:
    """Where a file of that name is to go, in the documents folder at first; None where the dialog was left."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kind = Path(name).suffix
    path = (Path(folder) if Path(folder).is_dir() else Path.home()) / name
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
