"""Reading a file that somebody else made: no more of it than is bearable, and what is wrong in one sentence."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from painmap.exchange.trouble import BadFile


def content_of(path: Path, largest: int, too_large: str) -> bytes:
    """The bytes of a file, at most `largest`; `too_large` ends the sentence about one that has more. Raises BadFile."""
    if path.is_dir():
        raise BadFile(f"{path} is a folder; choose the file itself.")
    if not path.exists():
        raise BadFile(f"There is no file {path}; check the name and the folder.")
    if not path.is_file():
        raise BadFile(f"{path} is not a file that can be imported.")
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as wrong:
        raise BadFile(f"{path} can't be read ({wrong.strerror}); see that you may open it.") from None
    if len(content) > largest:
        raise BadFile(f"{path.name} is larger than {largest // 1_000_000} MB{too_large}.")
    return content


@contextmanager
def long_cells(longest: int) -> Iterator[None]:
    """Cells of CSV that are read meanwhile may have so many characters."""
    before = csv.field_size_limit(longest)
    try:
        yield
    finally:
        csv.field_size_limit(before)
