"""What is said after the passphrase was changed, and the offer of a recovery sheet."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.words import counted
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.journal import Journal
from painmap.ui.page import say_aloud
from painmap.ui.parts.ask_path import ask_path
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.scroll import Flow
from painmap.ui.parts.words import Words
from painmap.ui.passphrase.sheet import Sheet, print_sheet, save_sheet
from painmap.ui.report_page.printing import ask_printer
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

ON = "The diary and its backups are under your passphrase now."
OFF = "The diary and its backups are without a passphrase now."
OFFER = (
    "A recovery sheet says on one page where the diary is and how it is opened. Write the passphrase on it by hand, "
    "or have it printed with it. Nothing is saved or printed unless you say so."
)


class SheetOffer(Flow):
    """Tells how it went, and prints or saves the sheet where the patient wants it. `left`: all is done."""

    left = Signal()

    def __init__(
        self,
        journal: Journal,
        settings: Settings,
        appearance: Appearance,
        ask_target: Callable[[QWidget, str], Path | None] = ask_path,
        ask_device: Callable[[QWidget, str], "QPrinter | None"] = ask_printer,
    ) -> None:
        super().__init__()
        self._journal, self._settings, self._appearance = journal, settings, appearance
        self._ask_target, self._ask_device = ask_target, ask_device
        self.passphrase = ""
        """What is printed where the patient wants it; nothing keeps it after the dialog is closed."""
        self.told = Words("", appearance, "title", wrap=True)
        self.left_over = Words("", appearance, wrap=True)
        self.offer = Words(OFFER, appearance, wrap=True)
        self.with_it = Button("With the passphrase on it", appearance, Kind.CHOICE)
        self.print_button = Button("Print the sheet", appearance)
        self.save = Button("Save it as PDF", appearance)
        self.state = Words("", appearance, "body-strong", wrap=True)
        self.finish = Button("Done", appearance, Kind.MAIN)
        self._lay_out()
        self.print_button.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.finish.clicked.connect(self.left)

    @property
    def text(self) -> str:
        """What is told."""
        return f"{self.told.text()} {self.left_over.text()}".strip()

    def tell(self, left: Sequence[Path], plain: Sequence[Path] = (), *, off: bool) -> None:
        """Says how it went, and what stayed as before or `plain`; without a passphrase there is no sheet."""
        self.told.setText(OFF if off else ON)
        self.left_over.setText(" ".join(filter(None, (_left_text(left), _plain_text(plain)))))
        self.left_over.setVisible(bool(self.left_over.text()))
        for each in (self.offer, self.with_it, self.print_button, self.save):
            each.setVisible(not off)

    def take_focus(self) -> None:
        """Puts the keyboard on the way out."""
        self.finish.setFocus()

    def clear(self) -> None:
        """Forgets the passphrase."""
        self.passphrase = ""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        for words in (self.told, self.left_over, self.offer):
            column.addWidget(words)
        choice = QHBoxLayout()
        choice.addWidget(self.with_it)
        choice.addStretch(1)
        column.addLayout(choice)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print_button)
        row.addWidget(self.save)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.state)
        self.state.hide()
        column.addStretch(1)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.finish)
        column.addLayout(last)

    def _sheet(self) -> Sheet:
        journal = self._journal
        return Sheet(journal.diary.path, journal.today(), self.passphrase if self.with_it.isChecked() else "")

    def _print(self) -> None:
        paper = self._settings.choices.paper
        printer = self._ask_device(self, paper)
        if printer is None:
            return
        took = print_sheet(self._sheet(), printer, paper)
        self._say("The sheet was printed." if took else "The printer did not take the sheet; choose another one.")

    def _save(self) -> None:
        target = self._ask_target(self, "painmap-recovery-sheet.pdf")
        if target is None:
            return
        try:
            save_sheet(self._sheet(), target, self._settings.choices.paper)
        except DiaryTrouble as trouble:
            self._say(str(trouble))
        else:
            self._say(f"Saved as {target.name}. Keep it away from this computer.")

    def _say(self, sentence: str) -> None:
        self.state.setText(sentence)
        self.state.show()
        say_aloud(self, sentence)


def _left_text(left: Sequence[Path]) -> str:
    if not left:
        return ""
    what = counted(len(left), "backup")
    return f"{what} can't be read and stayed as before: {', '.join(each.name for each in left)}."


def _plain_text(plain: Sequence[Path]) -> str:
    if not plain:
        return ""
    names = ", ".join(each.name for each in plain)
    them = "it" if len(plain) == 1 else "them"
    return f"Set aside earlier, and not under it: {names}. Delete {them} when you no longer need {them}."
