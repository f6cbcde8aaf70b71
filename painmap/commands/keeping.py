"""The commands that look whether the diary is sound, and copy it."""

from pathlib import Path

from painmap.commands.places import look_at_place, read_diary
from painmap.domain.contents import amounts
from painmap.domain.words import counted, day_text
from painmap.storage import backups


def check(data_dir: Path) -> str:
    """Verifies the whole diary and says how much there is in it."""
    with read_diary(data_dir) as diary:
        days = sorted({check_in.day for check_in in diary.all()})
        kept = diary.counts()
    if not any(kept.values()):
        return "The diary is sound and has no check-ins yet."
    if not days:
        return f"The diary is sound: {amounts(kept)}."
    when = f"{day_text(days[0], year=True)} to {day_text(days[-1], year=True)}"
    return f"The diary is sound: {counted(len(days), 'day')}, {amounts(kept)}, {when}."


def back_up(data_dir: Path, out: Path) -> str:
    """Writes a verified copy of the diary."""
    with read_diary(data_dir) as diary:
        look_at_place(out)
        backups.back_up(diary, out)
        return f"Backed up {amounts(diary.counts())} to {out}."
