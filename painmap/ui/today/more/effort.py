"""Worse after an effort: what it was, how many hours later, for how long, and how bad."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from painmap.domain.about import LONGEST_EFFORT, LONGEST_HOURS, About, Effort
from painmap.ui.parts.field import Field
from painmap.ui.parts.typed import Typed
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.today.more.amount import Amount
from painmap.ui.today.more.asked import Asked
from painmap.ui.today.more.group import Group, row_height, stacked
from painmap.ui.today.more.headed import Headed

LATER = (0, 2, 6, 12, 24, 48)
LASTED = (1, 3, 12, 24, 48, 72)
SEVERITY = [(str(level), level) for level in range(5)]


class AfterEffort(Group):
    """Each part may be left out."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._effort: Effort | None = None
        self.what = Field("What the effort was", "", appearance, LONGEST_EFFORT)
        self.what.setPlaceholderText("What it was, such as a walk or a long talk")
        self.typed = Typed(self.what)
        self.severity = Asked("How much worse", SEVERITY, appearance, hint="0 not, 4 very much")
        self.later = Amount("Hours until it came", LATER, "hours", LONGEST_HOURS, appearance)
        self.lasted = Amount("Hours that it lasted", LASTED, "hours", LONGEST_HOURS, appearance)
        came = stacked(Words("It came after so many hours", appearance), self.later, spacing=4)
        went = stacked(Words("It lasted so many hours", appearance), self.lasted, spacing=4)
        inside = stacked(self.what, self.severity, came, went, spacing=10)
        self.headed = Headed("Worse after effort", "", inside, appearance)
        self.column.addWidget(self.headed)
        self._wire()

    def _wire(self) -> None:
        self.typed.written.connect(partial(self._part, "what"))
        self.later.answered.connect(partial(self._part, "delay_hours"))
        self.lasted.answered.connect(partial(self._part, "duration_hours"))
        self.severity.answered.connect(partial(self._part, "severity"))
        self.headed.cleared.connect(self._cleared)

    def show_about(self, about: About) -> None:
        effort = self._effort = about.effort
        self.typed.show(effort.what if effort else "")
        self.later.show_answer(effort.delay_hours if effort else None)
        self.lasted.show_answer(effort.duration_hours if effort else None)
        self.severity.show_answer(effort.severity if effort else None)
        self.headed.show_answered(effort is not None)

    def fit(self, width: int, *, small: bool) -> None:
        for part in (self.severity, self.later, self.lasted):
            part.fit(width, row_height(small))
        self.headed.fit(small=small)

    def flush(self) -> bool:
        for typed in (self.typed, self.later.typed, self.lasted.typed):
            typed.flush()
        return True

    def forget(self) -> None:
        self.typed.forget()
        self.later.forget()
        self.lasted.forget()

    def take_focus(self) -> None:
        self.what.setFocus()

    def _part(self, part: str, value: object, goes_on: bool = False) -> None:
        parts: dict[str, Any] = {"what": "", "delay_hours": None, "duration_hours": None, "severity": None}
        parts |= {name: getattr(self._effort, name) for name in parts if self._effort}
        parts[part] = value
        said = any(answer not in (None, "") for answer in parts.values())
        self.told.emit("effort", Effort(**parts) if said else None, goes_on)

    def _cleared(self) -> None:
        self.clear_all("effort")
        self.take_focus()
