"""What is in a backup beside what is in the diary now, and what a restore would add, change and lose."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from painmap.domain.contents import Contents
from painmap.domain.kinds import KINDS
from painmap.domain.restoring import Plan, Way, logged_days
from painmap.domain.words import day_text, number
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

HEADINGS = ("", "In the backup", "In the diary now")
EXPLAINED = {
    Way.MERGE: "What the diary lacks is added. Of what both have, the version changed last stays. Nothing is lost.",
    Way.REPLACE: "The diary becomes what the backup is.",
}
IDLE = "Nothing would change: the diary has all of it already."


class Facts(QWidget):
    """A small table of words; each row is also told as a whole to a screen reader."""

    def __init__(self, name: str, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._cells: list[Words] = []
        self.rows: tuple[tuple[str, ...], ...] = ()
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)

    def show_rows(self, rows: tuple[tuple[str, ...], ...], heading: tuple[str, ...] = ()) -> None:
        """Takes its rows anew; the first cell of each names it."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self.rows = rows
        self._cells = []
        for y, row in enumerate((heading, *rows) if heading else rows):
            for x, text in enumerate(row):
                role = "body-strong" if (heading and y == 0) or x == 0 else "body"
                cell = Words(text, self._appearance, role, wrap=x > 0)
                cell.setMinimumWidth(1)
                self._cells.append(cell)
                self._grid.addWidget(cell, y, x, Qt.AlignmentFlag.AlignTop)
        for x in range(max(map(len, rows), default=0)):
            self._grid.setColumnStretch(x, 0 if x == 0 else 1)
        self.setAccessibleDescription("; ".join(_spoken(row, heading) for row in rows))


class Comparison(QWidget):
    """Both sides, the way that is chosen, and what comes of it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.held = Facts("In the backup and in the diary now", appearance)
        self.explained = Words("", appearance, "small", "ink-muted", wrap=True)
        self.outcome = Facts("What would change", appearance)
        self.idle = Words(IDLE, appearance, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for part in (self.explained, self.outcome, self.idle):
            self._column.addWidget(part)

    def show_sides(self, found: Contents, there: Contents) -> None:
        """Takes what is in the backup and in the diary."""
        self.held.show_rows(sides(found, there), HEADINGS)

    def show_plan(self, planned: Plan, way: Way) -> None:
        """Takes what a restore would do."""
        self.explained.setText(EXPLAINED[way])
        self.outcome.show_rows(planned.rows)
        self.outcome.setVisible(not planned.idle)
        self.idle.setVisible(planned.idle)


def sides(found: Contents, there: Contents) -> tuple[tuple[str, ...], ...]:
    """Days, first and last day, and how much of each kind there is, of both."""
    both = (found, there)
    days = [logged_days(each) for each in both]
    rows: list[tuple[str, ...]] = [
        ("Days", *(number(len(each)) for each in days)),
        ("First day", *(day_text(each[0], year=True) if each else "None" for each in days)),
        ("Last day", *(day_text(each[-1], year=True) if each else "None" for each in days)),
        ("Check-ins", *(number(len(each.check_ins)) for each in both)),
    ]
    for kind in KINDS:
        counts = [each.counts[kind.list_name] for each in both]
        if any(counts):
            rows.append((kind.nouns[0].upper() + kind.nouns[1:], *map(number, counts)))
    return tuple(rows)


def _spoken(row: tuple[str, ...], heading: tuple[str, ...]) -> str:
    if not heading:
        return f"{row[0]}: {row[1]}"
    return f"{row[0]}: {', '.join(f'{name.lower()} {text}' for name, text in zip(heading[1:], row[1:], strict=True))}"
