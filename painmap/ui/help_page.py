"""The Get help page: when not to wait, what Painmap is, where the diary and each number come from, and the keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.thresholds import THRESHOLDS
from painmap.ui.counts.figures import HOW, NAMES
from painmap.ui.page import Page
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.words import Card, Words
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance

WIDEST = 720
NOW = (
    "Pain or tightness in the chest, or trouble breathing",
    "A face that suddenly droops, an arm that is suddenly weak, or sudden trouble speaking",
    "Back pain, and you can no longer hold or pass urine or stool as usual",
    "Numbness around the genitals or the buttocks",
    "Weakness or numbness in both legs",
    "Pain after a serious accident",
    "Thoughts of ending your life",
)
SOON = (
    "Back pain with a fever",
    "Back pain, and you are losing weight without knowing why",
    "Back pain that is worse at night",
    "A joint that is hot and swollen while you have a fever",
)
ABOUT = (
    "Painmap keeps what you say about your pain and shows it to you and, if you wish, to your clinician.",
    "This is a diary. It does not diagnose and does not replace your clinician. "
    "The scores are published counting rules; only a clinician can say what they mean for you.",
    "It does not watch over you: whatever you log, nobody is told.",
)
KEPT = (
    "The diary is one file on this computer. Painmap sends nothing anywhere and has no account.",
    "What you export, print or save as a report leaves the diary only because you asked for it.",
    "Settings shows where the file and its backups are.",
)
KEYS = (
    ("Tab, Shift+Tab", "Go to the next part of the page, or back"),
    ("Arrow keys", "On the body: walk to the region on that side. In a row of numbers: go along it"),
    ("Letters", "On the body: find a region by its name, such as “left kn”"),
    ("0 to 9", "Rate the region, or answer the row you are in; 1 and then 0 gives 10"),
    ("T", "Rate 10"),
    ("Y, N", "In the weekly review: yes or no"),
    ("F", "Turn to the other side of the body"),
    ("Delete", "Clear the region"),
    ("Ctrl+Z", "Undo"),
    ("Ctrl+Shift+Z", "Redo"),
    ("Ctrl+F", "In History: search in notes"),
    ("Page Up, Page Down", "In History: the month before or after"),
    ("F1", "This page"),
)


FIGURES = (
    ("Pain, fatigue, places", "Whole numbers from 0 to 10, as you said them. Pain: Dworkin, J Pain 2008;9:105-121."),
    (
        "Worst pain of a day",
        "The highest pain rating of that day, on the map or overall. Spread is how many of the 74 regions hurt.",
    ),
    (
        "Lines and medians",
        "The median is the middle one of the numbers in order. Lines take seven days and need four that are logged.",
    ),
    (
        "After an effort",
        "0 to 4, in the steps of the DSQ-PEM (Cotler, Diagnostics 2018;8:66). No score is made of it, nor of "
        "sensitivity to light, sound, touch, smell and temperature.",
    ),
    (
        "Days of a count",
        "The day and the six before it. A region counts once it was rated on any of them, so a week of taps "
        "tends to give more than one answer from memory.",
    ),
)
"""Where the figures of the charts come from; those of the counts follow, with their published thresholds."""
OTHERS = (("stiffness", "Morning stiffness"), ("pain_change", "Change in pain"))
"""Figures that stand elsewhere than in the counts, by their name among the thresholds."""


def origins() -> tuple[tuple[str, str], ...]:
    """Every figure and where it comes from: how it is counted, what was published, and in which paper."""
    counted = tuple((name, f"{HOW[key]} {published(key)}".strip()) for key, name in NAMES.items())
    return (*FIGURES, *counted, *((name, published(key)) for key, name in OTHERS))


def published(key: str) -> str:
    """What was published about a figure, each with its source in brackets."""
    return " ".join(f"Published: {each.text} ({each.source})." for each in THRESHOLDS.get(key, ()))


class HelpPage(Page):
    """Calm words in one column that is easy to read."""

    def __init__(self, settings: Settings, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._settings = settings
        self.call = Words("", appearance, "title", wrap=True)
        self.hint = Words("", appearance, "body", "ink-muted", wrap=True)
        self._lay_out()
        settings.changed.connect(self.refresh)
        appearance.changed.connect(self._fit_column)
        self.refresh()
        self._fit_column()

    def refresh(self) -> None:
        """Names the emergency number of the settings."""
        number = self._settings.choices.emergency_number
        self.call.setText(f"Call {number} now" if number else "Call your local emergency number now")
        self.hint.setText("" if number else "You can enter that number in Settings, and it is shown here.")
        self.hint.setVisible(not number)

    def _lay_out(self) -> None:
        self.bar.addWidget(Words("Get help", self.appearance, "title"))
        self.bar.addStretch(1)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._urgent_card())
        column.addWidget(self._section("Ask for medical advice today", SOON, dots=True))
        column.addWidget(self._section("What Painmap is, and is not", ABOUT))
        column.addWidget(self._section("Where your diary is", KEPT))
        column.addWidget(self._table("Where each number comes from", origins()))
        column.addWidget(self._table("Keys", KEYS))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(20, 16, 20, 24)
        row.addWidget(self._column, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        self.area = Scroll(inside)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName("Get help")
        self.body.addWidget(self.area)

    def _urgent_card(self) -> Card:
        card = Card(self.appearance)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(8)
        column.addWidget(self.call)
        column.addWidget(Words("if you have any of these:", self.appearance, wrap=True))
        for text in NOW:
            column.addLayout(self._point(text))
        column.addWidget(self.hint)
        return card

    def _section(self, heading: str, texts: tuple[str, ...], *, dots: bool = False) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(8)
        column.addWidget(Words(heading, self.appearance, "heading", wrap=True))
        for text in texts:
            if dots:
                column.addLayout(self._point(text))
            else:
                column.addWidget(Words(text, self.appearance, wrap=True))
        return section

    def _point(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Words("•", self.appearance), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(text, self.appearance, wrap=True), 1)
        return row

    def _table(self, heading: str, rows: tuple[tuple[str, str], ...]) -> QWidget:
        section = self._section(heading, ())
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        for row, (name, what) in enumerate(rows):
            grid.addWidget(Words(name, self.appearance, "body-strong", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(what, self.appearance, wrap=True), row, 1)
        layout = section.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(grid)
        return section

    def _fit_column(self) -> None:
        self._column.setMaximumWidth(round(WIDEST * min(self.appearance.theme.scale, 1.3)))
