"""The table of regions: 74 places, each with names that tell it from every other."""

import csv
from collections import Counter

from painmap.domain.regions import Side, View, regions
from painmap.paths import shipped


def test_there_are_39_regions_in_front_and_35_at_the_back() -> None:
    assert Counter(region.view for region in regions().values()) == {View.FRONT: 39, View.BACK: 35}


def test_regions_keep_the_order_of_the_table() -> None:
    with shipped("regions.csv").open(encoding="utf-8", newline="") as file:
        assert list(regions()) == [row["id"] for row in csv.DictReader(file)]


def test_an_id_is_made_of_view_side_and_part() -> None:
    for region in regions().values():
        side = [] if region.side is Side.MIDLINE else [region.side]
        assert region.id == "-".join([region.view, *side, region.part])


def test_every_left_region_has_its_right_one_that_counts_alike() -> None:
    for region in regions().values():
        if region.side is Side.LEFT:
            other = regions()[region.id.replace("-left-", "-right-")]
            assert other.side is Side.RIGHT
            assert other.body_region == region.body_region.replace("left", "right")
            assert other.wpi_area == region.wpi_area.replace("left", "right")


def test_no_two_regions_share_a_name() -> None:
    for name in ("label", "clinical_label", "short", "spoken"):
        names = Counter(getattr(region, name) for region in regions().values())
        assert [n for n, count in names.items() if count > 1] == [], name


def test_the_counts_of_the_criteria_use_19_areas_and_five_regions() -> None:
    assert len({region.wpi_area for region in regions().values()} - {""}) == 19
    assert len({region.body_region for region in regions().values()} - {""}) == 5


def test_a_name_for_a_table_starts_with_the_place() -> None:
    assert regions()["back-left-lower-back"].short == "Lower back, left"
    assert regions()["back-sacrum"].short == "Base of spine"
    assert regions()["front-forehead"].short == "Forehead"
    assert regions()["front-right-thigh"].short == "Thigh (front), right"


def test_a_name_in_a_sentence_starts_with_the_side() -> None:
    assert regions()["back-left-lower-back"].spoken == "left lower back"
    assert regions()["back-sacrum"].spoken == "base of spine"


def test_each_view_has_the_other_behind_it() -> None:
    assert View.FRONT.other is View.BACK
    assert View.BACK.other is View.FRONT
