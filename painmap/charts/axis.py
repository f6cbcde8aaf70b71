"""The date axis at the foot of a chart."""

from painmap.charts.dates import date_ticks
from painmap.charts.sheet import Sheet, width_of
from painmap.domain.period import Period


def date_axis(sheet: Sheet, period: Period, left: float, right: float, y: float) -> None:
    """A line from left to right at y, with dates below.

    On the screen a tick is where a day begins and the date follows it; on paper both are at the middle of the day.
    """
    look, each = sheet.look, (right - left) / len(period)
    colour = look.ink if look.on_paper else look.muted
    marks = [((left, y), (right, y))]
    for day, label in date_ticks(period, right - left, look.small):
        x = left + each * ((day - period.start).days + (0.5 if look.on_paper else 0))
        shift = -0.5 * width_of(label, look.small) if look.on_paper else 0.2 * look.small
        if x + shift + width_of(label, look.small) > sheet.width:
            continue
        marks.append(((x, y), (x, y + 0.4 * look.small)))
        sheet.say(x + shift, y + 1.35 * look.small, label, size=look.small, colour=colour)
    sheet.strokes(marks, "dates", colour if look.on_paper else look.line, 0.4)
