"""The counts of the clinical reference: its sixteen worked examples, its window, and what is incomplete."""

from datetime import date, timedelta

import pytest
from kept_things import a_review

from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.review import SSS
from painmap.domain.sample import sample
from painmap.domain.summary import summarise
from painmap.domain.thresholds import THRESHOLDS
from painmap.domain.widespread import by_week, counts, distribution, psd_category

DAY = date(2026, 3, 15)
SHOULDERS = ("shoulder-girdle-left", "shoulder-girdle-right")
UPPER_ARMS = ("upper-arm-left", "upper-arm-right")
HIPS = ("hip-left", "hip-right")
JAWS = ("jaw-left", "jaw-right")
SEVEN = (*SHOULDERS, *UPPER_ARMS, *HIPS, "lower-back")
SIX = (*SHOULDERS, *HIPS, "neck", "lower-back")
LEGS = ("upper-leg-left", "upper-leg-right", "lower-leg-left", "lower-leg-right")
ALL = tuple(dict.fromkeys(region.wpi_area for region in regions().values() if region.wpi_area))
ITEMS = {
    4: SSS(2, 1, 1, False, False, False),
    5: SSS(2, 2, 1, False, False, False),
    6: SSS(2, 2, 2, False, False, False),
    7: SSS(2, 2, 2, True, False, False),
    8: SSS(3, 2, 2, True, False, False),
    9: SSS(3, 3, 2, True, False, False),
    10: SSS(3, 3, 2, True, True, False),
    12: SSS(3, 3, 3, True, True, True),
}


def tap(area: str) -> str:
    """One region on the map that counts as this area."""
    return next(name for name, region in regions().items() if region.wpi_area == area)


def both_sides(*parts: str) -> list[str]:
    return [name for name, region in regions().items() if region.part in parts]


@pytest.mark.parametrize(
    ("number", "taps", "sss", "wpi", "psd", "body_regions"),
    [
        (1, [tap(area) for area in SEVEN], 5, 7, 12, 5),
        (2, [tap(area) for area in SEVEN], 4, 7, 11, 5),
        (3, [tap(area) for area in SEVEN], 9, 7, 16, 5),
        (4, [tap(area) for area in SEVEN], 6, 7, 13, 5),
        (5, [tap(area) for area in (*SHOULDERS, *UPPER_ARMS, "neck", "upper-back")], 9, 6, 15, 3),
        (6, [tap(area) for area in SIX], 9, 6, 15, 5),
        (7, [tap(area) for area in SIX], 8, 6, 14, 5),
        (8, [tap(area) for area in ("upper-arm-left", "lower-arm-right", "hip-left", "lower-back")], 9, 4, 13, 4),
        (9, [tap(area) for area in ("upper-arm-left", "lower-arm-right", "lower-back")], 12, 3, 15, 3),
        (10, [tap(area) for area in (*JAWS, "chest")], 9, 3, 12, 0),
        (11, [tap(area) for area in (*JAWS, "chest", "abdomen", "neck")], 10, 5, 15, 1),
        (12, [tap(area) for area in (*SHOULDERS, "chest", "hip-right")], 9, 4, 13, 3),
        (13, [tap(area) for area in (*HIPS, *LEGS, "lower-back", "abdomen")], 7, 8, 15, 3),
        (14, [tap(area) for area in ALL], 12, 19, 31, 5),
        (15, both_sides("hand", "wrist", "knee", "ankle", "foot"), 9, 0, 9, 0),
        (16, ["back-left-lower-back", "back-right-lower-back", "back-sacrum"], 9, 1, 10, 1),
    ],
)
def test_the_worked_examples_of_the_reference(number, taps, sss, wpi, psd, body_regions, check_in, now):
    days = summarise([check_in(DAY, dict.fromkeys(taps, 1))])
    found = counts(DAY, days, [a_review(now, week_ending=DAY, sss=ITEMS[sss])])
    assert (found.wpi, found.sss, found.psd, found.acr2016_regions) == (wpi, sss, psd, body_regions), number
    assert len(found.wpi_areas) == wpi
    assert len(found.acr2016_region_names) == body_regions
    assert found.missing == ()


def test_there_are_nineteen_areas_fifteen_of_them_in_the_five_regions():
    assert len(ALL) == 19
    assert len({r.wpi_area for r in regions().values() if r.wpi_area and r.body_region}) == 15


def test_hands_and_feet_count_only_in_the_inclusive_figure(check_in):
    taps = both_sides("hand", "wrist", "elbow", "knee", "ankle", "heel", "foot")
    found = counts(DAY, summarise([check_in(DAY, dict.fromkeys(taps, 4))]), [])
    assert (found.wpi, found.wpi_inclusive, found.wpi_areas) == (0, 4, ())
    assert found.aapt_sites == 4


@pytest.mark.parametrize(("days_before", "wpi"), [(0, 1), (6, 1), (7, None), (-1, None)])
def test_the_window_is_the_day_and_the_six_before(days_before, wpi, check_in):
    told = check_in(DAY - timedelta(days_before), {"back-sacrum": 1})
    assert counts(DAY, summarise([told]), []).wpi == wpi


def test_areas_of_the_week_are_counted_once(check_in):
    told = [check_in(DAY - timedelta(n), {"back-sacrum": 2, tap(ALL[n]): 3}) for n in range(4)]
    found = counts(DAY, summarise(told), [])
    assert (found.wpi, found.days_logged) == (5, 4)


def test_no_entry_is_no_data_and_not_a_zero(now):
    found = counts(DAY, [], [a_review(now, week_ending=DAY)])
    assert (found.wpi, found.wpi_inclusive, found.wpi_areas, found.psd, found.psd_category) == (None,) * 5
    assert (found.acr2016_regions, found.acr2016_region_names) == (None, None)
    assert (found.aapt_sites, found.acr1990_widespread, found.icd11_regions) == (None,) * 3
    assert (found.days_logged, found.sss, found.missing) == (0, 9, ("check_ins",))


def test_entries_without_a_map_give_no_count_of_areas(check_in):
    found = counts(DAY, summarise([check_in(DAY, overall_pain=6)]), [])
    assert (found.wpi, found.days_logged, found.missing) == (None, 1, ("regions", "review"))


def test_no_pain_is_a_real_zero(check_in, now):
    found = counts(DAY, summarise([check_in(DAY, overall_pain=0)]), [a_review(now, week_ending=DAY)])
    assert (found.wpi, found.psd, found.acr1990_widespread) == (0, 9, False)


def test_an_item_without_answer_leaves_sss_and_psd_incomplete(check_in, now):
    review = a_review(now, week_ending=DAY, sss=SSS(3, None, 2, True, False, None))
    found = counts(DAY, summarise([check_in(DAY, {"back-sacrum": 1})]), [review])
    assert (found.wpi, found.sss, found.psd, found.psd_category) == (1, None, None, None)
    assert found.missing == ("waking_unrefreshed", "depression")


@pytest.mark.parametrize(
    ("psd", "category"),
    [
        (0, "none"),
        (3, "none"),
        (4, "mild"),
        (7, "mild"),
        (8, "moderate"),
        (11, "moderate"),
        (12, "severe"),
        (19, "severe"),
        (20, "very severe"),
        (31, "very severe"),
    ],
)
def test_the_categories_have_their_published_limits(psd, category):
    assert psd_category(psd) == category


@pytest.mark.parametrize(
    ("taps", "widespread"),
    [
        (["front-left-shoulder", "front-right-hip", "back-left-neck"], True),
        (["back-left-lower-back", "back-right-lower-back", "back-left-neck"], False),
        (["front-left-shoulder", "front-right-hip"], False),
        (["front-left-shoulder", "back-left-buttock", "back-left-neck"], False),
        (["front-left-shoulder", "front-right-shoulder", "back-left-neck"], False),
        (["front-left-shoulder", "front-right-shoulder", "back-sacrum"], True),
        ([], False),
    ],
)
def test_the_distribution_of_1990_takes_its_sides_off_the_axis(taps, widespread, check_in):
    told = check_in(DAY, dict.fromkeys(taps, 3), overall_pain=3 if taps else 0)
    days = summarise([told])
    assert counts(DAY, days, []).acr1990_widespread is widespread
    assert (len(distribution(DAY, days)) == 5) is widespread


def test_a_window_without_a_map_has_no_distribution():
    assert distribution(DAY, []) is None


def test_weeks_are_counted_back_from_the_last_day(check_in):
    told = [
        check_in(DAY, {"back-sacrum": 2, "front-left-jaw": 2}),
        check_in(DAY - timedelta(6), {"back-sacrum": 2}),
        check_in(DAY - timedelta(7), overall_pain=4),
        check_in(DAY - timedelta(21), {"back-sacrum": 2}),
    ]
    earlier, last = by_week(summarise(told), Period.last(20, until=DAY))
    assert (last.end, last.wpi, last.spread, last.days_logged) == (DAY, 2, 1.5, 2)
    assert (earlier.end, earlier.wpi, earlier.spread, earlier.days_logged) == (DAY - timedelta(7), None, None, 1)


def test_a_week_has_the_review_that_counts_for_its_last_day(check_in, now):
    told = summarise([check_in(DAY, {"back-sacrum": 2}), check_in(DAY - timedelta(21), {"back-sacrum": 2})])
    reviews = [
        a_review(now, 1, week_ending=DAY - timedelta(28), sss=SSS(1, 1, 1, False, False, False)),
        a_review(now, 2, week_ending=DAY - timedelta(7), sss=SSS(2, 2, 2, True, False, False)),
        a_review(now, 3, week_ending=DAY, sss=SSS(3)),
    ]
    weeks = by_week(told, Period.last(42, until=DAY), reversed(reviews))
    assert [(week.sss, week.reviewed) for week in weeks] == [
        (None, False),
        (3, True),
        (3, True),
        (3, True),
        (7, True),
        (None, True),
    ]
    assert [week.psd for week in weeks] == [None, None, 4, None, None, None]


def test_the_weeks_of_years_are_those_of_the_counts_day_by_day(now):
    kept = sample(400, now.date(), 3, now)
    days, period = summarise(kept.check_ins), Period.last(400, until=now.date())
    for week in by_week(days, period, kept.reviews):
        found = counts(week.end, days, kept.reviews)
        assert (week.days_logged, week.wpi, week.sss, week.psd, week.acr2016_regions) == (
            found.days_logged,
            found.wpi,
            found.sss,
            found.psd,
            found.acr2016_regions,
        )


def test_every_figure_has_a_published_threshold_with_its_source():
    for figure in ("wpi", "sss", "psd", "acr2016_regions", "aapt_sites", "acr1990_widespread", "icd11_regions", "peg"):
        assert all(each.text and each.source for each in THRESHOLDS[figure])
    words = " ".join(each.text for figure in THRESHOLDS.values() for each in figure)
    assert not {"met", "positive", "consistent", "diagnosed"} & set(words.split())
