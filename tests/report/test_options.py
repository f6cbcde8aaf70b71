"""The options of a report as one value."""

from datetime import date

import pytest

from painmap.domain.period import Period
from painmap.report.options import Naming, Options, Section, initials

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
