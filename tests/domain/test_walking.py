"""Arrow keys reach every region, and typing finds one by its name."""

import pytest

from painmap.domain.body import body
from painmap.domain.regions import Side, View, regions
from painmap.domain.walking import FIRST, Direction, named, neighbour, opposite


def reached_from(start: str) -> set[str]:
    """Every region that arrow keys can come to."""
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for direction in Direction:
            there = neighbour(here, direction)
            if there and there not in found:
                found.add(there)
                waiting.append(there)
    return found


@pytest.mark.parametrize("view", View)
def test_arrow_keys_reach_every_region_of_a_view_and_stay_in_it(view: View) -> None:
    here = {region.id for region in regions().values() if region.view is view}
    for start in here:
        assert reached_from(start) == here, start


def test_the_first_region_is_one() -> None:
    assert FIRST in regions()


@pytest.mark.parametrize("direction", Direction)
def test_an_arrow_never_leads_the_other_way(direction: Direction) -> None:
    for name in regions():
        there = neighbour(name, direction)
        if there is not None:
            (x0, y0), (x1, y1) = body().shapes[name].anchor, body().shapes[there].anchor
            assert (x1 - x0) * direction.value[0] + (y1 - y0) * direction.value[1] > 0, name


def test_arrows_lead_to_the_place_that_touches() -> None:
    assert neighbour("front-left-thigh", Direction.DOWN) == "front-left-knee"
    assert neighbour("front-left-knee", Direction.UP) == "front-left-thigh"
    assert neighbour("front-right-chest", Direction.RIGHT) == "front-left-chest"
    assert neighbour("back-left-lower-back", Direction.DOWN) == "back-left-buttock"


def test_across_a_shared_midline_an_arrow_leads_to_the_same_place() -> None:
    for part in ("head", "neck", "upper-back", "mid-back", "lower-back", "buttock"):
        assert neighbour(f"back-left-{part}", Direction.RIGHT) == f"back-right-{part}"
        assert neighbour(f"back-right-{part}", Direction.LEFT) == f"back-left-{part}"
    for part in ("face", "jaw", "neck", "chest", "upper-abdomen", "lower-abdomen", "groin"):
        assert neighbour(f"front-left-{part}", Direction.LEFT) == f"front-right-{part}"
        assert neighbour(f"front-right-{part}", Direction.RIGHT) == f"front-left-{part}"


def test_at_the_edge_of_the_body_an_arrow_leads_nowhere() -> None:
    assert neighbour("front-forehead", Direction.UP) is None
    assert neighbour("front-left-foot", Direction.DOWN) is None
    assert neighbour("front-left-hand", Direction.RIGHT) is None


def test_the_same_place_on_the_other_side_of_the_body_is_found_and_leads_back() -> None:
    for region in regions().values():
        parts = [r for r in regions().values() if r.view is region.view.other and r.part == region.part]
        if any(r.side is region.side for r in parts):
            there = regions()[opposite(region.id)]
            assert (there.view, there.part, there.side) == (region.view.other, region.part, region.side)
            assert opposite(there.id) == region.id


@pytest.mark.parametrize("name", regions())
def test_the_other_side_of_the_body_keeps_the_patients_left_and_right(name: str) -> None:
    here, there = regions()[name], regions()[opposite(name)]
    assert there.view is here.view.other
    if here.side is not Side.MIDLINE:
        assert there.side in (here.side, Side.MIDLINE)


def test_a_place_without_a_counterpart_goes_to_the_nearest() -> None:
    assert opposite("front-left-chest") in ("back-left-upper-back", "back-left-mid-back", "back-left-shoulder")
    assert opposite("front-left-shin") == "back-left-calf"
    assert opposite("front-left-face") == "back-left-head"
    assert regions()[opposite("front-forehead")].part == "head"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("left kn", "front-left-knee"),
        ("LEFT KNEE", "front-left-knee"),
        ("right sho", "front-right-shoulder"),
        ("fore", "front-forehead"),
        ("kn", "front-left-knee"),
        ("kn left", "front-left-knee"),
        ("left knee (fr", "front-left-knee"),
    ],
)
def test_typing_the_beginnings_of_words_finds_a_region(typed: str, name: str) -> None:
    assert named(typed) == name


@pytest.mark.parametrize("name", regions())
def test_typing_a_whole_name_finds_its_region(name: str) -> None:
    assert named(regions()[name].label) == name


@pytest.mark.parametrize("typed", ["", "   ", "wing", "left wing", "left knee of the table"])
def test_typing_what_is_no_name_finds_nothing(typed: str) -> None:
    assert named(typed) is None
