"""The forms in which a diary can be handed over, and the bytes of each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from painmap.domain.contents import Contents, amounts
from painmap.domain.course import UNTOLD, Course
from painmap.domain.exported import exported
from painmap.domain.period import Period
from painmap.domain.redaction import without


class Form(StrEnum):
    """What sort of file it is."""

    JSON = "json"
    DAYS = "csv-days"
    PLACES = "csv-places"
    WORKBOOK = "xlsx"
    FHIR = "fhir"

    @property
    def suffix(self) -> str:
        """How the name of such a file ends."""
        return {Form.DAYS: ".csv", Form.PLACES: ".csv", Form.WORKBOOK: ".xlsx"}.get(self, ".json")

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it holds besides check-ins, by the names of the lists."""
        match self:
            case Form.DAYS | Form.PLACES:
                return ()
            case Form.FHIR:
                return ("reviews",)
        return ("reviews", "treatments", "uses", "events", "appointments")


@dataclass(frozen=True)
class Handed:
    """What is handed over, and how: regions to leave out, whether notes go in, of which days (None for all).

    `mark` puts a byte order mark before CSV; `snomed` adds codes of SNOMED CT to FHIR.
    """

    form: Form = Form.JSON
    left_out: frozenset[str] = frozenset()
    notes: bool = True
    days: Period | None = None
    mark: bool = False
    snomed: bool = False

    @property
    def everything(self) -> bool:
        """Whether it is the whole diary as it is, private notes too: JSON of which nothing is left out."""
        return self.form is Form.JSON and self.notes and not self.left_out and self.days is None

    def of(self, contents: Contents) -> Contents:
        """What goes into the file."""
        if self.everything:
            return contents
        return without(contents, self.left_out, notes=self.notes, days=self.days)


def form_of(path: Path) -> Form:
    """The form that the name of a file stands for, JSON for a name that says nothing."""
    return {".csv": Form.DAYS, ".xlsx": Form.WORKBOOK}.get(path.suffix.lower(), Form.JSON)


def exported_text(contents: Contents, form: Form) -> str:
    """How much of what a file of this form holds: '57 check-ins, 8 weekly reviews'."""
    return amounts({name: count for name, count in contents.counts.items() if name in ("check_ins", *form.kinds)})


def file_of(contents: Contents, handed: Handed, exported_at: datetime, course: Course = UNTOLD) -> bytes:
    """The bytes of the file; `contents` is what `handed.of` gave. What only one form needs is imported by it.

    Raises Cancelled where the course stops it.
    """
    match handed.form:
        case Form.DAYS | Form.PLACES:
            from painmap.exchange.csv_file import csv_of
            from painmap.exchange.day_table import days
            from painmap.exchange.tables import places

            table = days if handed.form is Form.DAYS else places
            return csv_of(table(contents.check_ins), mark=handed.mark, course=course)
        case Form.WORKBOOK:
            from painmap.exchange.workbook import workbook_of

            return workbook_of(contents, exported_at, course)
        case Form.FHIR:
            from painmap.exchange.fhir import fhir_of

            return fhir_of(contents, exported_at, snomed=handed.snomed, whole=not handed.left_out, course=course)
        case Form.JSON:
            return exported(contents, exported_at, course).encode()
