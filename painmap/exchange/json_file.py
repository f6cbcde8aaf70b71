"""The exchange file: a whole diary as JSON, version 1, as docs/format.md describes it."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from painmap.domain.checkin import CheckIn
from painmap.domain.record import from_record, shown, to_record
from painmap.exchange.trouble import BadFile
from painmap.exchange.whole import write_whole

FORMAT = "painmap-diary"
VERSION = 1
LARGEST = 100_000_000
"""Bytes; ten years of a full diary are about a tenth of it."""
FIRST_DAY = date(1900, 1, 1)
"""The earliest day that a check-in can be about."""
_LONGEST_NUMBER = 18
_FIELDS = frozenset(("format", "version", "exported_at", "check_ins"))


class _Object(dict[str, Any]):
    """A JSON object that remembers whether it named a field twice."""

    repeated: str | None = None


def write(check_ins: Iterable[CheckIn], path: Path, exported_at: datetime) -> None:
    """Writes every check-in, by day and then by when it was written, with every field named.

    Raises BadFile where something is at that place already, an older export too: it may hold what this diary
    no longer does. Raises OSError where the place can't be written to.
    """
    in_order = sorted(check_ins, key=lambda c: (c.day, c.recorded_at, c.id))
    everything = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": exported_at.isoformat(),
        "check_ins": [to_record(check_in) for check_in in in_order],
    }
    text = json.dumps(everything, ensure_ascii=False, indent=1) + "\n"
    write_whole(text.encode(), path)


def read(path: Path, today: date) -> tuple[CheckIn, ...]:
    """The check-ins of the file, in its order. Raises BadFile where anything in it can't be taken as it stands."""
    everything = _parsed(_text(path), path.name)
    records = _records(everything, path.name)
    check_ins: dict[str, CheckIn] = {}
    for number, record in enumerate(records, start=1):
        try:
            check_in = _check_in(record, today)
            if check_in.id in check_ins:
                raise ValueError(f"the id {check_in.id} stands twice in the file")
        except ValueError as wrong:
            raise BadFile(f"Check-in {number}{_day_of(record)}: {wrong}. Nothing was imported.") from None
        check_ins[check_in.id] = check_in
    return tuple(check_ins.values())


def _text(path: Path) -> str:
    if path.is_dir():
        raise BadFile(f"{path} is a folder; choose the export file itself.")
    if not path.exists():
        raise BadFile(f"There is no file {path}; check the name and the folder.")
    if not path.is_file():
        raise BadFile(f"{path} is not a file that can be imported.")
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as wrong:
        raise BadFile(f"{path} can't be read ({wrong.strerror}); see that you may open it.") from None
    if len(content) > LARGEST:
        raise BadFile(f"{path.name} is larger than {LARGEST // 1_000_000} MB and can't be a diary; it was not read.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile(f"{path.name} is not a Painmap export (it is not UTF-8 text). Nothing was imported.") from None


def _parsed(text: str, name: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_whole_number)
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


def _records(everything: object, name: str) -> list[Any]:
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
    records = everything.get("check_ins")
    if not isinstance(records, list):
        raise BadFile(f'{name} has no list of "check_ins". Nothing was imported.')
    return records


def _check_in(record: object, today: date) -> CheckIn:
    _once(record)
    check_in = from_record(record)
    if check_in.day > today:
        raise ValueError(f"the day {check_in.day} is in the future")
    if check_in.day < FIRST_DAY:
        raise ValueError(f"the day {check_in.day} is before {FIRST_DAY}")
    # A clock further east may already show tomorrow.
    if check_in.changed_at.date() > today + timedelta(1):
        raise ValueError(f"it was written in the future, on {check_in.changed_at.date()}")
    origin = check_in.carried_over.from_day if check_in.carried_over else None
    if origin is not None and not FIRST_DAY <= origin <= today:
        raise ValueError(f"carried_from, {origin}, is not a day from {FIRST_DAY} until today")
    return check_in


def _once(value: object, depth: int = 4) -> None:
    """Raises ValueError where a field stands twice, in the record or as deep inside as records go."""
    if not isinstance(value, _Object) or depth == 0:
        return
    if value.repeated is not None:
        raise ValueError(f"the field {shown(value.repeated)} stands twice")
    for inner in value.values():
        _once(inner, depth - 1)


def _day_of(record: object) -> str:
    day = record.get("day") if isinstance(record, Mapping) else None
    if isinstance(day, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        return f" ({day})"
    return ""
