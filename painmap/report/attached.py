"""The data that a report can carry inside its PDF: what the period holds, without what stays private."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import Contents
from painmap.domain.event import next_appointment
from painmap.domain.exported import exported
from painmap.domain.period import Period
from painmap.domain.tried import tried


def attached(contents: Contents, period: Period, made_at: datetime) -> bytes:
    """The exchange file of the period, that of the same contents and moment the same; it can be imported again."""
    return exported(of_period(contents, period, made_at.date()), made_at).encode()


def of_period(contents: Contents, period: Period, today: date) -> Contents:
    """What a report about a period is made from: its days, what went on or was due in them, the next appointment.

    Notes that are kept out of reports are left out, and so is that there are any.
    """
    treatments = {each.treatment.id for each in tried(contents.treatments, contents.uses, period)}
    coming = next_appointment(contents.appointments, today)
    return Contents(
        check_ins=tuple(_without_private(each for each in contents.check_ins if each.day in period)),
        reviews=tuple(each for each in contents.reviews if each.week_ending in period),
        treatments=tuple(each for each in contents.treatments if each.id in treatments),
        uses=tuple(each for each in contents.uses if each.day in period),
        events=tuple(e for e in contents.events if e.start <= period.end and (e.end or e.start) >= period.start),
        appointments=tuple(each for each in contents.appointments if each.day in period or each is coming),
    )


def _without_private(check_ins: Iterable[CheckIn]) -> Iterable[CheckIn]:
    for each in check_ins:
        if each.about.private_note:
            yield replace(each, note="", about=replace(each.about, private_note=False))
        else:
            yield each
