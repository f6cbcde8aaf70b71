"""A file is there whole or not at all, and nothing that stood there is lost."""

import os
import re
from pathlib import Path

import pytest

from painmap.exchange.trouble import BadFile
from painmap.exchange.whole import write_whole

PDF = re.compile(rb"^%PDF")


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_folder_and_a_dangling_link_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("folder", "link"):
        with pytest.raises(BadFile, match="already something"):
            write_whole(b"new", tmp_path / name, PDF)
    assert not (tmp_path / "nowhere").exists()


def test_only_a_file_that_says_so_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "old.pdf").write_bytes(b"%PDF-1.7")
    write_whole(b"new", tmp_path / "old.pdf", PDF)
    assert (tmp_path / "old.pdf").read_bytes() == b"new"
    with pytest.raises(BadFile):
        write_whole(b"newer", tmp_path / "old.pdf", PDF)
    assert (tmp_path / "old.pdf").read_bytes() == b"new"


def test_a_failed_write_leaves_the_older_file_and_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.pdf").write_bytes(b"%PDF-1.7")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(b"new", tmp_path / "old.pdf", PDF)
    assert (tmp_path / "old.pdf").read_bytes() == b"%PDF-1.7"
    assert [p.name for p in tmp_path.iterdir()] == ["old.pdf"]


def test_a_disk_without_links_takes_the_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "hardlink_to", full)
    write_whole(b"new", tmp_path / "out.json")
    assert (tmp_path / "out.json").read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("links", [True, False])
def test_what_took_the_name_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    real = Path.hardlink_to

    def late(self: Path, target: Path) -> None:
        self.write_bytes(b"theirs")
        real(self, target) if links else full()

    monkeypatch.setattr(Path, "hardlink_to", late)
    with pytest.raises(BadFile, match="already something"):
        write_whole(b"new", tmp_path / "out.json")
    assert (tmp_path / "out.json").read_bytes() == b"theirs"
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]
