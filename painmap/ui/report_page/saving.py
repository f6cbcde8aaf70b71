"""Saving the report as a file."""

import re
from pathlib import Path

from painmap.exchange.trouble import BadFile
from painmap.exchange.whole import write_whole
from painmap.ui.report_page.order import Order, file

_ANYTHING = re.compile(rb"")
"""The dialog has asked whether the file may be replaced."""


class SaveTrouble(Exception):
    """Why the report was not saved: str() is one sentence with a next step."""


def make(order: Order, suffix: str) -> bytes:
    """The report as the content of a file of that kind. Raises SaveTrouble."""
    from painmap.report.typesetting import ReportError

    try:
        return file(order, suffix)
    except ReportError as trouble:
        raise SaveTrouble(str(trouble)) from trouble


def save(made: bytes, path: Path) -> None:
    """Writes a report whole or not at all, readable by its owner only. Raises SaveTrouble."""
    try:
        write_whole(made, path, over=_ANYTHING)
    except BadFile as trouble:
        raise SaveTrouble(str(trouble)) from trouble
    except OSError as error:
        reason = error.strerror or "it can't be written"
        raise SaveTrouble(f"The report was not saved ({reason}): choose another folder and try again.") from error
