"""The figures of a day in words: what was counted, what lacks, and the published threshold beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from painmap.domain.regions import regions
from painmap.domain.review import PEG, SSS, WeeklyReview
from painmap.domain.widespread import DISTRIBUTION, Counts
from painmap.domain.words import day_text, number
from painmap.ui.review.items import ITEMS, LEVELS, Scale, answer_of

NO_DATA = "No data"
INCOMPLETE = "Incomplete"
NAMES = {
    "wpi": "Widespread Pain Index (WPI)",
    "wpi_inclusive": "WPI, inclusive count",
    "sss": "Symptom severity (SSS)",
    "psd": "Polysymptomatic distress (PSD)",
    "acr2016_regions": "Five regions, 2016",
    "aapt_sites": "Nine sites, AAPT",
    "acr1990_widespread": "Distribution, ACR 1990",
    "icd11_regions": "Body regions, ICD-11",
    "peg": "Pain and what it kept from (PEG)",
}
"""What the figures are called, in the order in which they stand."""
HOW = {
    "wpi": "The areas, of 19, that hurt on any of the seven days. Elbows, hands, knees and feet are not among them.",
    "wpi_inclusive": "As the WPI, but elbow, wrist and hand count as lower arm; knee, ankle and foot as lower leg. "
    "The published index leaves them out, so no other figure uses this one.",
    "sss": "Six answers of the weekly review: three of 0 to 3, and one point for each of three that was yes.",
    "psd": "WPI and SSS added up, 0 to 31.",
    "acr2016_regions": "Which of the four quarters and the spine hurt. Jaw, chest and belly are not counted.",
    "aapt_sites": "Head, arms, chest, belly, upper back, lower back with buttocks, legs: the sites that hurt.",
    "acr1990_widespread": "Left and right come from regions off the spine only.",
    "icd11_regions": "The four quarters of the body, and the trunk with neck, back, chest and belly.",
    "peg": "The mean of the three answers from 0 to 10 of the weekly review (Krebs, J Gen Intern Med 2009;24:733-738).",
}
"""How each is counted here, in one or two sentences."""
_BODY_REGIONS = {
    "left-upper": "left upper",
    "right-upper": "right upper",
    "left-lower": "left lower",
    "right-lower": "right lower",
    "axial": "spine",
}
_PARTS = {
    "left": "the left side",
    "right": "the right side",
    "above": "above the waist",
    "below": "below the waist",
    "axis": "along the axis of the body",
}


@dataclass(frozen=True)
class Figure:
    """One figure: its value, and what it is made of or what lacks."""

    key: str
    value: str
    lines: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called."""
        return NAMES[self.key]


def figures_of(
    counts: Counts, review: WeeklyReview | None, parts: Sequence[str] | None, *, year: bool = False
) -> tuple[Figure, ...]:
    """All figures of a day; `review` is the one that counts for it, `parts` what hurt of the 1990 distribution."""
    lacks = _no_map(counts)
    return (
        lacks("wpi") or Figure("wpi", f"{counts.wpi} of 19", _areas(counts.wpi_areas or ())),
        lacks("wpi_inclusive") or Figure("wpi_inclusive", f"{counts.wpi_inclusive} of 19", (HOW["wpi_inclusive"],)),
        _sss(counts, review, year=year),
        _psd(counts, review),
        lacks("acr2016_regions") or _five(counts),
        lacks("aapt_sites") or Figure("aapt_sites", f"{counts.aapt_sites} of 9"),
        lacks("acr1990_widespread") or _recorded(parts or ()),
        lacks("icd11_regions") or Figure("icd11_regions", f"{counts.icd11_regions} of 5"),
        _peg(review, year=year),
    )


def area_name(area: str) -> str:
    """An area of the WPI in words: 'left shoulder girdle'."""
    place, _, side = area.rpartition("-")
    return f"{side} {place.replace('-', ' ')}" if side in ("left", "right") else area.replace("-", " ")


def _areas(painful: Sequence[str]) -> tuple[str, ...]:
    """All 19 by name: those that hurt, and the others."""
    known = dict.fromkeys(region.wpi_area for region in regions().values() if region.wpi_area)
    rest = [area for area in known if area not in painful]
    told = (("Hurt", painful), ("No pain said", rest))
    return tuple(f"{word}: {', '.join(map(area_name, names))}." for word, names in told if names)


def _no_map(counts: Counts) -> "_Lacks":
    if "check_ins" in counts.missing:
        return _Lacks(NO_DATA, "No entry in these seven days.")
    return _Lacks(INCOMPLETE, "No map in these seven days." if "regions" in counts.missing else "")


@dataclass(frozen=True)
class _Lacks:
    """Stands for a figure where its window has no map; None where it has one."""

    value: str
    line: str

    def __call__(self, key: str) -> Figure | None:
        return Figure(key, self.value, (self.line,)) if self.line else None


def _sss(counts: Counts, review: WeeklyReview | None, *, year: bool) -> Figure:
    if review is None:
        return Figure("sss", INCOMPLETE, (NO_REVIEW,))
    told = (_from(review, year=year),)
    if counts.sss is None:
        return Figure("sss", INCOMPLETE, (_not_answered(review.sss.missing), *told))
    given = (f"{item.short} {_said(review, item.key)}" for item in ITEMS if item.key in _names(SSS))
    return Figure("sss", f"{counts.sss} of 12", (_sentence(", ".join(given)), *told))


NO_REVIEW = "No weekly review counts for this day."


def _psd(counts: Counts, review: WeeklyReview | None) -> Figure:
    if counts.psd is not None:
        line = f"WPI {counts.wpi} and SSS {counts.sss}. On the published scale: {counts.psd_category}."
        return Figure("psd", f"{counts.psd} of 31", (line,))
    lines = [line for line in [_no_map(counts).line] if line]
    if counts.sss is None:
        lines.append(NO_REVIEW if review is None else _not_answered(review.sss.missing))
    return Figure("psd", NO_DATA if "check_ins" in counts.missing else INCOMPLETE, tuple(lines))


def _five(counts: Counts) -> Figure:
    names = ", ".join(_BODY_REGIONS[name] for name in counts.acr2016_region_names or ())
    return Figure("acr2016_regions", f"{counts.acr2016_regions} of 5", (f"Hurt: {names}.",) if names else ())


def _recorded(parts: Sequence[str]) -> Figure:
    """What was recorded and what was not, part by part."""
    hurt = ", ".join(_PARTS[part] for part in parts)
    rest = ", ".join(_PARTS[part] for part in DISTRIBUTION if part not in parts)
    lines = (f"Pain recorded: {hurt}." if hurt else "", f"Not recorded: {rest}." if rest else "")
    return Figure("acr1990_widespread", f"{len(parts)} of 5 parts", tuple(filter(None, lines)))


def _peg(review: WeeklyReview | None, *, year: bool) -> Figure:
    if review is None:
        return Figure("peg", INCOMPLETE, (NO_REVIEW,))
    told = (_from(review, year=year),)
    if review.peg.mean is None:
        return Figure("peg", INCOMPLETE, (_not_answered(review.peg.missing), *told))
    given = (f"{item.short} {_said(review, item.key)}" for item in ITEMS if item.key in _names(PEG))
    return Figure("peg", f"{number(review.peg.mean)} of 10", (_sentence(", ".join(given)), *told))


def _said(review: WeeklyReview, key: str) -> str:
    answer = answer_of(review, key)
    item = next(item for item in ITEMS if item.key == key)
    if item.scale is Scale.YES_NO:
        return "yes" if answer else "no"
    level = f" ({LEVELS[int(answer or 0)].name.lower()})" if item.scale is Scale.LEVEL else ""
    return f"{answer}{level}"


def _names(of: type[SSS] | type[PEG]) -> frozenset[str]:
    return frozenset(item.name for item in fields(of))


def _not_answered(missing: Sequence[str]) -> str:
    return f"Not answered: {', '.join(item.short for item in ITEMS if item.key in missing)}."


def _from(review: WeeklyReview, *, year: bool) -> str:
    return f"From the weekly review to {day_text(review.week_ending, year=year)}."


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
