"""What stands with a timeline on a screen: bars, events, appointments, flares, copied maps and late days."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest
from chart_days import END, invented_days, logged_day
from drawn import artist, crowded, has, texts
from kept_things import a_treatment, a_use, an_appointment, an_event
from matplotlib.figure import Figure

from painmap.charts.bars import ROWS, Bars, bars_of
from painmap.charts.look import Look, look
from painmap.charts.marks import NO_MARKS, Marks, flares_of
from painmap.charts.moments import Moments, moments_of
from painmap.charts.series import EVERY_LANE, LANES, Lane
from painmap.charts.timeline import NARROW, draw_timeline, timeline_height
from painmap.domain.more import MoreSummary
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary
from painmap.domain.tried import Tried, tried

LIGHT = look("light")
PERIOD = Period(END - timedelta(83), END)
WIDTH = 700.0
EACH = WIDTH / 84


def one(now: datetime, name: str, first: int = -9, last: int | None = None, n: int = 2, **what: object) -> Tried:
    """A treatment from one day of the period to another, counted from its start."""
    stop = None if last is None else PERIOD.start + timedelta(last)
    told = {"name": name, "start": PERIOD.start + timedelta(first), "stop": stop, "pauses": ()} | what
    used = told.pop("used", ())
    at = [now - timedelta((END - PERIOD.start).days - day) for day in used]
    (found,) = tried([a_treatment(now, n, **told)], [a_use(now, 100 + k, at=day) for k, day in enumerate(at)], PERIOD)
    return found


def bars(*told: Tried, width: float = WIDTH) -> Bars:
    return bars_of(told, PERIOD, LIGHT, width)


def moments(events: dict[int, str], visits: tuple[int, ...] = (), now: datetime | None = None) -> Moments:
    assert now is not None
    happened = [
        an_event(now, 10 + day, start=PERIOD.start + timedelta(day), end=None, label=name)
        for day, name in events.items()
    ]
    seen = [an_appointment(now, 200 + day, day=PERIOD.start + timedelta(day)) for day in visits]
    return moments_of(Marks((), tuple(happened), tuple(seen)), PERIOD, LIGHT, WIDTH)


def drawn(
    marks: Marks = NO_MARKS,
    of: Look = LIGHT,
    days: tuple[DaySummary, ...] | None = None,
    width: float = 846.0,
    span: int = 84,
    lanes: tuple[Lane, ...] = LANES,
) -> Figure:
    logged, period = invented_days(span)
    logged = logged if days is None else days
    height = timeline_height(of, period, logged, marks, lanes, width)
    figure = Figure(figsize=(width / 72, height / 72), dpi=96)
    draw_timeline(figure, logged, period, of, marks, lanes)
    return figure


def much(now: datetime, span: int) -> Marks:
    """Ten treatments, forty events, and appointments, all over a span."""
    random = Random(5)
    period, names = Period.last(span, END), ("Duloxetine 60 mg in the morning", "Bath", "Injection", "Yoga")
    begun = [period.start + timedelta(random.randrange(-9, span)) for _ in range(10)]
    ends = [random.choice((None, start, start + timedelta(span // 3))) for start in begun]
    treatments = [
        a_treatment(now, 20 + n, name=random.choice(names), start=start, stop=stop, pauses=())
        for n, (start, stop) in enumerate(zip(begun, ends, strict=True))
    ]
    uses = [
        a_use(now, 100 + k, treatment_id=each.id, at=now - timedelta(k * span // 40))
        for each in treatments
        for k in range(40)
        if now.date() - timedelta(k * span // 40) >= each.start
    ]
    starts = [period.start + timedelta(random.randrange(span)) for _ in range(40)]
    events = [
        an_event(now, 500 + n, start=start, end=start + timedelta(n % 3), label=random.choice(("", "A weekend away")))
        for n, start in enumerate(starts)
    ]
    visits = [an_appointment(now, 700 + n, day=start) for n, start in enumerate(starts[:4])]
    flares = tuple(Period(start, start) for start in sorted(set(starts[10:20])))
    return Marks(tried(treatments, uses, period), tuple(events), tuple(visits), flares)


def test_a_name_stands_inside_its_bar_with_the_ends_in_the_period(now: datetime):
    (bar,) = bars(one(now, "Physiotherapy", last=40)).bars
    assert bar.text == "Physiotherapy, to 10 Oct"
    assert bar.stretches == ((0, pytest.approx(41 * EACH)),)
    assert 0 < bar.x < 40 * EACH


def test_a_bar_too_short_for_the_dates_has_the_name_and_a_shorter_one_has_it_beside(now: datetime):
    assert bars(one(now, "Bath", 10, 17)).bars[0].text == "Bath"
    (early,) = bars(one(now, "Trigger point injection", 10, 10)).bars
    assert early.x > early.stretches[0][1]
    (late,) = bars(one(now, "Trigger point injection", 80, 80)).bars
    assert late.reach[0] == late.x < late.stretches[0][0]


def test_a_long_name_is_cut_to_its_room(now: datetime):
    (bar,) = bars(one(now, "Wasser" * 20)).bars
    assert bar.text.startswith("Wasser")
    (short,) = bars(one(now, "Wasser" * 20, 10, 10)).bars
    assert short.text.endswith("…")
    assert short.reach[1] < WIDTH
    (sliver,) = bars(one(now, "Wasser" * 20, 40, 40), width=100).bars
    assert sliver.text == ""


def test_treatments_one_after_the_other_share_a_row_and_others_do_not(now: datetime):
    found = bars(one(now, "Bath"), one(now, "Yoga", last=30), one(now, "Walking", 50))
    assert [(bar.text.split(",")[0], bar.row) for bar in found.bars] == [("Yoga", 0), ("Bath", 1), ("Walking", 0)]
    assert found.rows == 2


def test_pauses_are_left_out_of_a_bar(now: datetime):
    pause = Period(PERIOD.start + timedelta(20), PERIOD.start + timedelta(29))
    told = one(now, "Physiotherapy", pauses=(pause,))
    (bar,) = bars(told).bars
    assert bar.stretches == ((0, pytest.approx(20 * EACH)), (pytest.approx(30 * EACH), WIDTH))
    assert bar.x > 30 * EACH
    assert len(artist(drawn(Marks((told,))), "treatments").get_paths()) == 2


def test_uses_hang_under_a_bar_unless_it_is_daily(now: datetime):
    assert bars(one(now, "Bath", used=range(84))).bars[0].uses == ()
    told = one(now, "Bath", used=(0, 5))
    assert bars(told).bars[0].uses == (pytest.approx(EACH / 2, abs=0.1), pytest.approx(5.5 * EACH, abs=0.1))
    (strokes,) = artist(drawn(Marks((told,))), "uses-0").get_paths()
    assert len(strokes.vertices) == 4


def test_a_treatment_used_outside_its_days_has_its_uses_and_its_name(now: datetime):
    (bar,) = bars(one(now, "Bath", -9, -3, used=(40, 44))).bars
    assert bar.stretches == ()
    assert len(bar.uses) == 2
    assert bar.text == "Bath"
    assert (
        bars(
            Tried(
                a_treatment(now, start=date(2026, 5, 1), stop=date(2026, 6, 1), pauses=()),
                PERIOD,
                missed=(a_use(now, done=False),),
            )
        ).bars
        == ()
    )


def test_of_many_treatments_the_first_have_bars_and_the_others_are_counted(now: datetime):
    many = tuple(one(now, f"Treatment {n}", n=2 + n) for n in range(25))
    assert bars(*many).rows == ROWS
    figure = drawn(Marks(many))
    assert {"Treatments", "Treatment 0", "Treatment 4", "+ 20 more"} <= set(texts(figure))
    assert "Treatment 5" not in texts(figure)


def test_an_event_is_a_triangle_with_its_name_and_an_appointment_a_diamond(now: datetime):
    happened = an_event(now, start=PERIOD.start + timedelta(10), end=None, label="Busy day")
    visit = an_appointment(now, day=PERIOD.start + timedelta(40))
    figure = drawn(Marks((), (happened,), (visit,)))
    assert artist(figure, "events").get_marker() == "^"
    assert artist(figure, "appointments").get_marker() == "D"
    assert {"Events", "Busy day", "Dr. Weber"} <= set(texts(figure))
    assert "Appointments" in texts(drawn(Marks(appointments=(visit,))))


def test_names_that_meet_go_to_a_second_row_and_the_others_are_small_marks(now: datetime):
    found = moments(dict.fromkeys(range(10, 22, 2), "A weekend away"), now=now)
    assert [each.row for each in found.moments] == [0, 0, 1, 1, None, None] or found.rows == 2
    assert found.others
    happened = [an_event(now, n, start=PERIOD.start + timedelta(10 + n // 4), end=None) for n in range(40)]
    figure = drawn(Marks(events=tuple(happened)))
    assert len(artist(figure, "events-unnamed").get_xdata()) == len(happened) - texts(figure).count("Flu")
    assert f"+ {40 - texts(figure).count('Flu')} more" in texts(figure)


def test_a_name_at_the_end_stands_before_its_mark_and_appointments_come_first(now: datetime):
    (last,) = moments({83: "A weekend away"}, now=now).moments
    assert last.text_x < last.x
    found = moments(dict.fromkeys(range(40, 44), "A weekend away"), visits=(41,), now=now)
    assert found.moments[0].appointment
    assert found.moments[0].row == 0


def test_what_lasts_is_a_band_from_its_first_day_to_its_last(now: datetime):
    flu = an_event(now, start=PERIOD.start - timedelta(3), end=PERIOD.start + timedelta(9))
    figure = drawn(Marks(events=(flu, an_event(now, 6, start=END, end=None))))
    (band,) = artist(figure, "event-bands").get_paths()
    where = artist(figure, "spread-ruler").get_segments()[0]
    share = band.get_extents().width / (where[1][0] - where[0][0])
    assert share == pytest.approx(10 / 84)
    assert len(artist(figure, "event-edges").get_segments()) == 2


def test_flares_are_shaded_under_bars_and_named(now: datetime):
    flare = MoreSummary(flare=True)
    days = tuple(
        replace(logged_day(END - timedelta(n)), more=flare if n != 1 else MoreSummary()) for n in range(9, -1, -1)
    )
    figure = drawn(Marks(flares=flares_of(days)), days=days)
    assert len(artist(figure, "flares").get_paths()) == len(artist(figure, "flare-bars").get_paths()) == 2
    assert texts(figure).count("Flare") == 1
    assert not has(drawn(days=days), "flares")


def test_over_ten_years_a_day_of_flare_is_its_bar_alone():
    figure = drawn(Marks(flares=(Period(END, END),)), span=3650)
    assert artist(figure, "flares").get_paths() == []
    assert len(artist(figure, "flare-bars").get_paths()) == 1


def test_copied_maps_and_late_days_are_marked_by_form_where_there_are_any():
    days = (
        logged_day(END - timedelta(2), copied=True, places={}),
        replace(logged_day(END - timedelta(1)), entered_later=True),
        logged_day(END),
    )
    figure = drawn(days=days)
    assert artist(figure, "map-copied").get_marker() == "o"
    assert artist(figure, "entered-later").get_marker() == "v"
    assert len(artist(figure, "map-copied").get_xdata()) == 1
    assert {"Map copied", "Entered later"} <= set(texts(figure))
    assert not has(drawn(days=days[2:]), "map-copied")


def test_the_height_follows_the_lanes_and_the_marks(now: datetime):
    def height(marks: Marks = NO_MARKS, lanes: tuple[Lane, ...] = LANES) -> float:
        return timeline_height(LIGHT, PERIOD, (), marks, lanes)

    assert height(lanes=EVERY_LANE) - height() == pytest.approx(height() - height(lanes=LANES[:2]))
    assert height(much(now, 84)) > height() + 5 * LIGHT.small
    assert timeline_height(LIGHT, PERIOD) == timeline_height(LIGHT, PERIOD, (), NO_MARKS, LANES, NARROW)


def test_each_lane_can_stand_alone_and_overall_pain_has_squares():
    figure = drawn(lanes=EVERY_LANE)
    assert artist(figure, "overall-pain-days").get_marker() == "s"
    for lane in EVERY_LANE:
        alone = drawn(lanes=(lane,))
        assert has(alone, f"{lane.key}-days")
        assert sum(has(alone, f"{each.key}-days") for each in EVERY_LANE) == 1
        assert crowded(alone) == []


@pytest.mark.parametrize("span", [1, 3, 14, 90, 365, 3650])
@pytest.mark.parametrize(("width", "size"), [(585, 1.0), (585, 1.5), (846, 1.0), (1725, 1.5)])
def test_all_words_have_room(span: int, width: float, size: float, now: datetime):
    assert crowded(drawn(much(now, span), LIGHT.sized(size), width=width, span=span, lanes=EVERY_LANE)) == []


@pytest.mark.parametrize("of", [look("dark"), look("contrast")], ids=lambda of: of.name)
def test_all_words_have_room_in_the_other_looks(of: Look, now: datetime):
    assert crowded(drawn(much(now, 90), of, span=90)) == []


def test_ten_years_with_much_in_them_have_few_artists(now: datetime):
    assert len(drawn(much(now, 3650), span=3650).get_children()) < 110


def test_days_of_other_periods_do_not_change_where_a_day_is(now: datetime):
    figure = Figure(figsize=(10, 4))
    where = draw_timeline(figure, (), Period(date(2026, 11, 1), END), LIGHT, much(now, 30))
    assert where.day_at(where.x_of(END)) == END
