"""What is asked first, by what the patient lives with."""

import pytest

from painmap.domain.families import Family, Topic, asked_first, in_order


def test_without_a_choice_the_usual_questions_come_first():
    assert asked_first([]) == (Topic.SLEEP, Topic.THINKING, Topic.MOOD, Topic.STIFFNESS)


@pytest.mark.parametrize(
    ("family", "first"),
    [
        (Family.FIBROMYALGIA, Topic.SLEEP),
        (Family.MUSCLES_AND_JOINTS, Topic.TRIGGERS),
        (Family.INFLAMMATORY, Topic.STIFFNESS),
        (Family.NERVE, Topic.SENSES),
        (Family.AFTER_A_VIRUS, Topic.EFFORT),
        (Family.SENSITIVITY, Topic.SENSES),
    ],
)
def test_each_family_puts_first_what_a_clinician_looks_for(family, first):
    assert asked_first([family])[0] is first


def test_two_families_take_turns_in_a_fixed_order():
    either = asked_first(["after_a_virus", "inflammatory"])
    assert either[:4] == (Topic.STIFFNESS, Topic.EFFORT, Topic.SIGNS, Topic.THINKING)
    assert either == asked_first(["inflammatory", "after_a_virus"])


@pytest.mark.parametrize("lives_with", [[], *([family] for family in Family), list(Family)])
def test_whatever_comes_first_every_topic_is_asked_once(lives_with):
    assert sorted(in_order(lives_with)) == sorted(Topic)
