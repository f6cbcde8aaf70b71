"""Exporting everything and importing a file, from the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from painmap.domain.contents import amounts
from painmap.exchange import json_file
from painmap.exchange.trouble import BadFile
from painmap.storage import backups
from painmap.storage.trouble import DiaryTrouble, unwritable
from painmap.ui.journal import Journal
from painmap.ui.parts.ask_path import ask_path


def ask_file(parent: QWidget) -> Path | None:
    """Which file to import; None where the dialog was left."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getOpenFileName(parent, "Import a Painmap file", folder, "JSON (*.json)")
    return Path(chosen) if chosen else None


class Transfer(QObject):
    """Writes and reads the exchange file. `told` gives one sentence about what happened, or why it did not."""

    told = Signal(str)

    def __init__(
        self,
        journal: Journal,
        window: QWidget,
        *,
        ask_target: Callable[[QWidget, str], Path | None] = ask_path,
        ask_source: Callable[[QWidget], Path | None] = ask_file,
    ) -> None:
        super().__init__(window)
        self._journal, self._window = journal, window
        self._ask_target, self._ask_source = ask_target, ask_source

    def export(self) -> None:
        """Asks for a place and writes every check-in there."""
        now = self._journal.now()
        target = self._ask_target(self._window, f"painmap-{now.date().isoformat()}.json")
        if target is None:
            return
        try:
            contents = self._journal.diary.contents()
            json_file.write(contents, target, now)
        except (BadFile, DiaryTrouble) as trouble:
            self.told.emit(str(trouble))
        except OSError as error:
            self.told.emit(str(unwritable(error, target)))
        else:
            self.told.emit(f"Exported {amounts(contents.counts)} to {target}.")

    def bring_in(self) -> None:
        """Asks for a file and brings it into the diary, of which a copy is made first."""
        source = self._ask_source(self._window)
        if source is None:
            return
        self._journal.settling.emit()
        try:
            self.told.emit(self._merged(source))
        except (BadFile, DiaryTrouble) as trouble:
            self.told.emit(str(trouble))
        except OSError as error:
            self.told.emit(f"{source} can't be read ({error.strerror or error}); choose another file.")

    def _merged(self, source: Path) -> str:
        diary, now = self._journal.diary, self._journal.now()
        contents = json_file.read(source, now.date())
        held = not diary.empty
        if held:
            backups.before("import", diary, diary.path.parent / backups.BACKUPS, now)
        merged = diary.merge(contents)
        self._journal.replaced()
        said = " ".join(merged.sentences())
        return f"{said} The diary as it was before is in the backups." if held else said
