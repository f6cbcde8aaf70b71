"""Groups of days: bars as wide as their days, medians where there are enough, and numbers below."""

import pytest
from drawn import artist, crowded, figure_of, has, texts
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure

from painmap.charts.groups import draw_groups, groups_height
from painmap.charts.groups_words import group_cells, group_told, groups_told, median_span, medians_named
from painmap.charts.look import PAPER, Look, look
from painmap.charts.pointing import Share
from painmap.charts.sheet import Sheet
from painmap.domain.groups import Asked, Group

LIGHT = look("light")
MONDAY = Group("Monday", (7, 7, 7, 7, 3, 10), short="Mon")
TUESDAY = Group("Tuesday", (4, 4, 9), short="Tue")
EMPTY = Group("Wednesday", (), short="Wed")


def drawn(*groups: Group, of: Look = LIGHT, width: float = 780, apart: int = 0) -> tuple[Figure, dict[object, Share]]:
    figure = figure_of(width, groups_height(of) * 96 / 72)
    return figure, draw_groups(Sheet(figure, of), groups, Asked.WORST_PAIN, apart=apart)


def bars(figure: Figure, gid: str = "ratings") -> list[tuple[float, float, float]]:
    """Middle, width and height above the foot of each bar, in points."""
    found = artist(figure, gid)
    assert isinstance(found, PolyCollection)
    boxes = [path.get_extents() for path in found.get_paths()]
    return [((box.x0 + box.x1) / 2, box.width, box.y0) for box in boxes]


def test_a_bar_is_as_wide_as_the_days_that_had_the_rating() -> None:
    figure, _ = drawn(MONDAY, TUESDAY)

    widths = [width for _, width, _ in bars(figure)]

    assert widths == pytest.approx([widths[1] / 4, widths[1], widths[1] / 4, widths[1] / 2, widths[1] / 4])


def test_a_single_day_alone_is_not_as_wide_as_many_days_would_be() -> None:
    alone, _ = drawn(Group("Monday", (7,)))
    many, _ = drawn(Group("Monday", (7,) * 9))

    ((_, one, _),), ((_, nine, _),) = bars(alone), bars(many)
    assert one == pytest.approx(nine / 5)


def test_a_higher_rating_stands_higher() -> None:
    figure, _ = drawn(MONDAY)

    three, seven, ten = (y for _, _, y in bars(figure))

    assert (three - seven) / (three - ten) == pytest.approx(4 / 7)


def test_a_single_day_among_very_many_is_still_a_bar() -> None:
    figure, _ = drawn(Group("Monday", (6,) * 500 + (2,)))

    assert min(width for _, width, _ in bars(figure)) >= 2


def test_a_median_is_drawn_and_printed_from_five_days_on() -> None:
    figure, _ = drawn(MONDAY, TUESDAY, EMPTY)

    medians = artist(figure, "medians")
    assert isinstance(medians, LineCollection)
    assert len(medians.get_segments()) == 1
    assert [text for text in texts(figure) if text in ("7", "4")] == ["7"]


def test_the_days_are_counted_below_and_too_few_are_said() -> None:
    figure, _ = drawn(MONDAY, TUESDAY, EMPTY)

    assert {"6 days", "3 days, too few", "0 days"} <= set(texts(figure))


def test_without_any_median_there_is_none() -> None:
    figure, _ = drawn(EMPTY)

    assert not has(figure, "medians")
    assert not has(figure, "ratings")


def test_the_scale_goes_from_nought_to_ten() -> None:
    figure, _ = drawn(MONDAY)

    assert {"Worst pain, 0 to 10", "0", "5", "10"} <= set(texts(figure))


def test_names_are_short_where_one_of_them_has_no_room() -> None:
    narrow, _ = drawn(*[MONDAY, TUESDAY, EMPTY] * 3, width=500)
    wide, _ = drawn(MONDAY, TUESDAY, EMPTY)

    assert {"Mon", "Tue", "Wed"} <= set(texts(narrow))
    assert "Monday" in texts(wide)


def test_groups_apart_have_outlines_on_a_scale_of_their_own() -> None:
    figure, _ = drawn(Group("Other days", (5,) * 90), Group("Monday", (7,) * 6 + (3,)), apart=1)

    ((_, other, _),) = bars(figure, "ratings-apart")
    assert other == pytest.approx(max(width for _, width, _ in bars(figure)))
    assert has(figure, "apart")


def test_each_group_is_a_column_with_the_figure_of_its_median_in_it() -> None:
    figure, boxes = drawn(MONDAY, TUESDAY)

    figure.canvas.draw()
    (seven,) = [text for text in figure.texts if text.get_text() == "7"]
    extent = seven.get_window_extent()
    left, _, right, _ = boxes[0]
    assert left * figure.bbox.width < extent.x0 < extent.x1 < right * figure.bbox.width
    assert list(boxes) == [0, 1]


def test_a_group_is_told_with_its_median_and_range() -> None:
    assert group_told(MONDAY, Asked.WORST_PAIN) == "Monday: median 7 on 6 days, from 3 to 10"
    assert group_told(TUESDAY, Asked.WORST_PAIN) == "Tuesday: 3 days (4, 4 and 9), too few for a median"
    assert group_told(EMPTY, Asked.FATIGUE) == "Wednesday: fatigue not answered on any day"
    same = Group("Night", (6,) * 5, "23:00 to 5:00")
    assert group_told(same, Asked.FATIGUE) == "Night (23:00 to 5:00): median 6 on 5 days, always 6"
    assert group_told(Group("Night", (6,)), Asked.FATIGUE) == "Night: 1 day (6), too few for a median"


def test_groups_are_told_one_after_the_other() -> None:
    told = groups_told([MONDAY, TUESDAY], Asked.WORST_PAIN)

    assert told == "Monday: median 7 on 6 days; Tuesday: 3 days (4, 4 and 9), too few for a median"


def test_a_row_of_a_table_has_all_that_is_drawn() -> None:
    assert group_cells(MONDAY) == ("6", "7", "3 to 10", "3: 1 day; 7: 4 days; 10: 1 day")
    assert group_cells(TUESDAY) == ("3", "Too few days", "4 to 9", "4: 2 days; 9: 1 day")
    assert group_cells(EMPTY) == ("0", "No rating", "No rating", "No rating")
    assert group_cells(Group("Night", (6,)))[2] == "6"


def test_how_far_medians_lie_apart_is_said_from_two_on() -> None:
    assert median_span([MONDAY, TUESDAY]) == ""
    assert median_span([MONDAY, Group("Night", (4,) * 5)]) == "medians from 4 to 7"
    assert median_span([MONDAY, MONDAY]) == "every median 7"


def test_the_medians_of_a_few_groups_are_said_by_name() -> None:
    assert medians_named([MONDAY, TUESDAY, Group("Night", (4,) * 5)]) == "median: monday 7, night 4"
    assert medians_named([TUESDAY, EMPTY]) == ""


@pytest.mark.parametrize(
    ("of", "width"), [(PAPER, 333), (LIGHT, 400), (LIGHT.sized(1.5), 600)], ids=["paper", "100", "150"]
)
def test_figures_beside_medians_stay_on_the_sheet(of: Look, width: float) -> None:
    full = Group("Wednesday", (9, 9, 10, 10, 9, 10), short="Wed")
    figure, _ = drawn(*[full] * 7, of=of, width=width)

    assert crowded(figure) == []
