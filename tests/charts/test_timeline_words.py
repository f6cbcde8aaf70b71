"""The timeline in words: what a day says, the sentence, the table and the note."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from chart_days import END, logged_day
from kept_things import a_treatment, a_use, an_appointment, an_event

from painmap.charts.look import PAPER, look
from painmap.charts.marks import Marks
from painmap.charts.series import EVERY_LANE, LANES, OVERALL_PAIN, SPREAD
from painmap.charts.timeline_words import NO_LINE_YET, day_told, timeline_note, timeline_sentence, timeline_table
from painmap.domain.event import EventKind
from painmap.domain.more import MoreSummary, Rating
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary
from painmap.domain.tried import Tried, tried

KNEE = "front-left-knee"
MONDAY = date(2026, 11, 16)
THREE_DAYS = Period(MONDAY, MONDAY + timedelta(2))
LIGHT = look("light")


def one(now: datetime, name: str, start: date, stop: date | None = None, period: Period = THREE_DAYS) -> Tried:
    (found,) = tried([a_treatment(now, name=name, start=start, stop=stop, pauses=())], (), period)
    return found


def flare(day: date) -> DaySummary:
    return replace(logged_day(day, 8, 7, {KNEE: 8}), more=MoreSummary(flare=True))


def full_week(**what: object) -> tuple[list[DaySummary], Period]:
    days = [replace(logged_day(MONDAY + timedelta(n), 5, 5, {}), **what) for n in range(7)]
    return days, Period(MONDAY, MONDAY + timedelta(6))


def test_a_day_is_told_with_its_four_figures() -> None:
    assert day_told(MONDAY, logged_day(MONDAY, 6, 5, {KNEE: 6})) == (
        "Mon 16 Nov: worst pain 6, overall 6, fatigue 5, 1 region"
    )
    assert day_told(MONDAY, None, year=True) == "Mon 16 Nov 2026: no entry"


def test_a_day_says_what_was_not_answered_and_the_mean_of_answers_that_differ() -> None:
    empty = logged_day(MONDAY, None, None)
    assert day_told(MONDAY, empty).endswith(
        "worst pain not answered, overall not answered, fatigue not answered, no map"
    )
    twice = replace(logged_day(MONDAY, 7), overall=Rating(5.5, 7))
    assert "overall 7 (mean 5.5)" in day_told(MONDAY, twice)


def test_a_day_says_what_happened_on_it(now: datetime) -> None:
    summary = replace(flare(MONDAY), carried_over=True, entered_later=True)
    marks = Marks(
        (one(now, "Amitriptyline", MONDAY), one(now, "Heat\npad", MONDAY - timedelta(9), MONDAY)),
        (an_event(now, start=MONDAY - timedelta(2), end=MONDAY, label=""), an_event(now, start=END, end=None)),
        (an_appointment(now, day=MONDAY), an_appointment(now, day=MONDAY, with_whom=" ")),
    )
    assert day_told(MONDAY, summary, marks) == (
        "Mon 16 Nov: worst pain 8, overall 8, fatigue 7, 1 region; map copied; entered later; flare; "
        "Amitriptyline started; Heat pad stopped; Infection; appointment with Dr. Weber; appointment"
    )
    assert day_told(END, None, marks) == "Sun 22 Nov: no entry; Flu"


def test_the_timeline_is_told_with_medians_ranges_and_days() -> None:
    days = [logged_day(MONDAY, 4, None, {KNEE: 4}), logged_day(MONDAY + timedelta(2), 7, 3, {KNEE: 4})]
    assert timeline_sentence(days, THREE_DAYS) == (
        "Timeline, 16 Nov to 18 Nov 2026, 2 of 3 days logged. Worst pain: median 5.5, from 4 to 7, on 2 days. "
        "Fatigue: 3 on 1 day. Spread (regions): median 1, always 1, on 2 days."
    )
    assert "Overall pain: median 5.5" in timeline_sentence(days, THREE_DAYS, lanes=EVERY_LANE)


def test_an_unanswered_lane_is_told_as_such() -> None:
    assert "Fatigue: not answered on any day." in timeline_sentence([logged_day(MONDAY, 4, None)], THREE_DAYS)


def test_nothing_logged_is_told_as_such() -> None:
    assert timeline_sentence([], THREE_DAYS).endswith("0 of 3 days logged. Nothing logged in these dates.")


def test_the_sentence_names_what_stands_with_the_days_and_counts_the_rest(now: datetime) -> None:
    busy = tuple(an_event(now, n, kind=EventKind.BUSY_DAY, label="", start=MONDAY, end=None) for n in range(8))
    long = an_event(now, 50, start=MONDAY, end=MONDAY + timedelta(2))
    walking = one(now, "Walking", MONDAY + timedelta(1), MONDAY + timedelta(1))
    visits = (an_appointment(now, day=MONDAY), an_appointment(now, day=MONDAY, with_whom=""))
    told = timeline_sentence([flare(MONDAY)], THREE_DAYS, Marks((walking,), (long, *busy), visits, (Period(END, END),)))
    assert "Flare on 1 day. Treatments: Walking 17 Nov. Events: Flu 16 Nov to 18 Nov; Busy day 16 Nov;" in told
    assert told.endswith("; and 3 more. Appointments: Dr. Weber 16 Nov; one 16 Nov.")


def test_the_table_has_every_day_of_the_period_in_the_order_of_time(now: datetime) -> None:
    later = replace(logged_day(MONDAY + timedelta(2), 7, 3, {KNEE: 4}, copied=True), entered_later=True)
    marks = Marks(events=(an_event(now, start=MONDAY + timedelta(1), end=MONDAY + timedelta(2)),))
    table = timeline_table([logged_day(MONDAY, 0, None, {}), later], THREE_DAYS, marks)
    assert table.headings == ("Day", "Worst pain", "Overall pain", "Fatigue", "Regions", "Map", "Entered", "Marked")
    assert table.rows == (
        ("Mon 16 Nov 2026", "0", "0", "Not answered", "0", "Entered", "That day", "Nothing"),
        ("Tue 17 Nov 2026", *["No entry"] * 6, "Flu"),
        ("Wed 18 Nov 2026", "7", "7", "3", "1", "Copied", "Later", "Flu"),
    )


def test_a_day_without_a_map_says_so_in_the_table_and_a_flare_is_marked() -> None:
    day = replace(logged_day(MONDAY, 5, 3), more=MoreSummary(flare=True))
    (row,) = timeline_table([day], Period(MONDAY, MONDAY)).rows
    assert row == ("Mon 16 Nov 2026", "5", "5", "3", "No map", "No map", "That day", "Flare")


@pytest.mark.parametrize(("span", "told"), [(7, "Dots are days. Lines are"), (365, "weekly"), (3650, "of 30 days")])
def test_the_note_says_what_a_point_is(span: int, told: str) -> None:
    days, week = full_week()
    period = Period.last(span, week.end)
    assert told in timeline_note(days, period, LIGHT)
    assert ("Hatched: no entry." in timeline_note(days, period, LIGHT)) == (span > 7)
    assert "Hatched" not in timeline_note(days, period, PAPER)


def test_the_note_says_when_lines_appear_where_there_are_none_yet() -> None:
    days, period = full_week()
    assert NO_LINE_YET in timeline_note(days[:3], period, LIGHT)
    assert NO_LINE_YET in timeline_note([], period, LIGHT)
    assert NO_LINE_YET not in timeline_note(days[:4], period, LIGHT)


def test_the_note_names_only_what_is_there(now: datetime) -> None:
    days, period = full_week()
    bath = a_treatment(now, start=MONDAY, pauses=())
    used = tried([bath], [a_use(now, at=now.replace(day=17))], period)
    event, visit = an_event(now), an_appointment(now)
    assert timeline_note(days, period, LIGHT).endswith("where at least 4 are logged.")
    assert timeline_note(days[1:], period, LIGHT).endswith("Hatched: no entry.")
    assert "Hatched" not in timeline_note(days[1:], period, LIGHT, begins=days[1].day)
    assert "Bars on top: flare." in timeline_note(days, period, PAPER, Marks(flares=(period,)))
    assert "Diamonds: appointments." in timeline_note(days, period, LIGHT, Marks((), (event,), (visit,)))
    assert "Diamonds" not in timeline_note(days, period, LIGHT, Marks((), (event,)))
    long = an_event(now, start=MONDAY, end=MONDAY + timedelta(2))
    assert timeline_note(days, period, LIGHT, Marks((), (long,))).endswith("Dashed: an event's first and last day.")
    assert "White bars" not in timeline_note(days, period, PAPER, lanes=LANES[:1])
    assert timeline_note(days, period, LIGHT, Marks(used)).endswith("Strokes under a bar: days of use.")
    assert "Strokes" not in timeline_note(days, period, LIGHT, Marks(tried([bath], [], period)))


def test_the_note_says_which_answer_of_several_is_shown() -> None:
    days, period = full_week(check_ins=2)
    assert "Fatigue is the highest of the day." in timeline_note(days, period, LIGHT)
    both = timeline_note(days, period, LIGHT, lanes=EVERY_LANE)
    assert "Overall pain and fatigue are the highest of the day." in both
    assert "Overall pain is" in timeline_note(days, period, LIGHT, lanes=(OVERALL_PAIN,))
    assert "highest" not in timeline_note(days, period, LIGHT, lanes=(SPREAD,))


def test_over_months_the_note_says_where_copied_maps_and_late_days_are() -> None:
    days, week = full_week(entered_later=True)
    year = Period.last(365, week.end)
    assert timeline_note(days, year, LIGHT).endswith("entered later are in the table.")
    assert "in the table" not in timeline_note(days, week, LIGHT)
    assert "in the table" not in timeline_note(full_week()[0], year, LIGHT)
