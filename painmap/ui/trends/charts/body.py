"""The bodies as a card of Trends: what is known of each region, or the halves of the period and the change."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from painmap.charts.look import Look
from painmap.charts.map_words import (
    HALVES_NOTE,
    halves_sentence,
    halves_table,
    heat_sentence,
    heat_table,
    region_halves,
    region_heat,
)
from painmap.charts.words import logged
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, Place, by_burden, comparable, halves, mapped, places
from painmap.domain.words import counted
from painmap.ui.trends.material import Material
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.maps import Value
    from painmap.charts.pointing import Pointing


class BodyValue(Enum):
    """What the bodies show."""

    STRENGTH = "median"
    DAYS = "days"
    WORST = "worst"
    HALVES = "halves"


_ONE_MAP, _THREE_MAPS = 250.0, 196.0
"""Points at 10.5 pt text: one map with figures that can be read, and three side by side."""
_TEXT = 10.5
_CAPTIONS = {
    BodyValue.STRENGTH: "Body: median intensity on the days it hurt",
    BodyValue.DAYS: "Body: days on which it hurt",
    BodyValue.WORST: "Body: worst intensity",
    BodyValue.HALVES: "Body: earlier and later half, and the change",
}
_VALUES: "Mapping[BodyValue, Value]" = {
    BodyValue.STRENGTH: "median",
    BodyValue.DAYS: "days",
    BodyValue.WORST: "worst",
}

Days = Sequence[DaySummary]
Tell = Callable[[Hashable], str]


def body(material: Material, value: BodyValue) -> Shown:
    """Front and back with what is known of each region, or the two halves of the period and the change."""
    days, period = material.days, material.period
    in_halves = value is BodyValue.HALVES

    def draw(figure: "Figure", chosen: Look) -> "Pointing | None":
        from painmap.charts.heat import draw_body_heat, draw_halves

        if in_halves:
            return draw_halves(figure, days, period, chosen)
        return draw_body_heat(figure, days, period, chosen, _VALUES[value])

    can_point = comparable(days, period) if in_halves else mapped(days) > 0
    note = HALVES_NOTE if in_halves and can_point else ""
    tell = _halves_told(material) if in_halves else _heat_told(material)
    return Shown(
        key=f"body-{value.value}",
        title="Body",
        period=period,
        logged=logged(days, period),
        basis=(days,),
        draw=draw,
        height=_height_of_halves if in_halves else _height_of_one,
        say=lambda: (halves_sentence if in_halves else heat_sentence)(days, period),
        table=lambda: (halves_table if in_halves else heat_table)(days, period),
        lead=_most_often(days),
        note=note,
        caption=_CAPTIONS[value],
        paper_note=note,
        tell=tell if can_point else None,
        opens=False,
    )


def _height_of_one(chosen: Look, width: float) -> float:
    return _ONE_MAP * chosen.text / _TEXT


def _height_of_halves(chosen: Look, width: float) -> float:
    """In files three maps are as large as the width allows."""
    if not chosen.on_paper:
        return _THREE_MAPS * chosen.text / _TEXT
    from painmap.charts.heat import halves_height

    return halves_height(chosen, width)


def _heat_told(material: Material) -> Tell:
    """Says what is known of a region; worked out when the first one is pointed at."""

    @cache
    def known() -> tuple[Mapping[str, Place], int]:
        return places(material.days), mapped(material.days)

    return lambda key: region_heat(_region(key), *known())


def _halves_told(material: Material) -> Tell:
    """The same for the halves."""

    @cache
    def known() -> tuple[Mapping[str, Place], Mapping[str, Place], int, int]:
        earlier, later = halves(material.days, material.period)
        return places(earlier), places(later), mapped(earlier), mapped(later)

    return lambda key: region_halves(_region(key), *known())


def _region(key: Hashable) -> str:
    """The region's id; the rest of the key says in which of several maps it is pointed at."""
    assert isinstance(key, tuple)
    _, name = key
    assert isinstance(name, str)
    return name


def _most_often(days: Days) -> str:
    """'19 regions, most pain: left lower back'."""
    found: Mapping[str, Place] = places(days)
    if not found:
        return "no region hurt" if mapped(days) else "no map"
    return f"{counted(len(found), 'region')}, most pain: {regions()[by_burden(found)[0]].spoken}"
