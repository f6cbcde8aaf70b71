"""The exchange file: a whole diary as JSON, version 1, as docs/format.md describes it."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from operator import attrgetter
from pathlib import Path
from typing import Any

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import AnyKept, Contents
from painmap.domain.course import UNTOLD, Course
from painmap.domain.exported import FORMAT, VERSION, exported
from painmap.domain.kept import Kept
from painmap.domain.kinds import KINDS, Kind
from painmap.domain.plain import shown
from painmap.domain.record import from_record
from painmap.domain.review import WeeklyReview
from painmap.domain.treatment import Use
from painmap.exchange.found import Found, together
from painmap.exchange.reading import content_of
from painmap.exchange.trouble import BadFile
from painmap.exchange.whole import write_whole

LARGEST = 100_000_000
"""Bytes; ten years of a full diary are about a tenth of it."""
FIRST_DAY = date(1900, 1, 1)
"""The earliest day that a check-in can be about."""
MOST_REFUSED = 1_000
"""Records that can't be taken, after which the file is read no further."""
_LONGEST_NUMBER = 18
_DAYS = ("day", "week_ending", "start", "at")
"""The fields of which a record has one, and by which a message names it."""
_FIELDS = frozenset(("format", "version", "exported_at", "check_ins", *(kind.list_name for kind in KINDS)))


class _Object(dict[str, Any]):
    """A JSON object that remembers whether it named a field twice."""

    repeated: str | None = None


def write(everything: Iterable[AnyKept], path: Path, exported_at: datetime) -> None:
    """Writes check-ins by day and then by when they were written, other records by day, with every field named.

    Raises BadFile where something is at that place already, an older export too: it may hold what this diary
    no longer does. Raises OSError where the place can't be written to.
    """
    text = exported(Contents.of(everything), exported_at)
    write_whole(text.encode(), path)


def read(path: Path, today: date) -> Contents:
    """What is in the file, in its order. Raises BadFile where anything in it can't be taken as it stands."""
    found = look(path, today)
    if found.refused:
        raise BadFile(f"{found.refused[0]} Nothing was imported.")
    return found.contents


def look(path: Path, today: date, course: Course = UNTOLD) -> Found:
    """What in the file can be taken, in its order, and what can't. Raises BadFile where it is no export at all.

    Uses of a treatment that is not taken are not taken either. Raises Cancelled where the course stops it.
    """
    text = _text(path)
    # Every object of the text, and then every record; braces in words only make it seem to take longer.
    going = iter(course.along(range(text.count("{") + text.count('"id"'))))
    everything = _parsed(text, path.name, going)
    file = _file(everything, path.name)
    refused: list[str] = []
    taken = _each(file["check_ins"], "check-in", lambda record: _check_in(record, today), refused, going)
    for kind in KINDS:
        taken += _each(_list(file, kind.list_name, path.name), kind.noun, _reader(kind, today), refused, going)
    return together(taken, refused, path.name)


def _each(
    records: list[Any],
    noun: str,
    read_one: Callable[[object], AnyKept],
    refused: list[str],
    going: Iterator[int],
) -> list[AnyKept]:
    found: dict[str, AnyKept] = {}
    for number, record in enumerate(records, start=1):
        next(going, None)
        try:
            _once(record)
            kept = read_one(record)
            if kept.id in found:
                raise ValueError(f"the id {kept.id} stands twice in the file")
        except ValueError as wrong:
            refused.append(f"{noun.capitalize()} {number}{_day_of(record)}: {wrong}.")
            if len(refused) > MOST_REFUSED:
                raise BadFile(f"{refused[0]} {MOST_REFUSED:,} more can't be taken. Nothing was imported.") from None
        else:
            found[kept.id] = kept
    return list(found.values())


def _text(path: Path) -> str:
    try:
        return content_of(path, LARGEST, " and can't be a diary; it was not read").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile(f"{path.name} is not a Painmap export (it is not UTF-8 text). Nothing was imported.") from None


def _parsed(text: str, name: str, going: Iterator[int]) -> object:
    def made(pairs: list[tuple[str, Any]]) -> _Object:
        next(going, None)
        return _object(pairs)

    try:
        return json.loads(text, object_pairs_hook=made, parse_int=_whole_number)
    except json.JSONDecodeError as wrong:
        if wrong.pos >= len(text.rstrip()) or wrong.msg.startswith("Unterminated string"):
            raise BadFile(f"{name} is empty or cut off before its end; export it again.") from None
        place = f"line {wrong.lineno}, column {wrong.colno}"
        raise BadFile(f"{name} is not a Painmap export (no JSON at {place}). Nothing was imported.") from None
    except RecursionError:
        raise BadFile(f"{name} is nested too deeply for a Painmap export. Nothing was imported.") from None


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                made.repeated = name
            seen.add(name)
    return made


def _whole_number(digits: str) -> int | float:
    """Numbers of absurd length, which no field takes, are not worked out to the last digit."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else float(digits)


def _file(everything: object, name: str) -> _Object:
    if not isinstance(everything, _Object) or everything.get("format") != FORMAT:
        raise BadFile(f'{name} is not a Painmap export (its "format" is not {FORMAT}). Nothing was imported.')
    version = everything.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise BadFile(f"{name} does not say which version of the format it has. Nothing was imported.")
    if version > VERSION:
        raise BadFile(
            f"{name} has version {version} of the format and this Painmap reads version {VERSION}; "
            "install the newer Painmap and import it again."
        )
    unknown = sorted(everything.keys() - _FIELDS)
    if unknown or everything.repeated is not None:
        field = shown(unknown[0] if unknown else everything.repeated)
        wrong = "has no field called" if unknown else "must not have twice the field"
        raise BadFile(f"{name}: a Painmap export {wrong} {field}. Nothing was imported.")
    if not isinstance(everything.get("check_ins"), list):
        raise BadFile(f'{name} has no list of "check_ins". Nothing was imported.')
    return everything


def _list(file: _Object, list_name: str, name: str) -> list[Any]:
    """A list that may be left out, as in a file that was written before there was such a thing."""
    given = file.get(list_name)
    if not isinstance(given, list | None):
        raise BadFile(f'{name}: "{list_name}" is not a list. Nothing was imported.')
    return given or []


def _check_in(record: object, today: date) -> CheckIn:
    check_in = from_record(record)
    _lived("the day", check_in.day, today)
    _not_from_the_future(check_in.changed_at, today)
    origin = check_in.carried_over.from_day if check_in.carried_over else None
    if origin is not None and not FIRST_DAY <= origin <= today:
        raise ValueError(f"carried_from, {origin}, is not a day from {FIRST_DAY} until today")
    return check_in


def _reader(kind: Kind[Any], today: date) -> Callable[[object], Kept]:
    """Days of reviews and uses have been lived; the others may be planned."""

    def read_one(record: object) -> Kept:
        kept: Kept = kind.from_record(record)
        if kept.written:
            _not_from_the_future(kept.written.changed_at, today)
        if isinstance(kept, WeeklyReview):
            _lived("the week ending", kept.day, today + timedelta(6))
        elif isinstance(kept, Use):
            _lived("the use on", kept.day, today + timedelta(1))
        else:
            _lived("the day", attrgetter("day")(kept), date.max)
        return kept

    return read_one


def _lived(what: str, day: date, latest: date) -> None:
    if day > latest:
        raise ValueError(f"{what} {day} is in the future")
    if day < FIRST_DAY:
        raise ValueError(f"{what} {day} is before {FIRST_DAY}")


def _not_from_the_future(changed_at: datetime, today: date) -> None:
    """A clock further east may already show tomorrow."""
    if changed_at.date() > today + timedelta(1):
        raise ValueError(f"it was written in the future, on {changed_at.date()}")


def _once(value: object, depth: int = 4) -> None:
    """Raises ValueError where a field stands twice, in the record or as deep inside as records go."""
    if not isinstance(value, _Object) or depth == 0:
        return
    if value.repeated is not None:
        raise ValueError(f"the field {shown(value.repeated)} stands twice")
    for inner in value.values():
        _once(inner, depth - 1)


def _day_of(record: object) -> str:
    given = record if isinstance(record, Mapping) else {}
    day = next((given[name] for name in _DAYS if name in given), None)
    found = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=T|$)", day) if isinstance(day, str) else None
    return f" ({found[0]})" if found else ""
