"""The command line as it is typed: its help, its window, and that every trouble is one sentence."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from terminal import Said, snapshot, told, typed

from painmap.cli import run
from painmap.paths import DIARY_FILE
from painmap.storage.diary import Diary

pytestmark = pytest.mark.usefixtures("standing_clock")


class TestHelp:
    def test_help_names_every_command_and_option_and_where_the_diary_is(self, empty: Path, said: Said) -> None:
        assert run(["--help"]) == 0
        text = said.out()
        words = "report export import backup check sample --demo --data-dir --version --last --from --to --paper --seed"
        assert [word for word in words.split() if word not in text] == []
        assert str(empty / "home") in text or sys.platform == "darwin"
        assert max(len(line) for line in text.splitlines() if "Your diary" not in line) <= 100

    @pytest.mark.parametrize("command", ["report", "export", "import", "backup", "check", "sample"])
    def test_every_command_has_its_own_help(self, command: str, said: Said) -> None:
        assert run([command, "--help"]) == 0
        assert f"painmap {command}" in said.out()

    def test_the_version_is_that_of_the_package(self, said: Said) -> None:
        assert run(["--version"]) == 0
        assert said.out().startswith("Painmap 0.")


class TestWrongWords:
    @pytest.mark.parametrize(
        ("argv", "sentence"),
        [
            ("foo", "invalid choice: 'foo'"),
            ("report", "required: OUT.pdf; see 'painmap report --help'"),
            ("check more", "unrecognized arguments: more"),
            ("report x.pdf --days 0", "days are a whole number from 1 to 36,500, not '0'"),
            ("report x.pdf --days 36501", "not '36501'"),
            ("report x.pdf --days -5", "not '-5'"),
            ("report x.pdf --days ten", "not 'ten'"),
            ("report x.pdf --from 2026-3-1", "a day is written such as 2026-03-15, not '2026-3-1'"),
            ("report x.pdf --from 2026-02-30", "a day is written such as 2026-03-15"),
            ("report x.pdf --to 2026-03-01", "say with --from where it begins"),
            ("report x.pdf --from 2026-03-02 --to 2026-03-01", "before it begins on 2026-03-02"),
            ("report x.pdf --from 2026-11-23", "before it begins on 2026-11-23"),
            ("report x.pdf --from 2026-03-02 --to 2026-11-23", "--to 2026-11-23 is in the future"),
            ("report x.pdf --from 2026-03-02 --days 3", "choose one of them"),
            ("report x.pdf --from 1900-01-01", "has at most 36,500 days"),
            ("report x.pdf --paper a5", "invalid choice: 'a5'"),
            ("sample x.json --seed -1", "a seed is a whole number, not '-1'"),
            ("sample x.json --until 2026-11-23", "--until 2026-11-23 is in the future"),
            ("--data-dir= check", "a file or folder has a name"),
            ("--data-dir=~nobody-has-this-name/x check", "there is no home folder for '~nobody-has-this-name/x'"),
            ("--demo check", "leave out the rest"),
            ("--demo --data-dir diary", "leave out the rest"),
        ],
    )
    def test_each_is_one_sentence(self, empty: Path, said: Said, argv: str, sentence: str) -> None:
        assert run(argv.split()) == 2
        assert sentence in said.err()
        assert list(empty.iterdir()) == []


class TestWindow:
    @pytest.fixture
    def opened(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, bool, int]]:
        """The folder, whether it is the demo, and how many check-ins it has, of each window that was opened."""
        windows: list[tuple[Path, bool, int]] = []

        def open_window(data_dir: Path, demo: bool) -> int:
            path = data_dir / DIARY_FILE
            count = 0
            if path.exists():
                with Diary.read(path) as diary:
                    count = diary.count()
            windows.append((data_dir, demo, count))
            return 7

        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        monkeypatch.setitem(sys.modules, "painmap.app", SimpleNamespace(open_window=open_window))
        return windows

    def test_without_a_command_the_window_opens_on_the_diary(
        self, home: Path, opened: list[tuple[Path, bool, int]]
    ) -> None:
        assert run(["--data-dir", "diary"]) == 7
        assert opened == [(Path("diary"), False, len(told()))]

    def test_the_demo_has_a_diary_of_its_own_that_goes_with_it(
        self, home: Path, opened: list[tuple[Path, bool, int]]
    ) -> None:
        before = snapshot(home)
        assert run(["--demo"]) == 7
        ((folder, demo, count),) = opened
        assert demo
        assert count > 100
        assert not folder.exists()
        assert snapshot(home) == before

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs without a screen")
    @pytest.mark.parametrize("argv", [[], ["--demo"]])
    def test_without_a_screen_one_sentence_says_so(self, empty: Path, argv: list[str]) -> None:
        screens = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
        done = typed(*argv, **screens)
        assert (done.returncode, done.stdout) == (2, "")
        assert "There is no screen here" in done.stderr
        assert "make demo" in done.stderr
        assert done.stderr.count("\n") == 1


class TestTroubleOfTheSystem:
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_an_answer_that_can_not_be_written_is_one_sentence(self, home: Path) -> None:
        with Path("/dev/full").open("w") as full:
            command = [sys.executable, "-m", "painmap", "--data-dir", "diary", "check"]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert done.returncode == 2
        assert done.stderr == "Painmap can't go on: No space left on device; mend that and try again.\n"

    def test_a_terminal_without_the_letter_gets_it_spelled_out(self, home: Path) -> None:
        done = typed("--data-dir", "diary", "backup", "größe ½.diary", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert (done.returncode, done.stderr) == (0, "")
        assert "gr\\xf6\\xdfe \\xbd.diary" in done.stdout

    def test_a_program_without_a_terminal_says_nothing(self, empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stderr", None)
        assert run(["check"]) == 2
