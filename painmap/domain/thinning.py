"""The names of backups, and which of them stay as they age."""

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

ALL_OF_DAYS, DAILY, WEEKLY, MONTHLY = 2, 12, 10, 9
_NAME = re.compile(r"painmap-(\d{4}-\d\d-\d\d-\d{6})(?:-(\d{1,6})-days-(\d{1,9})-entries)?(?:-([a-z0-9-]+))?\.diary")
_MOMENT = "%Y-%m-%d-%H%M%S"


@dataclass(frozen=True)
class Backup:
    """What the name of a backup says: when it was made, by the clock on the wall, and how much is in it.

    `days` are those with a check-in, `entries` all that is kept; None where an earlier version named it.
    """

    name: str
    taken: datetime
    days: int | None = None
    entries: int | None = None
    reason: str = ""
    """What it was made before, such as 'before-import'; empty where it was made by the clock."""

    @property
    def fullness(self) -> tuple[int, int]:
        """By what a fuller one is told from an emptier one."""
        return self.days or 0, self.entries or 0


def name_of(taken: datetime, days: int, entries: int, reason: str = "", again: int = 1) -> str:
    """The name of a backup; `again` tells those of one second apart."""
    ends = (reason, str(again) if again > 1 else "")
    stem = f"painmap-{taken.strftime(_MOMENT)}-{days}-days-{entries}-entries"
    return "-".join((stem, *filter(None, ends))) + ".diary"


def named(name: str) -> Backup | None:
    """The backup of this name; None where it is not named like one."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        taken = datetime.strptime(found[1], _MOMENT)  # noqa: DTZ007 - a name has no offset
    except ValueError:
        return None
    days, entries = (int(part) if part else None for part in found.group(2, 3))
    return Backup(name, taken, days, entries, found[4] or "")


def newest_of(backups: Iterable[Backup], now: datetime) -> Backup | None:
    """The latest backup made until now; one from the future, of a clock that was wrong, only where there is no other.

    Of those of one second the fuller one.
    """
    return next(iter(in_order(backups, now)), None)


def in_order(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """The latest first, of those of one second the fuller one; those from the future, of a wrong clock, last."""
    at = now.replace(tzinfo=None)
    latest = sorted(backups, key=lambda each: (each.taken, each.fullness, each.name), reverse=True)
    return (*(b for b in latest if b.taken <= at), *(b for b in latest if b.taken > at))


def fullest_of(backups: Iterable[Backup]) -> Backup | None:
    """The backup with most days, of several the latest; None where no name says how much is in it."""
    counted = (each for each in backups if each.days is not None)
    return max(counted, key=lambda each: (each.fullness, each.taken, each.name), default=None)


def to_keep(names: Iterable[str], today: date) -> set[str]:
    """Which files stay: all backups of today and yesterday, then the last of 12 days, of 10 weeks and of 9 months.

    Days, weeks and months without a backup don't count. An emptier backup never takes the place of a fuller one:
    where the last of a day, week or month has less in it than an earlier one, both stay, and so does the fullest of
    all. Backups from the future stay: a clock was wrong. So does what is not named like a backup.
    """
    known: Mapping[str, Backup | None] = {name: named(name) for name in names}
    backups = [backup for backup in known.values() if backup]
    first = today - timedelta(ALL_OF_DAYS - 1)
    old = sorted((b for b in backups if b.taken.date() < first), key=lambda b: (b.taken, b.name), reverse=True)
    kept = known.keys() - {backup.name for backup in old}
    for how_many, stretch in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        stretches: dict[Hashable, list[Backup]] = {}
        for backup in old:
            if stretch(backup.taken) in stretches or len(stretches) < how_many:
                stretches.setdefault(stretch(backup.taken), []).append(backup)
        for those in stretches.values():
            kept |= {those[0].name, max(those, key=lambda b: b.fullness).name}
        old = [backup for backup in old if stretch(backup.taken) not in stretches]
    fullest = fullest_of(backups)
    return kept | ({fullest.name} if fullest else set())


def _day(taken: datetime) -> Hashable:
    return taken.date()


def _week(taken: datetime) -> Hashable:
    return taken.isocalendar()[:2]


def _month(taken: datetime) -> Hashable:
    return taken.year, taken.month
