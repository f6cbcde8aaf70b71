"""Writing the diary into a file and bringing a file in, from the window."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from painmap.domain.course import Cancelled, Course
from painmap.exchange.forms import Form, Handed, exported_text, file_of
from painmap.exchange.found import Found
from painmap.exchange.whole import write_whole
from painmap.storage import backups
from painmap.storage.beside import beside
from painmap.storage.restoring import BACKING_UP
from painmap.storage.trouble import DiaryTrouble, unwritable
from painmap.ui.background import Background, Outcome
from painmap.ui.journal import Journal
from painmap.ui.moving.brought import brought_text
from painmap.ui.moving.looked import Looked, look
from painmap.ui.parts.ask_path import ask_path, documents
from painmap.ui.progress import Progress
from painmap.ui.theme import Appearance

KINDS = "Painmap exports and tables (*.json *.csv *.tsv)"
WRITING = {Form.WORKBOOK: "Writing the workbook", Form.FHIR: "Writing the FHIR file"}
NOT_EXPORTED = "The export was cancelled. No file was written."
NOT_LOOKED = "The import was cancelled. Nothing was brought in."
NOT_BROUGHT = "Nothing was brought in. The diary is as it was."
BEFORE = "The diary as it was before is in the backups."
BACKED_UP = "The backup that was made first stays."


def ask_file(parent: QWidget) -> Path | None:
    """Which file to import; None where the dialog was left."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "Import a file", str(documents()), KINDS)
    return Path(chosen) if chosen else None


class Transfer(QObject):
    """Writes and reads files, beside the window. `told` gives one sentence about what happened, or why it did not.

    `looked` gives what was found in a file that was chosen.
    """

    told = Signal(str)
    looked = Signal(object)

    def __init__(
        self,
        journal: Journal,
        window: QWidget,
        appearance: Appearance,
        *,
        ask_target: Callable[[QWidget, str], Path | None] = ask_path,
        ask_source: Callable[[QWidget], Path | None] = ask_file,
    ) -> None:
        super().__init__(window)
        self._journal, self._window = journal, window
        self._ask_target, self._ask_source = ask_target, ask_source
        self.background = Background(self)
        self.progress = Progress(self.background, window, appearance)

    def export(self, handed: object = None) -> None:
        """Asks for a place and writes the diary there, whole or what of it is handed over."""
        handed = handed if isinstance(handed, Handed) else Handed()
        now = self._journal.now()
        target = self._ask_target(self._window, _name(handed.form, now.date().isoformat()))
        if target is not None and self._ready():
            work = partial(_export, self._journal.diary.path, handed, target, now)
            self.background.start(work, partial(self._tell, cancelled=NOT_EXPORTED))

    def bring_in(self) -> None:
        """Asks for a file and tells what is in it; nothing is written."""
        source = self._ask_source(self._window)
        if source is not None and self._ready():
            work = look(source, self._journal.diary.path, self._journal.today())
            self.background.start(work, self._show)

    def take(self, found: object) -> None:
        """Brings what was found into the diary, of which a copy is made first."""
        if isinstance(found, Found) and self._ready():
            work = partial(_bring_in, self._journal.diary.path, found, self._journal.now())
            self.background.start(work, self._taken)

    def _ready(self) -> bool:
        """Keeps what is not yet kept, and looks whether the diary is still where it was. Tells what is wrong."""
        self._journal.settling.emit()
        try:
            self._journal.diary.database.still_there()
        except DiaryTrouble as trouble:
            self.told.emit(str(trouble))
            return False
        return True

    def _show(self, outcome: Outcome[Looked]) -> None:
        if outcome.made is None:
            self._tell(Outcome(trouble=outcome.trouble, cancelled=outcome.cancelled), NOT_LOOKED)
        else:
            self.looked.emit(outcome.made)

    def _taken(self, outcome: Outcome[str]) -> None:
        if outcome.made is not None:
            self._journal.replaced()
        self._tell(outcome, NOT_BROUGHT)

    def _tell(self, outcome: Outcome[str], cancelled: str) -> None:
        sentence = outcome.made or outcome.trouble or cancelled
        self.told.emit(sentence)
        self.progress.say(sentence)


def _export(diary: Path, handed: Handed, target: Path, now: datetime, course: Course) -> str:
    """Reads the diary of this path, writes the file, and says so. Raises BadFile, DiaryTrouble, Cancelled."""
    course.step("Reading the diary")
    with beside(diary) as open_diary:
        contents = handed.of(open_diary.contents())
    course.step(WRITING.get(handed.form, "Writing the file"))
    content = file_of(contents, handed, now, course)
    course.step("Saving the file")
    try:
        write_whole(content, target, course=course)
    except OSError as error:
        raise unwritable(error, target) from error
    return f"Exported {exported_text(contents, handed.form)} to {target}."


def _bring_in(diary: Path, found: Found, now: datetime, course: Course) -> str:
    """Backs the diary of this path up, brings what was found in, and says so. Raises DiaryTrouble, Cancelled."""
    with beside(diary, for_writing=True) as open_diary:
        held = not open_diary.empty
        if held:
            course.step(BACKING_UP)
            backups.before("import", open_diary, diary.parent / backups.BACKUPS, now)
        course.step("Bringing the file in")
        try:
            merged = open_diary.merge(found.contents, course)
        except Cancelled as stopped:
            raise Cancelled(f"{NOT_BROUGHT} {BACKED_UP}" if held else NOT_BROUGHT) from stopped
    left = [f"{len(found.refused):,} left out."] if found.refused else []
    return " ".join((brought_text(merged), *left, *([BEFORE] if held else [])))


def _name(form: Form, day: str) -> str:
    what = {Form.DAYS: "-days", Form.PLACES: "-regions", Form.FHIR: "-fhir"}.get(form, "")
    return f"painmap{what}-{day}{form.suffix}"
