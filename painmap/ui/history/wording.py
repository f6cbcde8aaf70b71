"""What History says in words: the names of days, what a day was like, where a check-in comes from."""

from collections.abc import Sequence
from datetime import date, datetime
from statistics import fmean

from painmap.domain.checkin import CheckIn
from painmap.domain.summary import DaySummary, summarise
from painmap.domain.words import LONG_MONTHS, LONG_WEEKDAYS, counted, day_text, long_day_text, number

NO_ENTRY = "No entry"


def long_month(day: date) -> str:
    """The month of a day in full: 'November 2026'."""
    return f"{LONG_MONTHS[day.month - 1]} {day.year}"


def day_name(day: date, today: date) -> str:
    """A day as a heading, its year only where it is another one: 'Wednesday 18 November'."""
    if day.year != today.year:
        return long_day_text(day)
    return f"{LONG_WEEKDAYS[day.weekday()]} {day.day} {LONG_MONTHS[day.month - 1]}"


def spoken_day(day: date, summary: DaySummary | None, today: date) -> str:
    """What a screen reader says for a day of the calendar."""
    name = day_name(day, today) + (", today" if day == today else "")
    if day > today:
        return f"{name}, still to come"
    if summary is None:
        return f"{name}: {NO_ENTRY}"
    said = [_spoken_pain(summary.worst_pain)]
    said.append("fatigue not answered" if summary.fatigue is None else f"fatigue {summary.fatigue.worst}")
    if summary.check_ins > 1:
        said.append(f"{summary.check_ins} check-ins")
    if summary.carried_over:
        said.append("carried over")
    if summary.entered_later:
        said.append("entered later")
    return f"{name}: {', '.join(said)}"


def day_sentence(check_ins: Sequence[CheckIn]) -> str:
    """What was said on one day, in one line: 'Worst pain 8. Fatigue 5 to 8, mean 6.5. 12 regions.'."""
    summary = next(iter(summarise(check_ins)), None)
    if summary is None:
        return NO_ENTRY
    parts = [_pain(summary.worst_pain), _fatigue([c.fatigue for c in check_ins if c.fatigue is not None])]
    if summary.regions:
        parts.append(counted(len(summary.regions), "region"))
    return " ".join(f"{part}." for part in parts)


def logged(days: int, of: int) -> str:
    """How many days have an entry: '18 of 22 days logged'."""
    return f"{days} of {counted(of, 'day')} logged"


def heading_of(check_in: CheckIn) -> str:
    """When a check-in was made; one entered on a later day has no hour of its own."""
    return "Check-in" if check_in.entered_later else f"{check_in.recorded_at:%H:%M}"


def map_line(check_in: CheckIn) -> str:
    """The map of a check-in in words."""
    if check_in.regions:
        return counted(len(check_in.regions), "region")
    return "No pain" if check_in.no_pain else "No region marked"


def origin_lines(check_in: CheckIn) -> list[tuple[str, str]]:
    """Icon and sentence for what sets a check-in apart: carried over, entered later, corrected."""
    lines = []
    if check_in.carried_over:
        lines.append(("copy", _carried(check_in)))
    if check_in.entered_later:
        lines.append(("clock", f"Entered later, written {_moment(check_in.recorded_at)}"))
    if check_in.changed_at.date() > check_in.recorded_at.date():
        lines.append(("clock", f"Corrected {_moment(check_in.changed_at)}"))
    return lines


def _carried(check_in: CheckIn) -> str:
    carried = check_in.carried_over
    if carried is None or carried.from_day is None:
        return "Carried over"
    changes = carried.changes(check_in.regions)
    what = counted(changes, "change") if changes else "unchanged"
    return f"Carried over from {day_text(carried.from_day, weekday=True)}, {what}"


def _moment(moment: datetime) -> str:
    return f"{day_text(moment.date(), weekday=True)} {moment:%H:%M}"


def _pain(worst: int | None) -> str:
    match worst:
        case None:
            return "Pain not answered"
        case 0:
            return "No pain that day"
    return f"Worst pain {worst}"


def _spoken_pain(worst: int | None) -> str:
    text = _pain(worst)
    return text if worst == 0 else text[0].lower() + text[1:]


def _fatigue(given: Sequence[int]) -> str:
    if not given:
        return "Fatigue not answered"
    if min(given) == max(given):
        return f"Fatigue {given[0]}"
    return f"Fatigue {min(given)} to {max(given)}, mean {number(fmean(given))}"
