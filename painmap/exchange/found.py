"""What was found in a file that is to be imported, and what would become of it, told before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from painmap.domain.contents import AnyKept, Contents, check_together
from painmap.domain.restoring import Way, amount_text, held_text, plan
from painmap.domain.treatment import Treatment, Use
from painmap.domain.words import counted


@dataclass(frozen=True)
class Found:
    """What can be taken, and in one sentence each what can't and why. `notes` say what was made of the values."""

    contents: Contents
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What an import would do: what is new, what is newer than the diary's own, what is the same, older or refused."""

    found: Found
    new: Contents
    newer: Contents
    same: int
    older: int

    @cached_property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What is in the file and what would become of it, each under its name."""
        shown = [
            ("In the file", held_text(self.found.contents)),
            ("New", amount_text(self.new)),
            ("Newer than in the diary", amount_text(self.newer)),
            ("The same", f"{self.same:,}"),
            ("Older, stays as in the diary", f"{self.older:,}"),
            ("Left out", f"{len(self.found.refused):,}"),
        ]
        return tuple(row for row in shown if row[0] in ("In the file", "New") or row[1] not in ("0", "Nothing"))

    @property
    def kept(self) -> Contents:
        """What would be written."""
        return Contents.of((*self.new, *self.newer))

    @property
    def brings(self) -> str:
        """What would be brought in: '212 check-ins', '212 check-ins and 31 others', or nothing."""
        told, others = len(self.kept.check_ins), len(self.kept.records)
        if not told:
            return counted(others, "record") if others else ""
        return counted(told, "check-in") + (f" and {counted(others, 'other')}" if others else "")


def together(taken: Iterable[AnyKept], refused: Iterable[str], name: str) -> Found:
    """What was found in the file of that name, without the uses that fit no treatment in it."""
    taken, refused = tuple(taken), list(refused)
    treatments = {each.id: each for each in taken if isinstance(each, Treatment)}
    fitting: list[AnyKept] = []
    for each in taken:
        try:
            if isinstance(each, Use):
                own = treatments.get(each.treatment_id)
                check_together([own] if own else [], [each])
        except ValueError as wrong:
            refused.append(f"{name}: {wrong}.")
        else:
            fitting.append(each)
    return Found(Contents.of(fitting), tuple(refused))


def preview(there: Contents, found: Found) -> Preview:
    """What comes of bringing this into a diary that holds `there`. Raises ValueError where uses would not fit."""
    planned = plan(there, found.contents, Way.MERGE)
    _check_after(there, planned.kept)
    written = {_key(each) for each in planned.kept}
    mine = {_key(each): each for each in there}
    others = [each for each in found.contents if _key(each) not in written]
    same = sum(mine[_key(each)] == each for each in others)
    return Preview(found, planned.added, planned.changed, same, len(others) - same)


def _check_after(there: Contents, kept: Contents) -> None:
    if kept.treatments or kept.uses:
        treatments = {each.id: each for each in (*there.treatments, *kept.treatments)}
        uses = {each.id: each for each in (*there.uses, *kept.uses)}
        check_together(treatments.values(), uses.values())


def _key(kept: AnyKept) -> tuple[type, str]:
    return type(kept), kept.id
