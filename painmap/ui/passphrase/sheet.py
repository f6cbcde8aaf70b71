"""The recovery sheet: one page that says where the diary lies and how it is opened, with room for the passphrase."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from painmap.domain.words import day_text
from painmap.storage.files import part_in, put_part
from painmap.storage.trouble import unwritable
from painmap.ui.report_page.printing import lay_paper
from painmap.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

MARGIN, INK = 22.0, 11.0
"""Margin in mm, and the size of plain text in points."""


@dataclass(frozen=True)
class Sheet:
    """What stands on it; an empty passphrase leaves lines to write it in by hand."""

    diary: Path
    made: date
    passphrase: str = ""


def paragraphs(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """What the sheet says, each with its heading."""
    return (
        ("Passphrase", sheet.passphrase),
        (
            "What it opens",
            f"The pain diary at {sheet.diary} and the backups in {sheet.diary.parent / 'backups'}, as they are since "
            f"{day_text(sheet.made, year=True)}. Without the passphrase nobody can open them, and nobody can set "
            "another one.",
        ),
        (
            "How to open it",
            "1. Start Painmap on this computer, or install it on another one and put the file painmap.diary where "
            "Settings says that the diary is.\n"
            "2. Type the passphrase exactly as it stands here: capitals, spaces and signs count.\n"
            "3. If the diary is damaged or gone, Settings, Restore a backup, opens a backup with the same passphrase.",
        ),
        (
            "Without Painmap",
            "The file is an SQLite database, encrypted by SQLCipher 4 with its usual settings. DB Browser for SQLite "
            "opens it with the passphrase.",
        ),
        (
            "Where to keep this sheet",
            "Away from the computer, where only you and people you trust find it. Whoever has the sheet and the "
            "computer can read the diary. After a change of the passphrase, print a new sheet and destroy this one.",
        ),
    )


def save_sheet(sheet: Sheet, target: Path, paper: str) -> None:
    """Writes it as a PDF that only the patient's account may read, in place of an older one. Raises DiaryUnwritable."""
    with part_in(target.parent, target) as part:
        writer = QPdfWriter(str(part))
        writer.setTitle("Painmap recovery sheet")
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if paper == "letter" else QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
        if not draw_sheet(sheet, writer):
            raise unwritable(OSError(), target)
        put_part(part, target)


def print_sheet(sheet: Sheet, printer: "QPrinter", paper: str) -> bool:
    """Prints it. Whether the printer took it."""
    lay_paper(printer, paper)
    return draw_sheet(sheet, printer)


def draw_sheet(sheet: Sheet, device: "QPagedPaintDevice") -> bool:
    """Draws it on a page without margins. Whether the page took it."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    _Page(painter, device).draw(sheet)
    return painter.end()


class _Page:
    """A page that is written from the top down; places in mm, type in points."""

    def __init__(self, painter: QPainter, device: "QPagedPaintDevice") -> None:
        self._painter = painter
        self._mm = device.logicalDpiX() / 25.4
        self._width = device.width() / self._mm - 2 * MARGIN
        self._y = MARGIN

    def draw(self, sheet: Sheet) -> None:
        """Title, then each heading with its text."""
        self._write("Painmap recovery sheet", 20, 700)
        self._y += 6
        for heading, text in paragraphs(sheet):
            self._write(heading, 12, 600)
            if heading == "Passphrase":
                self._passphrase(text)
            else:
                self._write(text, INK)
            self._y += 6

    def _passphrase(self, text: str) -> None:
        self._y += 2
        if text:
            self._write(text, 15, family="monospace")
            return
        for _ in range(2):
            self._y += 11
            self._painter.setPen(QPen(QColor(Qt.GlobalColor.black), 0.3 * self._mm))
            left, y = MARGIN * self._mm, self._y * self._mm
            self._painter.drawLine(round(left), round(y), round(left + self._width * self._mm), round(y))
        self._y += 2

    def _write(self, text: str, points: float, weight: int = 400, family: str = "") -> None:
        font = QFont(family) if family else Theme("light").sized(points, weight)
        font.setPointSizeF(points)
        self._painter.setFont(font)
        self._painter.setPen(QColor(Qt.GlobalColor.black))
        room = QRectF(MARGIN * self._mm, self._y * self._mm, self._width * self._mm, 400 * self._mm)
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere if family else Qt.TextFlag.TextWordWrap
        taken = self._painter.drawText(room, int(flags | Qt.AlignmentFlag.AlignLeft), text)
        self._y += taken.height() / self._mm + 1.5
