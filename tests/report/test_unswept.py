"""Python looks for no rubbish while something large is made, and does so again afterwards."""

import gc

import pytest

from painmap.report.unswept import unswept


@unswept
def made(given: object) -> bool:
    if given is None:
        raise ValueError("nothing")
    return gc.isenabled()


def test_nothing_is_swept_meanwhile_and_all_is_afterwards():
    assert gc.isenabled()
    assert made(1) is False
    assert gc.isenabled()


def test_it_is_swept_again_after_an_error():
    with pytest.raises(ValueError, match="nothing"):
        made(None)
    assert gc.isenabled()


def test_where_sweeping_is_off_it_stays_off():
    gc.disable()
    try:
        assert made(1) is False
        assert not gc.isenabled()
    finally:
        gc.enable()
