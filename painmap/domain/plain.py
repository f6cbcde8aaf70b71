"""Reading plain values from a record; each raises ValueError with one plain sentence about what is wrong."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from painmap.domain.checkin import WORST

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    _DAY.pattern + r"T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)"
)
_Choice = TypeVar("_Choice", bound=StrEnum)


def shown(value: object) -> str:
    """A value from a file as an error message can show it: short, on one line, text in quotation marks."""
    match value:
        case str():
            return repr(value if len(value) <= 40 else f"{value[:39]}…")
        case list():
            return "a list"
        case Mapping():
            return "an object"
        case _:
            return json.dumps(value)


def named_fields(value: object, what: str) -> Mapping[str, Any]:
    """An object."""
    if not isinstance(value, Mapping):
        raise ValueError(f"{what} must be an object with named fields")
    return value


def only(fields: Mapping[str, Any], known: frozenset[str], what: str) -> None:
    """Nothing, where the object has no fields but these."""
    unknown = sorted(fields.keys() - known)
    if unknown:
        raise ValueError(f"{what} has no field called {shown(unknown[0])}")


def identity(value: object, what: str = "id") -> str:
    """A UUID, in small letters."""
    from uuid import UUID

    try:
        uuid = str(UUID(value)) if isinstance(value, str) else ""
    except ValueError:
        uuid = ""
    if not uuid or uuid != str(value).lower():
        raise ValueError(f"{what} must be a UUID such as 0b3c6a52-4f0e-4a8e-9d61-7f2f0c1d5e88")
    return uuid


def day_of(value: object, what: str) -> date:
    """A day."""
    try:
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{what} must be a day such as 2026-03-15, not {shown(value)}") from None


def moment_of(value: object, what: str) -> datetime:
    """A moment with its UTC offset."""
    try:
        if not isinstance(value, str) or not _MOMENT.fullmatch(value):
            raise ValueError
        return datetime.fromisoformat(value)
    except ValueError:
        example = "2026-03-15T20:10:00+01:00"
        raise ValueError(f"{what} must be a time with its UTC offset such as {example}, not {shown(value)}") from None


def whole(value: object, what: str, most: int = WORST) -> int | None:
    """A whole number from 0 to `most`, or None."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise ValueError(f"{what} must be a whole number from 0 to {most:,}, not {shown(value)}")
    return value


def text_of(value: object, what: str) -> str:
    """A text; empty where it is None."""
    if not isinstance(value, str | None):
        raise ValueError(f"{what} must be text, not {shown(value)}")
    try:
        (value or "").encode()
    except UnicodeEncodeError:
        raise ValueError(f"{what} has half a character (a lone surrogate) in it") from None
    return value or ""


def yes_or_no(value: object, what: str) -> bool | None:
    """True, False or None."""
    if not isinstance(value, bool | None):
        raise ValueError(f"{what} must be true or false, not {shown(value)}")
    return value


def yes(value: object, what: str) -> bool:
    """True, or False where it is None."""
    return bool(yes_or_no(value, what))


def choice(value: object, kinds: type[_Choice], what: str) -> _Choice:
    """One of the names of an enumeration."""
    if not isinstance(value, str) or value not in list(kinds):
        raise ValueError(f"{what} must be one of {', '.join(kinds)}, not {shown(value)}")
    return kinds(value)


def listed(value: object, what: str) -> list[Any]:
    """A list; empty where it is None."""
    if not isinstance(value, list | None):
        raise ValueError(f"{what} must be a list, not {shown(value)}")
    return value or []
