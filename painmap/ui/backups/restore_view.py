"""Bringing a backup back: which one, what it would do, doing it, and saying afterwards that all is well."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from painmap.domain.course import Course
from painmap.domain.restoring import Way
from painmap.domain.thinning import Backup
from painmap.storage import restoring
from painmap.storage.beside import beside
from painmap.storage.diary import Diary
from painmap.storage.restored import read_note, settle
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.background import Background, Outcome
from painmap.ui.backups.choosing import BackupList
from painmap.ui.backups.comparison import Comparison
from painmap.ui.backups.looking import Seen, look_at
from painmap.ui.backups.rounds import Rounds
from painmap.ui.journal import Journal
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.segments import Segments
from painmap.ui.parts.words import Words
from painmap.ui.passphrase.backup_entry import BackupEntry
from painmap.ui.progress import Progress
from painmap.ui.settings_cards import SettingsCard
from painmap.ui.theme import Appearance
from painmap.ui.treatments.flow import Flow

NONE = "There is no backup beside the diary. One can be chosen from another place."
FIRST = "A backup of the diary as it is now is made first, and this can be undone."
LOOK = "Look through your diary. Until you say that all is well, no backup is thinned out."
NOT_LOOKED = "It was not looked at. Choose a backup."
NOT_DONE = "Nothing was changed. The diary is as it was."
WELL = "Backups are thinned out again as they age."
FIRST_FEW, FEWER = 6, 3
SIDE_BY_SIDE = 860
ACTS = {Way.MERGE: "Merge into the diary", Way.REPLACE: "Replace the diary"}


def ask_backup(parent: QWidget) -> Path | None:
    """Which file to bring back; None where the dialog was left."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "Restore a backup", str(Path.home()), "Backups (*.diary)")
    return Path(chosen) if chosen else None


class RestoreView(QWidget):
    """Chooses a backup and brings it back. `said` gives what was done in one sentence."""

    said = Signal(str)

    def __init__(
        self,
        journal: Journal,
        rounds: Rounds,
        appearance: Appearance,
        ask: Callable[[QWidget], Path | None] = ask_backup,
    ) -> None:
        super().__init__()
        self._journal, self._rounds, self._appearance, self._ask = journal, rounds, appearance, ask
        self._seen: Seen | None = None
        self._all = self._was_wide = False
        self.list = BackupList(appearance)
        self.none = Words(NONE, appearance, "body", "ink-muted", wrap=True)
        self.older = Button("Show all backups", appearance)
        self.other = Button("Another file", appearance)
        self.comparison = Comparison(appearance)
        self.way = Segments("How it is brought back", [("Merge", Way.MERGE), ("Replace", Way.REPLACE)], appearance)
        self.act = Button(ACTS[Way.MERGE], appearance, Kind.MAIN, height=52)
        self.trouble = Words("", appearance, wrap=True)
        self.sealed = BackupEntry(appearance)
        self.told = Words("", appearance, "body-strong", wrap=True)
        self.well = Button("All is well", appearance, Kind.MAIN)
        self.undo = Button("Undo the restore", appearance)
        self.background = Background(self)
        self.progress = Progress(self.background, self, appearance)
        self._lay_out(appearance)
        self._wire()

    def open(self) -> None:
        """Shows the backups as they are now, with the newest chosen."""
        self._all = False
        newest = next(iter(self._rounds.copies), None)
        self._show_backups(newest)
        self.none.setVisible(newest is None)
        self._show_waiting()
        self._look(self._rounds.folder / newest.name if newest else None, opening=True)

    def take_focus(self) -> None:
        """Puts the keyboard on what comes first."""
        rows = [row for row in self.list.rows if row.backup == self._chosen]
        (self.well if not self.waiting.isHidden() else rows[0] if rows else self.other).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self, appearance: Appearance) -> None:
        self.waiting = SettingsCard("A restore waits for your word", appearance)
        _fill(self.waiting, self.told, Words(LOOK, appearance, wrap=True), Flow((self.well, self.undo)))
        which = SettingsCard("Which backup", appearance)
        self._below = Flow((self.older, self.other))
        _fill(which, self.list, self.none, self._below)
        self.what = SettingsCard("What it would do", appearance)
        self._first = Words(FIRST, appearance, "small", "ink-muted", wrap=True)
        self._steps: list[QWidget] = [self.comparison.held, self.way, self.comparison, self.act, self._first]
        _fill(self.what, self.trouble, self.sealed, *self._steps)
        self.what.column.setSpacing(12)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(16)
        column.addWidget(self.waiting)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setSpacing(16)
        for card, stretch in ((which, 2), (self.what, 3)):
            side = QVBoxLayout()
            side.addWidget(card)
            side.addStretch(1)
            self._sides.addLayout(side, stretch)
        column.addLayout(self._sides)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.area = Scroll(inside)
        whole.addWidget(self.area)

    def _wire(self) -> None:
        self.list.chosen.connect(self._choose)
        self.older.clicked.connect(self._show_older)
        self.other.clicked.connect(self._choose_file)
        self.way.chosen.connect(self._show_plan)
        self.act.clicked.connect(self._restore)
        self.well.clicked.connect(self._settle)
        self.undo.clicked.connect(self._undo)
        self.sealed.opened.connect(self._look)
        self._appearance.changed.connect(self._arrange)

    def _arrange(self) -> None:
        ways = QBoxLayout.Direction
        if self._was_wide != self._wide:
            self._was_wide = self._wide
            self._sides.setDirection(ways.LeftToRight if self._wide else ways.TopToBottom)
            self._show_backups(self._chosen)

    @property
    def _wide(self) -> bool:
        return self.width() >= self._appearance.theme.px(SIDE_BY_SIDE)

    @property
    def _chosen(self) -> Backup | None:
        return next((row.backup for row in self.list.rows if row.isChecked()), None)

    def _show_backups(self, chosen: Backup | None) -> None:
        copies = self._rounds.copies
        few = FIRST_FEW if self._wide else FEWER
        self.list.show_backups(copies if self._all else copies[:few], chosen, self._journal.today())
        self.older.rename(f"Show all {len(copies)} backups")
        self.older.setVisible(not self._all and len(copies) > few)
        self._below.refresh()

    def _show_older(self) -> None:
        shown = len(self.list.rows)
        self._all = True
        self._show_backups(self._chosen)
        self.list.rows[shown].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, backup: object) -> None:
        if isinstance(backup, Backup):
            self.list.mark(backup)
            self._look(self._rounds.folder / backup.name)

    def _choose_file(self) -> None:
        chosen = self._ask(self)
        if chosen is not None:
            self.list.mark(None)
            self._look(chosen)

    def _look(self, path: Path | None, *, opening: bool = False) -> None:
        self._seen = None
        self._show_trouble("")
        self.sealed.ask(None)
        self.what.setVisible(path is not None)
        if path is not None:
            work = partial(look_at, path, self._journal.diary.path)
            self.background.start(work, partial(self._show_seen, path, opening=opening))

    def _show_seen(self, path: Path, outcome: Outcome[Seen | None], *, opening: bool) -> None:
        self._seen = outcome.made
        if outcome.made is not None:
            self.comparison.show_sides(outcome.made.found, outcome.made.there)
        elif outcome.trouble or outcome.cancelled:
            self._show_trouble(outcome.trouble or NOT_LOOKED)
        else:
            self.sealed.ask(path)
        for part in self._steps:
            part.setVisible(self._seen is not None)
        self._show_plan()
        if opening:
            self.take_focus()

    def _show_plan(self) -> None:
        if self._seen is None:
            return
        way = Way(str(self.way.value))
        planned = self._seen.plans[way]
        self.comparison.show_plan(planned, way)
        self.act.rename(ACTS[way])
        for part in (self.act, self._first):
            part.setVisible(not planned.idle)

    def _restore(self) -> None:
        folder, now, way, seen = self._rounds.folder, self._journal.now(), Way(str(self.way.value)), self._seen
        if seen is not None:
            self._do(lambda diary, course: restoring.restore(diary, seen.found, way, folder, now, course).sentence())

    def _undo(self) -> None:
        folder, now = self._rounds.folder, self._journal.now()
        undone = "The restore was undone."
        self._do(lambda diary, course: f"{undone} {restoring.undo(diary, folder, now, course).sentence()}")

    def _do(self, work: Callable[[Diary, Course], str]) -> None:
        self._journal.settling.emit()
        self._rounds.wait()
        path = self._journal.diary.path

        def beside_the_window(course: Course) -> str:
            course.step("Comparing it with the diary")
            with beside(path, for_writing=True) as diary:
                return work(diary, course)

        try:
            self._journal.diary.database.still_there()
        except DiaryTrouble as trouble:
            self._show_trouble(str(trouble))
        else:
            self.background.start(beside_the_window, self._done)

    def _done(self, outcome: Outcome[str]) -> None:
        if outcome.made is None:
            self._show_trouble(outcome.trouble or NOT_DONE)
            return
        self._journal.replaced()
        self.open()
        self.area.verticalScrollBar().setValue(0)
        self.said.emit(outcome.made)
        self.take_focus()

    def _settle(self) -> None:
        try:
            settle(self._rounds.folder)
        except DiaryTrouble as trouble:
            self._show_trouble(str(trouble))
            return
        self._show_waiting()
        self.said.emit(WELL)
        self.take_focus()

    def _show_waiting(self) -> None:
        note = read_note(self._rounds.folder)
        self.waiting.setVisible(note is not None)
        if note is not None:
            self.told.setText(note.said)
            self.undo.setVisible(note.before is not None)

    def _show_trouble(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))


def _fill(card: SettingsCard, *parts: QWidget) -> None:
    for part in parts:
        card.column.addWidget(part)
