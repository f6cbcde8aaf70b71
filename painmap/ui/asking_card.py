"""The card of the Settings page with what the patient lives with."""

from PySide6.QtWidgets import QGridLayout

from painmap.domain.families import Family
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.settings import Settings
from painmap.ui.settings_cards import SettingsCard
from painmap.ui.theme import Appearance

COLUMNS = 2
NAMES = {
    Family.FIBROMYALGIA: "Fibromyalgia",
    Family.MUSCLES_AND_JOINTS: "Muscles and joints",
    Family.INFLAMMATORY: "Inflammatory",
    Family.NERVE: "Nerve pain",
    Family.AFTER_A_VIRUS: "After a virus",
    Family.SENSITIVITY: "Heightened sensitivity",
}
HINT = "Sets which questions show first. All stay available."


class AskingCard(SettingsCard):
    """Six kinds, each on or off; none of them limits what can be logged."""

    def __init__(self, settings: Settings, appearance: Appearance) -> None:
        super().__init__("On the Today page", appearance)
        self._settings = settings
        self._label("What I live with")
        self.column.addWidget(Words(HINT, appearance, "small", "ink-muted", wrap=True))
        self.families = {family: Button(name, appearance, Kind.CHOICE) for family, name in NAMES.items()}
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for n, button in enumerate(self.families.values()):
            self._grid.addWidget(button, *divmod(n, COLUMNS))
            button.clicked.connect(self._keep)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.column.addLayout(self._grid)
        settings.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is chosen."""
        for family, button in self.families.items():
            button.setChecked(family in self._settings.choices.lives_with)

    def take_focus(self) -> None:
        """Puts the keyboard on the first kind."""
        self.families[Family.FIBROMYALGIA].setFocus()

    def _keep(self) -> None:
        chosen = [str(family) for family, button in self.families.items() if button.isChecked()]
        self._settings.choose(lives_with=chosen)
