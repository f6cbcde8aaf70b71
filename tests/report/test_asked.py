"""What a clinic asks, in words: the visit, the questions, treatments, what else was recorded."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from kept_things import a_treatment, a_use, an_appointment, an_event, number

from painmap.domain.about import About, Effort, Sense, Severity
from painmap.domain.checkin import CheckIn, Quality, RegionPain
from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.summary import quality_days, summarise
from painmap.domain.treatment import Treatment, TreatmentKind
from painmap.report.asked import Asked, asked_of, marks_sentence
from painmap.report.findings import findings
from painmap.report.lines import one_line

Make = Callable[..., CheckIn]
PERIOD = Period(date(2026, 9, 1), date(2026, 11, 22))


def asked(told: list[CheckIn] | None = None, **kept: tuple) -> Asked:
    found = findings(summarise(told or []), PERIOD, Contents(**kept))
    return asked_of(found, quality_days(found.whole.days))


def treatment(now: datetime, n: int = 2, **what: object) -> Treatment:
    return a_treatment(now, n, **({"start": date(2026, 9, 3), "pauses": (), "side_effects": ""} | what))


def test_a_diary_without_any_of_it_leaves_all_of_it_out():
    assert asked() == Asked()
    assert not asked().dense


def test_the_page_is_for_the_next_appointment_with_its_first_three_questions(now: datetime):
    past = an_appointment(now, 6, day=now.date() - timedelta(1))
    coming = an_appointment(now, 7, with_whom=" Dr.  Weber", questions=("One\ntwo?", "B?", "C?", "D?"))
    found = asked(appointments=(coming, past))
    assert found.visit == "for Dr. Weber, 1 Dec 2026"
    assert found.questions == ("One two?", "B?", "C?")
    nameless = an_appointment(now, with_whom="", questions=())
    assert (asked(appointments=(nameless,)).visit, asked(appointments=(nameless,)).questions) == (
        "for the appointment on 1 Dec 2026",
        (),
    )


def test_a_treatment_is_told_with_its_plan_uses_relief_and_side_effects(now: datetime):
    uses = tuple(
        a_use(now, 10 + n, relief=relief, side_effects=effect)
        for n, (relief, effect) in enumerate([(20, "Tired."), (50, "Tired"), (None, "Sick"), (30, "")])
    )
    missed = a_use(now, 20, done=False)
    (line,) = asked(treatments=(treatment(now, side_effects="Dry mouth."),), uses=(*uses, missed)).tried
    assert (line.what, line.when) == ("Ibuprofen · 400 mg when needed", "since 3 Sep")
    assert (line.uses, line.relief) == ("4×", "30 % (n 3)")
    assert line.noted == "1 dose missed; Dry mouth; Tired (2×); Sick"


def test_what_was_not_logged_or_rated_has_no_figure(now: datetime):
    bath = treatment(now, 3, name="Bath", plan="", kind=TreatmentKind.SELF_CARE)
    unrated = a_use(now, 10, relief=None, side_effects="")
    first, second = asked(treatments=(treatment(now), bath), uses=(unrated,)).tried
    assert (first.uses, first.relief) == ("1×", "not rated")
    assert (second.what, second.uses, second.relief, second.noted) == ("Bath", "–", "no use logged", "")


@pytest.mark.parametrize(
    ("what", "when"),
    [
        ({"start": date(2025, 3, 1)}, "since Mar 2025"),
        ({"stop": date(2026, 10, 2)}, "3 Sep to 2 Oct"),
        ({"stop": date(2027, 1, 2)}, "since 3 Sep"),
        ({"stop": date(2026, 9, 3)}, "3 Sep"),
        ({"pauses": (Period(date(2026, 11, 20), date(2026, 11, 30)),)}, "since 3 Sep, paused"),
    ],
)
def test_when_is_as_short_as_it_can_be(what: dict[str, object], when: str, now: datetime):
    assert asked(treatments=(treatment(now, **what),)).tried[0].when == when


def test_more_than_five_treatments_leave_a_line_that_counts_the_others(now: datetime):
    five = tuple(treatment(now, 2 + n, name=f"T{n}") for n in range(5))
    assert (len(asked(treatments=five).tried), asked(treatments=five).tried_more) == (5, "")
    many = tuple(treatment(now, 2 + n, name=f"T{n:02}") for n in range(25))
    found = asked(treatments=many)
    assert (len(found.tried), found.tried_more, found.dense) == (4, "and 21 more treatments", True)


def test_what_else_was_recorded_is_counted_by_days(check_in: Make):
    told = [
        check_in(0, about=About(sleep=7, thinking=4, mood=3, stiffness_minutes=45, effort=Effort("Stairs", 12))),
        check_in(1, about=About(sleep=4, stiffness_minutes=30, flare=True, fever=True, rash=False)),
        check_in(
            2, {"front-left-knee": RegionPain(4, swollen=True)}, about=About(effort=Effort("Walk", 24), flare=False)
        ),
    ]
    assert asked(told).also == (
        "Worse after effort on 2 days, median 18 hours later.",
        "Morning stiffness: 37.5 min (2 days).",
        "Woke unrefreshed: 5.5 (2 days).",
        "Trouble thinking: 4 (1 day).",
        "Low mood: 3 (1 day).",
        "In a flare on 1 day.",
        "Swelling on 1 day.",
        "Fever on 1 day.",
    )


def test_morning_stiffness_is_told_of_both_halves_where_each_has_enough_days(check_in: Make):
    later = [check_in(n, about=About(stiffness_minutes=40 + n)) for n in range(5)]
    earlier = [check_in(60 + n, about=About(stiffness_minutes=120)) for n in range(5)]
    assert asked(earlier + later).also == ("Morning stiffness: 82 min (10 days; earlier half 120, later 42).",)
    assert asked(earlier[1:] + later).also == ("Morning stiffness: 44 min (9 days).",)


def test_triggers_and_senses_are_counted_the_most_frequent_first(check_in: Make):
    light, calm = {Sense.LIGHT: Severity.MILD, Sense.SMELL: Severity.NONE}, {Sense.SMELL: Severity.NONE}
    told = [
        check_in(0, about=About(triggers=frozenset({"poor_sleep", "stress", "a", "b", "c"}), sensitivity=light)),
        check_in(1, about=About(triggers=frozenset({"stress"}), sensitivity=calm)),
    ]
    assert asked(told).also == (
        "Triggers chosen: stress on 2 days, a 1, b 1, c 1, and 1 other.",
        "Sensitive to light on 1 day.",
    )


def test_an_effort_without_hours_is_only_counted(check_in: Make):
    assert asked([check_in(0, about=About(effort=Effort("Stairs")))]).also == ("Worse after effort on 1 day.",)


def test_qualities_in_a_line_count_those_that_have_no_room(check_in: Make):
    told = [check_in(0, {"front-left-knee": RegionPain(4, frozenset(list(Quality)[:8]))})]
    assert asked(told).qualities[0] == "aching 1"
    assert asked(told).qualities[-1] == "and 2 others"
    assert len(asked(told).qualities) == 7


def test_those_who_cannot_see_the_timeline_are_told_its_marks(now: datetime):
    events = (an_event(now), an_event(now, 7, end=None, label="Busy day"), *(an_event(now, 10 + n) for n in range(8)))
    kept = Contents(treatments=(treatment(now), treatment(now, 3, name="Bath")), uses=(a_use(now, 9),), events=events)
    said = marks_sentence(findings([], PERIOD, kept))
    assert said.startswith(" Events: Flu 13 Nov to 14 Nov; Busy day 13 Nov; ")
    assert said.endswith("; and 2 more. Treatments: Ibuprofen since 3 Sep, 1 use; Bath since 3 Sep, no use logged.")
    many = Contents(treatments=tuple(treatment(now, 2 + n, name=f"T{n}") for n in range(6)))
    assert marks_sentence(findings([], PERIOD, many)).endswith("; and 2 more treatments.")


def test_uses_of_other_treatments_are_not_counted(now: datetime):
    kept = {"treatments": (treatment(now),), "uses": (a_use(now, 9, treatment_id=number(77)),)}
    assert asked(**kept).tried[0].uses == "–"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("a\n b\t", "a b"), ("38 °C → bed", "38 °C → bed"), ("bad 😭☹️ day", "bad day"), ("旅 Ж", "旅 Ж"), ("1️⃣", "1")],
)
def test_what_was_typed_is_one_line_without_pictures(typed: str, shown: str):
    assert one_line(typed) == shown
