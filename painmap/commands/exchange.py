"""The commands that write the diary into files for others and bring files of others in."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from painmap.commands.exchange_options import FIELDS, NO_COLUMN
from painmap.commands.places import folder_of, not_lost, read_diary, writing
from painmap.commands.report_options import region_typed, split_typed
from painmap.commands.stopping import stoppable
from painmap.commands.trouble import Refused
from painmap.domain.contents import Contents
from painmap.domain.course import Course
from painmap.domain.period import Period
from painmap.domain.plain import shown
from painmap.exchange import json_file
from painmap.exchange.csv_import import check_ins_of, with_the_diarys_own
from painmap.exchange.foreign import ForeignTable, read_foreign
from painmap.exchange.forms import Form, Handed, exported_text, file_of, form_of
from painmap.exchange.found import Found, preview
from painmap.exchange.matching import Matching, guess, known, open_questions
from painmap.exchange.trouble import BadFile
from painmap.exchange.whole import write_whole
from painmap.paths import DIARY_FILE
from painmap.storage import backups
from painmap.storage.diary import Diary

TABLES = (".csv", ".tsv")
_SHOWN = 10
NOT_EXPORTED = "The export was stopped. No file was written."
NOT_IMPORTED = "The import was stopped. Nothing was brought in, and the diary is as it was."
_ASKED = {
    "day": "No column has days; name it with --day COLUMN.",
    "pain": "It can't be told which column is what; name one with --pain, --fatigue or --note COLUMN.",
    "order": "{day} can be read as two days; add --order dmy if the day comes first, --order mdy if the month does.",
    "pain_scale": "The scale of {pain} is not said; add --scale 10 for 0 to 10, or --scale 100 for 0 to 100.",
    "fatigue_scale": "The scale of {fatigue} is not said; add --scale 10 for 0 to 10, or --scale 100 for 0 to 100.",
}


def write_export(typed: argparse.Namespace, days: Period | None, now: datetime) -> str:
    """Writes the diary into a file, whole or what of it is handed over.

    Raises Refused, BadFile, DiaryTrouble, and Cancelled where it was stopped.
    """
    form = Form(typed.form) if typed.form else form_of(typed.out)
    left_out = frozenset(region_typed(name).id for name in split_typed(typed.leave_out))
    handed = Handed(form, left_out, not typed.without_notes, days, typed.bom, typed.snomed)
    with stoppable(NOT_EXPORTED) as course:
        with read_diary(typed.data_dir) as diary:
            contents = handed.of(diary.contents())
        with writing(typed.out):
            write_whole(file_of(contents, handed, now, course), typed.out, course=course)
    return f"Exported {exported_text(contents, form)} to {typed.out}."


def bring_in(typed: argparse.Namespace, now: datetime) -> str:
    """Brings a file in after a backup, or says what that would do.

    Raises Refused, BadFile, DiaryTrouble, and Cancelled where it was stopped.
    """
    with stoppable(NOT_IMPORTED) as course:
        return _bring_in(typed, now, course)


def _bring_in(typed: argparse.Namespace, now: datetime, course: Course) -> str:
    from painmap.lock import hold

    found, columns = _found(typed, now, course)
    folder = folder_of(typed.data_dir)
    not_lost(folder)
    if typed.dry_run:
        there = _there(folder)
        return "\n".join((*columns, *_told(there, with_the_diarys_own(found, there) if columns else found)))
    if found.refused and not typed.skip_bad:
        first, others = found.refused[0], len(found.refused) - 1
        more = f" {others:,} more can't be taken either." if others else ""
        raise BadFile(f"{first}{more} Nothing was imported; --skip-bad brings in the rest.")
    with hold(folder), Diary.open(folder / DIARY_FILE, now) as diary:
        saved = backups.before("import", diary, folder / backups.BACKUPS, now) if not diary.empty else None
        brought = with_the_diarys_own(found, diary.contents()) if columns else found
        merged = diary.merge(brought.contents, course)
    left = (f"{len(found.refused):,} left out.",) if found.refused else ()
    kept = () if saved is None else (f"The diary as it was before is in {saved}.",)
    return "\n".join((*columns, *merged.sentences(), *found.notes, *left, *kept))


def _found(typed: argparse.Namespace, now: datetime, course: Course) -> tuple[Found, tuple[str, ...]]:
    """What is in the file, and for a table what its columns were taken for."""
    file: Path = typed.file
    if file.suffix.lower() not in TABLES:
        if any(getattr(typed, name) is not None for name in (*FIELDS, "order", "scale")):
            raise Refused("Columns are those of a table; name a file that ends in .csv, or leave them out.")
        return json_file.look(file, now.date(), course), ()
    table = read_foreign(file)
    matching = _matched(table, typed)
    asked = open_questions(matching)
    if asked:
        raise Refused(_ASKED[asked[0]].format_map(_names(table, matching)))
    return check_ins_of(table, matching, now), tuple(_columns(table, matching))


def _matched(table: ForeignTable, typed: argparse.Namespace) -> Matching:
    matching = guess(table)
    chosen = {field: _column(table, name) for field in FIELDS if (name := getattr(typed, field)) is not None}
    if chosen:
        taken = {field: n for field in FIELDS if (n := getattr(matching, field)) not in chosen.values()}
        matching = known(table, Matching(**(taken | chosen)))
    scales = {f"{field}_scale": typed.scale for field in ("pain", "fatigue") if typed.scale}
    return replace(matching, **scales, order=typed.order or matching.order)


def _column(table: ForeignTable, name: str) -> int | None:
    if name == NO_COLUMN:
        return None
    if name in table.headings:
        return table.headings.index(name)
    if name.isdecimal() and 1 <= int(name) <= len(table.headings):
        return int(name) - 1
    raise Refused(f"{table.name} has no column {shown(name)}; it has {', '.join(map(shown, table.headings[:_SHOWN]))}.")


def _names(table: ForeignTable, matching: Matching) -> dict[str, str]:
    numbers = {field: getattr(matching, field) for field in FIELDS}
    return {field: shown(table.headings[n]) for field, n in numbers.items() if n is not None}


def _columns(table: ForeignTable, matching: Matching) -> Iterator[str]:
    for field, name in _names(table, matching).items():
        scale = getattr(matching, f"{field}_scale", None)
        yield f"{field.capitalize()} from the column {name}{f', 0 to {scale}' if scale else ''}."


def _there(folder: Path) -> Contents:
    if not (folder / DIARY_FILE).exists():
        return Contents()
    with read_diary(folder) as diary:
        return diary.contents()


def _told(there: Contents, found: Found) -> Iterator[str]:
    try:
        seen = preview(there, found)
    except ValueError as wrong:
        raise Refused(f"{wrong}, so nothing would be imported; change one of the two first.") from None
    yield from (f"{what}: {amount}." for what, amount in seen.rows)
    yield from found.notes
    yield from found.refused[:_SHOWN]
    if len(found.refused) > _SHOWN:
        yield f"And {len(found.refused) - _SHOWN:,} more that can't be taken."
    yield "Nothing was written; leave out --dry-run to bring it in."
