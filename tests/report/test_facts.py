"""What page one says, worked out by hand for small diaries."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from painmap.domain.checkin import CheckIn, Quality, RegionPain
from painmap.domain.period import Period
from painmap.domain.summary import Seen, summarise
from painmap.report.facts import Report, change_text, report_of, stretch_text
from painmap.report.findings import findings

Make = Callable[..., CheckIn]


def page(check_ins: list[CheckIn], days: int, now: datetime, name: str = "") -> Report:
    return report_of(findings(summarise(check_ins), Period.last(days, now.date())), now, "0.1.0", name)


@pytest.fixture
def ten_days(check_in: Make) -> list[CheckIn]:
    """Five days in each half; the left knee gets better, the jaw goes, the hip comes."""
    earlier = [check_in(n, {"front-left-knee": 6, "front-left-jaw": 3}, fatigue=5) for n in range(5, 10)]
    later = [check_in(n, {"front-left-knee": 4, "front-left-hip": 5}, fatigue=5) for n in range(5)]
    return earlier + later


def test_the_head_says_who_when_and_how_complete(ten_days: list[CheckIn], now: datetime):
    report = page(ten_days, 14, now, name="M. K.")
    assert report.title == "Pain diary report, 9 Nov to 22 Nov 2026"
    assert (report.name, report.period, report.program) == ("M. K.", "9 Nov to 22 Nov 2026", "Painmap 0.1.0")
    assert report.logged == "10 of 14 days logged"


def test_the_places_with_most_pain_come_by_the_sum_of_their_ratings(ten_days: list[CheckIn], now: datetime):
    report = page(ten_days, 10, now)
    assert [(line.name, line.days, line.median, line.change) for line in report.places] == [
        ("Knee, left", "10", "5", "−2"),
        ("Hip, left", "5", "5", "new"),
        ("Jaw, left", "5", "3", "gone"),
    ]
    assert report.mapped == "10"


def test_later_earlier_and_change_stand_side_by_side(ten_days: list[CheckIn], now: datetime):
    report = page(ten_days, 10, now)
    assert report.compared
    assert (report.later.heading, report.later.under) == ("Later: 18 Nov–22 Nov", "5 days with a map")
    assert (report.earlier.heading, report.earlier.under) == ("Earlier: 13 Nov–17 Nov", "5 days with a map")
    assert report.change.alt == (
        "Body map of change, later minus earlier half. Jaw, left gone; Hip, left new; Knee, left −2."
    )
    assert "Knee, left 4 on 5 of 5 days" in report.later.alt
    assert report.time_note.endswith("dotted: the middle")


def test_under_five_days_in_a_half_all_days_stand_alone(ten_days: list[CheckIn], now: datetime):
    report = page(ten_days[1:], 10, now)
    assert not report.compared
    assert report.later.heading == "All days: 13 Nov–22 Nov"
    assert report.earlier.under == "not enough days: needs 5 with a map in each half"
    assert {line.change for line in report.places} == {"–"}
    assert (report.has_map, report.absent) == (True, "too few days")
    assert "dotted" not in report.time_note


def test_an_empty_period_says_so_everywhere(now: datetime):
    report = page([], 84, now)
    assert report.logged == "0 of 84 days logged"
    assert (report.places, report.qualities, report.time_note) == ((), (), "")
    assert (report.has_map, report.absent) == (False, "no map")
    assert "no map in this period" in report.later.alt


def test_a_single_day_is_neither_halved_nor_called_all_days(check_in: Make, now: datetime):
    report = page([check_in(0, {"front-left-knee": 6})], 1, now)
    assert report.later.heading == "This day: 22 Nov"
    assert report.period == "22 Nov 2026"
    assert report.logged == "1 of 1 day logged"


def test_qualities_count_days_and_the_page_keeps_the_five_most_frequent(check_in: Make, now: datetime):
    chosen = [
        list(Quality)[:6],
        [Quality.ACHING, Quality.BURNING],
        [Quality.ACHING],
    ]
    diary = [
        check_in(n, {"front-left-knee": RegionPain(4, frozenset(qualities))}) for n, qualities in enumerate(chosen)
    ]
    report = page(diary, 3, now)
    assert [(line.name, line.days) for line in report.qualities][:3] == [
        ("aching", "3"),
        ("burning", "2"),
        ("stabbing", "1"),
    ]
    assert [line.share for line in report.qualities][:2] == [1, 2 / 3]
    assert len(report.qualities) == 5
    assert report.qualities_note == "days on which chosen, and 1 more"


def test_the_trace_counts_days_entries_and_corrections(check_in: Make, now: datetime):
    corrected = check_in(3, {"front-left-knee": 6}, changed_at=now)
    report = page([corrected, check_in(3, fatigue=4), check_in(1, fatigue=4)], 14, now)
    assert report.trace.startswith(
        "Painmap 0.1.0 · made 22 Nov 2026, 14:02 · 9 Nov to 22 Nov 2026 · 2 days, 3 entries, 1 corrected later · "
    )
    assert report.trace.endswith("It does not diagnose and does not replace your clinician.")


def test_days_outside_the_period_are_not_counted(ten_days: list[CheckIn], now: datetime):
    assert page(ten_days, 3, now).logged == "3 of 3 days logged"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2026, 2, 9), date(2026, 3, 22), "9 Feb–22 Mar"),
        (date(2021, 5, 9), date(2026, 5, 8), "May 2021–May 2026"),
        (date(2026, 2, 9), date(2026, 2, 9), "9 Feb"),
    ],
)
def test_a_stretch_is_as_short_as_its_length_allows(start: date, end: date, text: str):
    assert stretch_text(Period(start, end)) == text


@pytest.mark.parametrize(
    ("change", "text"),
    [(2.0, "+2"), (-1.5, "−1.5"), (0.0, "0"), (Seen.NEW, "new"), (Seen.FEW, "too few days"), (None, "–")],
)
def test_changes_in_the_table_carry_their_sign(change: float | str | None, text: str):
    assert change_text(change) == text
