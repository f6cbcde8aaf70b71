"""What the patient has chosen for the window, kept in a small file beside the diary."""

import json
from collections.abc import Callable, Set
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from painmap.domain.regions import regions
from painmap.storage.files import put_text
from painmap.storage.trouble import DiaryTrouble

FILE = "settings.json"
LONGEST_NAME = 80
LONGEST_NUMBER = 20


def _families() -> Set[str]:
    from painmap.domain.families import Family

    return set(Family)


def _sections() -> Set[str]:
    from painmap.report.options import Section

    return set(Section)


_ALLOWED: dict[str, tuple[object, ...]] = {
    "colours": ("system", "light", "dark", "contrast"),
    "text_size": (100, 115, 130, 150),
    "week_starts": (0, 5, 6),
    "paper": ("a4", "letter"),
    "lock_after": (0, 5, 15, 60),
    "report_named": ("name", "initials", "none"),
}
"""The choices that are one of a few; whatever else a file names counts as not chosen."""
_LISTED: dict[str, Callable[[], Set[str]]] = {
    "lives_with": _families,
    "report_sections": _sections,
    "report_left_out": lambda: regions().keys(),
}
"""The choices that are several of a few, with what there is."""
_LONGEST = {"emergency_number": LONGEST_NUMBER, "report_name": LONGEST_NAME}


@dataclass
class Choices:
    """The choices and what they are until the patient chooses otherwise."""

    colours: str = "system"
    """'system', 'light', 'dark' or 'contrast'."""
    text_size: int = 100
    """Percent: 100, 115, 130 or 150."""
    week_starts: int = 0
    """0 is Monday, 5 is Saturday, 6 is Sunday."""
    welcomed: bool = False
    """Whether the first words on Today were read."""
    emergency_number: str = ""
    paper: str = "a4"
    report_name: str = ""
    """The name to print on the report, as typed."""
    report_named: str = "name"
    """How it is printed: 'name', 'initials' or 'none'."""
    report_sections: list[str] = field(default_factory=list)
    """Values of Section: what follows page one of the report."""
    report_left_out: list[str] = field(default_factory=list)
    """Ids of regions that are left out of the report; kept, so that they stay out the next time too."""
    lives_with: list[str] = field(default_factory=list)
    """Values of Family: what Today asks first."""
    review_skipped: str = ""
    """The day on which the weekly review was last put off, as '2026-03-15'; empty where it never was."""
    lock_after: int = 15
    """After how many minutes without use a diary with a passphrase locks; 0 is never."""
    second_place: str = ""
    """The folder in which backups are copied a second time; empty where the patient chose none."""

    @property
    def place(self) -> Path | None:
        """The same folder as a path; None where the patient chose none."""
        return Path(self.second_place) if self.second_place else None

    @property
    def skipped_review(self) -> date | None:
        """The day on which the weekly review was last put off."""
        return date.fromisoformat(self.review_skipped) if self.review_skipped else None


class Settings(QObject):
    """Reads the choices once and writes them whenever one changes. A file that cannot be read counts as absent."""

    changed = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._path = folder / FILE
        self.choices = _read(self._path)

    def choose(self, **what: object) -> None:
        """Changes some choices and keeps them; where that fails they hold until the program ends."""
        for name, value in what.items():
            setattr(self.choices, name, value)
        self._write()
        self.changed.emit()

    def _write(self) -> None:
        with suppress(DiaryTrouble):
            put_text(json.dumps(asdict(self.choices), indent=1), self._path)


def _read(path: Path) -> Choices:
    choices = Choices()
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return choices
    if isinstance(stored, dict):
        for choice in fields(Choices):
            value = stored.get(choice.name)
            if type(value) is type(getattr(choices, choice.name)) and _possible(choice.name, value):
                setattr(choices, choice.name, value)
    return choices


def _possible(name: str, value: object) -> bool:
    if name in _ALLOWED:
        return value in _ALLOWED[name]
    if name in _LISTED:
        return isinstance(value, list) and (not value or set(map(str, value)) <= _LISTED[name]())
    if name == "review_skipped":
        return value == "" or _is_day(str(value))
    return name not in _LONGEST or len(str(value)) <= _LONGEST[name]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
