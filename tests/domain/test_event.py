"""Events and appointments."""

from datetime import date, timedelta

import pytest
from kept_things import an_appointment, an_event

from painmap.domain.event import EventKind, next_appointment


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"kind": EventKind.OWN, "label": " "}, "needs a name"),
        ({"label": "x" * 121}, "the name is longer"),
        ({"note": "x" * 4001}, "the note is longer"),
        ({"end": date(2026, 11, 12)}, "is before the start"),
    ],
)
def test_an_event_that_can_not_be_is_refused(what, sentence, now):
    with pytest.raises(ValueError, match=sentence):
        an_event(now, **what)


def test_an_event_is_called_by_its_label_or_its_kind(now):
    assert an_event(now).name == "Flu"
    assert an_event(now, kind=EventKind.BUSY_DAY, label="", end=None).name == "Busy day"
    assert an_event(now).day == an_event(now).start


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"with_whom": "x" * 121}, "whom the appointment is with is longer"),
        ({"questions": ("Why?",) * 51}, "at most 50"),
        ({"questions": ("Why?", " ")}, "words in it"),
        ({"questions": ("x" * 501,)}, "a question is longer"),
    ],
)
def test_an_appointment_that_can_not_be_is_refused(what, sentence, now):
    with pytest.raises(ValueError, match=sentence):
        an_appointment(now, **what)


def test_the_next_appointment_is_the_first_from_today_on(now):
    today = now.date()
    past, this, later = (an_appointment(now, n, day=today + timedelta(n - 1)) for n in range(3))
    assert next_appointment([later, past, this], today) == this
    assert next_appointment([past], today) is None
