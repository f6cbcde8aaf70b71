"""What is wrong with what was typed, as one sentence at each field; empty where it can be kept."""

from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import pairwise

from painmap.domain.event import LONGEST_QUESTION, MOST_QUESTIONS, EventKind
from painmap.domain.treatment import Treatment, Use
from painmap.domain.words import day_text

Days = tuple[date, date]
Problems = dict[str, str]
NO_NAME = "A name is missing: type what you call it."
NO_TIME = "Type the time in hours and minutes, such as 21:30."
NO_QUESTION = "A question has words in it: type some, or remove it."
NO_NEW_QUESTION = "Type the question first, then add it."
LATER = "This is still to come: choose a time up to now."


def treatment_problems(
    name: str, start: date, stop: date | None, pauses: Sequence[Days], uses: Sequence[Use]
) -> Problems:
    """Checks a treatment against itself and its uses."""
    found: Problems = {}
    if not name.strip():
        found["name"] = NO_NAME
    first = min((use.day for use in uses), default=None)
    if first is not None and first < start:
        found["start"] = (
            f"There is a use on {_day(first)}, before this start: choose an earlier day, or change that use."
        )
    if stop is not None and stop < start:
        found["stop"] = f"The stop is before the start, {_day(start)}: choose a later stop or an earlier start."
    if trouble := pauses_problem(start, stop, pauses):
        found["pauses"] = trouble
    return found


def pauses_problem(start: date, stop: date | None, pauses: Sequence[Days]) -> str:
    """What is wrong with the pauses: one that is backwards, outside the treatment, or over another."""
    for first, last in pauses:
        if last < first:
            return f"The pause from {_day(first)} ends before it begins: choose a later end."
        if first < start:
            return f"The pause from {_day(first)} begins before the treatment does: choose a later day, or remove it."
        if stop is not None and last > stop:
            return f"The pause to {_day(last)} goes on after the stop: choose an earlier end, or remove it."
    for one, other in pairwise(sorted(pauses)):
        if other[0] <= one[1]:
            return f"The pauses from {_day(one[0])} and from {_day(other[0])} overlap: change one, or remove it."
    return ""


def use_problems(treatment: Treatment, day: date, at: time | None, now: datetime) -> Problems:
    """Checks when a use was."""
    if day < treatment.start:
        return {"day": f"The treatment began on {_day(treatment.start)}: choose that day or a later one."}
    if at is None:
        return {"time": NO_TIME}
    if datetime.combine(day, at) > now.replace(tzinfo=None):
        return {"day" if day > now.date() else "time": LATER}
    return {}


def event_problems(kind: EventKind, label: str, start: date, end: date | None) -> Problems:
    """Checks an event against itself."""
    found: Problems = {}
    if kind is EventKind.OWN and not label.strip():
        found["label"] = NO_NAME
    if end is not None and end < start:
        found["end"] = f"The last day is before the first, {_day(start)}: choose a later one."
    return found


def question_problem(question: str, others: int) -> str:
    """Checks a question that is added or changed; `others` is how many there are besides."""
    if not question.strip():
        return NO_QUESTION
    if len(question) > LONGEST_QUESTION:
        return f"A question has at most {LONGEST_QUESTION} letters: make it two."
    if others >= MOST_QUESTIONS:
        return f"There are {MOST_QUESTIONS} questions already: remove one first."
    return ""


def typed_time(text: str) -> time | None:
    """A time of day as people type it: '21:30', '21.30', '2130', '9'; None where it is none."""
    text = text.strip().replace(".", ":").replace(" ", "")
    if text.isascii() and text.isdigit() and len(text) in (3, 4):
        text = f"{text[:-2]}:{text[-2:]}"
    hour, _, minute = text.partition(":")
    parts = (hour, minute or "0")
    if not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in parts):
        return None
    hours, minutes = (int(part) for part in parts)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def _day(day: date) -> str:
    return day_text(day, year=True)
