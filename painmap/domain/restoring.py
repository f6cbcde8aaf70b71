"""What a restore would do: what is in the file, what is there now, and what would be added, changed and lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import AnyKept, Contents, check_together
from painmap.domain.kinds import KINDS, record_text
from painmap.domain.record import digest
from painmap.domain.treatment import Treatment, Use
from painmap.domain.words import counted, day_text

NOTHING = "Nothing"
_LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)
"""When something was changed that does not say: anything that does is later."""


class Way(StrEnum):
    """How a backup is brought back."""

    MERGE = "merge"
    """What the diary lacks is added, and of what both have the version changed last stays. Nothing is lost."""
    REPLACE = "replace"
    """The diary becomes what the backup is."""


@dataclass(frozen=True)
class Plan:
    """What a restore adds, what it changes (as it becomes), and what is lost."""

    added: Contents
    changed: Contents
    lost: Contents

    @property
    def kept(self) -> Contents:
        """What is written."""
        return Contents.of((*self.added, *self.changed))

    @property
    def idle(self) -> bool:
        """Whether nothing would be another."""
        return not (len(self.added) or len(self.changed) or len(self.lost))

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What would be added, changed and lost, each in words."""
        return (
            ("Added", amount_text(self.added)),
            ("Changed", amount_text(self.changed)),
            ("Lost", amount_text(self.lost)),
        )

    def sentence(self) -> str:
        """What was done, in one sentence."""
        if self.idle:
            return "The diary had all of it already, so nothing was changed."
        parts = [
            f"{amount_text(each)} {what}"
            for each, what in ((self.added, "added"), (self.changed, "changed"), (self.lost, "taken out"))
            if len(each)
        ]
        return f"{'; '.join(parts)}."


def plan(there: Contents, found: Contents, way: Way) -> Plan:
    """What comes of bringing `found` back into a diary that holds `there`."""
    now = {_key(each): each for each in there}
    added = [each for each in found if _key(each) not in now]
    others = [(now[_key(each)], each) for each in found if _key(each) in now]
    changed = [
        each
        for mine, each in others
        if (way is Way.REPLACE or _changed_at(each) > _changed_at(mine)) and _mark(mine) != _mark(each)
    ]
    brought = {_key(each) for each in found}
    lost = [each for key, each in now.items() if key not in brought] if way is Way.REPLACE else []
    return Plan(Contents.of(added), Contents.of(changed), Contents.of(lost))


def latest_change(contents: Contents, now: datetime) -> datetime:
    """When something in it was changed last, but not before now: what is changed later was not in it."""
    return max((now, *map(_changed_at, contents)))


def sparing(planned: Plan, there: Contents, since: datetime) -> Plan:
    """The same plan, but what was written or changed after a moment stays, and so do the treatments of such uses."""
    later = [each for each in there if _changed_at(each) > since]
    stay = {_key(each) for each in later}
    stay |= {(Treatment, each.treatment_id) for each in later if isinstance(each, Use)}
    changed, lost = (
        Contents.of(each for each in part if _key(each) not in stay) for part in (planned.changed, planned.lost)
    )
    return Plan(planned.added, changed, lost)


def merged(*parts: Contents) -> Contents:
    """Everything of all parts, of each id the version changed last; uses that fit no treatment are left out."""
    found: dict[tuple[type, str], AnyKept] = {}
    for each in (each for part in parts for each in part):
        mine = found.get(_key(each))
        if mine is None or _changed_at(each) > _changed_at(mine):
            found[_key(each)] = each
    return fitting(found.values())


def fitting(everything: Iterable[AnyKept]) -> Contents:
    """Without the uses that have no treatment, or are from before it began."""
    everything = tuple(everything)
    treatments = {each.id: each for each in everything if isinstance(each, Treatment)}
    return Contents.of(each for each in everything if not isinstance(each, Use) or _fits(each, treatments))


def logged_days(contents: Contents) -> list[date]:
    """The days with a check-in, in order."""
    return sorted({check_in.day for check_in in contents.check_ins})


def held_text(contents: Contents) -> str:
    """What a diary or file holds: '212 days, 3 Mar to 22 Nov 2026', or 'Nothing'."""
    days = logged_days(contents)
    if days:
        return f"{counted(len(days), 'day')}, {span_text(days)}"
    return amount_text(contents)


def span_text(days: list[date]) -> str:
    """First and last day: '3 Mar to 22 Nov 2026', '22 Nov 2026'."""
    first, last = days[0], days[-1]
    if first == last:
        return day_text(last, year=True)
    return f"{day_text(first, year=first.year != last.year)} to {day_text(last, year=True)}"


def amount_text(contents: Contents) -> str:
    """How much of each kind: '340 check-ins on 212 days, 8 weekly reviews', or 'Nothing'."""
    counts = contents.counts
    days = len(logged_days(contents))
    said = [f"{counted(counts['check_ins'], 'check-in')} on {counted(days, 'day')}"] if days else []
    said += [counted(counts[kind.list_name], kind.noun, kind.nouns) for kind in KINDS if counts[kind.list_name]]
    return ", ".join(said) or NOTHING


def _fits(use: Use, treatments: dict[str, Treatment]) -> bool:
    if use.treatment_id not in treatments:
        return False
    try:
        check_together([treatments[use.treatment_id]], [use])
    except ValueError:
        return False
    return True


def _key(kept: AnyKept) -> tuple[type, str]:
    return type(kept), kept.id


def _mark(kept: AnyKept) -> str:
    return digest(kept) if isinstance(kept, CheckIn) else record_text(kept)


def _changed_at(kept: AnyKept) -> datetime:
    if isinstance(kept, CheckIn):
        return kept.changed_at
    return kept.written.changed_at if kept.written else _LONG_AGO
