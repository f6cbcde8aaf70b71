"""Writing all that one diary file has into another, where pages can't be copied: it is under another key, or none."""

from sqlite3 import Connection


def pour(source: Connection, target: Connection) -> None:
    """Fills an empty file with the tables, rows and marks of another, as they are. Raises sqlite3.Error."""
    target.execute("PRAGMA foreign_keys = OFF")
    target.execute("BEGIN IMMEDIATE")
    for name in ("application_id", "user_version"):
        (value,) = source.execute(f"PRAGMA {name}").fetchone()
        target.execute(f"PRAGMA {name} = {value}")
    for name, statement in _made(source, "table"):
        target.execute(statement)
        columns = [row[1] for row in source.execute(f"PRAGMA table_info({name})")]
        rows = source.execute(f"SELECT {', '.join(columns)} FROM {name}").fetchall()
        places = ", ".join("?" * len(columns))
        target.executemany(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({places})", rows)
    for _, statement in _made(source, "index"):
        target.execute(statement)
    target.execute("COMMIT")
    target.execute("PRAGMA foreign_keys = ON")


def _made(source: Connection, kind: str) -> list[tuple[str, str]]:
    query = "SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL ORDER BY rowid"
    return source.execute(query, (kind,)).fetchall()
