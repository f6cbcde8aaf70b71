"""What is said of backups: when the last good one was made, how much is in it, and what to do where one failed."""

from datetime import date, datetime, timedelta

from painmap.domain.thinning import Backup
from painmap.domain.words import counted, day_text
from painmap.storage.second_place import There

FAILED = "The last backup did not work. The diary itself is safe."
NO_BACKUP = "No backup yet"
ONE_PLACE = "Only on this computer. A USB stick or a synced folder would have it too if this computer is lost."
WEEK = timedelta(7)
_REASONS = {
    "before-import": "before an import",
    "before-restore": "before a restore",
    "before-undo": "before a restore was undone",
    "before-delete": "before something was deleted",
}


def when_text(taken: datetime, today: date) -> str:
    """A moment as it is told: 'today 08:11', 'yesterday 14:02', 'Mon 16 Nov 14:02'."""
    day = taken.date()
    near = {today: "today", today - timedelta(1): "yesterday"}
    return f"{near.get(day) or day_text(day, weekday=True, year=day.year != today.year)} {taken:%H:%M}"


def amount_of(backup: Backup) -> str:
    """How much is in it: '212 days'; of one without a check-in its entries; empty where its name does not say."""
    if backup.days is None:
        return ""
    return counted(backup.days, "day") if backup.days else counted(backup.entries or 0, "entry", "entries")


def last_good(backup: Backup | None, today: date) -> str:
    """When the last good backup was made: 'Last good backup today 08:11, 212 days'."""
    if backup is None:
        return NO_BACKUP
    return ", ".join(filter(None, (f"Last good backup {when_text(backup.taken, today)}", amount_of(backup))))


def fuller_text(last: Backup | None, fullest: Backup | None, today: date) -> str:
    """That a fuller backup is kept, where the last one has fewer days; else empty."""
    if last is None or fullest is None or fullest.fullness <= last.fullness or last.days is None:
        return ""
    return f"A fuller one of {when_text(fullest.taken, today)}, {amount_of(fullest)}, is kept too."


def place_text(there: There | None, today: date) -> str:
    """Where else backups are copied to, and whether that place is there now."""
    if there is None:
        return ONE_PLACE
    last = f"The last copy there is of {when_text(there.last.taken, today)}." if there.last else "No copy there yet."
    if there.trouble:
        return f"{there.trouble} {last}"
    if there.here:
        return f"Also in {there.place}. {last}"
    return f"{there.place} is away. {last} It is copied there when it is back."


def reason_text(backup: Backup) -> str:
    """What it was made before, in words; empty where it was made by the clock or by the button."""
    if backup.reason.startswith("before-version"):
        return "before an update"
    return next((said for name, said in _REASONS.items() if backup.reason.startswith(name)), "")


def overdue_text(last: Backup | None, today: date) -> str:
    """The line on Today where there was no good backup for a week."""
    if last is None:
        return "There is no backup of this diary yet."
    days = (today - last.taken.date()).days
    return f"The last good backup is {counted(days, 'day')} old."
