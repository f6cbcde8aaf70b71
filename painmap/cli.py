"""The command line: what can be typed, and how it is answered."""

import argparse
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn, TextIO

from painmap import clock
from painmap.commands.trouble import Refused
from painmap.domain.course import Cancelled
from painmap.domain.plain import shown
from painmap.exchange.trouble import BadFile
from painmap.paths import data_dir
from painmap.storage.trouble import DiaryTrouble

STOPPED = 130
"""Exit code of a program that was stopped with Ctrl+C."""

HELP = """\
usage: painmap [--data-dir DIR]              open the window
       painmap [--data-dir DIR] COMMAND ...  do one thing without it

Painmap is a body-map pain diary that stays on this computer.

For the appointment:
  report OUT         one page for the clinician, as .pdf, .html or .txt (--last N, or --from DAY
                     --to DAY; --paper, --sections, --leave-out REGION, --name)
  scores             the published counts for one day, as JSON (--on DAY)

Your data:
  export OUT         write the diary as .json (all of it), .csv, .xlsx or FHIR (--as, --last N,
                     --without-notes, --leave-out REGION)
  import IN          bring in a .json or another program's .csv (--dry-run says what it would do)
  backup OUT         copy the diary
  restore [FILE]     say what a backup has, and bring it back (--merge or --replace; --undo, --done)
  check              look whether the diary is sound

To try it out:
  --demo             open the window on invented months; your diary is not touched
  sample OUT.json    write an invented diary (--days N, --seed S, --until DAY)

Options:
  --data-dir DIR     the folder of the diary, if it is not in its usual place
  --passphrase-stdin read the passphrase from standard input instead of asking for it
  --version          say which version this is
  -h, --help         show this; 'painmap COMMAND --help' says more about a command

Examples:
  painmap
  painmap report appointment.pdf --last 84 --sections all
  painmap --data-dir /media/stick/diary backup painmap-today.diary

Your diary: {diary}
Nothing leaves this computer unless you take it with you.
"""


class _Parser(argparse.ArgumentParser):
    """Raises what it has to say instead of printing the usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise Refused(f"{self.prog}: {message}; see '{self.prog} --help'.")


class _Painmap(_Parser):
    def format_help(self) -> str:
        return HELP.format(diary=data_dir() / "painmap.diary")


def run(argv: list[str]) -> int:
    """Does what was typed and returns the exit code: 0, or 2 after one sentence on standard error."""
    try:
        options = _parser(with_commands=not _window_alone(argv)).parse_args(argv)
        if options.command is None or options.demo:
            return _window(options)
        _unlock(options)
        _say(_answer(options, clock.now()), sys.stdout)
    except (Refused, DiaryTrouble, BadFile) as trouble:
        _say(str(trouble), sys.stderr)
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        _say(f"Painmap can't go on: {error.strerror or error}{place}; mend that and try again.", sys.stderr)
    except Cancelled as stopped:
        _say(str(stopped), sys.stderr)
        return STOPPED
    except KeyboardInterrupt:
        return STOPPED
    except SystemExit as done:  # argparse leaves so after --help and --version
        return int(done.code or 0)
    else:
        return 0
    return 2


def _unlock(options: argparse.Namespace) -> None:
    if options.command == "sample":
        return
    from painmap.commands.passphrase import unlock_typed

    restored = None
    if options.command == "restore":
        from painmap.commands.restore import newest_backup

        restored = options.file or newest_backup(options.data_dir, clock.now())
    unlock_typed(options.data_dir, restored, from_stdin=options.passphrase_stdin)


def _window(options: argparse.Namespace) -> int:
    if options.passphrase_stdin:
        raise Refused("--passphrase-stdin goes with a command; the window asks for the passphrase itself.")
    from painmap.commands.window import open_demo, open_diary

    if not options.demo:
        return open_diary(options.data_dir)
    if options.command or options.data_dir != data_dir():
        raise Refused("--demo opens a window on a diary of its own; leave out the rest, or leave out --demo.")
    return open_demo(clock.now())


def _answer(options: argparse.Namespace, now: datetime) -> str:
    from painmap.commands.days import period_named, period_of

    today = now.date()
    match options.command:
        case "report":
            from painmap.commands.report import write_report
            from painmap.commands.report_options import options_of

            return write_report(options.data_dir, options.out, options_of(options, period_of(options, today)), now)
        case "export":
            from painmap.commands.exchange import write_export

            return write_export(options, period_named(options, today), now)
        case "import":
            from painmap.commands.exchange import bring_in

            return bring_in(options, now)
        case "check":
            from painmap.commands.keeping import check

            return check(options.data_dir)
        case "scores":
            from painmap.commands.report import scores

            return scores(options.data_dir, options.on or today, now)
        case "backup":
            from painmap.commands.keeping import back_up

            return back_up(options.data_dir, options.out)
        case "restore":
            from painmap.commands.restore import bring_back

            return bring_back(options.data_dir, options.file, options.how, now)
        case _:
            from painmap.commands.sample import write_sample

            return write_sample(options.out, options.days, options.until, options.seed, now)


def _window_alone(argv: list[str]) -> bool:
    """Whether nothing but the window is asked for: what the commands know need not be loaded then."""
    match argv:
        case [] | ["--demo"]:
            return True
        case ["--data-dir", folder]:
            return not folder.startswith("-")
        case _:
            return False


def _parser(*, with_commands: bool) -> argparse.ArgumentParser:
    parser = _Painmap(prog="painmap", allow_abbrev=False)
    parser.add_argument("--data-dir", type=_path, default=data_dir())
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--passphrase-stdin", action="store_true")
    parser.add_argument("--version", action=_Version, nargs=0)
    if not with_commands:
        parser.set_defaults(command=None)
        return parser
    added = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for add in (_add_report, _add_exchange, _add_keeping, _add_sample):
        add(added)
    return parser


def _add_report(added: Any) -> None:
    """What is for the appointment."""
    from painmap.commands.days import add_days, day
    from painmap.commands.report_options import add_report_options

    report = _command(added, "report", "Writes the report for the clinician as a PDF, a web page or plain text.")
    told = "the file, ending in .pdf, .html or .txt; an older report there is replaced"
    report.add_argument("out", metavar="OUT.pdf", type=_path, help=told)
    add_days(report, "90", "--days")
    add_report_options(report)
    scores = _command(
        added, "scores", "Prints the published counts for one day as JSON; null is incomplete or no data."
    )
    scores.add_argument("--on", metavar="DAY", type=day, help="the day, such as 2026-03-15 (today)")


def _add_exchange(added: Any) -> None:
    """What goes to other programs and comes from them."""
    from painmap.commands.days import add_days
    from painmap.commands.exchange_options import add_export_options, add_import_options

    export = _command(added, "export", "Writes the diary into one file: JSON has all of it, the others what they can.")
    export.add_argument("out", metavar="OUT.json", type=_path, help="the file, where none is yet")
    add_days(export, "all")
    add_export_options(export)
    bring_in = _command(added, "import", "Brings an exported file or a table into the diary, after a backup.")
    told = "a file written by 'painmap export', or the table of another program as CSV"
    bring_in.add_argument("file", metavar="IN.json", type=_path, help=told)
    add_import_options(bring_in)


def _add_keeping(added: Any) -> None:
    """What keeps the diary safe."""
    _command(added, "check", "Looks whether the diary is sound, and changes nothing.")
    back_up = _command(added, "backup", "Copies the diary, and reads the copy back.")
    back_up.add_argument("out", metavar="OUT", type=_path, help="the copy, where no file is yet")
    restore = _command(added, "restore", "Says what is in a backup and in the diary, and brings the backup back.")
    restore.add_argument("file", metavar="FILE", type=_path, nargs="?", help="the backup (the newest good one)")
    ways = restore.add_mutually_exclusive_group()
    for how, what in (
        ("merge", "add what the diary lacks; of what both have the version changed last stays"),
        ("replace", "make the diary what the backup is, after a backup of it"),
        ("undo", "bring back what was there before the last restore"),
        ("done", "say that all is well after a restore; until then no backup is thinned out"),
    ):
        ways.add_argument(f"--{how}", dest="how", action="store_const", const=how, help=what)


def _add_sample(added: Any) -> None:
    """What is there to try things with."""
    from painmap.commands.days import day, day_count

    sample = _command(added, "sample", "Writes the diary of an invented patient, to try things with.")
    sample.add_argument("out", metavar="OUT.json", type=_path, help="the file, where none is yet")
    sample.add_argument("--days", metavar="N", type=day_count, default=90, help="how many days it has (90)")
    sample.add_argument("--seed", metavar="S", type=_seed, default=1, help="which patient: a whole number (1)")
    sample.add_argument("--until", metavar="DAY", type=day, help="its last day (today)")


def _command(added: Any, name: str, what: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = added.add_parser(name, description=what, allow_abbrev=False)
    place = "folder of the diary, if it is not in its usual place"
    # No default here: it would hide a --data-dir that stands before the command.
    parser.add_argument("--data-dir", metavar="DIR", type=_path, default=argparse.SUPPRESS, help=place)
    hidden = "read the passphrase of the diary as a line of standard input, where it has one"
    parser.add_argument("--passphrase-stdin", action="store_true", default=argparse.SUPPRESS, help=hidden)
    return parser


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any, **__: Any) -> NoReturn:
        from importlib.metadata import version

        _say(f"Painmap {version('painmap')}", sys.stdout)
        parser.exit()


def _path(text: str) -> Path:
    if not text.strip() or "\0" in text:
        raise argparse.ArgumentTypeError("a file or folder has a name")
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise argparse.ArgumentTypeError(f"there is no home folder for {shown(text)}") from None


def _seed(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise argparse.ArgumentTypeError(f"a seed is a whole number, not {shown(text)}")
    return int(text)


def _say(text: str, stream: TextIO | None) -> None:
    """One line; a letter that the terminal has not is spelled out. A program without a terminal has no stream."""
    if stream is None:
        return
    coding = stream.encoding or "utf-8"
    stream.write(text.encode(coding, "backslashreplace").decode(coding) + "\n")
    stream.flush()
