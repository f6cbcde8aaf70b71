"""Published thresholds with their sources, to stand beside a figure; whether one is reached is never said."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Threshold:
    """What was published, in words, and where."""

    text: str
    source: str


_2011 = "Wolfe, J Rheumatol 2011;38:1113-1122"
_2016 = "Wolfe, Semin Arthritis Rheum 2016;46:319-329"
_2015 = "Wolfe, J Rheumatol 2015;42:1494"
_2019 = "Wolfe 2019, revised chronic widespread pain criteria"
_1990 = "Wolfe, Arthritis Rheum 1990;33:160-172"
_AAPT = "Arnold, J Pain 2019;20:611-628"
_ICD11 = "Nicholas, Pain 2019;160:28-37 (MG30.01)"
_FARRAR = "Farrar, Pain 2001;94:149-158"
_DWORKIN = "Dworkin, J Pain 2008;9:105-121"

_SCORES = (
    Threshold("2016: WPI at least 7 with SSS at least 5, or WPI 4-6 with SSS at least 9", _2016),
    Threshold("2010/2011: WPI at least 7 with SSS at least 5, or WPI 3-6 with SSS at least 9", _2011),
)

THRESHOLDS: Mapping[str, tuple[Threshold, ...]] = MappingProxyType(
    {
        "wpi": _SCORES,
        "sss": _SCORES,
        "psd": (
            Threshold("none 0-3, mild 4-7, moderate 8-11, severe 12-19, very severe 20-31", _2015),
            Threshold("at least 13 told the groups apart best in the 2011 study", _2011),
        ),
        "acr2016_regions": (
            Threshold("pain in at least 4 of the 5 regions", _2016),
            Threshold("pain in 4 or 5 regions and at least 7 of the 15 sites (research)", _2019),
        ),
        "aapt_sites": (Threshold("at least 6 of 9 sites, with a moderate to severe sleep problem or fatigue", _AAPT),),
        "acr1990_widespread": (Threshold("left and right side, above and below the waist, and the axis", _1990),),
        "icd11_regions": (Threshold("at least 4 of 5 body regions; its five include chest and abdomen", _ICD11),),
        "peg": (Threshold("changes of about 1 to 1.75 points mattered to patients", "Reed, J Pain 2024;25:142-152"),),
        "stiffness": (
            Threshold(
                "60 minutes or more is how studies defined it; alone it tells little",
                "van Nies, Arthritis Res Ther 2015;17:108",
            ),
        ),
        "pain_change": (
            Threshold("about 2 points or 30 % lower: clinically important", _FARRAR),
            Threshold("30 % lower: moderate; 50 % lower: substantial", _DWORKIN),
        ),
    }
)
"""By the name of the figure, as `scores` and the comparisons name it."""
