"""The days that a command is about: how they are typed, and the period that comes of them."""

import argparse
import re
from datetime import date

from painmap.commands.trouble import Refused
from painmap.domain.period import Period
from painmap.domain.plain import shown

LONGEST = 36_500
"""Days that a report, an export or a sample is about at most."""


def add_days(command: argparse.ArgumentParser, usual: str, *names: str) -> None:
    """Adds what says which days a command is about; `usual` is how many it is about where none are said."""
    told = f"the last N days until today ({usual})"
    command.add_argument("--last", *names, metavar="N", type=day_count, dest="days", help=told)
    command.add_argument("--from", metavar="DAY", dest="start", type=day, help="first day, such as 2026-03-15")
    command.add_argument("--to", metavar="DAY", dest="end", type=day, help="last day (today)")


def period_of(typed: argparse.Namespace, today: date) -> Period:
    """The last N days, 90 unless said, or those from one day until another or today. Raises Refused."""
    start, end = typed.start, typed.end
    if start is None:
        if end is not None:
            raise Refused("--to names the last day of a period; say with --from where it begins.")
        return Period.last(typed.days or 90, until=today)
    if typed.days is not None:
        raise Refused("--last and --from name two different periods; choose one of them.")
    end = end or today
    if end > today:
        raise Refused(f"--to {end} is in the future; choose a day until today.")
    if end < start:
        raise Refused(f"The period would end on {end}, before it begins on {start}; choose an earlier --from.")
    if len(Period(start, end)) > LONGEST:
        raise Refused(f"A period has at most {LONGEST:,} days; choose a later --from.")
    return Period(start, end)


def period_named(typed: argparse.Namespace, today: date) -> Period | None:
    """The days that were named, None where none were. Raises Refused."""
    if typed.days is typed.start is typed.end is None:
        return None
    return period_of(typed, today)


def day(text: str) -> date:
    """A day as it is typed. Raises ArgumentTypeError."""
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a day is written such as 2026-03-15, not {shown(text)}") from None


def day_count(text: str) -> int:
    """How many days, as it is typed. Raises ArgumentTypeError."""
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= LONGEST:
        raise argparse.ArgumentTypeError(f"days are a whole number from 1 to {LONGEST:,}, not {shown(text)}")
    return int(text)
