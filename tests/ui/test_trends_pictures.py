"""Pictures of charts: never older than what they show, no memory that grows, pointing, keys, wheel and mark."""

import gc
from dataclasses import replace
from datetime import date, timedelta

import pytest
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest

from painmap.charts.pointing import Boxes, DayColumns
from painmap.charts.sheet import Sheet
from painmap.charts.table import Table
from painmap.domain.period import Period
from painmap.ui.theme import Appearance
from painmap.ui.trends.drawing import Kept, Turns
from painmap.ui.trends.graphic import tell_screen_readers
from painmap.ui.trends.picture import ChartPicture
from painmap.ui.trends.shown import ARROWS, ENTER, Shown

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PERIOD = Period(date(2026, 11, 9), date(2026, 11, 22))
DAYS = tuple(PERIOD)


def chart(values: tuple[int, ...] = (3,) * 14, period: Period = PERIOD, *, key: str = "bars", **said) -> Shown:
    """A bar for each day, all of which can be pointed at."""

    def draw(figure, look):
        sheet = Sheet(figure, look)
        wide = sheet.width / len(period)
        for n, value in enumerate(values):
            sheet.strokes([((n * wide, sheet.height), (n * wide, sheet.height * (1 - value / 10)))], "bar", look.ink, 4)
        return DayColumns(period, tuple(period), 0, 1, 0, 1)

    made = Shown(
        key=key,
        title="Bars",
        period=period,
        logged="14 of 14 days logged",
        basis=(values,),
        draw=draw,
        height=lambda look, width: 40.0 * look.scale,
        say=lambda: f"Bars of {values}.",
        table=lambda: Table(("Day",), ()),
        lead="",
        tell=lambda key: f"{key}: {values[(key - period.start).days] if isinstance(key, date) else 'all of them'}",
        dated=True,
    )
    return replace(made, **{"draw": draw, **said})


class Seen:
    """A picture on its own, and what it asks for."""

    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot
        self.appearance = Appearance("light")
        self.parent = QObject()
        self.turns = Turns(self.parent)
        self.picture = ChartPicture(self.appearance, self.turns)
        self.asked: list[tuple[str, object]] = []
        for name in ("pointed", "opened", "along"):
            getattr(self.picture, name).connect(lambda value, name=name: self.asked.append((name, value)))
        self.picture.closer.connect(lambda way, around: self.asked.append(("closer", (way, around))))
        qtbot.addWidget(self.picture)
        self.picture.resize(280, 120)
        self.picture.show()

    def show(self, shown: Shown):
        self.picture.show_chart(shown)
        self.qtbot.waitUntil(lambda: self.turns.done and not self.picture.due)
        return self.picture.drawn.image

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.picture, key)

    def wheel(self, degrees: int, modifiers=NONE, sideways: int = 0) -> bool:
        """Turns the wheel in the middle. Whether the picture took it."""
        spot = QPointF(self.picture.rect().center())
        event = QWheelEvent(
            spot,
            QPointF(self.picture.mapToGlobal(spot)),
            QPoint(),
            QPoint(sideways, degrees),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QGuiApplication.sendEvent(self.picture, event)
        return event.isAccepted()

    def spot(self, day: date) -> QPoint:
        where = self.picture.drawn.where
        return QPoint(round(where.x_of(day) * self.picture.width()), self.picture.height() // 2)


@pytest.fixture
def seen(qtbot) -> Seen:
    return Seen(qtbot)


def test_a_changed_day_of_the_same_period_is_drawn_anew(seen):
    before = seen.show(chart())
    after = seen.show(chart((3,) * 13 + (9,)))

    assert after != before


def test_another_look_another_size_and_another_option_are_drawn_anew(seen):
    seen.show(chart())
    first = seen.picture.drawn
    seen.appearance.choose("contrast", 100)
    seen.qtbot.waitUntil(lambda: not seen.picture.due)
    contrast = seen.picture.drawn
    assert contrast.image != first.image
    seen.picture.resize(300, 120)
    seen.qtbot.waitUntil(lambda: not seen.picture.due)
    wider = seen.picture.drawn
    assert wider.image.width() == 300
    seen.show(chart(key="bars-hidden", basis=((3,) * 14, "hidden")))
    assert seen.picture.drawn is not wider


class Waiting:
    """Something that notes when it had its turn, and once asks for another one."""

    def __init__(self, name: str, turns: Turns, done: list[str], *, asks_again: bool = False) -> None:
        self.name, self.turns, self.done, self.asks_again = name, turns, done, asks_again

    def make_room(self) -> None:
        self.done.append(f"room for {self.name}")

    def draw_now(self) -> None:
        self.done.append(self.name)
        if self.asks_again:
            self.asks_again = False
            self.turns.ask(self)
            self.turns.ask(self, again=True)


def test_all_have_room_before_the_first_is_drawn(seen):
    done: list[str] = []
    for name in ("timeline", "bodies"):
        seen.turns.ask(Waiting(name, seen.turns, done))
    seen.qtbot.waitUntil(lambda: seen.turns.done)
    assert done == ["room for timeline", "room for bodies", "timeline", "room for bodies", "bodies"]


def test_what_asks_for_another_turn_at_once_is_next_however_it_asked_before(seen):
    done: list[str] = []
    seen.turns.ask(Waiting("timeline", seen.turns, done, asks_again=True))
    seen.turns.ask(Waiting("bodies", seen.turns, done))
    seen.qtbot.waitUntil(lambda: seen.turns.done)
    assert [name for name in done if "room" not in name] == ["timeline", "timeline", "bodies"]


def test_a_chart_is_put_in_words_after_all_are_drawn(seen):
    done: list[str] = []
    seen.picture.show_chart(chart(say=lambda: done.append("words") or "Bars."))
    seen.turns.ask(Waiting("bodies", seen.turns, done))
    seen.qtbot.waitUntil(lambda: seen.turns.done and not seen.picture.due)
    assert [name for name in done if "room" not in name] == ["bodies", "words"]
    assert seen.picture.accessibleDescription() == "Bars. " + chart().ways


def test_the_same_chart_is_not_drawn_twice(seen):
    seen.show(chart())
    first = seen.picture.drawn
    seen.show(chart((1,) * 14, key="other"))
    seen.show(chart())

    assert seen.picture.drawn is first


def test_a_picture_of_other_content_is_forgotten(seen):
    first, other = chart(), chart((8,) * 14)
    look = seen.picture.look()
    kept = Kept()
    made = [kept.picture(shown, look, 100, 50, 1.0) for shown in (first, other, first)]

    assert len(kept) == 1
    assert made[0].image == made[2].image != made[1].image
    assert kept._bytes == made[2].image.sizeInBytes()


def test_kept_pictures_have_a_bound_and_the_last_used_stay(seen):
    look = seen.picture.look()
    kept = Kept(most_bytes=5 * 100 * 50 * 4)
    charts = [chart(key=f"bars-{n}") for n in range(20)]
    first = kept.picture(charts[0], look, 100, 50, 1.0)
    for shown in charts[1:]:
        kept.picture(shown, look, 100, 50, 1.0)
        assert kept.picture(charts[0], look, 100, 50, 1.0) is first
        assert kept._bytes <= 5 * 100 * 50 * 4

    assert len(kept) == 5
    assert kept._bytes == 5 * 100 * 50 * 4


def test_500_periods_leave_no_figures_no_artists_and_no_more_pictures_than_are_kept(seen):
    kept = seen.turns.kept = Kept(most_bytes=20 * 280 * 120 * 4)
    for n in range(10):
        seen.show(chart(period=_shifted(n)))
    before = _alive()
    for n in range(500):
        seen.picture.show_chart(chart((n % 10,) * 14, _shifted(n % 50)))
        seen.picture.draw_now()

    assert _alive() == before
    assert kept._bytes <= 20 * 280 * 120 * 4
    assert len(kept) <= 20


def _shifted(days: int) -> Period:
    return Period(PERIOD.start - timedelta(days), PERIOD.end - timedelta(days))


def _alive() -> tuple[int, int]:
    """How many figures, and artists of any kind, there are."""
    gc.collect()
    found = [thing for thing in gc.get_objects() if issubclass(type(thing), Artist)]
    return sum(isinstance(thing, Figure) for thing in found), len(found)


def test_arrow_keys_step_and_escape_lets_go(seen):
    seen.show(chart())
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Right):
        seen.key(key)
    assert seen.asked == [("pointed", day) for day in (DAYS[-1], DAYS[-2], DAYS[0], DAYS[1])]
    assert seen.picture.accessibleDescription() == "2026-11-10: 3. " + f"{chart().sentence} {chart().ways}"
    seen.key(Qt.Key.Key_Escape)
    assert seen.picture.key is None
    assert seen.picture.accessibleDescription() == f"{chart().sentence} {chart().ways}"


def test_plus_and_minus_come_closer_to_what_is_pointed_at(seen):
    seen.show(chart())
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
        seen.key(key)
    seen.picture.point(DAYS[3])
    seen.key(Qt.Key.Key_Plus)

    ways = [value for name, value in seen.asked if name == "closer"]
    assert ways == [(1, None), (1, None), (-1, None), (1, DAYS[3])]


def test_page_up_and_page_down_go_along(seen):
    seen.show(chart())
    seen.key(Qt.Key.Key_PageUp)
    seen.key(Qt.Key.Key_PageDown)

    assert seen.asked == [("along", -1.0), ("along", 1.0)]


def test_the_wheel_with_ctrl_comes_closer_and_with_shift_goes_along(seen):
    seen.show(chart())
    assert seen.wheel(120, CTRL)
    assert seen.wheel(-120, CTRL)
    assert seen.wheel(-120, SHIFT)
    assert seen.wheel(0, sideways=120)
    assert seen.asked == [("closer", (1, None)), ("closer", (-1, None)), ("along", 0.25), ("along", -0.25)]


def test_half_a_notch_of_the_wheel_waits_for_the_other_half(seen):
    seen.show(chart())
    seen.wheel(60, CTRL)
    assert seen.asked == []
    seen.wheel(60, CTRL)
    assert seen.asked == [("closer", (1, None))]


def test_a_plain_wheel_and_a_chart_without_dates_leave_the_wheel_and_the_keys_to_the_page(seen):
    seen.show(chart())
    assert not seen.wheel(120)
    seen.show(chart(dated=False))
    assert not seen.wheel(120, CTRL)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_PageDown):
        seen.key(key)
    assert seen.asked == []


def test_a_click_points_and_a_click_on_what_is_pointed_at_opens_it(seen):
    seen.show(chart())
    seen.qtbot.mouseClick(seen.picture, LEFT, pos=seen.spot(DAYS[4]))
    assert seen.asked == [("pointed", DAYS[4])]
    seen.qtbot.mouseClick(seen.picture, LEFT, pos=seen.spot(DAYS[4]))
    assert seen.asked[-1] == ("opened", DAYS[4])
    seen.qtbot.mouseClick(seen.picture, Qt.MouseButton.RightButton, pos=seen.spot(DAYS[4]))
    assert len(seen.asked) == 2


def test_enter_opens_what_is_pointed_at_and_nothing_where_it_has_no_day(seen):
    boxes = Boxes({"knee": (0.2, 0.2, 0.8, 0.8)})
    seen.show(chart(draw=lambda figure, look: boxes, tell=lambda key: f"{key}: 3 days", key="boxes"))
    seen.key(Qt.Key.Key_Return)
    seen.key(Qt.Key.Key_Right)
    seen.key(Qt.Key.Key_Return)
    assert seen.asked == [("pointed", "knee")]
    seen.show(chart())
    seen.picture.point(DAYS[2])
    seen.key(Qt.Key.Key_Return)
    assert seen.asked[-1] == ("opened", DAYS[2])


def test_what_is_pointed_at_stays_over_other_dates_while_they_have_it(seen):
    seen.show(chart())
    seen.picture.point(DAYS[0])
    seen.show(chart(period=Period(DAYS[0] - timedelta(3), DAYS[10])))
    assert seen.picture.key == DAYS[0]
    seen.show(chart(period=Period(DAYS[5], DAYS[13]), values=(2,) * 9))
    assert seen.picture.key is None


def test_a_thing_pointed_at_is_let_go_where_the_chart_has_other_content(seen):
    told = {"knee": "Knee: 3 days"}
    boxes = Boxes({"knee": (0.2, 0.2, 0.8, 0.8)})
    regions = chart(draw=lambda figure, look: boxes, tell=told.__getitem__, key="boxes")
    seen.show(regions)
    seen.picture.point("knee")
    seen.show(replace(regions))
    assert seen.picture.key == "knee"
    seen.picture.show_chart(replace(regions, basis=("none",), tell={}.__getitem__))
    assert seen.picture.key is None


def test_a_chart_without_things_to_point_at_takes_no_keys(seen):
    seen.show(chart(tell=None))
    assert seen.picture.focusPolicy() is Qt.FocusPolicy.NoFocus
    seen.key(Qt.Key.Key_Right)
    seen.qtbot.mouseClick(seen.picture, LEFT, pos=seen.spot(DAYS[4]))
    assert seen.asked == []


@pytest.mark.parametrize("colours", ["light", "dark", "contrast"])
def test_the_mark_is_seen_on_the_picture(seen, colours):
    """A line of the accent over a column; a frame of the accent with a rim of the surface round a box."""
    seen.appearance.choose(colours, 100)
    accent = seen.appearance.theme.colour("accent")
    boxes = Boxes({"all": (0.25, 0.25, 0.75, 0.75)})
    for shown, key in ((chart((0,) * 14), DAYS[6]), (chart(draw=lambda figure, look: boxes, key="boxes"), "all")):
        seen.show(shown)
        plain = seen.picture.grab().toImage()
        seen.picture.point(key)
        marked = seen.picture.grab().toImage()
        assert _pixels(plain, accent) == 0
        assert _pixels(marked, accent) > 100
        seen.picture.point(None)
        assert seen.picture.grab().toImage() == plain


def _pixels(image, colour) -> int:
    """How many pixels have that colour."""
    wide, high = image.width(), image.height()
    return sum(image.pixelColor(x, y) == colour for x in range(wide) for y in range(high))


def test_a_screen_reader_meets_a_graphic_with_its_words_and_its_keys(qtbot, seen):
    tell_screen_readers()
    seen.show(chart())
    met = QAccessible.queryAccessibleInterface(seen.picture)
    assert met.role() == QAccessible.Role.Graphic
    assert met.text(QAccessible.Text.Name) == "Bars"
    qtbot.waitUntil(lambda: bool(seen.picture.accessibleDescription()))
    assert seen.picture.accessibleDescription().endswith(f"{ARROWS} {ENTER}")


def test_the_pointer_is_a_hand_where_a_click_opens_a_day(seen):
    seen.show(chart())
    assert seen.picture.cursor().shape() is Qt.CursorShape.ArrowCursor
    seen.picture.point(DAYS[3])
    assert seen.picture.cursor().shape() is Qt.CursorShape.PointingHandCursor
    seen.picture.point(None)
    assert seen.picture.cursor().shape() is Qt.CursorShape.ArrowCursor
