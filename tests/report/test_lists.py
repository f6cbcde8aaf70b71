"""Check-ins, notes and weekly reviews as tables of words."""

from dataclasses import replace
from datetime import datetime, timedelta

from kept_things import a_review

from painmap.domain.about import About, Effort, Sense, Severity
from painmap.domain.checkin import CarriedOver, Quality, RegionPain
from painmap.domain.period import Period
from painmap.domain.review import PEG, SSS
from painmap.report.check_in_words import regions_told
from painmap.report.lists import check_in_table, check_in_years, notes_table, review_table


def test_a_check_in_is_a_row_with_what_was_said_and_how_it_was_entered(check_in, now: datetime):
    day = now.date()
    copied = replace(
        check_in(1, {"front-left-knee": 3, "back-left-lower-back": 7, "front-right-knee": 3}, overall_pain=6),
        carried_over=CarriedOver(day - timedelta(2), {"front-left-knee": 3}),
    )
    late = check_in(
        3, overall_pain=0, recorded_at=now - timedelta(1), changed_at=now, about=About(by_someone_else=True)
    )
    rows = check_in_table([check_in(2), copied, late, check_in(0, fatigue=4)], Period.last(7, day)).rows
    assert rows == (
        ("Thu 19 Nov", "0", "0", "–", "no pain\nwritten 21 Nov; corrected 22 Nov; by someone else"),
        (
            "Sat 21 Nov, 14:02",
            "7",
            "6",
            "–",
            "3 places. 7: left lower back; 3: left and right knee\nmap copied, 2 changes",
        ),
        ("Sun 22 Nov, 14:02", "–", "–", "4", "no map"),
    )


def test_a_row_has_all_that_was_said_of_the_day(check_in, now: datetime):
    about = About(
        sleep=7,
        thinking=4,
        mood=0,
        stiffness_minutes=90,
        sensitivity={Sense.LIGHT: Severity.SEVERE, Sense.SMELL: Severity.NONE},
        effort=Effort("shopping", 18, 24, 3),
        flare=True,
        triggers=frozenset({"poor_sleep", "the long drive"}),
        fever=False,
    )
    hand = RegionPain(6, frozenset({Quality.STIFF, Quality.ACHING}), swollen=True)
    told = check_in(0, {"front-left-hand": hand, "front-right-hand": hand, "front-left-knee": 2}, about=about)
    ((*_, said),) = check_in_table([told], Period.last(7, now.date())).rows
    assert said.splitlines() == [
        "3 places. 6: left and right palm and fingers; 2: left knee",
        "felt: aching, stiff; swollen: left and right palm and fingers; morning stiffness 90 min; woke unrefreshed 7; "
        "trouble thinking 4; low mood 0; sensitive: light severe; worse after effort: shopping, 18 h later, 24 h long, "
        "3 of 4; flare; no fever; triggers chosen: poor sleep, the long drive",
    ]


def test_what_was_asked_and_denied_is_not_what_was_not_answered(check_in, now: datetime):
    calm = About(sensitivity={Sense.LIGHT: Severity.NONE}, effort=Effort(severity=2), rash=False)
    ((*_, said),) = check_in_table([check_in(0, about=calm)], Period.last(7, now.date())).rows
    assert said == "no map\nnot sensitive; worse after effort: 2 of 4; no rash"


def test_both_sides_of_a_place_are_said_once_where_they_hurt_alike(check_in):
    told = check_in(
        0,
        {
            "front-left-hip": 4,
            "front-right-hip": 4,
            "front-left-knee": 4,
            "front-right-knee": 6,
            "back-left-knee": 6,
            "front-forehead": 6,
            "back-sacrum": 4,
        },
    )
    said = regions_told(told.regions)
    assert said == (
        "7 places. 6: forehead, right knee, left back of knee; 4: left and right hip, left knee, base of spine"
    )


def test_years_are_set_apart_where_there_are_many_rows(check_in):
    many = [check_in(n, fatigue=3) for n in range(500)]
    years = check_in_years([*many, check_in(501)])
    assert (len(years), years[0], years[-1]) == (500, "2025", "2026")
    assert check_in_years(many[:400]) == ()


def test_notes_keep_their_lines_and_lose_what_no_font_can_print(check_in, now: datetime):
    period = Period(now.date() - timedelta(400), now.date())
    table = notes_table(
        [check_in(0, note=" Rain\nall day 😭 "), check_in(1, note="  "), check_in(2, fatigue=1)], period
    )
    assert table.rows == (("Sun 22 Nov 2026", "14:02", "Rain\nall day"),)


def test_a_review_says_each_item_and_sums_only_whole_ones(now: datetime):
    day = now.date()
    open_one = a_review(now, 2, week_ending=day - timedelta(7), sss=SSS(1, None, 2, None, True, False), peg=PEG(6))
    empty = a_review(now, 3, week_ending=day - timedelta(3), sss=SSS(), peg=PEG())
    outside = a_review(now, 4, week_ending=day - timedelta(60))
    rows = review_table([a_review(now), open_one, empty, outside], Period.last(14, day)).rows
    assert rows == (
        ("15 Nov", "1", "–", "2", "–", "yes", "no", "–", "6", "–", "–", "–"),
        ("22 Nov", "3", "3", "2", "yes", "no", "no", "9", "6", "5", "7", "6"),
    )
