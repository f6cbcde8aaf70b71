"""Measures the report alone: page one about three months, and ten years with every section, each set anew."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from time import process_time

from bench_diary import NOW, TEN_YEARS

from painmap.domain.contents import Contents
from painmap.domain.once import forget
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.report.options import Options, Section
from painmap.report.pages import file_of
from painmap.report.report import whole_report

ROWS = (
    ("report about three months, page one", 90, frozenset[Section](), 500),
    ("whole report of ten years, every section", TEN_YEARS, frozenset(Section), 3_000),
)
_RUNS = 3


def measured(work: Callable[[], object]) -> float:
    """The least processor time of a few runs, in ms."""
    return min(_timed(work) for _ in range(_RUNS)) * 1000


def _timed(work: Callable[[], object]) -> float:
    forget()
    started = process_time()
    work()
    return process_time() - started


def _report(contents: Contents, days: int, sections: frozenset[Section]) -> Callable[[], bytes]:
    options = Options(Period.last(days, NOW.date()), sections=sections)
    minutes = count()

    def made() -> bytes:
        moment = NOW + timedelta(minutes=next(minutes))
        return file_of(whole_report(contents, options, moment, "0"), ".pdf")

    return made


if __name__ == "__main__":
    for name, days, sections, bar in ROWS:
        spent = measured(_report(sample(days, NOW.date(), 1, NOW), days, sections))
        print(f"{name}: {spent:,.0f} ms of {bar:,}")
