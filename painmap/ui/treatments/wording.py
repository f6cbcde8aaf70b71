"""What the Treatments page says in words: kinds, moments, the lines of its lists, and what a change was."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from painmap.domain.event import Appointment, Event, EventKind
from painmap.domain.period import Period
from painmap.domain.treatment import Treatment, TreatmentKind, Use
from painmap.domain.words import LONG_MONTHS, LONG_WEEKDAYS, counted, day_text, long_day_text

KINDS = {
    TreatmentKind.MEDICATION: "Medication",
    TreatmentKind.PHYSIOTHERAPY: "Physiotherapy or rehabilitation",
    TreatmentKind.EXERCISE: "Exercise",
    TreatmentKind.INTERVENTION: "Pain-relief intervention",
    TreatmentKind.SELF_CARE: "Self-care",
}
EVENT_KINDS = {
    EventKind.INFECTION: "Infection",
    EventKind.INJURY: "Injury",
    EventKind.BUSY_DAY: "Busy day",
    EventKind.STRESS: "Stress",
    EventKind.TRAVEL: "Travel",
    EventKind.OWN: "Something else",
}
LONGEST_SAID = 28
_TAP = {
    TreatmentKind.MEDICATION: ("Took it", "taken"),
    TreatmentKind.PHYSIOTHERAPY: ("Did it", "done"),
    TreatmentKind.EXERCISE: ("Did it", "done"),
    TreatmentKind.INTERVENTION: ("Used it", "used"),
    TreatmentKind.SELF_CARE: ("Used it", "used"),
}


def tap_words(treatment: Treatment) -> str:
    """The button that logs a use: 'Took it', 'Did it', 'Used it'."""
    return _TAP[treatment.kind][0]


def use_said(treatment: Treatment, use: Use) -> str:
    """What logging a use was: 'Amitriptyline taken 14:05.'"""
    return f"{short(treatment.name)} {_TAP[treatment.kind][1]} {use.at:%H:%M}."


def use_named(treatment: Treatment, use: Use, today: date) -> str:
    """A use of any day: 'Amitriptyline taken Fri 20 Nov 21:30.'"""
    return f"{short(treatment.name)} {_TAP[treatment.kind][1]} {moment(use.at, today)}."


def missed_words(treatment: Treatment) -> str:
    """The choice for one that did not take place."""
    return "I missed this dose" if treatment.kind is TreatmentKind.MEDICATION else "I missed this session"


def uses_words(count: int) -> str:
    """'1 use', '24 uses'."""
    return counted(count, "use")


def deleted_said(name: str, uses: int = 0) -> str:
    """What deleting was: 'Amitriptyline and 24 uses deleted.'"""
    return f"{short(name)} and {uses_words(uses)} deleted." if uses else f"{short(name)} deleted."


def short(name: str, longest: int = LONGEST_SAID) -> str:
    """A name that fits a line: on one line, and cut with an ellipsis where it is long."""
    name = " ".join(name.split())
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"


def when(day: date, today: date) -> str:
    """A day in a line, its year only where it is another one: 'today', 'yesterday', 'Fri 20 Nov'."""
    match (today - day).days:
        case 0:
            return "today"
        case 1:
            return "yesterday"
    return day_text(day, year=day.year != today.year, weekday=day.year == today.year)


def moment(at: datetime, today: date) -> str:
    """A moment in a line: 'yesterday 21:30'."""
    return f"{when(at.date(), today)} {at:%H:%M}"


def on_day(day: date, today: date) -> str:
    """A day without its weekday, its year only where it is another one: '29 Oct', '29 Oct 2025'."""
    return day_text(day, year=day.year != today.year)


def days_text(period: Period, today: date) -> str:
    """A stretch of days: '3 Nov to 9 Nov', or '3 Nov'."""
    first, last = on_day(period.start, today), on_day(period.end, today)
    return first if len(period) == 1 else f"{first} to {last}"


def heading_day(day: date, today: date) -> str:
    """A day as a heading: 'Sunday 22 November', with its year where it is another one."""
    if day.year != today.year:
        return long_day_text(day)
    return f"{LONG_WEEKDAYS[day.weekday()]} {day.day} {LONG_MONTHS[day.month - 1]}"


def capital(text: str) -> str:
    """With a capital letter first."""
    return text[:1].upper() + text[1:]


def one_line(text: str) -> str:
    """What was typed, on one line."""
    return " ".join(text.split())


def treatment_lines(treatment: Treatment, uses: Sequence[Use], today: date) -> tuple[str, ...]:
    """The lines below a treatment's name in the list; `uses` are its own, newest first."""
    plan = one_line(treatment.plan)
    if treatment.stop is not None and treatment.stop < today:
        span = days_text(Period(treatment.start, treatment.stop), today)
        return (_joined(plan, span), *([capital(uses_words(len(uses)))] if uses else []))
    begun = treatment.start <= today
    since = f"{'since' if begun else 'from'} {on_day(treatment.start, today)}"
    if treatment.stop is not None:
        since += f", until {on_day(treatment.stop, today)}"
    first = _joined(plan, since)
    paused = next((pause for pause in treatment.pauses if today in pause), None)
    if paused:
        return first, f"Paused until {on_day(paused.end, today)}"
    return (first, last_line(uses, today)) if begun else (first,)


def last_line(uses: Sequence[Use], today: date) -> str:
    """When it was last used and how it went: 'Last: today 09:15, relief 40%'."""
    last = next((use for use in uses if use.done), None)
    if last is None:
        return "No use logged yet"
    relief = "" if last.relief is None else f", relief {last.relief}%"
    return f"Last: {moment(last.at, today)}{relief}"


def use_words(use: Use) -> str:
    """How a use went: 'Relief 30%, pain 7 before, 5 after', 'Relief not answered', 'Missed'."""
    parts = [] if use.done else ["Missed"]
    if use.done:
        parts.append("Relief not answered" if use.relief is None else f"Relief {use.relief}%")
    if use.pain_before is not None:
        parts.append(f"pain {use.pain_before} before" + ("" if use.pain_after is None else f", {use.pain_after} after"))
    elif use.pain_after is not None:
        parts.append(f"pain {use.pain_after} after")
    return ", ".join(parts) + (f". {one_line(use.side_effects)}" if use.side_effects.strip() else "")


def event_line(event: Event, today: date) -> str:
    """When an event was."""
    line = capital(when(event.start, today))
    if event.end is not None and event.end > event.start:
        line += f" to {on_day(event.end, today)}"
    return line if event.name == EVENT_KINDS[event.kind] else f"{line}, {EVENT_KINDS[event.kind].lower()}"


def appointment_name(appointment: Appointment) -> str:
    """Whom it is with, or simply that it is one."""
    return one_line(appointment.with_whom) or "Appointment"


def appointment_line(appointment: Appointment, today: date) -> str:
    """The day of an appointment and how near it is: 'Tuesday 1 December, in 9 days'."""
    days = (appointment.day - today).days
    near = {0: ", today", 1: ", tomorrow", -1: ", yesterday"}.get(days, "")
    if not near and days > 0:
        near = f", in {counted(days, 'day')}"
    return heading_day(appointment.day, today) + near


def questions_words(appointment: Appointment) -> str:
    """How many questions there are."""
    return counted(len(appointment.questions), "question") if appointment.questions else "No questions yet"


def yesterday(day: date) -> date:
    """The day before."""
    return day - timedelta(1)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
