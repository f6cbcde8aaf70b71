"""The records besides check-ins that were read, so that asking again costs nothing; never older than the diary."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from painmap.domain.contents import Contents
from painmap.domain.kinds import KINDS, K, Kind, kind_of
from painmap.domain.undo import Change

if TYPE_CHECKING:
    from painmap.domain.kept import Kept


class KnownRecords:
    """Reads each kind once, and again after a change to it. Raises DiaryTrouble where the diary can't be read."""

    def __init__(self, read: Callable[[Kind[Any]], tuple[Any, ...]]) -> None:
        self._ask = read
        self._read: dict[str, tuple[Kept, ...]] = {}
        self._all: Contents | None = None

    def of(self, kind: Kind[K]) -> tuple[K, ...]:
        """Every record of a kind, by day."""
        if kind.list_name not in self._read:
            self._read[kind.list_name] = self._ask(kind)
        return self._read[kind.list_name]  # type: ignore[return-value]  # a kind's list holds that kind

    def all(self) -> Contents:
        """Every record of every kind."""
        if self._all is None:
            self._all = Contents.of(kept for kind in KINDS for kept in self.of(kind))
        return self._all

    def note(self, change: Change) -> None:
        """Takes notice of a change to the diary: the kinds it is about are read again when they are asked for."""
        if change.everything:
            self._read.clear()
            self._all = None
        for kept in (*change.records_before, *change.records_after):
            self._read.pop(kind_of(kept).list_name, None)
            self._all = None
