"""Putting the pages on a printer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter

_FEW, _MANY = 600, 300
_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def ask_printer(parent: QWidget, paper: str) -> "QPrinter | None":
    """The printer that the patient chooses, with that paper; None where the dialog was left."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    lay_paper(printer, paper)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def lay_paper(printer: "QPrinter", paper: str) -> None:
    """Gives the printer upright paper without margins: the page has its own."""
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(_SIZES[paper]), upright, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


def dots_per_inch(printer: "QPrinter", *, many: bool) -> int:
    """The printer's own resolution, as far as it can be seen on paper; less where many pages would take long."""
    return min(printer.resolution(), _MANY if many else _FEW)


def print_pages(pictures: "Sequence[bytes]", printer: "QPrinter") -> bool:
    """Prints pictures of pages, each on a page of its own. Whether the printer took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, picture in enumerate(pictures):
        if number:
            printer.newPage()
        image = QImage.fromData(picture)
        sheet = printer.paperRect(printer.Unit.DevicePixel)
        scale = min(sheet.width() / image.width(), sheet.height() / image.height())
        painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
    return painter.end()
