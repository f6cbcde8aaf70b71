"""Every figure of page one comes out of the rows of the diary file a second way, by plain SQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from printed import lines
from raw_rows import Rows, middle

from painmap.domain.about import About
from painmap.domain.checkin import CheckIn, Quality, RegionPain
from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.sample import sample
from painmap.domain.summary import summarise
from painmap.domain.words import number, signed
from painmap.report.facts import Report, report_of
from painmap.report.findings import Findings, findings
from painmap.report.grid import Paper
from painmap.report.typesetting import typeset
from painmap.storage.diary import Diary

END = date(2026, 11, 22)
DAYS = {"seed 7": 90, "seed 11": 84, "seed 23": 200, "rewritten": 61, "sparse": 30}
NBSP = "\N{NO-BREAK SPACE}"


def rewritten(now: datetime) -> Contents:
    """Corrections, second and third check-ins, days without pain or with nothing but a note, empty check-ins."""
    whole = sample(90, until=END, seed=5)
    kept = [
        each.rated("front-left-jaw", 9, each.recorded_at + timedelta(3)) if n % 4 == 0 else each
        for n, each in enumerate(whole.check_ins)
        if n % 7
    ]
    more = [
        replace(each, id=str(UUID(int=n + 1)), recorded_at=each.recorded_at + timedelta(minutes=9), **_second(n, each))
        for n, each in enumerate(kept)
        if n % 3 == 0
    ]
    return replace(whole, check_ins=(*kept, *more))


def _second(n: int, each: CheckIn) -> dict[str, object]:
    said: list[dict[str, object]] = [
        {"regions": {"back-right-buttock": RegionPain(8, frozenset({Quality.COLD}), swollen=True)}, "fatigue": 10},
        {"regions": {}, "overall_pain": 0, "fatigue": None, "carried_over": None},
        {"regions": {}, "overall_pain": None, "fatigue": None, "note": "", "about": About(private_note=True)},
        {"regions": {}, "overall_pain": None, "fatigue": 1, "note": "", "about": About(sleep=9, flare=True)},
    ]
    return {"changed_at": each.changed_at + timedelta(minutes=9), **said[n // 3 % len(said)]}


def sparse() -> Contents:
    """Eight days in a month, and a review."""
    whole = sample(90, until=END, seed=3)
    return replace(whole, check_ins=whole.check_ins[-24::3])


class Traced:
    """A diary file with the report about it and its rows."""

    def __init__(self, contents: Contents, days: int, path: Path, now: datetime) -> None:
        self.path, self.period = path, Period.last(days, END)
        with Diary.open(path, now) as diary:
            diary.keep(*contents)
        with Diary.read(path) as diary:
            kept = diary.contents(self.period)
        self.found: Findings = findings(summarise(kept.check_ins), self.period, kept, END)
        self.report: Report = report_of(self.found, now, "0.1.0")
        self.rows = Rows(path, self.period)

    def medians(self, what: str, where: str = "") -> float | None:
        return middle(self.rows.column(f"SELECT {what} FROM days WHERE {what} IS NOT NULL {where}"))

    def places(self, half: str = "") -> dict[str, tuple[int, int, float]]:
        """Each region that hurt: on how many days, of how many with a map, and the median of those days."""
        where = f"AND half = '{half}'" if half else ""
        of = self.rows.one(f"SELECT count(*) FROM days WHERE mapped {where}")
        names = self.rows.column("SELECT region FROM place WHERE region IN (SELECT region FROM hurt) ORDER BY n")
        found = {}
        for name in names:
            given = self.rows.column(f"SELECT intensity FROM hurt JOIN days USING (day) WHERE region = ? {where}", name)
            if given:
                found[name] = (len(given), of, middle(given))
        return found


@pytest.fixture(params=list(DAYS))
def traced(request: pytest.FixtureRequest, tmp_path: Path, now: datetime) -> Iterator[Traced]:
    which = request.param
    made = {"rewritten": lambda: rewritten(now), "sparse": sparse}
    contents = made[which]() if which in made else sample(DAYS[which] + 30, until=END, seed=int(which.split()[1]))
    found = Traced(contents, DAYS[which], tmp_path / "painmap.diary", now)
    yield found
    found.rows.close()


def test_days_entries_corrections_and_how_the_diary_was_kept(traced: Traced):
    rows, report, days = traced.rows, traced.report, len(traced.period)
    logged = rows.one("SELECT count(*) FROM days")
    entries, corrected = rows.one("SELECT sum(entries) FROM days"), rows.one("SELECT sum(corrected) FROM days")
    assert report.logged == f"{logged} of {days} days logged"
    assert f"{logged} days, {entries} entries, {corrected} corrected later" in report.trace
    mapped, copied = (
        rows.one("SELECT count(*) FROM days WHERE mapped"),
        rows.one("SELECT count(*) FROM days WHERE mapped AND copied"),
    )
    late = rows.one("SELECT count(*) FROM days WHERE late")
    gap = rows.one(
        "SELECT CAST(max(julianday(next) - julianday(day)) - 1 AS INTEGER) FROM (SELECT day, lead(day) OVER "
        "(ORDER BY day) AS next FROM (SELECT day FROM days UNION ALL SELECT date(start, '-1 day') FROM asked "
        "UNION ALL SELECT date(stop, '+1 day') FROM asked))"
    )
    assert report.mapped == str(mapped)
    assert report.kept == (
        f"Of the {logged} days: {mapped} with a map ({copied} copied) · {late} entered later · "
        f"longest gap {gap} day{'' if gap == 1 else 's'}"
    )


def test_the_typical_day_the_worst_place_and_the_halves(traced: Traced):
    typical, most, compared = traced.report.in_short
    pain, tired, spread = (traced.medians(what) for what in ("worst", "fatigue", "spread"))
    hurt = f"*{number(spread)} place{'' if spread == 1 else 's'}* hurt"
    assert typical == f"Typical logged day: worst pain *{number(pain)}/10*, fatigue *{number(tired)}/10*, {hurt}."
    (worst, days, of) = traced.rows.all(
        "SELECT region, count(*), (SELECT count(*) FROM days WHERE mapped) FROM hurt JOIN place USING (region) "
        "GROUP BY region ORDER BY sum(intensity) DESC, n LIMIT 1"
    )[0]
    assert most == (
        f"Most pain: *{regions()[worst].spoken}*, on {days} of {of} days, median {number(traced.places()[worst][2])}."
    )
    enough = (
        traced.rows.one(
            "SELECT min((SELECT count(*) FROM days WHERE half = h AND worst IS NOT NULL)) FROM "
            "(SELECT 'earlier' AS h UNION SELECT 'later')"
        )
        >= 5
    )
    if enough:
        for what in ("worst", "fatigue", "spread"):
            both = [number(traced.medians(what, f"AND half = '{half}'")) for half in ("earlier", "later")]
            assert f"({both[0]}{NBSP}to{NBSP}{both[1]})" in compared
    else:
        assert "too few" in compared


def test_each_figure_of_the_maps_and_of_the_change(traced: Traced):
    earlier, later = traced.places("earlier"), traced.places("later")
    for half, expected in (
        (traced.found.earlier, earlier),
        (traced.found.later, later),
        (traced.found.whole, traced.places()),
    ):
        assert {name: (p.days, p.of, p.median) for name, p in half.places.items()} == expected
        assert half.mapped == next((of for _, of, _ in expected.values()), half.mapped)
    if traced.found.compared:
        assert traced.found.changes == {
            name: _change(earlier.get(name), later.get(name))
            for name in traced.rows.column("SELECT region FROM place ORDER BY n")
            if name in earlier or name in later
        }
    for words, expected in ((traced.report.later, later), (traced.report.earlier, earlier)):
        if traced.found.compared:
            for name, (days, of, median) in expected.items():
                assert f"{regions()[name].short} {number(median)} on {days} of {of} days" in words.alt


def _change(before: tuple[int, int, float] | None, after: tuple[int, int, float] | None) -> float | str:
    if before and after and min(before[0], after[0]) >= 5:
        return after[2] - before[2]
    if after and not before and after[0] >= 5:
        return "new"
    if before and not after and before[0] >= 5:
        return "gone"
    return "few"


def test_the_five_places_with_their_days_medians_and_changes(traced: Traced):
    order = traced.rows.column(
        "SELECT region FROM hurt JOIN place USING (region) GROUP BY region ORDER BY sum(intensity) DESC, n LIMIT 5"
    )
    whole, earlier, later = traced.places(), traced.places("earlier"), traced.places("later")
    expected = []
    for name in order:
        change = _change(earlier.get(name), later.get(name)) if traced.found.compared else None
        told = "–" if change is None else {"few": "too few days"}.get(str(change), change)
        told = told if isinstance(told, str) else signed(told)
        expected.append((regions()[name].short, str(whole[name][0]), number(whole[name][2]), told))
    assert [(line.name, line.days, line.median, line.change) for line in traced.report.places] == expected


def test_the_weekly_counts(traced: Traced):
    table = traced.report.asked.weekly
    assert table is not None
    ends = [END - timedelta(7 * n) for n in reversed(range(len(traced.period) // 7))]
    weeks = [_week(traced.rows, end) for end in ends]
    assert table.logged == tuple(str(week["logged"]) for week in weeks[-6:])
    for line in table.lines:
        given = [week[line.short] for week in weeks]
        assert line.weeks == tuple("–" if each is None else str(each) for each in given[-6:])
        told = [each for each in given if each is not None]
        assert line.all == (f"{number(middle(told))} ({min(told)}–{max(told)})" if told else "–")


def _week(rows: Rows, end: date) -> dict[str, int | None]:
    during = "day > date(?1, '-7 days') AND day <= ?1"
    mapped = rows.one(f"SELECT count(*) FROM days WHERE mapped AND {during}", str(end))
    counted = {
        name: rows.one(
            f"SELECT count(DISTINCT nullif({what}, '')) FROM hurt JOIN place USING (region) WHERE {during}", str(end)
        )
        if mapped
        else None
        for name, what in (("WPI", "wpi"), ("Regions", "body"))
    }
    sss = rows.column(
        "SELECT (SELECT CASE WHEN count(value) = 6 THEN sum(value) END FROM json_each(record, '$.sss')) FROM "
        "weekly_review WHERE ?1 BETWEEN date(json_extract(record, '$.week_ending'), '-6 days') AND "
        "date(json_extract(record, '$.week_ending'), '+14 days') "
        "ORDER BY json_extract(record, '$.week_ending') DESC LIMIT 1",
        str(end),
    )
    severity = sss[0] if sss else None
    logged = rows.one(f"SELECT count(*) FROM days WHERE {during}", str(end))
    psd = None if severity is None or counted["WPI"] is None else counted["WPI"] + severity
    return {"logged": logged, "SSS": severity, "PSD": psd, **counted}


def test_the_days_of_each_quality_and_what_else_was_recorded(traced: Traced):
    counted = {
        quality: traced.rows.one(
            "SELECT count(DISTINCT day) FROM hurt WHERE ',' || qualities || ',' LIKE '%,' || ? || ',%'", quality.value
        )
        for quality in Quality
    }
    ranked = sorted((quality for quality in Quality if counted[quality]), key=lambda quality: -counted[quality])
    assert [(line.name, line.days) for line in traced.report.qualities] == [
        (quality.value, str(counted[quality])) for quality in ranked[:5]
    ]
    assert traced.report.asked.qualities[:6] == tuple(f"{quality.value} {counted[quality]}" for quality in ranked[:6])
    for key, told, unit in (
        ("stiffness_minutes", "Morning stiffness", " min"),
        ("sleep", "Woke unrefreshed", ""),
        ("thinking", "Trouble thinking", ""),
        ("mood", "Low mood", ""),
    ):
        given = traced.rows.column("SELECT max(value) FROM told WHERE key = ? GROUP BY day", key)
        days = f"{len(given)} day{'' if len(given) == 1 else 's'}"
        halves = _stiff_in_halves(traced.rows) if key == "stiffness_minutes" else ""
        expected = f"{told}: {number(middle(given))}{unit} ({days}{halves})."
        assert (expected in traced.report.asked.also) is bool(given)
    flares = traced.rows.one("SELECT count(DISTINCT day) FROM told WHERE key = 'flare' AND value = 1")
    assert any(text.startswith(f"In a flare on {flares} day") for text in traced.report.asked.also) is bool(flares)


def _stiff_in_halves(rows: Rows) -> str:
    earlier, later = (
        rows.column(
            "SELECT max(value) FROM told JOIN days USING (day) WHERE key = 'stiffness_minutes' AND half = ? "
            "GROUP BY day",
            half,
        )
        for half in ("earlier", "later")
    )
    if min(len(earlier), len(later)) < 5:
        return ""
    return f"; earlier half {number(middle(earlier))}, later {number(middle(later))}"


def test_the_uses_of_each_treatment_and_their_relief(traced: Traced):
    for line in traced.report.asked.tried:
        name = line.what.split(" · ")[0]
        uses = traced.rows.column(
            "SELECT json_extract(u.record, '$.relief') FROM treatment_use u JOIN treatment t ON t.id = u.treatment "
            "JOIN asked WHERE json_extract(t.record, '$.name') = ? AND json_extract(u.record, '$.done') "
            "AND substr(json_extract(u.record, '$.at'), 1, 10) BETWEEN start AND stop",
            name,
        )
        rated = [each for each in uses if each is not None]
        assert line.uses == (f"{len(uses)}×" if uses else "–")
        relief = f"{number(middle(rated))} % (n {len(rated)})" if rated else "not rated"
        assert line.relief == (relief if uses else "no use logged")


def test_the_medians_and_ranges_beside_the_timeline(traced: Traced):
    made = typeset(traced.report, traced.found, Paper.A4)
    said = [line.text for line in lines(made.pdf())]
    for what in ("worst", "fatigue", "spread"):
        given = traced.rows.column(f"SELECT {what} FROM days WHERE {what} IS NOT NULL")
        assert (f"median {number(middle(given))}" if len(given) >= 7 else f"{len(given)} days") in said
        assert f"range {min(given)}–{max(given)}" in said


def test_a_row_that_says_something_else_is_noticed(traced: Traced):
    with closing(sqlite3.connect(traced.path)) as file, file:
        file.execute("UPDATE region_pain SET intensity = 11 - intensity WHERE region = 'back-left-lower-back'")
        file.execute("DELETE FROM check_in WHERE number = (SELECT max(number) FROM check_in)")
    places = {name: (place.days, place.of, place.median) for name, place in traced.found.whole.places.items()}
    assert places != traced.places()
    assert f"{traced.rows.one('SELECT sum(entries) FROM days')} entries" not in traced.report.trace
