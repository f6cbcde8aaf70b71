"""Buttons of which one is on, or none: shown by whoever owns them, never by the tap itself."""

from collections.abc import Iterable

from PySide6.QtWidgets import QRadioButton


class OneOfMany(QRadioButton):
    """One choice of a row. A screen reader calls it a radio button, since it excludes the others.

    A tap says `clicked` and changes nothing by itself: the owner knows what the answer is.
    """

    def hitButton(self, _point: object) -> bool:
        return True

    def nextCheckState(self) -> None:
        """Leaves the state to the owner."""


def show_chosen(buttons: Iterable[OneOfMany], chosen: OneOfMany | None) -> None:
    """Turns one on and the others off; or all off, which Qt refuses as long as they exclude each other."""
    buttons = list(buttons)
    for button in buttons:
        button.setAutoExclusive(False)
    for button in buttons:
        button.setChecked(button is chosen)
    for button in buttons:
        button.setAutoExclusive(True)
