"""Interrupts and harms diaries many times over, and prints the counts that docs/reliability.md publishes.

Each line is a script of tests/storage run with more than `make test` has time for; a line stands only where every
single case left nothing confirmed lost, nothing invented and nothing half-written. `--quick` is a tenth of it.
`--into FILE` puts the tables in place of those in a document.
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
KILLS = {
    "save": 0,
    "import": 300,
    "backup": 300,
    "second place": 300,
    "restore": 300,
    "undo of a restore": 300,
    "migration": 300,
    "rescue": 300,
}
"""How many children are killed, evenly spread over the steps; 0 is one at every step."""
BITS = 2000
BEGIN, END = "<!-- counted -->", "<!-- end of what is counted -->"


def main() -> int:
    """Counts everything and prints it; 1 where anything was lost, invented or left behind."""
    quick = "--quick" in sys.argv
    begun = time.monotonic()
    lines = ["| killed during | steps | a child killed every | killed | diary as before | as after |"]
    lines += ["| --- | --: | --: | --: | --: | --: |"]
    for what, kills in KILLS.items():
        lines.append(_killed(what, 40 if quick else kills))
    lines += ["", "| harm | cases | what came of them |", "| --- | --: | --- |"]
    lines += [_cut(64 if quick else 1), _flipped(BITS // 10 if quick else BITS), _full()]
    how = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()}"
    lines += ["", f"Counted in {time.monotonic() - begun:.0f} s: {how}."]
    print("\n".join(lines))
    if "--into" in sys.argv:
        _put(Path(sys.argv[sys.argv.index("--into") + 1]), "\n".join(lines))
    return 0


def _killed(what: str, kills: int) -> str:
    seen = _counted("interrupted.py", what, kills)
    every = "step" if seen["every"] == 1 else f"{seen['every']} steps"
    cells = (
        what,
        f"{seen['steps']:,}",
        every,
        f"{seen['killed']:,}",
        seen.get("as before", 0),
        seen.get("as after", 0),
    )
    return f"| {' | '.join(map(str, cells))} |"


def _cut(every: int) -> str:
    seen = _counted("harmed.py", "cut", every)
    which = "at every length" if every == 1 else f"at every {every} bytes"
    came = f"{seen['noticed']:,} noticed; {seen['nothing lost']:,} lost nothing: only zeros were cut off"
    return f"| a small diary cut {which} | {seen['lengths']:,} | {came} |"


def _flipped(bits: int) -> str:
    seen = _counted("harmed.py", "flip", bits)
    came = (
        f"{seen['noticed']:,} noticed, of which all that was told could be read in {seen.get('all salvaged', 0):,}"
        f" and some of it in {seen.get('some salvaged', 0):,}; {seen['changes nothing']:,} change nothing that is shown"
    )
    return f"| one bit flipped | {bits:,} | {came} |"


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
