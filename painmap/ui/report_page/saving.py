"""Saving the report as a file."""

import re
from pathlib import Path

from painmap.exchange.trouble import BadFile
from painmap.exchange.whole import write_whole
from painmap.ui.report_page.order import Order, pdf

_ANYTHING = re.compile(rb"")
"""The dialog has asked whether the file may be replaced."""


class SaveTrouble(Exception):
    """Why the report was not saved: str() is one sentence with a next step."""


def save(order: Order, path: Path) -> None:
    """Writes the PDF whole or not at all, readable by its owner only. Raises SaveTrouble."""
    from painmap.report.typesetting import ReportError

    try:
        write_whole(pdf(order), path, over=_ANYTHING)
    except (BadFile, ReportError) as trouble:
        raise SaveTrouble(str(trouble)) from trouble
    except OSError as error:
        reason = error.strerror or "it can't be written"
        raise SaveTrouble(f"The report was not saved ({reason}): choose another folder and try again.") from error
