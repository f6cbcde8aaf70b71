"""Asking where a file is to go."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_path(parent: QWidget, name: str) -> Path | None:
    """Where a file of that name is to go, in the documents folder at first; None where the dialog was left."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kind = Path(name).suffix
    chosen, _ = QFileDialog.getSaveFileName(
        parent, f"Save {name}", str(Path(folder) / name), f"{kind[1:].upper()} (*{kind})"
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == kind else path.with_name(path.name + kind)
