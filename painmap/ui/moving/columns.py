"""Which column of another program's table is what, as it was guessed, with what can't be guessed asked for."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.domain.words import day_text, number
from painmap.exchange.foreign import ForeignTable
from painmap.exchange.foreign_values import Order, day_of_cell, is_day, number_of_cell
from painmap.exchange.matching import SCALES, Matching, guess, highest, known
from painmap.ui.moving.picker import Picker
from painmap.ui.settings_cards import SettingsCard
from painmap.ui.theme import Appearance

FIELDS = {"day": "Day", "pain": "Pain", "fatigue": "Fatigue", "note": "Note"}
NONE = "None"
MOST = 12
"""Columns that are offered for a field."""
TRIED = 200
"""Cells of a column by which it is offered."""
LONGEST = 24
"""Letters of a heading that are shown."""
_ORDERS = ("Day first", "Month first")


class Columns(SettingsCard):
    """Shows a matching and changes it. `changed` is said after each answer."""

    changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("Which column is what", appearance)
        self.pickers: dict[str, Picker] = {}
        self.matching = Matching()
        self._table: ForeignTable | None = None
        self._inside = QWidget()
        self.column.setSpacing(12)
        self.column.addWidget(self._inside)
        self.order = Picker("", [(text, order) for text, order in zip(_ORDERS, Order, strict=True)], appearance)
        self.scales = {
            field: Picker("", [(f"0 to {scale}", scale) for scale in SCALES], appearance)
            for field in ("pain", "fatigue")
        }
        for asked in (self.order, *self.scales.values()):
            self.column.addWidget(asked)
            asked.picked.connect(self._answer)

    def show_table(self, table: ForeignTable) -> None:
        """Takes a table, and guesses."""
        self._table, self.matching = table, guess(table)
        self.column.removeWidget(self._inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = QWidget()
        rows = QVBoxLayout(self._inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for field, words in FIELDS.items():
            picker = Picker(words, self._offered(field, table), self.appearance, beside=True)
            picker.show_value(_value(getattr(self.matching, field)))
            picker.picked.connect(self._choose)
            self.pickers[field] = picker
            rows.addWidget(picker)
        self.column.insertWidget(1, self._inside)
        self._ask()

    def _offered(self, field: str, table: ForeignTable) -> list[tuple[str, object]]:
        """The columns that may be it; a column without a heading has its number."""
        numbers = [n for n in range(len(table.headings)) if any(_fits(field, cell) for cell in table.column(n)[:TRIED])]
        guessed = getattr(self.matching, field)
        numbers.sort(key=lambda n: n != guessed)
        return [*((_heading(table, n), n) for n in sorted(numbers[:MOST])), (NONE, NONE)]

    def _choose(self) -> None:
        """A column stands for one thing: what is chosen here is taken from where it was."""
        tapped = self.sender()
        chosen = tapped.value if isinstance(tapped, Picker) else NONE
        for picker in self.pickers.values():
            if picker is not tapped and picker.value == chosen != NONE:
                picker.show_value(NONE)
        if self._table is not None:
            picked = (self.pickers[field].value for field in FIELDS)
            day, pain, fatigue, note = (n if isinstance(n, int) else None for n in picked)
            self.matching = known(self._table, Matching(day, pain, fatigue, note))
        self._ask()
        self.changed.emit()

    def _ask(self) -> None:
        """Shows what has to be asked of these columns, with nothing chosen."""
        table, matching = self._table, self.matching
        if table is None:
            return
        self.order.setVisible(matching.day is not None and matching.order is None)
        if matching.day is not None:
            self.order.ask(*_order_question(table.column(matching.day)))
        self.order.show_value(None)
        for field, picker in self.scales.items():
            place, scale = getattr(matching, field), getattr(matching, f"{field}_scale")
            picker.setVisible(place is not None and scale is None)
            picker.show_value(None)
            if place is not None:
                most = highest(table.column(place)) or 0
                picker.ask(f"The highest number of {FIELDS[field].lower()} is {number(most)}. The scale is")

    def _answer(self) -> None:
        order = self.order.value
        if isinstance(order, Order):
            self.matching = replace(self.matching, order=order)
        pain, fatigue = (picker.value for picker in self.scales.values())
        if isinstance(pain, int):
            self.matching = replace(self.matching, pain_scale=pain)
        if isinstance(fatigue, int):
            self.matching = replace(self.matching, fatigue_scale=fatigue)
        self.changed.emit()


def _fits(field: str, cell: str) -> bool:
    match field:
        case "day":
            return is_day(cell)
        case "note":
            return True
    return number_of_cell(cell) is not None


def _value(column: int | None) -> object:
    return NONE if column is None else column


def _heading(table: ForeignTable, column: int) -> str:
    name = " ".join(table.headings[column].split()) or f"Column {column + 1}"
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def _order_question(cells: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """By the first day that can be read in both ways, or without one where there is none."""
    for cell in cells:
        try:
            both = [day_of_cell(cell, order) for order in Order]
        except ValueError:
            continue
        if both[0] != both[1]:
            return f"{cell} is", tuple(day_text(day, year=True) for day in both)
    return "What comes first in a day?", _ORDERS
