"""Commands on a diary under a passphrase: asked for on a terminal, read from standard input, and never shown."""

import io
import os
import pty
import subprocess
import sys

import pytest
from terminal import NOW, fill, typed, whole

from painmap import cli
from painmap.exchange import json_file
from painmap.paths import DIARY_FILE
from painmap.storage import backups, keys
from painmap.storage.diary import Diary
from painmap.storage.keys import Key
from painmap.storage.sealing import Change
from painmap.storage.second_place import make_place
from painmap.storage.trouble import DiarySealed
from painmap.ui.settings import Settings

WORDS = "chestnut bicycle harbour"
WRONG = "That is not the passphrase of this diary; try again.\n"


@pytest.fixture
def folder(tmp_path):
    fill(tmp_path)
    with Diary.open(tmp_path / DIARY_FILE, NOW) as diary:
        change = Change(diary.path, Key.new(WORDS))
        change.prepare(NOW)
        change.take_place(diary)
    keys.forget()
    yield tmp_path
    keys.forget()


def told(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))


def test_it_is_read_from_standard_input(folder, monkeypatch, capsys, tmp_path):
    told(monkeypatch, f"{WORDS}\r\n".encode())
    assert cli.run(["--data-dir", str(folder), "check", "--passphrase-stdin"]) == 0
    assert "The diary is sound" in capsys.readouterr().out


def test_a_command_of_a_real_process_takes_it_too(folder):
    command = [sys.executable, "-m", "painmap", "--data-dir", str(folder), "--passphrase-stdin", "check"]
    done = subprocess.run(command, input=f"{WORDS}\n", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("text", [b"wrong\n", b"", b"\xff\xfe\n"])
def test_a_wrong_one_is_told_in_one_sentence(folder, monkeypatch, capsys, text):
    told(monkeypatch, text)
    assert cli.run(["--data-dir", str(folder), "check", "--passphrase-stdin"]) == 2
    assert capsys.readouterr() == ("", WRONG)


def test_without_a_terminal_the_way_is_told(folder):
    done = typed("--data-dir", str(folder), "check")
    assert done.returncode == 2
    assert done.stderr.endswith("or hand the passphrase in with --passphrase-stdin.\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("text", "code", "said"), [(WORDS, 0, "The diary is sound"), ("wrong", 2, WRONG.strip())])
def test_a_terminal_is_asked_and_shows_nothing_of_it(folder, text, code, said):
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [sys.executable, "-m", "painmap", "--data-dir", str(folder), "check"])
    seen = b""
    while b"Passphrase of" not in seen:
        seen += os.read(terminal, 1000)
    os.write(terminal, f"{text}\n".encode())
    while True:
        try:
            piece = os.read(terminal, 1000)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == code
    assert said in seen.decode().replace("\r\n", " ")
    assert text.encode() not in seen.replace(str(folder).encode(), b"")


def test_the_end_of_the_input_is_no_passphrase(folder, monkeypatch, capsys):
    def nothing(prompt):
        raise EOFError

    monkeypatch.setattr("painmap.commands.passphrase.getpass", nothing)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert cli.run(["--data-dir", str(folder), "check"]) == 2
    assert capsys.readouterr().err == WRONG


def test_a_restore_asks_for_the_passphrase_of_the_backup(folder, monkeypatch, capsys, tmp_path_factory):
    copy = backups.newest(folder / backups.BACKUPS, NOW)
    (folder / DIARY_FILE).unlink()
    told(monkeypatch, f"{WORDS}\n".encode())
    assert cli.run(["--data-dir", str(folder), "restore", "--passphrase-stdin", str(copy)]) == 0
    assert "In the backup" in capsys.readouterr().out
    keys.forget()
    told(monkeypatch, f"{WORDS}\n".encode())
    assert cli.run(["--data-dir", str(folder), "restore", "--merge", "--passphrase-stdin"]) == 0
    keys.forget()
    told(monkeypatch, f"{WORDS}\n".encode())
    assert keys.salt_of(folder / DIARY_FILE) is not None
    with pytest.raises(DiarySealed):
        Diary.read(folder / DIARY_FILE)
    told(monkeypatch, f"{WORDS}\n".encode())
    assert cli.run(["--data-dir", str(folder), "check", "--passphrase-stdin"]) == 0


def test_an_import_keeps_the_passphrase(folder, monkeypatch, capsys, tmp_path):
    told(monkeypatch, f"{WORDS}\n".encode())
    out = tmp_path / "out.json"
    assert cli.run(["--data-dir", str(folder), "export", "--passphrase-stdin", str(out)]) == 0
    assert cli.run(["--data-dir", str(folder), "import", str(out)]) == 0
    assert keys.salt_of(folder / DIARY_FILE) is not None
    with Diary.read(folder / DIARY_FILE) as diary:
        assert len(diary.contents()) == len(whole())


def test_the_window_asks_by_itself(capsys):
    assert cli.run(["--passphrase-stdin"]) == 2
    assert "the window asks" in capsys.readouterr().err


@pytest.mark.parametrize(
    "argv",
    [["check"], ["report", "out.pdf"], ["export", "out.json"], ["scores"], ["backup", "x"], ["import", "in.json"]],
)
def test_where_the_diary_is_lost_every_command_names_the_way_back(folder, monkeypatch, capsys, argv):
    monkeypatch.chdir(folder)
    json_file.write(whole(), folder / "in.json", NOW)
    (folder / DIARY_FILE).unlink()
    assert cli.run(["--data-dir", str(folder), *argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("start Painmap, or type 'painmap restore', to bring one back.\n")
    assert err.count("\n") == 1
    assert not (folder / DIARY_FILE).exists()


def test_a_lost_diary_is_restored_from_the_second_place_and_under_its_passphrase(folder, monkeypatch, capsys, tmp_path):
    copy = backups.newest(folder / backups.BACKUPS, NOW)
    (tmp_path / "stick").mkdir()
    place = make_place(tmp_path / "stick")
    copy.rename(place / copy.name)
    (folder / DIARY_FILE).unlink()
    Settings(folder).choose(second_place=str(place))
    told(monkeypatch, f"{WORDS}\n".encode())
    assert cli.run(["--data-dir", str(folder), "restore", "--replace", "--passphrase-stdin"]) == 0
    assert keys.key_of(folder / DIARY_FILE).fits(WORDS)
    with Diary.read(folder / DIARY_FILE) as diary:
        assert len(diary.contents()) == len(whole())
    (folder / DIARY_FILE).unlink()
    (place / copy.name).unlink()
    assert cli.run(["--data-dir", str(folder), "restore", "--replace"]) == 2
    assert "There is no good backup in" in capsys.readouterr().err
    assert not (folder / DIARY_FILE).exists()
