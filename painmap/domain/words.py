"""Days, numbers and counts as they are written: English, and the same under every locale."""

from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIRST_HALF = ("January", "February", "March", "April", "May", "June")
LONG_MONTHS = (*_FIRST_HALF, "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MINUS = "\N{MINUS SIGN}"


def day_text(day: date, year: bool = False, weekday: bool = False) -> str:
    """A day: '9 Feb', '9 Feb 2026', 'Mon 9 Feb'."""
    text = f"{day.day} {MONTHS[day.month - 1]}"
    if weekday:
        text = f"{WEEKDAYS[day.weekday()]} {text}"
    return f"{text} {day.year}" if year else text


def long_day_text(day: date, weekday: bool = True) -> str:
    """A day in full: 'Monday 9 February 2026'."""
    text = f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}"
    return f"{LONG_WEEKDAYS[day.weekday()]} {text}" if weekday else text


def month_text(day: date, year: bool = True) -> str:
    """The month of a day: 'Feb 2026', or 'Feb'."""
    return f"{MONTHS[day.month - 1]} {day.year}" if year else MONTHS[day.month - 1]


def number(value: float) -> str:
    """A number with at most one decimal: '7', '6.5', '2,390', with a real minus sign."""
    text = f"{abs(value):,.1f}".removesuffix(".0")
    return MINUS + text if value < 0 and text != "0" else text


def halves_number(value: float) -> str:
    """A median of whole numbers as a figure on the map: '7', '6½', '½'."""
    whole, half = divmod(round(abs(value) * 2), 2)
    text = f"{whole}½" if whole and half else "½" if half else str(whole)
    return MINUS + text if value < 0 and text != "0" else text


def signed(value: float) -> str:
    """A change in points: '+2', '−1.5', '0'."""
    return f"+{number(value)}" if number(value) != "0" and value > 0 else number(value)


def counted(count: float, thing: str, things: str = "") -> str:
    """A count with its noun: '1 day', '2,390 days', '1 entry'."""
    return f"{number(count)} {thing if count == 1 else things or thing + 's'}"
