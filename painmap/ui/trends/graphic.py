"""What a chart is to a screen reader: a graphic, with a name and its content in words."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from painmap.ui.trends.picture import ChartPicture


@cache
def tell_screen_readers() -> None:
    """Has Qt present every chart as a graphic: a mere widget is passed over. Once for the program is enough."""
    QAccessible.installFactory(_graphic)


def _graphic(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, ChartPicture):
        return QAccessibleWidget(thing, QAccessible.Role.Graphic)
    return None
