"""What can be said about a day besides pain and fatigue, and what its summary makes of it."""

from datetime import timedelta

import pytest

from painmap.domain.about import NOTHING_MORE, About, Effort, Sense, Severity, Trigger
from painmap.domain.more import NOTHING_MORE_SAID, Rating
from painmap.domain.summary import summarise


def test_untouched_means_empty(check_in):
    assert About().empty
    assert check_in().about is NOTHING_MORE
    assert check_in().empty


@pytest.mark.parametrize(
    "said",
    [
        {"sleep": 0},
        {"thinking": 0},
        {"mood": 0},
        {"stiffness_minutes": 0},
        {"sensitivity": {Sense.LIGHT: Severity.NONE}},
        {"effort": Effort(severity=0)},
        {"flare": False},
        {"triggers": frozenset({"stress"})},
        {"rash": False},
        {"fever": False},
    ],
)
def test_any_answer_makes_a_check_in_that_is_not_empty(said, check_in, now):
    told = check_in().told(now, **said)
    assert not told.empty
    assert told.told(now, **{name: getattr(NOTHING_MORE, name) for name in said}).empty


def test_a_mark_on_the_note_or_the_hand_alone_says_nothing(check_in, now):
    assert check_in().told(now, private_note=True, by_someone_else=True).empty


@pytest.mark.parametrize(
    "said",
    [
        {"sleep": 11},
        {"thinking": -1},
        {"mood": 11},
        {"stiffness_minutes": 1441},
        {"triggers": frozenset({"x" * 41})},
        {"triggers": frozenset({""})},
        {"triggers": frozenset({" rain"})},
        {"triggers": frozenset(f"tag {n}" for n in range(41))},
        {"sensitivity": {Sense.LIGHT: "dreadful"}},
    ],
)
def test_what_is_off_its_scale_is_refused(said):
    with pytest.raises(ValueError, match=r"\w"):
        About(**said)


@pytest.mark.parametrize(
    "said", [{}, {"what": "x" * 201}, {"severity": 5}, {"delay_hours": -1}, {"duration_hours": 2161}]
)
def test_an_effort_says_something_and_stays_on_its_scales(said):
    with pytest.raises(ValueError, match=r"effort|hours"):
        Effort(**said)


def test_senses_stand_in_their_order_and_own_tags_by_the_alphabet():
    about = About(
        sensitivity={Sense.SMELL: Severity.MILD, Sense.LIGHT: Severity.SEVERE},
        triggers=frozenset({"rain", Trigger.STRESS, "a draught"}),
    )
    assert list(about.sensitivity) == [Sense.LIGHT, Sense.SMELL]
    assert about.own_tags == ("a draught", "rain")
    assert hash(about) == hash(About(triggers=about.triggers))


def test_the_summary_of_a_day_takes_all_check_ins_together(check_in, now):
    morning = check_in(0, overall_pain=3).told(
        now,
        sleep=4,
        thinking=2,
        stiffness_minutes=60,
        flare=False,
        rash=False,
        sensitivity={Sense.LIGHT: Severity.SEVERE, Sense.SOUND: Severity.MILD},
        triggers=frozenset({"stress"}),
        effort=Effort("Shopping"),
    )
    evening = check_in(0, recorded_at=now + timedelta(hours=3)).told(
        now + timedelta(hours=3),
        sleep=7,
        mood=1,
        stiffness_minutes=20,
        flare=True,
        sensitivity={Sense.LIGHT: Severity.MILD, Sense.SOUND: Severity.MODERATE},
        triggers=frozenset({"rain"}),
        effort=Effort(severity=2),
        by_someone_else=True,
    )
    (day,) = summarise([morning, evening])
    more = day.more
    assert (more.sleep, more.thinking, more.mood) == (Rating(5.5, 7), Rating(2, 2), Rating(1, 1))
    assert more.stiffness_minutes == 60
    assert more.sensitivity == {Sense.LIGHT: Severity.SEVERE, Sense.SOUND: Severity.MODERATE}
    assert (more.flare, more.rash, more.fever) == (True, False, None)
    assert more.triggers == {"stress", "rain"}
    assert (len(more.efforts), more.after_effort) == (2, 2)
    assert more.by_someone_else


def test_a_day_on_which_nothing_more_was_said_has_an_empty_summary(check_in):
    (day,) = summarise([check_in(0, overall_pain=3)])
    assert day.more is NOTHING_MORE_SAID
    assert day.more.after_effort is None
