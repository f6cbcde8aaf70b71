"""The same diary, period and version give the same bytes: in another process, another place, from another order."""

import os
import subprocess
import sys
from datetime import date, datetime
from hashlib import sha256

import pytest

from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.report.grid import Paper
from painmap.report.options import Options, Section
from painmap.report.pages import SUFFIXES, file_of
from painmap.report.report import whole_report

_MADE = """
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.report.grid import Paper
from painmap.report.options import Options, Section
from painmap.report.pages import SUFFIXES, file_of
from painmap.report.report import whole_report
end, made = date(2026, 11, 22), datetime(2026, 11, 22, 14, 2, tzinfo=timezone(timedelta(hours=1)))
told, period = sample(90, until=end, seed=7), Period.last(90, end)
wanted = (
    Options(period),
    Options(period, Paper.LETTER, black_and_white=True),
    Options(period, black_and_white=True, attached=True, left_out=frozenset({"front-left-knee", "back-left-neck"})),
    Options(period, Paper.LETTER, sections=frozenset(Section), name="M. K."),
)
for options in wanted:
    report = whole_report(told, options, made, "0.1.0")
    print(*(sha256(file_of(report, suffix)).hexdigest() for suffix in SUFFIXES))
"""
PLACES = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8"},
)


def test_two_processes_in_two_places_make_the_same_files():
    first, second = (
        subprocess.run(
            [sys.executable, "-c", _MADE],
            capture_output=True,
            text=True,
            check=True,
            env={name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "PYTHONPATH") if name in os.environ} | place,
        ).stdout
        for place in PLACES
    )
    assert first == second
    made = first.split()
    assert len(made) == 4 * len(SUFFIXES)
    assert len(set(made[:: len(SUFFIXES)])) == 4


@pytest.mark.parametrize("paper", list(Paper))
def test_the_order_in_which_entries_come_changes_nothing(paper: Paper, now: datetime):
    end = date(2026, 11, 22)
    told = sample(60, until=end, seed=7)
    options = Options(Period.last(60, end), paper, sections=frozenset(Section), black_and_white=True, attached=True)
    made = {
        sha256(file_of(whole_report(each, options, now, "0.1.0"), ".pdf")).hexdigest()
        for each in (told, Contents.of(reversed(tuple(told))))
    }
    assert len(made) == 1
