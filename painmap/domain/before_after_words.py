"""What is said of the days before and after, wherever they are compared."""

from datetime import date

from painmap.domain.before_after import Comparison, Part
from painmap.domain.thresholds import THRESHOLDS
from painmap.domain.words import day_text, number, signed

NOTHING_ELSE = "Nothing else is recorded as changed in these days."


def figures(part: Part) -> str:
    """One side: '7 (5 to 8)'; where nothing was answered, that."""
    if part.median is None:
        return "Not answered"
    return f"{number(part.median)} ({part.lowest} to {part.highest})"


def days_words(part: Part) -> str:
    """How complete one side is: '9 of 14, 5 missing'."""
    return f"{part.logged} of {len(part.days)}" + (f", {part.missing} missing" if part.missing else "")


def change_words(comparison: Comparison, thing: str = "point") -> str:
    """The change: '−1 point, −14%', without percent where the first median is 0; '' where there is none."""
    points = comparison.points
    if points is None:
        return ""
    said = f"{signed(points)} {thing if abs(points) == 1 else thing + 's'}"
    if comparison.percent is None:
        return said
    return f"{said}, {signed(comparison.percent)}%"


def threshold_words() -> str:
    """What was published about changes of pain, with its sources."""
    told = "; ".join(f"{each.text} ({each.source})" for each in THRESHOLDS["pain_change"])
    return f"Published for pain: {told}."


def also_words(others: tuple[tuple[date, str], ...]) -> str:
    """What else changed: 'Also in these days: Infection on 15 Oct, TENS started on 11 Nov.'"""
    if not others:
        return NOTHING_ELSE
    return "Also in these days: " + ", ".join(f"{what} on {day_text(day)}" for day, what in others) + "."
