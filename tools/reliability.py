"""Interrupts and harms diaries many times over, and prints the counts that docs/reliability.md publishes.

Each line is a script of tests/storage as `make test` runs it too; a line stands only where every single case left
nothing confirmed lost, nothing invented and nothing half-written. `--into FILE` puts the tables in place of those in a
document.
"""

import json
import os
import platform
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parents[1] / "tests" / "storage"
WORKS = (
    "first diary",
    "save",
    "save under a passphrase",
    "import",
    "backup",
    "second place",
    "restore",
    "undo of a restore",
    "migration",
    "rescue",
    "lost diary",
    "new one after a lost one",
)
PASSPHRASE = {"on": "setting a passphrase", "change": "changing it", "off": "taking it away"}
BITS = 2000
BEGIN, END = "<!-- counted -->", "<!-- end of what is counted -->"


def main() -> int:
    """Counts everything and prints it; 1 where anything was lost, invented or left behind."""
    begun = time.monotonic()
    lines = ["| killed during | calls that change the disk, a child killed before each | diary as before | as after |"]
    lines += ["| --- | --: | --: | --: |", *map(_killed, WORKS), *map(_sealed, PASSPHRASE)]
    lines += ["", "| harm | cases | what came of them |", "| --- | --: | --- |", _cut(), _flipped(), _full()]
    how = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()}"
    lines += ["", f"Counted in {time.monotonic() - begun:.0f} s: {how}."]
    print("\n".join(lines))
    if "--into" in sys.argv:
        _put(Path(sys.argv[sys.argv.index("--into") + 1]), "\n".join(lines))
    return 0


def _killed(what: str) -> str:
    seen = _counted("interrupted.py", what)
    return f"| {what} | {seen['calls']} | {seen.get('as before', 0)} | {seen.get('as after', 0)} |"


def _sealed(how: str) -> str:
    seen = _counted("interrupted_sealing.py", how)
    return f"| {PASSPHRASE[how]} | {seen['calls']} | {seen['old']} | {seen['new']} |"


def _cut() -> str:
    seen = _counted("harmed.py", "cut")
    came = f"{seen['noticed']:,} noticed; {seen['nothing lost']:,} lost nothing: only zeros were cut off"
    return f"| a small diary cut at each length | {seen['lengths']:,} | {came} |"


def _flipped() -> str:
    seen = _counted("harmed.py", "flip", BITS)
    came = (
        f"{seen['noticed']:,} noticed, of which all that was told could be read in {seen.get('all salvaged', 0):,}"
        f" and some of it in {seen.get('some salvaged', 0):,}; {seen['changes nothing']:,} change nothing that is shown"
    )
    return f"| one bit flipped | {BITS:,} | {came} |"


def _full() -> str:
    seen = _counted("harmed.py", "full")
    came = ", ".join(f"{what} {count}" for what, count in seen.items())
    return f"| a disk full at every page | {sum(seen.values())} | told each time, nothing lost or left behind: {came} |"


def _counted(script: str, *argv: object) -> dict[str, int]:
    with TemporaryDirectory(prefix="painmap-reliability-") as folder:
        run = [sys.executable, str(HERE / script), folder, *map(str, argv)]
        done = subprocess.run(run, capture_output=True, text=True, check=False, env={**os.environ})
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise SystemExit(1)
    sys.stderr.write(f"counted: {script.removesuffix('.py')} {' '.join(map(str, argv))}\n")
    counts: dict[str, int] = json.loads(done.stdout)
    return counts


def _put(document: Path, counted: str) -> None:
    before, _, rest = document.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    document.write_text(f"{before}{BEGIN}\n{counted}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
