"""Check-ins from the table of another program, by a matching of its columns."""

from collections import Counter
from datetime import date, datetime
from uuid import UUID, uuid5

from painmap.domain.checkin import LONGEST_NOTE, CheckIn
from painmap.domain.contents import AnyKept, Contents
from painmap.domain.words import counted
from painmap.exchange.foreign import ForeignTable
from painmap.exchange.foreign_values import day_of_cell, is_nothing, rating_of_cell
from painmap.exchange.found import Found
from painmap.exchange.json_file import FIRST_DAY
from painmap.exchange.matching import SCALES, Matching

_SPACE = UUID("b4c7d1a6-0e1f-5c38-9f6d-3a1c2e7b9d50")
"""In which the ids of rows are worked out: the same row has the same id whenever it is brought in."""


def check_ins_of(table: ForeignTable, matching: Matching, now: datetime) -> Found:
    """A check-in for each row that says something. They are written now, about the days that the rows name.

    Rows that can't be taken are named with the reason. `matching` has to have no open questions.
    """
    told: list[CheckIn] = []
    refused: list[str] = []
    count = Counter[str]()
    for number, row in enumerate(table.rows, start=2):
        try:
            made = _check_in(row, matching, now, count)
        except ValueError as wrong:
            refused.append(f"Row {number}: {wrong}.")
        else:
            told += [made] if made else []
    return Found(Contents(tuple(told)), tuple(refused), _notes(count))


def with_the_diarys_own(found: Found, there: Contents) -> Found:
    """With what the diary already has of an earlier import as it is there now, so that it counts as the same."""
    mine = {check_in.id: check_in for check_in in there.check_ins}
    known: tuple[AnyKept, ...] = tuple(mine.get(each.id, each) for each in found.contents.check_ins)
    return Found(Contents.of(known), found.refused, found.notes)


def _check_in(row: tuple[str, ...], matching: Matching, now: datetime, count: Counter[str]) -> CheckIn | None:
    if matching.day is None or not row[matching.day]:
        raise ValueError("it has no day")
    day = day_of_cell(row[matching.day], matching.order)
    _lived(day, now.date())
    note = "" if matching.note is None or is_nothing(row[matching.note]) else row[matching.note]
    if len(note) > LONGEST_NOTE:
        raise ValueError(f"its note is longer than {LONGEST_NOTE:,} characters")
    pain = _rating(row, matching.pain, matching.pain_scale, count)
    fatigue = _rating(row, matching.fatigue, matching.fatigue_scale, count)
    if pain is None and fatigue is None and not note:
        count["empty"] += 1
        return None
    said = f"{day}|{pain}|{fatigue}|{note}"
    count[said] += 1
    return CheckIn(
        id=str(uuid5(_SPACE, f"{count[said]}|{said}")),
        day=day,
        recorded_at=now,
        changed_at=now,
        overall_pain=pain,
        fatigue=fatigue,
        note=note,
    )


def _rating(row: tuple[str, ...], number: int | None, scale: int | None, count: Counter[str]) -> int | None:
    if number is None:
        return None
    rating, rounded = rating_of_cell(row[number], scale or SCALES[0])
    count["rounded"] += rounded
    return rating


def _lived(day: date, today: date) -> None:
    if day > today:
        raise ValueError(f"the day {day} is in the future")
    if day < FIRST_DAY:
        raise ValueError(f"the day {day} is before {FIRST_DAY}")


def _notes(count: Counter[str]) -> tuple[str, ...]:
    said = (
        (count["rounded"], "rating was", "ratings were", "rounded to a whole number from 0 to 10"),
        (
            count["empty"],
            "row says",
            "rows say",
            "nothing and is left out" if count["empty"] == 1 else "nothing and are left out",
        ),
    )
    return tuple(f"{counted(n, one, many)} {what}." for n, one, many, what in said if n)
