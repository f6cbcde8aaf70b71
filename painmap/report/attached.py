"""The data that a report can carry inside its PDF: what was handed over, in the form of an export."""

from datetime import datetime

from painmap.domain.contents import Contents
from painmap.domain.exported import exported


def attached(handed_over: Contents, made_at: datetime) -> bytes:
    """The exchange file of what a report is made from, once what is private or not wanted was left out of it.

    The same contents and moment give the same bytes, and any Painmap can import them. Raises ValueError where a
    private note is among them: it must not have come as far as this.
    """
    if any(each.about.private_note for each in handed_over.check_ins):
        raise ValueError("a private note was handed over")
    return exported(handed_over, made_at).encode()
