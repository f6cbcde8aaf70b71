"""Events, starts and treatments on the timeline: what is drawn, and that its words have room."""

from datetime import date, datetime, timedelta

import pytest
from chart_days import END, invented_days
from drawn import artist, crowded, has, texts
from kept_things import a_treatment, a_use, an_event
from matplotlib.figure import Figure

from painmap.charts.look import PAPER, Look, look
from painmap.charts.marks import ROWS, Marks, labelled, room_below
from painmap.charts.timeline import draw_timeline
from painmap.domain.event import Event, EventKind
from painmap.domain.period import Period
from painmap.domain.tried import Tried, tried

PERIOD = Period(END - timedelta(83), END)


def event(now: datetime, start: int, lasts: int = 0, label: str = "Flu", n: int = 5, **what: object) -> Event:
    day = PERIOD.start + timedelta(start)
    return an_event(now, n, start=day, end=day + timedelta(lasts) if lasts else None, label=label, **what)


def one(now: datetime, *use_days: int, **what: object) -> Tried:
    told = {"start": PERIOD.start - timedelta(40), "pauses": ()} | what
    noon = now.replace(hour=12)
    uses = [a_use(now, 100 + n, at=noon - timedelta((END - PERIOD.start).days - day)) for n, day in enumerate(use_days)]
    (found,) = tried([a_treatment(now, **told)], uses, PERIOD)
    return found


def drawn(marks: Marks, of: Look = PAPER, height: float = 62.0, days: int = 84) -> Figure:
    logged, period = invented_days(days)
    figure = Figure(figsize=(184 / 25.4 * (of.scale), height / 25.4 * of.scale), dpi=96)
    draw_timeline(figure, logged, period, of, marks)
    return figure


def spans(figure: Figure, gid: str) -> list[tuple[float, float]]:
    return [(line[0][0], line[-1][0]) for line in artist(figure, gid).get_segments()]


def test_without_marks_there_is_nothing_of_them():
    figure = drawn(Marks())
    assert not any(has(figure, gid) for gid in ("treatment-0", "uses-0", "limits-0"))
    assert artist(figure, "events").get_segments() == []
    assert room_below(Marks(), PAPER) == 0


def test_an_event_of_one_day_is_one_line_and_a_longer_one_a_band_between_two(now: datetime):
    figure = drawn(Marks(events=(event(now, 10, label="Busy"), event(now, 30, 5))))
    assert len(artist(figure, "events").get_segments()) == 3
    (band,) = artist(figure, "event-bands").get_paths()
    across = band.get_extents()
    assert {"Busy", "Flu"} <= set(texts(figure))
    edges = sorted(x for x, _ in spans(figure, "events"))[1:]
    assert edges == pytest.approx([across.x0, across.x1])


def test_an_event_that_reaches_over_the_edge_is_cut_there(now: datetime):
    placed = labelled(Marks(events=(event(now, -5, 200), event(now, 90), event(now, -9, 2))), PERIOD, PAPER, 380)
    assert [(each.start, each.end) for each in placed] == [(PERIOD.start, PERIOD.end)]


def test_labels_that_meet_go_to_a_second_row_and_the_others_are_counted(now: datetime):
    marks = Marks(events=tuple(event(now, 10 + n // 2, label=f"Long name {n}", n=5 + n) for n in range(6)))
    placed = labelled(marks, PERIOD, PAPER, 380)
    assert [each.row for each in placed] == [0, 1, None, None, None, None]
    assert max(each.row or 0 for each in placed) < ROWS
    figure = drawn(marks)
    assert "+ 4 events" in texts(figure)
    assert len(artist(figure, "other-events").get_segments()) == 4


def test_a_start_after_the_first_week_is_a_solid_line_with_its_day(now: datetime):
    began = PERIOD.start + timedelta(20)
    late = one(now, start=began, name="Walking")
    early = one(now, start=PERIOD.start + timedelta(6), name="Bath")
    figure = drawn(Marks((late, early)))
    assert len(artist(figure, "starts").get_segments()) == 1
    assert f"Walking from {began.day} {began:%b}" in texts(figure)
    assert len(artist(figure, "limits-0").get_segments()) == 1


def test_a_lane_has_its_stretches_its_uses_and_its_stop(now: datetime):
    stop = PERIOD.start + timedelta(50)
    pause = Period(PERIOD.start + timedelta(20), PERIOD.start + timedelta(29))
    figure = drawn(Marks((one(now, 1, 5, 40, stop=stop, pauses=(pause,)),)))
    assert len(spans(figure, "treatment-0")) == 2
    (uses,) = artist(figure, "uses-0").get_paths()
    assert len(uses.vertices) == 2 * 3
    (ends,) = spans(figure, "limits-0")
    assert ends[0] == pytest.approx(spans(figure, "treatment-0")[-1][1])
    assert {"Ibuprofen", "3 uses"} <= set(texts(figure))


def test_a_daily_treatment_is_a_thick_line_without_marks(now: datetime):
    figure = drawn(Marks((one(now, *range(84)),)))
    assert artist(figure, "treatment-0").get_linewidths() == [2.6]
    assert not has(figure, "uses-0")


def test_the_fifth_lane_counts_the_others_where_there_are_more(now: datetime):
    many = tuple(one(now, name=f"Treatment {n}", start=date(2026, 1, 1 + n)) for n in range(25))
    figure = drawn(Marks(many))
    assert "+ 21 more treatments" in texts(figure)
    assert "Treatment 3" in texts(figure)
    assert "Treatment 4" not in texts(figure)


def test_names_that_the_font_lacks_are_told_by_their_kind(now: datetime):
    own = event(now, 40, label="旅", kind=EventKind.OWN)
    figure = drawn(Marks((one(now, name="薬"),), (event(now, 10, label="風邪"), own)))
    assert {"Medication", "Infection", "Event"} <= set(texts(figure))


@pytest.mark.parametrize("of", [PAPER, look("light")], ids=lambda of: of.name)
@pytest.mark.parametrize("days", [14, 84, 365, 3650])
def test_all_words_have_room_with_marks(of: Look, days: int, now: datetime):
    many = tuple(one(now, 3, 9, name="Wasser" * 12, start=date(2026, 1, 1 + n)) for n in range(5))
    events = tuple(event(now, 70 + 3 * n, n, "Wochenende " * 5, n=5 + n) for n in range(5))
    assert crowded(drawn(Marks(many, events), of, days=days)) == []
