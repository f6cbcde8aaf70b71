"""Bringing a diary of an earlier version up to date, after a copy of it."""

from datetime import datetime
from sqlite3 import Error

from painmap.storage.backups import BACKUPS, keep_copy
from painmap.storage.database import Database
from painmap.storage.schema import Step, build
from painmap.storage.trouble import DiaryTrouble
from painmap.storage.verifying import verify


def bring_up_to_date(database: Database, now: datetime, steps: tuple[Step, ...]) -> None:
    """Takes the tables to their last version, all or nothing. Raises DiaryTrouble."""
    version = database.version
    folder = database.path.parent / BACKUPS
    keep_copy(database, folder, now, f"before-version-{len(steps)}")
    try:
        with database.writing() as connection:
            build(connection, steps)
            database.check(steps)
            verify(database)
    except Error as error:
        raise DiaryTrouble(
            f"The diary {database.path} could not be brought from version {version} to {len(steps)} and was left"
            f" as it is; a copy is in {folder}, so go back to the version of Painmap you had before.",
            str(error),
        ) from error
