"""Measures what goes out of the diary and comes into it: an import of ten years, and files for others."""

import shutil
from collections.abc import Callable
from pathlib import Path

from bench_diary import NOW, TEN_YEARS
from bench_row import Row, median_of

from painmap.domain.contents import Contents
from painmap.domain.course import UNTOLD
from painmap.domain.sample import sample
from painmap.exchange import json_file
from painmap.exchange.forms import Form, Handed, file_of
from painmap.exchange.found import Found, preview
from painmap.paths import DIARY_FILE
from painmap.storage import backups
from painmap.storage.beside import beside
from painmap.storage.diary import Diary
from painmap.ui.moving.looked import look

_FORMS = {"JSON": Form.JSON, "CSV, a row a region": Form.PLACES, "a workbook": Form.WORKBOOK, "FHIR": Form.FHIR}
_BAR_S = 5.0
"""Seconds that an import of ten years may take as a whole."""


def exchanging(folder: Path) -> list[Row]:
    """The rows; files are made in a new folder below this one, which goes afterwards."""
    own = folder / "exchange"
    own.mkdir()
    contents = sample(TEN_YEARS, NOW.date(), 1, NOW)
    file = own / "ten-years.json"
    json_file.write(contents, file, NOW)
    rows = [
        _row("bring ten years into an empty diary: look, backup, write", _importing(own, file, Contents()), _BAR_S),
        _row("the same into a diary that has half of them", _importing(own, file, _half(contents)), _BAR_S),
        *(_row(f"write ten years as {name}", _writing(contents, form)) for name, form in _FORMS.items()),
    ]
    shutil.rmtree(own)
    return rows


def _row(what: str, work: Callable[[], object], bar: float | None = None) -> Row:
    return Row(what, "s", median_of(work, 3, warm=False) / 1000, bar=bar)


def _half(contents: Contents) -> Contents:
    """Every second check-in, and none of the other records."""
    return Contents(contents.check_ins[::2])


def _importing(folder: Path, file: Path, there: Contents) -> Callable[[], object]:
    """All that happens between choosing the file and the word that it is in the diary, each time in a new diary."""
    made = 0

    def bring_in() -> None:
        path = ready.pop()
        looked = look(file, path, NOW.date())(UNTOLD)
        assert isinstance(looked.found, Found)
        assert preview(looked.there, looked.found).brings
        with beside(path, for_writing=True) as diary:
            if not diary.empty:
                backups.before("import", diary, path.parent / backups.BACKUPS, NOW)
            assert diary.merge(looked.found.contents).added

    def diary_of() -> Path:
        nonlocal made
        made += 1
        path = folder / f"{len(there)}-{made}" / DIARY_FILE
        with Diary.open(path, NOW) as diary:
            diary.merge(there)
        return path

    ready = [diary_of() for _ in range(3)]
    return bring_in


def _writing(contents: Contents, form: Form) -> Callable[[], object]:
    return lambda: file_of(contents, Handed(form), NOW)
