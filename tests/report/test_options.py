"""The options of a report as one value."""

from datetime import date, datetime

import pytest
from kept_things import an_appointment

from painmap.domain.period import Period
from painmap.report.options import NEXT, NO_APPOINTMENT, Naming, Options, Section, appointment_for, initials

PERIOD = Period.last(7, date(2026, 11, 22))


def test_sections_follow_in_the_order_of_the_pages_and_notes_go_in_with_theirs():
    options = Options(PERIOD, sections=frozenset({Section.METHOD, Section.NOTES, Section.RHYTHM}))
    assert options.in_order == (Section.RHYTHM, Section.NOTES, Section.METHOD)
    assert options.notes
    assert not Options(PERIOD).notes


@pytest.mark.parametrize(
    ("naming", "printed"), [(Naming.NAME, "Anna Meyer"), (Naming.INITIALS, "A. M."), (Naming.NOBODY, "")]
)
def test_the_name_is_printed_as_chosen(naming: Naming, printed: str):
    assert Options(PERIOD, name=" Anna  Meyer ", naming=naming).printed_name == printed


@pytest.mark.parametrize(("name", "short"), [("", ""), ("  Anna   meyer ", "A. M."), ("Li", "L.")])
def test_initials_are_the_first_letters(name: str, short: str):
    assert initials(name) == short


def test_a_language_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="in en, not in de"):
        Options(PERIOD, language="de")


def test_the_appointment_is_the_next_one_a_chosen_one_or_none(now: datetime):
    past, ahead = an_appointment(now, 7, day=date(2026, 1, 2)), an_appointment(now)
    kept, today = (past, ahead), now.date()
    assert appointment_for(kept, NEXT, today) == ahead
    assert appointment_for(kept, past.id, today) == past
    assert appointment_for(kept, NO_APPOINTMENT, today) is None
    assert appointment_for((ahead,), past.id, today) is None
