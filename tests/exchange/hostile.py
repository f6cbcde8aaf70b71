"""Imports of hostile files, each by the command line into a small diary, and what became of them."""

import json
import shutil
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from io import StringIO
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from kept_things import one_of_each
from mutating import HOSTILE, mutated, mutated_table

from painmap import clock
from painmap.cli import run
from painmap.domain.contents import Contents
from painmap.domain.exported import exported
from painmap.domain.regions import regions
from painmap.domain.sample import sample
from painmap.paths import DIARY_FILE
from painmap.storage.diary import Diary

NOW = datetime(2026, 3, 15, 12, tzinfo=timezone(timedelta(hours=1)))
TABLE = "Date;Pain (0-10);Fatigue;Notes\n2026-03-01;6;7/10;Long walk\n02.03.2026;0;;\n2026-03-03;10;1/10;\n"


@dataclass
class Attacks:
    """Imports into a diary in this folder; `counts` says how they ended, `faults` what must never be."""

    folder: Path
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        with Diary.open(self._diary / DIARY_FILE, NOW) as diary:
            diary.merge((*sample(3, date(2026, 3, 1), 1, NOW), *one_of_each(NOW)))
        shutil.copytree(self._diary, self.folder / "untouched")
        self._before = self._snapshot()

    def __call__(self, content: bytes, name: str, *options: str) -> None:
        """Imports the file by the command line, as a patient would."""
        (self.folder / name).write_bytes(content)
        out, err = StringIO(), StringIO()
        try:
            with redirect_stdout(out), redirect_stderr(err):
                code = run(["--data-dir", str(self._diary), "import", str(self.folder / name), *options])
        except BaseException as fault:
            self._fault(f"{type(fault).__name__}: {fault}", content)
            return
        if code == 0:
            self._taken(content)
        else:
            self._refused(code, out.getvalue(), err.getvalue(), content)

    @property
    def _diary(self) -> Path:
        return self.folder / "diary"

    def _taken(self, content: bytes) -> None:
        self.counts["taken, and the diary is sound"] += 1
        if self._snapshot() == self._before:
            return
        try:
            with Diary.open(self._diary / DIARY_FILE, NOW) as diary:
                held = {check_in.id for check_in in sample(3, date(2026, 3, 1), 1, NOW).check_ins}
                if held - {check_in.id for check_in in diary.all()}:
                    self._fault("something that was there is gone", content)
        except Exception as fault:
            self._fault(f"the diary is not sound: {fault}", content)
        shutil.rmtree(self._diary)
        shutil.copytree(self.folder / "untouched", self._diary)

    def _refused(self, code: int, out: str, err: str, content: bytes) -> None:
        self.counts["refused in one sentence"] += 1
        one_line = err.endswith("\n") and err[:-1].isprintable() and len(err) <= 2000
        if code != 2 or out or not one_line or "Traceback" in err:
            self._fault(f"exit code {code}, said {err[:300]!r}", content)
        if self._snapshot() != self._before:
            self._fault("a refused file changed the diary's folder", content)

    def _fault(self, what: str, content: bytes) -> None:
        self.counts["FAULT"] += 1
        self.faults.append(f"{what} (file: {content[:200]!r})")

    def _snapshot(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self._diary)): path.read_bytes() for path in self._diary.rglob("*") if path.is_file()
        }


def good_file() -> Any:
    """An export with every kind of record, as plain values."""
    told = sample(6, NOW.date(), 2, NOW)
    return json.loads(exported(Contents.of((*told.check_ins, *one_of_each(NOW))), NOW))


def attack_by_mutation(attacks: Attacks, count: int, first: int = 0) -> None:
    """Two in three JSON, one in three a table; every second with what can't be taken left out."""
    good = good_file()
    for n in range(first, first + count):
        options = ["--skip-bad"] if n % 2 else []
        if n % 3:
            attacks(mutated(good, n), "in.json", *options)
        else:
            attacks(mutated_table(TABLE, n), "in.csv", *options)


_WORDS = st.text(max_size=20) | st.sampled_from([each for each in HOSTILE if isinstance(each, str)])
_VALUES = st.none() | st.booleans() | st.integers() | st.floats() | _WORDS
_NAMES = _WORDS | st.sampled_from(["id", "day", "recorded_at", "regions", "intensity", "note", "check_ins", "effort"])
_NESTED = st.recursive(_VALUES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES, inner, max_size=4))
_CHECK_INS = st.fixed_dictionaries(
    {"id": st.uuids().map(str), "day": st.just("2026-03-01"), "recorded_at": st.just("2026-03-01T20:00:00+01:00")},
    optional={
        "overall_pain": _NESTED | st.integers(-1, 12),
        "fatigue": _NESTED | st.integers(0, 10),
        "regions": _NESTED | st.dictionaries(st.sampled_from(list(regions())) | _WORDS, _NESTED, max_size=3),
        "note": _NESTED,
        "sensitivity": _NESTED,
        "effort": _NESTED,
        "triggers": _NESTED,
        "carried_over": _NESTED,
        "carried_regions": _NESTED,
    },
)
_FILES = st.fixed_dictionaries(
    {
        "format": st.just("painmap-diary"),
        "version": st.just(1) | _VALUES,
        "check_ins": st.lists(_CHECK_INS, max_size=3),
    },
    optional=dict.fromkeys(("exported_at", "reviews", "treatments", "uses", "events", "appointments"), _NESTED),
)
_JSON = (_FILES | _NESTED).map(lambda file: json.dumps(file).encode("utf-8", "surrogatepass"))
_LINES = st.lists(st.lists(_WORDS, min_size=1, max_size=4).map(";".join), max_size=5).map("\n".join)
_TABLES = _LINES.map(lambda text: f"Date;Pain 0-10;Note\n{text}".encode("utf-8", "surrogatepass"))


def attack_by_hypothesis(attacks: Attacks, count: int, settled: int) -> None:
    """The same counts of JSON values, tables and bytes as hypothesis thinks them up."""

    def try_all(files: st.SearchStrategy[bytes], name: str, number: int) -> None:
        @seed(settled)
        @settings(max_examples=number, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(files, st.booleans())
        def attack(content: bytes, skip: bool) -> None:
            attacks(content, name, *(["--skip-bad"] if skip else []))

        attack()

    try_all(_JSON, "in.json", count // 2)
    try_all(_TABLES, "in.csv", count // 4)
    try_all(st.binary(max_size=300), "in.json", count // 8)
    try_all(st.binary(max_size=300), "in.csv", count // 8)


def stand_still() -> None:
    """The clock, for all that follows in this process."""
    clock.now = lambda: NOW
