"""The tables of the diary, version by version."""

import sqlite3

APPLICATION_ID = 0x5061696E
"""Marks the file as a Painmap diary: "Pain" in ASCII."""

Step = tuple[str, ...]

_VERSION_1: Step = (
    """CREATE TABLE check_in (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    overall_pain INTEGER CHECK (overall_pain BETWEEN 0 AND 10),
    fatigue INTEGER CHECK (fatigue BETWEEN 0 AND 10),
    note TEXT CHECK (note <> ''),
    carried_over INTEGER NOT NULL CHECK (carried_over IN (0, 1)),
    carried_from TEXT CHECK (carried_from IS NULL OR carried_over = 1),
    digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT""",
    "CREATE INDEX check_in_by_day ON check_in (day)",
    """CREATE TABLE region_pain (
    check_in INTEGER NOT NULL REFERENCES check_in (number) ON DELETE CASCADE,
    region TEXT NOT NULL,
    intensity INTEGER NOT NULL CHECK (intensity BETWEEN 1 AND 10),
    qualities TEXT NOT NULL,
    swollen INTEGER NOT NULL CHECK (swollen IN (0, 1)),
    PRIMARY KEY (check_in, region)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE carried_region (
    check_in INTEGER NOT NULL REFERENCES check_in (number) ON DELETE CASCADE,
    region TEXT NOT NULL,
    intensity INTEGER NOT NULL CHECK (intensity BETWEEN 1 AND 10),
    PRIMARY KEY (check_in, region)
) STRICT, WITHOUT ROWID""",
)


def _kept(name: str, more: str = "") -> str:
    """A table of records, each as its text in JSON."""
    return f"""CREATE TABLE {name} (
    id TEXT NOT NULL PRIMARY KEY,{more}
    record TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT, WITHOUT ROWID"""


_VERSION_2: Step = (
    "ALTER TABLE check_in ADD COLUMN about TEXT CHECK (about <> '')",
    _kept("weekly_review"),
    _kept("treatment"),
    _kept("treatment_use", "\n    treatment TEXT NOT NULL REFERENCES treatment (id) DEFERRABLE INITIALLY DEFERRED,"),
    "CREATE INDEX treatment_use_by_treatment ON treatment_use (treatment)",
    _kept("event"),
    _kept("appointment"),
)

STEPS: tuple[Step, ...] = (_VERSION_1, _VERSION_2)
"""What leads from nothing to version 1, from 1 to 2, and so on. A step is never changed, only others added."""


def build(connection: sqlite3.Connection, steps: tuple[Step, ...]) -> None:
    """Takes the file from the version it has (0 for an empty one) to the last, inside the caller's transaction."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for step in steps[version:]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(steps)}")


def tables(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every table, index, trigger and view with the statement that makes it; SQLite's own left out."""
    return connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
