"""Comparing all that a diary holds with the digests it was kept with."""

from painmap.storage import records, rows
from painmap.storage.database import Database


def verify(database: Database) -> None:
    """Compares everything with the digest it was kept with. Raises DiaryTrouble."""
    rows.verify(database)
    records.verify(database)
