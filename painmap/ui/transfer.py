"""Writing the diary into a file and bringing a file in, from the window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from painmap.domain.contents import amounts
from painmap.exchange import json_file
from painmap.exchange.forms import Form, Handed, file_of
from painmap.exchange.found import Found
from painmap.exchange.trouble import BadFile
from painmap.exchange.whole import write_whole
from painmap.storage import backups
from painmap.storage.trouble import DiaryTrouble, unwritable
from painmap.ui.journal import Journal
from painmap.ui.parts.ask_path import ask_path

if TYPE_CHECKING:
    from painmap.exchange.foreign import ForeignTable

TABLES = (".csv", ".tsv")
KINDS = "Painmap exports and tables (*.json *.csv *.tsv)"


def ask_file(parent: QWidget) -> Path | None:
    """Which file to import; None where the dialog was left."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getOpenFileName(parent, "Import a file", folder, KINDS)
    return Path(chosen) if chosen else None


@contextmanager
def waiting() -> Iterator[None]:
    """Shows that something takes a while."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


class Transfer(QObject):
    """Writes and reads files. `told` gives one sentence about what happened, or why it did not.

    `looked` gives the path of a file that was chosen and what was found in it: a Found, or another program's table.
    """

    told = Signal(str)
    looked = Signal(object, object)

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

    def export(self, handed: object = None) -> None:
        """Asks for a place and writes the diary there, whole or what of it is handed over."""
        handed = handed if isinstance(handed, Handed) else Handed()
        now = self._journal.now()
        target = self._ask_target(self._window, _name(handed.form, now.date().isoformat()))
        if target is None:
            return
        try:
            with waiting():
                contents = handed.of(self._journal.diary.contents())
                write_whole(file_of(contents, handed, now), target)
        except (BadFile, DiaryTrouble) as trouble:
            self.told.emit(str(trouble))
        except OSError as error:
            self.told.emit(str(unwritable(error, target)))
        else:
            held = ("check_ins", *handed.form.kinds)
            counts = {name: count for name, count in contents.counts.items() if name in held}
            self.told.emit(f"Exported {amounts(counts)} to {target}.")

    def bring_in(self) -> None:
        """Asks for a file and tells what is in it; nothing is written."""
        source = self._ask_source(self._window)
        if source is None:
            return
        self._journal.settling.emit()
        try:
            with waiting():
                self.looked.emit(source, self._look(source))
        except (BadFile, DiaryTrouble) as trouble:
            self.told.emit(str(trouble))
        except OSError as error:
            self.told.emit(f"{source} can't be read ({error.strerror or error}); choose another file.")

    def take(self, found: object) -> None:
        """Brings what was found into the diary, of which a copy is made first."""
        if not isinstance(found, Found):
            return
        self._journal.settling.emit()
        try:
            with waiting():
                said = self._merged(found)
            self.told.emit(said)
        except DiaryTrouble as trouble:
            self.told.emit(str(trouble))

    def _look(self, source: Path) -> "Found | ForeignTable":
        if source.suffix.lower() in TABLES:
            from painmap.exchange.foreign import read_foreign

            return read_foreign(source)
        return json_file.look(source, self._journal.today())

    def _merged(self, found: Found) -> str:
        diary, now = self._journal.diary, self._journal.now()
        held = not diary.empty
        if held:
            backups.before("import", diary, diary.path.parent / backups.BACKUPS, now)
        merged = diary.merge(found.contents)
        self._journal.replaced()
        said = " ".join((*merged.sentences(), *([f"{len(found.refused):,} left out."] if found.refused else [])))
        return f"{said} The diary as it was before is in the backups." if held else said


def _name(form: Form, day: str) -> str:
    what = {Form.DAYS: "-days", Form.PLACES: "-regions", Form.FHIR: "-fhir"}.get(form, "")
    return f"painmap{what}-{day}{form.suffix}"
