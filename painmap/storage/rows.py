"""Check-ins as rows of the diary's tables, and rows as check-ins."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from painmap.domain.about import NOTHING_MORE, About
from painmap.domain.about_record import about_of, about_said
from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain
from painmap.domain.record import digest, digest_of, pain_text
from painmap.storage.database import Database
from painmap.storage.trouble import DiaryDamaged

NOT_AS_KEPT = (ValueError, TypeError, AttributeError)
"""What comes of rows that are damaged: values that can't be, and numbers where there were words."""

_COLUMNS = (
    "number, digest, id, day, recorded_at, changed_at, overall_pain, fatigue, note, carried_over, carried_from, about"
)
_PAIN_TEXTS = """SELECT check_in, group_concat(
    '"' || region || '":{"intensity":' || intensity || ',"qualities":['
    || CASE qualities WHEN '' THEN '' ELSE '"' || replace(qualities, ',', '","') || '"' END
    || '],"swollen":' || CASE swollen WHEN 0 THEN 'false' WHEN 1 THEN 'true' END || '}', ',')
FROM region_pain GROUP BY check_in"""
"""The regions of each check-in as the digest has them."""
_COMPARED: set[int] = set()
"""64 bits of each check-in that was as it was kept when it was compared with its digest in this run."""


@dataclass(frozen=True)
class _Kept:
    """A check-in as its rows have it. `pains` has each region's pain and its text, sorted by region."""

    row: tuple[Any, ...]
    pains: dict[str, tuple[RegionPain, str]]
    copied: dict[str, int]

    def verify(self) -> None:
        """Raises ValueError where it is not what it was when it was kept."""
        if not _as_kept(self.row, {name: text for name, (_, text) in self.pains.items()}, self.copied):
            raise ValueError(f"check-in {self.row[1]} is not as it was kept")

    def check_in(self) -> CheckIn:
        """The value of these rows."""
        _, id, day, recorded_at, changed_at, overall_pain, fatigue, note, carried_over, carried_from, about = self.row
        origin = date.fromisoformat(carried_from) if carried_from else None
        return CheckIn(
            id=id,
            day=date.fromisoformat(day),
            recorded_at=datetime.fromisoformat(recorded_at),
            changed_at=datetime.fromisoformat(changed_at),
            overall_pain=overall_pain,
            fatigue=fatigue,
            regions={name: pain for name, (pain, _) in self.pains.items()},
            note=note or "",
            carried_over=CarriedOver(origin, self.copied) if carried_over else None,
            about=about_of(json.loads(about)) if about else NOTHING_MORE,
        )


def read(database: Database, which: str = "", *values: object) -> tuple[CheckIn, ...]:
    """The check-ins for which the condition holds, by day and moment of writing.

    Each is compared with the digest it was kept with. Raises DiaryTrouble.
    """
    with database.reading() as connection, sound(database):
        found = [kept.check_in() for kept in _verified(connection, which, values)]
    return tuple(sorted(found, key=lambda c: (c.day, c.recorded_at)))


def one(connection: sqlite3.Connection, number: int) -> CheckIn:
    """The check-in of this number. Raises ValueError where it is not there as it was kept, and what SQLite raises."""
    (kept,) = _verified(connection, "number = ?", (number,))
    return kept.check_in()


def verify(database: Database) -> None:
    """Compares every check-in with the digest it was kept with. Raises DiaryTrouble.

    SQLite puts the regions in words, which is quick. What does not fit so is looked at on its own before it counts as
    damaged: only there the order is sure in which the regions come. What is the same to the last letter as what was
    compared in this run before, as in the copy of a diary that was opened, is not worked out again.
    """
    with database.reading() as connection, sound(database):
        pains: dict[int, str] = dict(connection.execute(_PAIN_TEXTS).fetchall())
        copied = _copied(connection, "", ())
        for number, *row in connection.execute(f"SELECT {_COLUMNS} FROM check_in"):
            mark = hash((*row, pains.get(number), *copied[number].items()))
            if mark not in _COMPARED:
                if not _as_kept(row, pains.get(number, ""), copied[number]):
                    one(connection, number)
                _COMPARED.add(mark)


def write(connection: sqlite3.Connection, check_in: CheckIn) -> None:
    """Puts the check-in in the place of one of the same id, inside the caller's transaction."""
    origin = check_in.carried_over
    ((number,),) = connection.execute(
        "INSERT INTO check_in (id, day, recorded_at, changed_at, overall_pain, fatigue, note, carried_over,"
        " carried_from, about, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, recorded_at = excluded.recorded_at,"
        " changed_at = excluded.changed_at, overall_pain = excluded.overall_pain, fatigue = excluded.fatigue,"
        " note = excluded.note, carried_over = excluded.carried_over, carried_from = excluded.carried_from,"
        " about = excluded.about, digest = excluded.digest RETURNING number",
        (
            check_in.id,
            check_in.day.isoformat(),
            check_in.recorded_at.isoformat(),
            check_in.changed_at.isoformat(),
            check_in.overall_pain,
            check_in.fatigue,
            check_in.note or None,
            origin is not None,
            origin.from_day.isoformat() if origin and origin.from_day else None,
            _about_text(check_in.about),
            digest(check_in),
        ),
    ).fetchall()
    _write_regions(connection, number, check_in.regions, origin.regions if origin else {})


def remove(connection: sqlite3.Connection, id: str) -> None:
    """Takes the check-in out with its regions, inside the caller's transaction."""
    connection.execute("DELETE FROM check_in WHERE id = ?", (id,))


def _about_text(about: About) -> str | None:
    said = about_said(about)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) if said else None


def _write_regions(
    connection: sqlite3.Connection, number: int, pains: Mapping[str, RegionPain], copied: Mapping[str, int]
) -> None:
    connection.execute("DELETE FROM region_pain WHERE check_in = ?", (number,))
    connection.execute("DELETE FROM carried_region WHERE check_in = ?", (number,))
    connection.executemany(
        "INSERT INTO region_pain (check_in, region, intensity, qualities, swollen) VALUES (?, ?, ?, ?, ?)",
        [(number, name, pain.intensity, _in_order(pain.qualities), pain.swollen) for name, pain in pains.items()],
    )
    connection.executemany(
        "INSERT INTO carried_region (check_in, region, intensity) VALUES (?, ?, ?)",
        [(number, name, intensity) for name, intensity in copied.items()],
    )


@contextmanager
def sound(database: Database) -> Iterator[None]:
    """Rows that make no check-in, or another one than was kept, are damage."""
    try:
        yield
    except NOT_AS_KEPT as error:
        raise DiaryDamaged(database.path, str(error)) from error


def _verified(connection: sqlite3.Connection, which: str, values: tuple[object, ...]) -> Iterator[_Kept]:
    """Three queries for any number of check-ins."""
    where = f"WHERE {which}" if which else ""
    owned = f"WHERE check_in IN (SELECT number FROM check_in {where})" if which else ""
    pains: defaultdict[int, dict[str, tuple[RegionPain, str]]] = defaultdict(dict)
    for number, region, intensity, qualities, swollen in connection.execute(
        f"SELECT check_in, region, intensity, qualities, swollen FROM region_pain {owned} ORDER BY check_in, region",
        values,
    ):
        pains[number][region] = _pain(intensity, qualities, swollen)
    copied = _copied(connection, owned, values)
    for number, *row in connection.execute(f"SELECT {_COLUMNS} FROM check_in {where}", values):
        kept = _Kept(tuple(row), pains[number], copied[number])
        kept.verify()
        yield kept


def _copied(connection: sqlite3.Connection, owned: str, values: tuple[object, ...]) -> defaultdict[int, dict[str, int]]:
    copied: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for number, region, intensity in connection.execute(
        f"SELECT check_in, region, intensity FROM carried_region {owned}", values
    ):
        copied[number][region] = intensity
    return copied


def _as_kept(row: Sequence[Any], pains: Mapping[str, str] | str, copied: Mapping[str, int]) -> bool:
    kept_with, id, day, recorded_at, changed_at, overall_pain, fatigue, note, carried_over, carried_from, about = row
    now = digest_of(
        id=id,
        day=day,
        recorded_at=recorded_at,
        changed_at=changed_at,
        overall_pain=overall_pain,
        fatigue=fatigue,
        note=note,
        carried_over=carried_over,
        carried_from=carried_from,
        carried_regions=copied,
        regions=pains,
        about=json.loads(about) if about else {},
    )
    return bool(now == kept_with)


@lru_cache(maxsize=4096)
def _pain(intensity: int, qualities: str, swollen: int) -> tuple[RegionPain, str]:
    """Equal pains share one value: ten years have 43,800 of them and few kinds."""
    pain = RegionPain(intensity, frozenset(Quality(name) for name in qualities.split(",") if name), bool(swollen))
    return pain, pain_text(pain)


@lru_cache(maxsize=4096)
def _in_order(qualities: frozenset[Quality]) -> str:
    return ",".join(quality for quality in Quality if quality in qualities)
