"""The style sheet holds wherever the program lies: a folder may have spaces, commas and quotes in its name."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from painmap.paths import shipped
from painmap.ui import style
from painmap.ui.theme import Theme


@pytest.mark.parametrize("name", ["plain", "für dich, an einem Ort", "it's (mine)", 'say "so"', "hash#1%20"])
def test_the_arrow_of_a_list_is_drawn_from_any_folder(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).mkdir()
    shutil.copy(shipped("icons/down.svg"), tmp_path / name / "down.svg")
    monkeypatch.setattr(style, "shipped", lambda _: tmp_path / name / "down.svg")
    box = QComboBox()
    qtbot.addWidget(box)
    box.setStyleSheet(style.style_sheet(Theme("light")))
    box.resize(200, 60)
    drawn = box.grab().toImage()
    right = range(drawn.width() - 40, drawn.width() - 6)
    assert sum(drawn.pixelColor(x, y).lightness() < 140 for x in right for y in range(15, 45)) > 5


def test_the_buttons_of_a_file_dialog_are_large_enough(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(style.style_sheet(Theme("light")))
    dialog.show()
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) == 2
    assert min(button.height() for button in buttons) >= 40
    assert not dialog.grab().isNull()
