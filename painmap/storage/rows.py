"""Check-ins as rows of the diary's tables, and rows as check-ins."""

import sqlite3
from collections import defaultdict
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain
from painmap.domain.record import digest
from painmap.storage.database import Database
from painmap.storage.trouble import DiaryDamaged


def read(database: Database, which: str = "TRUE", *values: object) -> tuple[CheckIn, ...]:
    """The check-ins for which the condition holds, by day and moment of writing; three queries for any number.

    Each is compared with the digest it was kept with. Raises DiaryTrouble.
    """
    pains: defaultdict[str, dict[str, RegionPain]] = defaultdict(dict)
    copied: defaultdict[str, dict[str, int]] = defaultdict(dict)
    owners = "" if which == "TRUE" else f"WHERE check_in_id IN (SELECT id FROM check_in WHERE {which})"
    given = values if owners else ()
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT id, digest, day, recorded_at, changed_at, overall_pain, fatigue, note, carried_over,"
            f" carried_from FROM check_in WHERE {which}",
            values,
        ).fetchall()
        try:
            for owner, region, *pain in connection.execute(
                f"SELECT check_in_id, region, intensity, qualities, swollen FROM region_pain {owners}", given
            ):
                pains[owner][region] = _pain(*pain)
            for owner, region, intensity in connection.execute(
                f"SELECT check_in_id, region, intensity FROM carried_region {owners}", given
            ):
                copied[owner][region] = intensity
            found = [_verified(row, pains[row[0]], copied[row[0]]) for row in rows]
        except (ValueError, TypeError) as error:
            raise DiaryDamaged(database.path, str(error)) from error
    return tuple(sorted(found, key=lambda c: (c.day, c.recorded_at)))


def write(connection: sqlite3.Connection, check_in: CheckIn) -> None:
    """Puts the check-in in the place of one of the same id, inside the caller's transaction."""
    origin = check_in.carried_over
    remove(connection, check_in.id)
    connection.execute(
        "INSERT INTO check_in (id, day, recorded_at, changed_at, overall_pain, fatigue, note,"
        " carried_over, carried_from, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            digest(check_in),
        ),
    )
    connection.executemany(
        "INSERT INTO region_pain (check_in_id, region, intensity, qualities, swollen) VALUES (?, ?, ?, ?, ?)",
        [
            (check_in.id, region, pain.intensity, _in_order(pain.qualities), pain.swollen)
            for region, pain in check_in.regions.items()
        ],
    )
    connection.executemany(
        "INSERT INTO carried_region (check_in_id, region, intensity) VALUES (?, ?, ?)",
        [(check_in.id, region, intensity) for region, intensity in (origin.regions.items() if origin else ())],
    )


def remove(connection: sqlite3.Connection, id: str) -> None:
    """Takes the check-in out with its regions, inside the caller's transaction."""
    connection.execute("DELETE FROM check_in WHERE id = ?", (id,))


def _verified(row: tuple[Any, ...], pains: dict[str, RegionPain], copied: dict[str, int]) -> CheckIn:
    id_, kept_with, day, recorded_at, changed_at, overall_pain, fatigue, note, carried_over, carried_from = row
    origin = date.fromisoformat(carried_from) if carried_from else None
    check_in = CheckIn(
        id=id_,
        day=date.fromisoformat(day),
        recorded_at=datetime.fromisoformat(recorded_at),
        changed_at=datetime.fromisoformat(changed_at),
        overall_pain=overall_pain,
        fatigue=fatigue,
        regions=pains,
        note=note or "",
        carried_over=CarriedOver(origin, copied) if carried_over else None,
    )
    if digest(check_in) != kept_with:
        raise ValueError(f"check-in {id_} is not as it was kept")
    return check_in


@lru_cache(maxsize=4096)
def _pain(intensity: int, qualities: str, swollen: int) -> RegionPain:
    """Equal pains share one value: ten years have 43,800 of them and few kinds."""
    return RegionPain(intensity, frozenset(Quality(q) for q in qualities.split(",") if q), bool(swollen))


@lru_cache(maxsize=4096)
def _in_order(qualities: frozenset[Quality]) -> str:
    return ",".join(quality for quality in Quality if quality in qualities)
