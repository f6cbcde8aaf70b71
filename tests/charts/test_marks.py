"""What stands with the days of a timeline, and how it is drawn on paper: events, starts, treatments, flares."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from chart_days import END, invented_days, logged_day
from drawn import artist, crowded, has, texts
from kept_things import a_treatment, a_use, an_appointment, an_event
from matplotlib.figure import Figure

from painmap.charts.look import PAPER
from painmap.charts.marks import Marks, marks_of, times
from painmap.charts.page_marks import ROWS, labelled, room_below
from painmap.charts.timeline import draw_timeline
from painmap.domain.contents import Contents
from painmap.domain.event import Event, EventKind
from painmap.domain.more import MoreSummary
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


def drawn(marks: Marks, height: float = 62.0, days: int = 84) -> Figure:
    logged, period = invented_days(days)
    figure = Figure(figsize=(184 / 25.4, height / 25.4), dpi=96)
    draw_timeline(figure, logged, period, PAPER, marks)
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


@pytest.mark.parametrize("days", [14, 84, 365, 3650])
def test_all_words_have_room_with_marks(days: int, now: datetime):
    many = tuple(one(now, 3, 9, name="Wasser" * 12, start=date(2026, 1, 1 + n)) for n in range(5))
    events = tuple(event(now, 70 + 3 * n, n, "Wochenende " * 5, n=5 + n) for n in range(5))
    visits = (an_appointment(now, day=END - timedelta(3)),)
    assert crowded(drawn(Marks(many, events, visits), days=days)) == []


def test_an_appointment_is_a_line_with_whom_it_is_with(now: datetime):
    figure = drawn(Marks(appointments=(an_appointment(now, day=END - timedelta(30)),)))
    assert "Dr. Weber" in texts(figure)
    assert len(artist(figure, "events").get_segments()) == 1


def test_flares_are_shaded_with_a_bar_on_top_and_no_word(now: datetime):
    figure = drawn(Marks(flares=(Period(END - timedelta(5), END - timedelta(2)), Period(END, END))))
    assert len(artist(figure, "flares").get_paths()) == len(artist(figure, "flare-bars").get_paths()) == 2
    assert "Flare" not in texts(figure)


def test_of_a_diary_what_touches_the_period_stands_with_its_days(now: datetime):
    inside, before = a_treatment(now), a_treatment(now, 7, stop=date(2026, 6, 1), start=date(2026, 5, 1), pauses=())
    late, early, over = event(now, 9), event(now, 3, n=6), event(now, -9, 30, n=7)
    gone, next_year = event(now, -9, 3, n=8), event(now, 400, n=9)
    visit, planned = an_appointment(now, day=END), an_appointment(now)
    records = Contents.of((inside, before, late, early, over, gone, next_year, visit, planned))
    flare = MoreSummary(flare=True)
    told = [replace(logged_day(END - timedelta(n)), more=flare) for n in (9, 5, 4)]
    marks = marks_of(records, [*told, logged_day(END)], PERIOD)
    assert [each.treatment for each in marks.tried] == [inside]
    assert marks.events == (over, early, late)
    assert marks.appointments == (visit,)
    assert [(each.start, each.end) for each in marks.flares] == [(told[0].day,) * 2, (told[1].day, told[2].day)]


@pytest.mark.parametrize(
    ("start", "stop", "told"),
    [
        (-9, None, ""),
        (0, 83, ""),
        (3, None, "from 3 Sep"),
        (-9, 40, "to 10 Oct"),
        (3, 40, "3 Sep to 10 Oct"),
        (3, 3, "3 Sep"),
    ],
)
def test_a_treatment_is_told_with_the_ends_that_are_in_the_period(start: int, stop: int | None, told: str, now):
    last = None if stop is None else PERIOD.start + timedelta(stop)
    assert times(one(now, start=PERIOD.start + timedelta(start), stop=last), PERIOD) == told
