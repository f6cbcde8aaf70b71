"""Before a window is tried, one sentence says what is missing for it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from shiboken6 import Shiboken

from painmap.screen import NO_SCREEN, answers, library_loads, main, missing

ROOT = Path(__file__).resolve().parents[1]
NO_SERVER = {"DISPLAY": ":7641"}
linux = pytest.mark.skipif(sys.platform != "linux", reason="asks the libraries of a Linux desktop")


def there(_library: str) -> bool:
    """Every library is there."""
    return True


def all_but(*absent: str) -> Callable[[str], bool]:
    """Every library is there but these."""
    return lambda library: library not in absent


def test_without_a_screen_the_sentence_names_make_demo() -> None:
    assert missing({}, "linux", there) == NO_SCREEN
    assert missing({"DISPLAY": ""}, "linux", there) == NO_SCREEN
    assert missing({"QT_QPA_PLATFORM": "xcb"}, "linux", there) == NO_SCREEN
    assert "make demo" in NO_SCREEN


def test_a_bundled_program_names_its_own_commands_in_place_of_make() -> None:
    sentence = missing({}, "linux", there, bundled=True)
    assert sentence is not None
    assert "painmap --help" in sentence
    assert "make" not in sentence


def test_drawing_offscreen_needs_no_screen() -> None:
    assert missing({"QT_QPA_PLATFORM": "offscreen"}, "linux", there) is None
    assert missing({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux", there) is None


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_bring_all_that_is_needed(system: str) -> None:
    assert missing({}, system, all_but("libEGL.so.1")) is None


def test_a_missing_library_is_named_with_the_command_that_installs_it() -> None:
    assert missing(NO_SERVER, "linux", all_but("libxcb-cursor.so.0")) == (
        "libxcb-cursor0 is missing: install it with 'sudo apt install libxcb-cursor0'."
    )
    assert missing({"QT_QPA_PLATFORM": "offscreen"}, "linux", all_but("libEGL.so.1")) == (
        "libegl1 is missing: install it with 'sudo apt install libegl1'."
    )


def test_several_missing_libraries_make_one_sentence_and_one_command() -> None:
    assert missing(NO_SERVER, "linux", all_but("libEGL.so.1", "libxcb-cursor.so.0")) == (
        "libegl1, libxcb-cursor0 are missing: install them with 'sudo apt install libegl1 libxcb-cursor0'."
    )


def test_under_wayland_the_libraries_of_x11_are_not_asked_for() -> None:
    assert missing({"WAYLAND_DISPLAY": "wayland-0"}, "linux", all_but("libxcb-cursor.so.0")) is None


@linux
def test_a_screen_that_does_not_answer_is_told_before_qt_aborts() -> None:
    assert missing(NO_SERVER, "linux", there) == (
        "The screen :7641 does not answer: start Painmap from a window of your desktop."
    )


@linux
def test_a_library_of_the_system_loads_and_an_invented_one_does_not() -> None:
    assert library_loads("libc.so.6")
    assert not library_loads("libno-such-thing.so.3")


@linux
def test_a_library_in_an_unusual_place_is_found_by_loading_it() -> None:
    assert library_loads(Shiboken.__file__)


@linux
@pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs a running X server")
def test_a_running_screen_answers() -> None:
    assert answers(os.environ["DISPLAY"])


def ask(**environ: str) -> subprocess.CompletedProcess[str]:
    """Runs `python -m painmap.screen` with only these display settings."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "painmap.screen"]
    return subprocess.run(command, cwd=ROOT, env={**kept, **environ}, capture_output=True, text=True, check=False)


@linux
def test_the_command_says_it_on_standard_error_and_leaves_with_2() -> None:
    said = ask()
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == NO_SCREEN + "\n"


def test_the_command_is_silent_where_nothing_is_missing() -> None:
    said = ask(QT_QPA_PLATFORM="offscreen")
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


@linux
def test_leaving_is_with_2_only_where_something_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    main()
    assert capsys.readouterr().err == ""
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert capsys.readouterr().err == NO_SCREEN + "\n"
