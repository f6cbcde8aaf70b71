"""Tables of a diary: each value where its heading says, and nothing made of what was not answered."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import given, settings
from kept_things import a_review, a_treatment, one_of_each
from strategies import diaries

from painmap.domain.about import About, Effort, Sense, Severity
from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain
from painmap.domain.contents import Contents
from painmap.domain.regions import regions
from painmap.domain.review import PEG, SSS
from painmap.domain.summary import summarise
from painmap.exchange.day_table import days
from painmap.exchange.record_tables import record_tables
from painmap.exchange.tables import Cell, Table, places

CET = timezone(timedelta(hours=1))
NOON = datetime(2026, 3, 15, 12, tzinfo=CET)
ID = "00000000-0000-4000-8000-000000000001"
BLANK = CheckIn(id=ID, day=NOON.date(), recorded_at=NOON, changed_at=NOON)
WHOLE = CheckIn(
    id=ID,
    day=date(2026, 3, 14),
    recorded_at=NOON,
    changed_at=NOON,
    overall_pain=6,
    fatigue=0,
    regions={
        "back-sacrum": RegionPain(3),
        "front-left-knee": RegionPain(5, frozenset([Quality.STIFF, Quality.ACHING]), swollen=True),
    },
    note="Long day",
    carried_over=CarriedOver(date(2026, 3, 12), {"back-sacrum": 3}),
    about=About(
        sleep=7,
        stiffness_minutes=45,
        sensitivity={Sense.LIGHT: Severity.MILD},
        effort=Effort("Stairs", 24, None, 2),
        flare=True,
        triggers=frozenset(["weather", "cats", "posture"]),
        fever=False,
    ),
)


def named(table: Table) -> list[dict[str, Cell]]:
    return [dict(zip(table.headings, row, strict=True)) for row in table.rows]


def only(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def test_a_place_and_check_in_has_one_row_with_all_that_was_said() -> None:
    knee, sacrum = named(places([WHOLE]))
    assert only(knee) == {
        "check_in": ID,
        "day": date(2026, 3, 14),
        "written_at": NOON,
        "changed_at": NOON,
        "region": "front-left-knee",
        "label": regions()["front-left-knee"].label,
        "side": "left",
        "view": "front",
        "intensity": 5,
        "qualities": "aching; stiff",
        "swollen": True,
        "overall_pain": 6,
        "fatigue": 0,
        "copied": True,
        "copied_from": date(2026, 3, 12),
        "sleep": 7,
        "stiffness_minutes": 45,
        "sensitivity_light": "mild",
        "effort": "Stairs",
        "effort_delay_hours": 24,
        "effort_severity": 2,
        "flare": True,
        "triggers": "posture; weather; cats",
        "fever": False,
        "by_someone_else": False,
        "private_note": False,
        "note": "Long day",
    }
    assert (sacrum["side"], sacrum["view"], sacrum["qualities"], sacrum["swollen"]) == ("midline", "back", None, False)


def test_a_check_in_without_a_region_has_a_row_too_and_zero_is_not_nothing() -> None:
    (row,) = named(places([BLANK.without_pain(NOON)]))
    assert (row["region"], row["intensity"], row["overall_pain"], row["fatigue"]) == (None, None, 0, None)


@given(diaries())
@settings(max_examples=40, deadline=None)
def test_every_region_of_every_check_in_is_there_once(diary: list[CheckIn]) -> None:
    rows = named(places(diary))
    told = {(c.id, name): pain.intensity for c in diary for name, pain in c.regions.items()}
    assert {(row["check_in"], row["region"]): row["intensity"] for row in rows if row["region"]} == told
    assert {row["check_in"] for row in rows} == {c.id for c in diary}
    assert [row["day"] for row in rows] == sorted(c.day for c in diary for _ in c.regions or [""])


def test_a_day_is_summed_up_in_one_row() -> None:
    second = WHOLE.rated("back-sacrum", 8, NOON).changed(NOON, id=ID[:-1] + "2", overall_pain=3, fatigue=None)
    (row,) = named(days([WHOLE, second]))
    assert only(row) == {
        "day": date(2026, 3, 14),
        "check_ins": 2,
        "worst_pain": 8,
        "overall_mean": 4.5,
        "overall_worst": 6,
        "fatigue_mean": 0,
        "fatigue_worst": 0,
        "spread": 2,
        "copied": True,
        "entered_later": True,
        "sleep_mean": 7,
        "sleep_worst": 7,
        "stiffness_minutes": 45,
        "sensitivity_light": "mild",
        "efforts": "Stairs, 24 h after; Stairs, 24 h after",
        "effort_severity": 2,
        "flare": True,
        "triggers": "posture; weather; cats",
        "fever": False,
        "by_someone_else": False,
        "front-left-knee": 5,
        "back-sacrum": 8,
    }


def test_a_day_without_a_map_is_told_from_one_without_pain() -> None:
    unmapped, painless = (named(days([c]))[0] for c in (BLANK.changed(NOON, fatigue=3), BLANK.without_pain(NOON)))
    assert (unmapped["spread"], unmapped["worst_pain"]) == (None, None)
    assert (painless["spread"], painless["worst_pain"]) == (0, 0)
    assert not any(each[name] for name in regions() for each in (unmapped, painless))


@given(diaries())
@settings(max_examples=40, deadline=None)
def test_there_is_a_row_for_each_logged_day_and_for_no_other(diary: list[CheckIn]) -> None:
    table = days(diary)
    assert [row[0] for row in table.rows] == [day.day for day in summarise(diary)]
    assert all(len(row) == len(table.headings) == len(set(table.headings)) for row in table.rows)


def test_other_records_have_a_table_each() -> None:
    reviews, treatments, uses, events, appointments = map(named, record_tables(Contents.of(one_of_each(NOON))))
    assert (reviews[0]["sss_total"], reviews[0]["peg_mean"], reviews[0]["sss_depression"]) == (9, 6, False)
    assert treatments[0]["pauses"] == "2026-02-16 to 2026-02-18"
    assert [(use["name"], use["done"], use["relief_percent"]) for use in uses] == [
        ("Ibuprofen", True, 40),
        ("Ibuprofen", False, None),
    ]
    assert events[0]["name"] == "Flu"
    assert appointments[0]["questions"] == "Why?\nWhat next?"


def test_what_a_record_does_not_say_is_empty() -> None:
    bare = a_treatment(NOON, plan="", pauses=(), side_effects="", note="")
    review = a_review(NOON, sss=SSS(fatigue=1), peg=PEG(pain=2))
    reviews, treatments, *_ = map(named, record_tables(Contents.of((bare, review))))
    assert only(treatments[0]).keys() == {"treatment", "kind", "name", "start"}
    assert only(reviews[0]).keys() == {"week_ending", "sss_fatigue", "peg_pain"}
