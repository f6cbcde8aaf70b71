"""The 74 regions of the body map: their names, sides and what they count as."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from painmap.paths import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping


class View(StrEnum):
    """The side of the body that is looked at."""

    FRONT = "front"
    BACK = "back"

    @property
    def other(self) -> "View":
        """The opposite view."""
        return View.BACK if self is View.FRONT else View.FRONT


class Side(StrEnum):
    """The patient's own left and right, in both views."""

    LEFT = "left"
    RIGHT = "right"
    MIDLINE = "midline"


@dataclass(frozen=True)
class Region:
    """One place on the map. Empty strings where a count does not use the region.

    `body_region` is one of the five regions of the 2016 fibromyalgia criteria
    (Wolfe, Semin Arthritis Rheum 2016;46:319-329); `wpi_area` one of the 19 areas of the
    Widespread Pain Index by the strict mapping, which leaves out elbows, hands, knees and feet.
    `snomed_relation` says how near the SNOMED CT code comes; the side or view may be missing from it.
    """

    id: str
    view: View
    side: Side
    part: str
    label: str
    clinical_label: str
    wpi_area: str
    wpi_area_inclusive: str
    body_region: str
    aapt_site: str
    icd11_region: str
    waist: str
    axial: bool
    snomed_code: str
    snomed_display: str
    snomed_relation: str

    @property
    def short(self) -> str:
        """The name for a table, the place first: 'Lower back, left'."""
        name = _SHORT.get((self.view, self.part)) or self.part.replace("-", " ").capitalize()
        return name if self.side is Side.MIDLINE else f"{name}, {self.side}"

    @property
    def spoken(self) -> str:
        """The name inside a sentence: 'left lower back'."""
        name, _, side = self.short.rpartition(", ")
        return f"{side} {name.lower()}" if name else side.lower()


_BOTH_VIEWS = ("elbow", "forearm", "wrist", "thigh", "upper-arm")
_SHORT = {
    (View.FRONT, "shoulder"): "Shoulder",
    (View.BACK, "shoulder"): "Shoulder blade",
    (View.FRONT, "neck"): "Front of neck",
    (View.BACK, "neck"): "Back of neck",
    (View.FRONT, "hand"): "Palm and fingers",
    (View.BACK, "hand"): "Back of hand",
    (View.FRONT, "foot"): "Top of foot",
    (View.BACK, "foot"): "Sole of foot",
    (View.FRONT, "knee"): "Knee",
    (View.BACK, "knee"): "Back of knee",
    (View.FRONT, "upper-abdomen"): "Upper belly",
    (View.FRONT, "lower-abdomen"): "Lower belly",
    (View.BACK, "mid-back"): "Middle back",
    (View.BACK, "head"): "Back of head",
    (View.BACK, "sacrum"): "Base of spine",
    **{(view, part): f"{part.replace('-', ' ').capitalize()} ({view})" for view in View for part in _BOTH_VIEWS},
}


@cache
def regions() -> "Mapping[str, Region]":
    """Every region by its id, in body order: front from head to foot, then back."""
    with shipped("regions.csv").open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["id"]: _region(row) for row in csv.DictReader(file)})


def _region(row: dict[str, str]) -> Region:
    return Region(
        id=row["id"],
        view=View(row["view"]),
        side=Side(row["side"]),
        part=row["part"],
        label=row["label"],
        clinical_label=row["clinical_label"],
        wpi_area=row["wpi_area"],
        wpi_area_inclusive=row["wpi_area_inclusive"],
        body_region=row["acr2016_region"],
        aapt_site=row["aapt_site"],
        icd11_region=row["icd11_region"],
        waist=row["waist"],
        axial=row["axial"] == "yes",
        snomed_code=row["snomed_code"],
        snomed_display=row["snomed_display"],
        snomed_relation=row["snomed_relation"],
    )
