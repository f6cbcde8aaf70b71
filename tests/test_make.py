"""What `make` says and does before anything is installed, on a copy with nothing but the Makefile."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ("sh", "test", "cat", "rm", "echo", "touch", "basename", "sed", "awk", "mkdir")

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with a Makefile, and beside it the only commands that are on the path."""
    folder = tmp_path / "checkout"
    commands = tmp_path / "commands"
    folder.mkdir()
    commands.mkdir()
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    for name in TOOLS:
        found = shutil.which(name)
        if found:
            (commands / name).symlink_to(found)
    return folder


def command(checkout: Path, name: str, script: str) -> None:
    """Puts a small program on the path."""
    path = checkout.parent / "commands" / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


def make(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs make with those commands only."""
    program = shutil.which("make") or "make"
    environ = {"PATH": str(checkout.parent / "commands"), "HOME": str(checkout.parent), "LC_ALL": "C"}
    return subprocess.run([program, *arguments], cwd=checkout, env=environ, capture_output=True, text=True, check=False)


def finished(checkout: Path) -> Path:
    """An environment as a finished installation leaves it."""
    venv = checkout / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(sys.executable)
    (venv / ".made").write_text(f"{checkout}\n", "utf-8")
    later = (checkout / "pyproject.toml").stat().st_mtime + 5
    for stamp in (".ready", ".tools"):
        (venv / stamp).touch()
        os.utime(venv / stamp, (later, later))
    return venv


def test_a_computer_without_a_python_that_suits_is_told_which_do(checkout: Path) -> None:
    command(checkout, "python3", "exit 1")
    said = make(checkout, ".venv/.ready")
    assert said.returncode == 2
    assert said.stderr.splitlines()[0] == (
        "Painmap needs Python 3.11, 3.12 or 3.13, and none was found: "
        "install one, or name it with 'make run PYTHON=/path/to/python3'."
    )
    assert said.stdout == ""
    assert not (checkout / ".venv").exists()


def test_another_python_is_found_where_python3_is_too_old(checkout: Path) -> None:
    command(checkout, "python3", "exit 1")
    command(checkout, "python3.12", f'exec "{sys.executable}" "$@"')
    assert '"python3.12" -m venv --clear .venv' in make(checkout, "-n", ".venv/.ready").stdout


def test_a_python_without_venv_is_told_as_one_sentence(checkout: Path) -> None:
    command(checkout, "python3", f'case "$2" in *ensurepip*) exit 1;; esac; exec "{sys.executable}" "$@"')
    said = make(checkout, ".venv/.ready")
    assert said.returncode == 2
    assert said.stderr.splitlines()[0] == ("python3-venv is missing: install it with 'sudo apt install python3-venv'.")
    assert not (checkout / ".venv").exists()


def test_a_finished_environment_is_used_as_it_is(checkout: Path) -> None:
    finished(checkout)
    assert make(checkout, ".venv/.tools").stdout == "make: '.venv/.tools' is up to date.\n"


def test_an_environment_left_half_made_is_made_anew(checkout: Path) -> None:
    venv = finished(checkout)
    (venv / ".made").unlink()
    command(checkout, "python3", f'exec "{sys.executable}" "$@"')
    assert "-m venv --clear .venv" in make(checkout, "-n", ".venv/.ready").stdout


def test_an_environment_of_another_folder_is_made_anew(checkout: Path) -> None:
    (finished(checkout) / ".made").write_text("/somewhere/else\n", "utf-8")
    command(checkout, "python3", f'exec "{sys.executable}" "$@"')
    assert "-m venv --clear .venv" in make(checkout, "-n", ".venv/.ready").stdout


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Path) -> None:
    python = finished(checkout) / "bin" / "python"
    python.unlink()
    python.symlink_to("/no/such/python")
    command(checkout, "python3", f'exec "{sys.executable}" "$@"')
    assert "-m venv --clear .venv" in make(checkout, "-n", ".venv/.ready").stdout


def test_an_installation_that_fails_is_not_taken_for_a_finished_one(checkout: Path) -> None:
    venv = finished(checkout)
    (venv / ".ready").unlink()
    (venv / "bin" / "python").unlink()
    (venv / "bin" / "python").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (venv / "bin" / "python").chmod(0o755)
    said = make(checkout, ".venv/.ready")
    assert said.returncode == 2
    assert said.stderr.startswith("Some parts could not be installed: check the internet connection")
    assert not (venv / ".made").exists()
    assert not (venv / ".ready").exists()


def test_make_alone_says_what_can_be_made(checkout: Path) -> None:
    said = make(checkout).stdout
    assert all(f"make {target}" in said for target in ("run", "test", "check", "bench", "demo", "clean"))
