"""The cards of the Settings page: each shows some choices and changes them at once."""

from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.ui.parts.field import Field
from painmap.ui.parts.segments import Segments
from painmap.ui.parts.words import Card, Words
from painmap.ui.settings import LONGEST_NAME, LONGEST_NUMBER, Settings
from painmap.ui.theme import TEXT_SIZES, Appearance

DIAGNOSIS = "This is a diary. It does not diagnose and does not replace your clinician."
LETTERS = "The letters on the screen and on paper are Inter, under the SIL Open Font License 1.1."


class SettingsCard(Card):
    """A card with a heading; its subclasses fill `column`."""

    def __init__(self, title: str, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.appearance = appearance
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 20)
        self.column.setSpacing(8)
        self.column.addWidget(Words(title, appearance, "heading"))

    def _label(self, text: str) -> None:
        self.column.addSpacing(6)
        self.column.addWidget(Words(text, self.appearance, "body-strong"))

    def _beside(self, words: list[QWidget], *controls: QWidget) -> None:
        """Words at the left, and what they are about at the right."""
        row = QHBoxLayout()
        row.setSpacing(8)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addStretch(1)
        for line in words:
            lines.addWidget(line)
        lines.addStretch(1)
        row.addLayout(lines, 1)
        for control in controls:
            row.addWidget(control)
        self.column.addLayout(row)


class ChoicesCard(SettingsCard):
    """A card with choices of which one is on, each kept under its name in the settings."""

    def __init__(
        self,
        title: str,
        questions: list[tuple[str, str, list[tuple[str, object]]]],
        settings: Settings,
        appearance: Appearance,
    ) -> None:
        super().__init__(title, appearance)
        self._settings = settings
        self.segments: dict[str, Segments] = {}
        for label, name, choices in questions:
            self._label(label)
            row = Segments(label, choices, appearance)
            row.chosen.connect(self._keep)
            self.segments[name] = row
            self.column.addWidget(row)
        settings.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is chosen."""
        for name, row in self.segments.items():
            row.show_value(getattr(self._settings.choices, name))

    def _keep(self, value: object) -> None:
        row = self.sender()
        name = next(name for name, segments in self.segments.items() if segments is row)
        if getattr(self._settings.choices, name) != value:
            self._settings.choose(**{name: value})


def display_card(settings: Settings, appearance: Appearance) -> ChoicesCard:
    """Text size and colours; they show themselves on this page."""
    sizes: list[tuple[str, object]] = [(f"{size}%", size) for size in TEXT_SIZES]
    colours: list[tuple[str, object]] = [
        ("As the system", "system"),
        ("Light", "light"),
        ("Dark", "dark"),
        ("High contrast", "contrast"),
    ]
    questions = [("Text size", "text_size", sizes), ("Colours", "colours", colours)]
    return ChoicesCard("Display", questions, settings, appearance)


def calendar_card(settings: Settings, appearance: Appearance) -> ChoicesCard:
    """The first day of the week."""
    starts: list[tuple[str, object]] = [("Monday", 0), ("Sunday", 6), ("Saturday", 5)]
    return ChoicesCard("Calendar", [("Week starts on", "week_starts", starts)], settings, appearance)


class ReportCard(ChoicesCard):
    """Paper and name of the report."""

    def __init__(self, settings: Settings, appearance: Appearance) -> None:
        papers: list[tuple[str, object]] = [("A4", "a4"), ("Letter", "letter")]
        super().__init__("Report", [("Paper", "paper", papers)], settings, appearance)
        self._label("Name on the report")
        self.name = Field("Name on the report", settings.choices.report_name, appearance, LONGEST_NAME)
        self.name.setPlaceholderText("None")
        self.column.addWidget(self.name)
        self.name.textEdited.connect(self._keep_name)
        settings.changed.connect(self._show_name)

    def _show_name(self) -> None:
        name = self._settings.choices.report_name
        if self.name.text().strip() != name:
            self.name.setText(name)

    def _keep_name(self, text: str) -> None:
        self._settings.choose(report_name=text.strip())


class HelpCard(SettingsCard):
    """The number that the help page names."""

    def __init__(self, settings: Settings, appearance: Appearance) -> None:
        super().__init__("Get help page", appearance)
        self._settings = settings
        self.number = Field("Emergency number", settings.choices.emergency_number, appearance, LONGEST_NUMBER)
        self.number.setFixedWidth(160)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setPlaceholderText("Such as 112")
        self._beside([Words("Emergency number", appearance, wrap=True)], self.number)
        self.number.textEdited.connect(self._keep)

    def _keep(self, text: str) -> None:
        self._settings.choose(emergency_number=text.strip())


class About(QWidget):
    """Version, what the program is not, and whose letters it uses."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 0)
        column.setSpacing(4)
        for text in (f"Painmap {version('painmap')}. {DIAGNOSIS}", LETTERS):
            column.addWidget(Words(text, appearance, "small", "ink-muted", wrap=True))
