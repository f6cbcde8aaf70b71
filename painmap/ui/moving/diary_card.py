"""The card of the Settings page that shows where the diary is, and writes it into files and brings files in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from painmap.domain.words import counted
from painmap.exchange.forms import Form, Handed
from painmap.ui.moving.picker import Answer, Picker
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.passage import Passage
from painmap.ui.parts.words import Words
from painmap.ui.settings import Settings
from painmap.ui.settings_cards import SettingsCard
from painmap.ui.theme import Appearance
from painmap.ui.treatments.flow import Flow

FORMS: list[tuple[str, object]] = [
    ("Everything", Form.JSON),
    ("Excel", Form.WORKBOOK),
    ("CSV, days", Form.DAYS),
    ("CSV, regions", Form.PLACES),
    ("FHIR", Form.FHIR),
]
TOLD = {
    Form.JSON: "All of the diary as JSON. Painmap can bring it back.",
    Form.WORKBOOK: "A workbook with one row a day, one row a region, and the other records. Private notes stay out.",
    Form.DAYS: "One row a day, for any spreadsheet. Without notes.",
    Form.PLACES: "One row a region and check-in, for any spreadsheet. Private notes stay out.",
    Form.FHIR: "Check-ins and weekly reviews for a clinic's program. Private notes stay out.",
}
WITH_NOTES = (Form.WORKBOOK, Form.PLACES, Form.FHIR)


class DiaryCard(SettingsCard):
    """`export_asked` gives what is to be handed over; `import_asked` asks for a file to bring in."""

    export_asked = Signal(object)
    import_asked = Signal()

    def __init__(
        self, settings: Settings, appearance: Appearance, path: Path, show_in_folder: Callable[[Path], None]
    ) -> None:
        super().__init__("Your diary", appearance)
        self._settings, self._path, self._show = settings, path, show_in_folder
        self.show_button = Button("Show in folder", appearance)
        self.form = Picker("Write it into a file", FORMS, appearance)
        self.told = Words("", appearance, "small", "ink-muted", wrap=True)
        self.without_notes = Answer("Leave all notes out", appearance)
        self.without_regions = Answer("", appearance)
        self.export = Button("Export", appearance)
        self.bring_in = Button("Import", appearance)
        where = [Words("One file on this computer", appearance, wrap=True), Passage(str(path), appearance, "ink-muted")]
        self._beside([*where], self.show_button)
        self._left_out = Flow((self.without_notes, self.without_regions))
        self._buttons = Flow((self.export, self.bring_in))
        for part in (self.form, self.told, self._left_out, self._buttons):
            self.column.addWidget(part)
        self.show_button.clicked.connect(self._show_file)
        self.form.picked.connect(self._show_form)
        self.export.clicked.connect(self._ask_export)
        self.bring_in.clicked.connect(self.import_asked)
        settings.changed.connect(self._show_form)
        self.form.show_value(Form.JSON)
        self.without_regions.setChecked(True)
        self._show_form()

    @property
    def handed(self) -> Handed:
        """What is chosen. CSV has the mark by which spreadsheets know its letters.

        What is left out of reports stays out of every file but that of everything, unless the patient says otherwise.
        """
        form = self.form.value if isinstance(self.form.value, Form) else Form.JSON
        notes = not (form in WITH_NOTES and self.without_notes.isChecked())
        hidden = form is not Form.JSON and self.without_regions.isChecked()
        left_out = frozenset(self._settings.choices.report_left_out) if hidden else frozenset[str]()
        return Handed(form, left_out, notes, mark=True)

    def _show_form(self) -> None:
        form = self.handed.form
        self.told.setText(TOLD[form])
        self.without_notes.setVisible(form in WITH_NOTES)
        regions = len(self._settings.choices.report_left_out)
        self.without_regions.rename(f"Leave out the {counted(regions, 'region')} left out of reports")
        self.without_regions.setVisible(regions > 0 and form is not Form.JSON)
        self._left_out.setVisible(form is not Form.JSON and (regions > 0 or form in WITH_NOTES))
        self._left_out.refresh()
        self.export.rename("Export everything" if form is Form.JSON else "Export")
        self._buttons.refresh()

    def _ask_export(self) -> None:
        self.export_asked.emit(self.handed)

    def _show_file(self) -> None:
        self._show(self._path)
