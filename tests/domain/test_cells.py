"""Cells for other programs: nothing in them runs, and every one can be read back as it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from painmap.domain.cells import as_it_was, harmless

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@given(st.text() | st.text("=+-@\t\r\n' 1a＝", max_size=6))
@example("'")
@example("'=1+1")
@example("''")
def test_every_cell_can_be_read_back_as_it_was(cell: str) -> None:
    assert as_it_was(harmless(cell)) == cell


@given(st.text("=+-@\t\r\n' 1a＝＋－＠\N{NO-BREAK SPACE}", max_size=6))
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    written = harmless(cell)
    plain_number = cell.strip(" \t\r\n+-").isdigit() and written == cell
    assert plain_number or not written.lstrip().startswith(STARTS)


@pytest.mark.parametrize("cell", ["-2", "+1.5", "−3", "2,390", "Left knee", "", "2026-03-15", "a=b"])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


def test_an_apostrophe_of_the_patients_own_is_doubled() -> None:
    assert harmless("'tis") == "''tis"
    assert as_it_was("''tis") == "'tis"
