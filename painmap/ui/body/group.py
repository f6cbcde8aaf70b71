"""What the body as a whole is to a screen reader: a group."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from painmap.ui.body.body_view import BodyView


@cache
def tell_screen_readers() -> None:
    """Has Qt present every body as a group of its sliders. Once for the whole program is enough."""
    QAccessible.installFactory(_group)


def _group(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, BodyView):
        return QAccessibleWidget(thing, QAccessible.Role.Grouping)
    return None
