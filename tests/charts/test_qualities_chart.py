"""Each quality has its bodies, filled by the days of its regions on one scale, and the same in words."""

from dataclasses import replace
from datetime import timedelta
from time import perf_counter

import pytest
from chart_days import END, invented_days, logged_day
from drawn import crowded, figure_of, has, texts
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from painmap.charts.look import PAPER, Look, look
from painmap.charts.out import EXPORT
from painmap.charts.pointing import Boxes, Way
from painmap.charts.qualities import draw_qualities, qualities_height
from painmap.charts.qualities_words import (
    NO_QUALITY,
    qualities_lead,
    qualities_sentence,
    qualities_table,
    quality_told,
)
from painmap.domain.checkin import Quality
from painmap.domain.felt import Felt, felt
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary

LIGHT = look("light")
LOOKS = (LIGHT, look("dark"), look("contrast"), EXPORT)
KNEE, HAND, NECK = "front-left-knee", "front-right-hand", "back-left-neck"
BURNING, COLD, NUMB = Quality.BURNING, Quality.COLD, Quality.NUMB
Days = tuple[DaySummary, ...]
PERIOD = Period.last(14, END)


def felt_day(back: int, **chosen: set[Quality]) -> DaySummary:
    """A day that many days before the last, with qualities by region."""
    by_region = {{"knee": KNEE, "hand": HAND, "neck": NECK}[name]: frozenset(q) for name, q in chosen.items()}
    day = logged_day(END - timedelta(back), 5, 5, dict.fromkeys(by_region, 5) or {KNEE: 5})
    return replace(day, qualities=by_region)


def some_days() -> Days:
    return (
        felt_day(3, knee={BURNING}, hand={BURNING, COLD}),
        felt_day(2, knee={BURNING}),
        felt_day(1),
        felt_day(0, neck={BURNING}, knee={BURNING}),
    )


def invented(span: int, kinds: int = 12) -> tuple[Days, Period]:
    """Invented days on which up to that many qualities were chosen."""
    days, period = invented_days(span)
    chosen = list(Quality)[:kinds]
    return tuple(
        replace(
            day,
            qualities={
                name: frozenset({chosen[(n + k) % kinds], chosen[n * k % kinds]})
                for k, name in enumerate(day.regions or {})
            },
        )
        for n, day in enumerate(days)
    ), period


def drawn(days: Days, period: Period, of: Look = LIGHT, width: float = 1128) -> tuple[Figure, Boxes | None]:
    figure = figure_of(width, qualities_height(of, days, period, width * 0.75) * 96 / 72)
    return figure, draw_qualities(figure, days, period, of)


def fills(figure: Figure) -> list[list[str]]:
    """The fills of the regions, of one quality after the other."""
    found = [one for one in figure.findobj(PathCollection) if one.get_gid() == "regions"]
    return [[to_hex(colour) for colour in one.get_facecolor()] for one in found]


@pytest.mark.parametrize("kinds", [1, 3, 7, 12])
@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_all_words_have_room(of: Look, kinds: int) -> None:
    assert crowded(drawn(*invented(60, kinds), of)[0]) == []


@pytest.mark.parametrize("width", [580, 780, 1600, 2300])
@pytest.mark.parametrize("kinds", [2, 9, 12])
def test_all_words_have_room_on_every_width_and_with_large_type(width: int, kinds: int) -> None:
    for of in (LIGHT, LIGHT.sized(1.5)):
        assert crowded(drawn(*invented(60, kinds), of, width)[0]) == []


@pytest.mark.parametrize("width", [333, 695])
@pytest.mark.parametrize("span", [14, 3650])
def test_all_words_have_room_on_paper(width: int, span: int) -> None:
    assert crowded(drawn(*invented(span), PAPER, width)[0]) == []


def test_each_quality_has_its_bodies_the_most_frequent_first() -> None:
    figure, where = drawn(some_days(), PERIOD)
    assert where is not None
    assert list(where.boxes) == [BURNING, COLD]
    assert [text for text in texts(figure) if text in ("Burning", "Cold")] == ["Burning", "Cold"]
    assert len(fills(figure)) == 2


def test_regions_are_filled_by_their_days_on_one_scale() -> None:
    figure, _ = drawn(some_days(), PERIOD)
    burning, cold = fills(figure)
    most, few = LIGHT.fill(10).lower(), LIGHT.fill(5).lower()
    assert sorted(burning) == sorted([most, few, few])
    assert cold == [few]


def test_bodies_grow_with_few_qualities_and_their_regions_then_have_figures() -> None:
    assert has(drawn(some_days(), PERIOD)[0], "legend")
    figures = [one for one in drawn(some_days(), PERIOD)[0].findobj(PathCollection) if one.get_gid() == "figures"]
    assert len(figures) == 2
    assert not [one for one in drawn(*invented(60))[0].findobj(PathCollection) if one.get_gid() == "figures"]


@pytest.mark.parametrize("kinds", [1, 5, 9, 12])
@pytest.mark.parametrize("width", [780, 1128, 2300])
def test_every_quality_stands_inside_the_figure(kinds: int, width: int) -> None:
    _, where = drawn(*invented(60, kinds), LIGHT, width)
    assert where is not None
    assert len(where.boxes) == kinds
    for left, top, right, bottom in where.boxes.values():
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1


def test_the_arrow_keys_go_from_quality_to_quality() -> None:
    _, where = drawn(some_days(), PERIOD)
    assert where is not None
    assert where.step(None, Way.RIGHT) is BURNING
    assert where.step(BURNING, Way.RIGHT) is COLD
    assert where.step(COLD, Way.RIGHT) is None


def test_ten_years_are_drawn_as_fast_as_few_days() -> None:
    days, period = invented(3650, 9)
    took = []
    for _ in range(3):
        figure = figure_of(1128, qualities_height(LIGHT, days, period, 846) * 96 / 72)
        start = perf_counter()
        draw_qualities(figure, days, period, LIGHT)
        FigureCanvasAgg(figure).draw()
        took.append(perf_counter() - start)
    assert min(took) < 0.8


@pytest.mark.parametrize(("days", "words"), [((), "Nothing logged in these dates."), ((felt_day(0),), NO_QUALITY)])
def test_without_a_quality_a_sentence_says_why(days: Days, words: str) -> None:
    figure, where = drawn(days, PERIOD)
    assert texts(figure) == [words]
    assert where is None
    assert qualities_sentence(days, PERIOD).endswith(words)
    assert qualities_lead(days, PERIOD) == ""
    assert qualities_table(days, PERIOD).rows == ()


def test_a_single_day_is_shown_as_a_count() -> None:
    figure, _ = drawn((felt_day(0, knee={NUMB}),), PERIOD)
    assert "Numb" in texts(figure)
    assert "1 day in one region. R, L: your right, your left" in texts(figure)


def test_on_paper_words_stay_words() -> None:
    found = texts(drawn(some_days(), PERIOD, EXPORT)[0])
    assert "3 of 4 days" in found
    assert "Knee, left 3" in found


def test_days_are_said_in_one_form_for_all() -> None:
    days, period = invented(60)
    said = [text for text in texts(drawn(days, period, EXPORT, 620)[0]) if " of " in text and text[0].isdigit()]
    assert len(said) == 12
    assert len({text.endswith("days") for text in said}) == 1


def test_the_words_say_the_days_and_the_places() -> None:
    assert qualities_lead(some_days(), PERIOD) == "chosen on 3 of 4 days with a map"
    assert qualities_sentence(some_days(), PERIOD) == (
        "How it feels, 9 Nov to 22 Nov 2026, 4 of 14 days logged, 4 with a map. "
        "Burning on 3 of 4 days with a map, left knee 3, right palm and fingers 1, left back of neck 1; "
        "Cold on 1 of 4 days with a map, right palm and fingers 1."
    )
    assert quality_told(felt(some_days())[1]) == "Cold: 1 of 4 days with a map, right palm and fingers 1"


def test_many_places_are_counted_at_the_end() -> None:
    names = ("front-left-knee", "front-right-knee", "front-left-hand", "front-right-hand", "back-left-neck")
    more = (*names, "back-right-neck", "front-forehead", "back-sacrum")
    assert quality_told(Felt(COLD, 9, 9, dict.fromkeys(more, 2))).endswith(", and 2 more regions")
    assert quality_told(Felt(COLD, 9, 9, dict.fromkeys(more[:7], 2))).endswith(", and 1 more region")
    assert "more" not in quality_told(Felt(COLD, 9, 9, dict.fromkeys(names, 2)))


def test_the_table_has_each_quality_in_all_and_by_region() -> None:
    table = qualities_table(some_days(), PERIOD)
    assert table.headings == ("How it feels", "Region", "Days", "Days with a map")
    assert table.rows == (
        ("Burning", "Any region", "3", "4"),
        ("Burning", "Left knee (front)", "3", "4"),
        ("Burning", "Right palm and fingers", "1", "4"),
        ("Burning", "Back of neck, left", "1", "4"),
        ("Cold", "Any region", "1", "4"),
        ("Cold", "Right palm and fingers", "1", "4"),
    )


def test_a_place_never_loses_its_days() -> None:
    bodies = texts(drawn(*invented(60), EXPORT, 620)[0])
    named = [text for text in bodies if ", left" in text or ", right" in text]
    assert named
    assert all(text.rsplit(" ", 1)[1].isdigit() for text in named if "your" not in text)
