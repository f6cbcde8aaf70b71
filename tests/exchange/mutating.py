"""Files that went wrong: a good export changed in one place or several, as a seed says."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

HOSTILE: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 5, 10, 11, 5.0, 5.5, 1e300, -0.0, 10**40, float("nan"), float("inf"), float("-inf")),
    *("", " ", "5", "x" * 50_000, "\x00", "\u202e\u2066abc", "\ud800", "\ufeff", "=1+1", "2026-03-15", "2026-02-30"),
    *(
        "9999-12-31",
        "0001-01-01",
        "2026-03-15T20:10:00+01:00",
        "9999-12-31T23:59:59-23:59",
        "0001-01-01T00:00:00+23:59",
    ),
    *(
        "00000000-0000-4000-8000-000000000000",
        "front-left-knee",
        "aching",
        "../../etc/passwd",
        "<b>&amp;",
        "%s{0}\\u0000",
    ),
    *([], {}, [[]], [None], {"": None}, {"intensity": 5}, {"__proto__": 1}, [{"id": 1}] * 3),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in the file."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in inner:
        yield from places(each, (*path, name))


def mutated(good: Any, seed: int) -> bytes:
    """The file with one to three changes to its values, or to its text."""
    chance = random.Random(seed)
    changed = copy.deepcopy(good)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        changed = _changed(changed, chance)
    text = json.dumps(changed, ensure_ascii=chance.random() < 0.5)
    content = text.encode("utf-8", "surrogatepass")
    return _torn(content, chance) if chance.random() < 0.25 else content


def _changed(value: Any, chance: random.Random) -> Any:
    path = chance.choice(list(places(value)))
    if not path:
        return chance.choice((*HOSTILE, _deep(chance.choice((20, 100, 300)))))
    holder = value
    for name in path[:-1]:
        holder = holder[name]
    name = path[-1]
    match chance.randrange(6):
        case 0 if isinstance(holder, dict):
            del holder[name]
        case 1 if isinstance(holder, dict):
            holder[str(chance.choice(HOSTILE))[:2000]] = holder.pop(name)
        case 2 if isinstance(holder, list):
            holder.append(copy.deepcopy(holder[name]))
        case 3:
            holder[name] = _deep(chance.choice((5, 100, 300)))
        case _:
            holder[name] = copy.deepcopy(chance.choice(HOSTILE))
    return value


def _deep(levels: int) -> Any:
    made: Any = 1
    for level in range(levels):
        made = [made] if level % 2 else {"a": made}
    return made


def _torn(content: bytes, chance: random.Random) -> bytes:
    """Cut, with bytes that were turned, a piece that stands twice, or a piece that is not JSON."""
    at = chance.randrange(len(content) + 1)
    match chance.randrange(6):
        case 0:
            return content[:at]
        case 1:
            return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
        case 2:
            piece = content[at : at + chance.randrange(200)]
            return content[:at] + piece + content[at:]
        case 3:
            return content[:at] + b'{"a":' * chance.choice((10, 2_000, 100_000)) + content[at:]
        case 4:
            return content[:at] + chance.choice(
                (b"NaN", b"-Infinity", b"1" * 10_000, b"1e999", b"\xff", b"\xed\xa0\x80")
            )
        case _:
            return chance.choice((b"\xff\xfe", b"\xef\xbb\xbf", b"PK\x03\x04", b"SQLite format 3\x00")) + content


def mutated_table(good: str, seed: int) -> bytes:
    """A table with one to three cells changed, or its text."""
    chance = random.Random(seed)
    lines = [line.split(";") for line in good.splitlines()]
    for _ in range(chance.choice((1, 1, 2, 3))):
        line = chance.choice(lines)
        match chance.randrange(4):
            case 0:
                line.append(_cell(chance))
            case 1 if len(line) > 1:
                line.pop(chance.randrange(len(line)))
            case _:
                line[chance.randrange(len(line))] = _cell(chance)
    text = chance.choice(("\n", "\r\n", "\r")).join(chance.choice((";", ";", ",", "\t")).join(line) for line in lines)
    content = text.encode("utf-8", "surrogatepass")
    return _torn(content, chance) if chance.random() < 0.25 else content


def _cell(chance: random.Random) -> str:
    return chance.choice(
        (
            *(str(each) for each in HOSTILE if not isinstance(each, dict | list)),
            *(
                "31.02.2026",
                "1e400",
                "-5",
                "٥",
                "5\n6",
                '"',
                '""',
                "'=1",
                "x;y",
                "5,5",
                "100 %",
                "7/100",
                "0/0",
                "15 Mar 2026",
            ),
        )
    )
