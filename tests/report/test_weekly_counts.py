"""The weekly counts as they stand in the table."""

from collections.abc import Callable
from datetime import datetime, timedelta

from kept_things import a_review

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.review import SSS
from painmap.domain.summary import summarise
from painmap.report.findings import findings
from painmap.report.weekly import WeeklyCounts, weekly_counts

Make = Callable[..., CheckIn]


def table(told: list[CheckIn], days: int, now: datetime, *reviews: object) -> WeeklyCounts | None:
    found = findings(summarise(told), Period.last(days, now.date()), Contents(reviews=reviews))
    return weekly_counts(found.weeks)


def test_the_last_six_weeks_stand_beside_the_median_of_all(check_in: Make, now: datetime):
    told = [
        check_in(7 * n, {"front-left-jaw": 4} if n < 6 else {"front-left-jaw": 4, "back-left-neck": 2})
        for n in range(8)
    ]
    made = table(told, 57, now)
    assert made
    assert made.heads == ("18 Oct", "25 Oct", "1 Nov", "8 Nov", "15 Nov", "22 Nov")
    wpi, regions = made.lines
    assert (wpi.short, wpi.weeks, wpi.all) == ("WPI", ("1",) * 6, "1 (1–2)")
    assert (regions.short, regions.weeks, regions.all) == ("Regions", ("0",) * 6, "0 (0–1)")
    assert (made.logged, made.all) == (("1",) * 6, "all 8 weeks:")


def test_scores_need_a_review_and_an_open_item_leaves_a_dash(check_in: Make, now: datetime):
    told = [check_in(n, {"back-left-neck": 2}) for n in (0, 8)]
    incomplete = a_review(now, 2, week_ending=now.date() - timedelta(7), sss=SSS(3, 3, 2))
    made = table(told, 14, now, a_review(now), incomplete)
    assert made
    assert [line.short for line in made.lines] == ["WPI", "SSS", "PSD", "Regions"]
    _, sss, psd, _ = made.lines
    assert (sss.weeks, sss.all) == (("–", "9"), "9 (9–9)")
    assert (psd.weeks, psd.threshold) == (("–", "10"), "≥ 13")


def test_a_review_alone_is_told_and_a_week_without_map_is_a_dash(now: datetime):
    made = table([], 7, now, a_review(now))
    assert made
    assert [line.weeks for line in made.lines] == [("–",), ("9",), ("–",), ("–",)]
    assert (made.logged, made.all) == (("0",), "this week:")


def test_without_a_whole_week_or_anything_to_count_there_is_no_table(check_in: Make, now: datetime):
    assert table([check_in(0, {"back-left-neck": 2})], 6, now) is None
    assert table([check_in(0, fatigue=3)], 14, now) is None


def test_no_figure_is_told_apart_for_reaching_a_threshold(check_in: Make, now: datetime):
    low, high = (
        table([check_in(0, dict.fromkeys(places, 5))], 7, now, a_review(now))
        for places in (["back-left-neck"], ["back-left-neck", "back-right-neck", "front-left-jaw", "front-left-chest"])
    )
    assert low
    assert high
    assert [line.threshold for line in low.lines] == [line.threshold for line in high.lines]
    assert all(week.isdigit() for line in high.lines for week in line.weeks)
