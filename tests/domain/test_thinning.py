"""Which backups stay as they age, and what their names say."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from painmap.domain.thinning import Backup, fullest_of, name_of, named, newest_of, to_keep

TODAY = date(2026, 11, 22)  # a Sunday


def at(days_ago: int, hour: int = 12) -> str:
    return f"painmap-{TODAY - timedelta(days_ago)}-{hour:02}0000.diary"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([], []),
        ([at(0, 1), at(0, 2), at(1, 1), at(1, 23)], [at(0, 1), at(0, 2), at(1, 1), at(1, 23)]),
        ([at(2, 1), at(2, 2), at(3)], [at(2, 2), at(3)]),
        ([at(-5), at(-4, 1), at(-4, 2)], [at(-5), at(-4, 1), at(-4, 2)]),
        ([at(n) for n in range(2, 14)], [at(n) for n in range(2, 14)]),
        # 12 days, then the last of the week of Monday 2 November, which the days had begun.
        ([at(n) for n in range(2, 21)], [at(n) for n in range(2, 15)]),
        # Days without a copy don't count.
        ([at(n * 50) for n in range(1, 13)], [at(n * 50) for n in range(1, 13)]),
        # 12 days, 10 weeks, 9 months, and the eldest go.
        ([at(n * 40) for n in range(1, 40)], [at(n * 40) for n in range(1, 32)]),
        ([at(9).replace(".diary", "-before-import.diary"), at(9, 13)], [at(9, 13)]),
    ],
)
def test_which_copies_stay(given, kept):
    assert to_keep(given, TODAY) == set(kept)


def full(days_ago: int, days: int, hour: int = 12, entries: int | None = None) -> str:
    taken = datetime.combine(TODAY - timedelta(days_ago), datetime.min.time()).replace(hour=hour)
    return name_of(taken, days, days if entries is None else entries)


@pytest.mark.parametrize(
    ("given", "gone"),
    [
        # An emptier one later that day, in that week, in that month: both stay.
        ([full(5, 200, 9), full(5, 3, 18)], []),
        ([full(5, 200, 9, 400), full(5, 200, 18, 399)], []),
        ([full(n, 300 - n) for n in range(2, 14)] + [full(24, 250), full(22, 9)], []),
        # As full: the last is enough.
        ([full(5, 200, 9), full(5, 200, 18)], [full(5, 200, 9)]),
        ([full(5, 199, 9), full(5, 200, 18)], [full(5, 199, 9)]),
        # The fullest of all stays however old it is.
        ([full(2000, 500), *(full(n * 40, 20) for n in range(1, 40))], [full(n * 40, 20) for n in range(32, 40)]),
        ([full(0, 0), full(4, 212)], []),
    ],
)
def test_an_emptier_backup_never_takes_the_place_of_a_fuller_one(given, gone):
    assert to_keep(given, TODAY) == set(given) - set(gone)


def test_a_name_says_when_why_and_how_much():
    taken = datetime(2026, 11, 22, 14, 2)  # noqa: DTZ001 - names have local time
    name = name_of(taken, 212, 1204, "before-import", 2)
    assert name == "painmap-2026-11-22-140200-212-days-1204-entries-before-import-2.diary"
    assert named(name) == Backup(name, taken, 212, 1204, "before-import-2")
    assert named(name_of(taken, 1, 1)) == Backup("painmap-2026-11-22-140200-1-days-1-entries.diary", taken, 1, 1)
    old = named("painmap-2026-11-22-140200-before-import.diary")
    assert (old.taken, old.fullness, old.reason) == (taken, (0, 0), "before-import")


def test_the_newest_is_the_last_until_now_and_one_of_a_wrong_clock_only_where_there_is_no_other():
    now = datetime(2026, 11, 22, 14, 2)  # noqa: DTZ001 - names have local time
    ahead, yesterday, emptier = (named(name) for name in (full(-3000, 9), full(1, 212), full(1, 1)))
    assert newest_of([ahead, yesterday, emptier], now) == yesterday
    assert newest_of([ahead], now) == ahead
    assert newest_of([], now) is None


def test_the_fullest_is_known_only_of_those_that_say_how_much_is_in_them():
    backups = [named(at(1)), named(full(3, 5)), named(full(9, 5))]
    assert fullest_of(backups) == named(full(3, 5))
    assert fullest_of(backups[:1]) is None


def test_what_is_not_named_like_a_copy_stays():
    others = [
        "notes.txt",
        "painmap.diary",
        "painmap-2026-02-31-120000.diary",
        "painmap-2020-01-01-120000.diary.bak",
        "painmap-2020-01-01-120000-3-days.DIARY",
    ]
    assert to_keep(others, TODAY) == set(others)


def test_many_months_of_daily_copies_leave_thirty_odd_that_reach_back_most_of_a_year():
    have: set[str] = set()
    start = datetime(2024, 11, 22, 9)  # noqa: DTZ001 - names have local time
    for n in range(500):
        day = start + timedelta(n)
        have.add(f"painmap-{day:%Y-%m-%d-%H%M%S}.diary")
        have = to_keep(have, day.date())
    days = sorted(date.fromisoformat(name[8:18]) for name in have)
    assert len(days) == 2 + 12 + 10 + 9
    assert days[-14:] == [day.date() - timedelta(n) for n in range(13, -1, -1)]
    assert (day.date() - days[0]).days > 300
    assert max((b - a).days for a, b in pairwise(days)) <= 35
