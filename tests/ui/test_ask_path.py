"""Asking where a file is to go, with the answers a dialog can give."""

from PySide6.QtWidgets import QFileDialog

from painmap.ui.parts.ask_path import ask_path


def test_a_file_that_gets_the_name_by_its_ending_is_asked_about(monkeypatch, tmp_path):
    (tmp_path / "b.png").write_text("mine")
    asked = []

    def dialog(parent, title, start, kinds):
        asked.append(start)
        return ("" if len(asked) == 2 else str(tmp_path / "b")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    assert ask_path(None, "c.png") is None
    assert asked[1] == str(tmp_path / "b.png")
