"""Tables of a diary as plain values, which CSV files and workbooks write in their own ways."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from painmap.domain.about import About, Sense, Trigger
from painmap.domain.checkin import CheckIn, Quality, RegionPain
from painmap.domain.regions import regions

Cell = int | float | bool | date | datetime | str | None
"""None is "not answered"."""
APART = "; "
"""Between several words in one cell."""
_ABOUT = ("sleep", "thinking", "mood", "stiffness_minutes")
_EFFORT = ("effort", "effort_delay_hours", "effort_duration_hours", "effort_severity")
_SAID = ("flare", "triggers", "rash", "fever")
PLACES_HEADINGS = (
    *("check_in", "day", "written_at", "changed_at"),
    *("region", "label", "side", "view", "intensity", "qualities", "swollen"),
    *("overall_pain", "fatigue", "copied", "copied_from"),
    *_ABOUT,
    *(f"sensitivity_{sense}" for sense in Sense),
    *_EFFORT,
    *_SAID,
    *("by_someone_else", "private_note", "note"),
)


@dataclass(frozen=True)
class Table:
    """Rows of values under headings; a name of a few letters that a sheet can have."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def places(check_ins: Iterable[CheckIn]) -> Table:
    """One row a region and check-in, by day; a check-in without a region has one row, in which the region is empty.

    What a check-in says of the whole day stands in each of its rows.
    """
    in_order = sorted(check_ins, key=lambda c: (c.day, c.recorded_at, c.id))
    return Table("Places", PLACES_HEADINGS, tuple(row for check_in in in_order for row in _rows(check_in)))


def _rows(check_in: CheckIn) -> Iterator[tuple[Cell, ...]]:
    copied = check_in.carried_over
    before = (check_in.id, check_in.day, check_in.recorded_at, check_in.changed_at)
    after = (
        *(check_in.overall_pain, check_in.fatigue),
        *(copied is not None, copied.from_day if copied else None),
        *_about(check_in.about),
        check_in.note or None,
    )
    if not check_in.regions:
        yield (*before, *[None] * 7, *after)
    for name, pain in check_in.regions.items():
        yield (*before, *_region(name, pain), *after)


def _region(name: str, pain: RegionPain) -> tuple[Cell, ...]:
    region = regions()[name]
    felt = APART.join(quality.value for quality in Quality if quality in pain.qualities)
    return name, region.label, region.side.value, region.view.value, pain.intensity, felt or None, pain.swollen


def _about(about: About) -> tuple[Cell, ...]:
    effort = about.effort
    told = (effort.what or None, effort.delay_hours, effort.duration_hours, effort.severity) if effort else (None,) * 4
    return (
        *(about.sleep, about.thinking, about.mood, about.stiffness_minutes),
        *(about.sensitivity[sense].value if sense in about.sensitivity else None for sense in Sense),
        *told,
        *(about.flare, triggers_text(about.triggers), about.rash, about.fever),
        *(about.by_someone_else, about.private_note),
    )


def triggers_text(triggers: frozenset[str]) -> str | None:
    """The offered ones in their order, then the patient's own tags by the alphabet."""
    offered = [each.value for each in Trigger if each in triggers]
    return APART.join((*offered, *sorted(triggers - set(Trigger)))) or None
