"""The check-in being written: what a tap, a number or a button does to it."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from painmap.domain.about import Trigger
from painmap.domain.checkin import CheckIn, Quality
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.undo import Change
from painmap.domain.words import counted, day_text
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.journal import Journal

REMEMBERED_DAYS = 91


class Entry(QObject):
    """One check-in, the selected region and the current intensity. Everything said is kept at once.

    `changed`: something to show is different. `spoken`: words for a screen reader.
    """

    changed = Signal()
    spoken = Signal(str)

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self.check_in = journal.begin(journal.today())
        self.selected: str | None = None
        self.intensity: int | None = None
        """What the next tap gives; None until a number was chosen in this check-in."""
        self.offered: CheckIn | None = None
        """The check-in whose map is being offered by "same as last time"."""
        self.follows = True
        """Whether undo and redo bring the check-in they changed into view."""
        self._keeping = False
        self._earlier: tuple[tuple[str, date, datetime], CheckIn | None] | None = None
        self._typing = ""
        self._rated = False
        """Whether the last number made a step, which a second digit may go on with."""
        journal.changed.connect(self._diary_changed)

    @property
    def day(self) -> date:
        """The day that the check-in is about."""
        return self.check_in.day

    @property
    def about_today(self) -> bool:
        """Whether the check-in is about today."""
        return self.day == self._journal.today()

    def open(self, check_in: CheckIn) -> None:
        """Shows a check-in, to be read or corrected."""
        self._take(check_in)

    def open_day(self, day: date) -> None:
        """Shows the last check-in of a day, or a new one; stays where the diary can't be read."""
        try:
            told = self._journal.diary.on(day)
        except DiaryTrouble as trouble:
            self._journal.failed.emit(str(trouble))
        else:
            self._take(told[-1] if told else self._journal.begin(day))

    def begin(self, day: date) -> None:
        """Starts another check-in about a day."""
        self._take(self._journal.begin(day))

    def tap(self, region: str) -> None:
        """A tap: selects, and gives an unrated region the current intensity."""
        self.selected = region
        if region not in self.check_in.regions and self.intensity is not None:
            self._rate(region, self.intensity)
        else:
            self.changed.emit()

    def select(self, region: str | None) -> None:
        """Selects a region without rating it."""
        self.selected = region
        self.changed.emit()

    def choose(self, level: int, *, amend: bool = False) -> None:
        """A number: rates the selected region and becomes current; 0 takes its rating away."""
        if level == 0:
            self.clear_region()
            return
        self.intensity = level
        if self.selected:
            self._rate(self.selected, level, amend=amend and self._rated)
        else:
            self.changed.emit()

    def rate(self, region: str, level: int) -> None:
        """Rates one region directly, as a screen reader does."""
        self.selected = region
        if level:
            self.intensity = level
        self._rate(region, level)

    def clear_region(self) -> None:
        """Takes the selected region's rating away; the region stays selected."""
        if self.selected and self.selected in self.check_in.regions:
            self._rate(self.selected, 0)

    def answer(self, *, amend: bool = False, **what: int | None) -> None:
        """Answers or clears overall_pain or fatigue. The same answer again changes nothing."""
        if any(getattr(self.check_in, name) != value for name, value in what.items()):
            self._keep(self.check_in.changed(self._journal.now(), **what), amend=amend)

    def answer_pain(self, level: int) -> None:
        """Answers overall pain, 0-10."""
        self.answer(overall_pain=level)

    def clear_pain(self) -> None:
        """Takes the answer to overall pain back."""
        self.answer(overall_pain=None)

    def answer_fatigue(self, level: int) -> None:
        """Answers fatigue, 0-10."""
        self.answer(fatigue=level)

    def clear_fatigue(self) -> None:
        """Takes the answer to fatigue back."""
        self.answer(fatigue=None)

    def describe(self, *, qualities: frozenset[Quality] | None = None, swollen: bool | None = None) -> None:
        """Says how it feels in the selected region."""
        if self.selected and self.selected in self.check_in.regions:
            now = self._journal.now()
            self._keep(self.check_in.described(self.selected, now, qualities=qualities, swollen=swollen))

    def tell(self, answer: str, value: object, goes_on: bool = False) -> None:
        """Answers, or takes back, one thing of "more about today", named as in About; typing that goes on joins."""
        if getattr(self.check_in.about, answer) != value:
            told = self.check_in.told(self._journal.now(), **{answer: value})
            self._keep(told, amend=goes_on and self._typing == answer, typing=answer)

    def write_note(self, text: str, *, amend: bool) -> None:
        """Keeps the note; with `amend`, what was typed before it is the same step."""
        if text != self.check_in.note:
            written = self.check_in.changed(self._journal.now(), note=text)
            self._keep(written, amend=amend and self._typing == "note", typing="note")

    def own_triggers(self) -> frozenset[str]:
        """The patient's own tags of the last three months; none where the diary can't be read."""
        try:
            days = self._journal.days(Period.last(REMEMBERED_DAYS, until=self._journal.today()))
        except DiaryTrouble:
            return frozenset()
        return frozenset(tag for day in days for tag in day.more.triggers) - set(Trigger)

    def no_pain(self) -> None:
        """Stores real zeros: overall pain 0 and no region."""
        if self.check_in.no_pain:
            return
        count = len(self.check_in.regions)
        said = f"{counted(count, 'region')} cleared. No pain today." if count else "No pain today."
        self.selected = None
        self._keep(self.check_in.without_pain(self._journal.now()), said)

    def last_map(self) -> CheckIn | None:
        """The check-in that "same as last time" would copy, where it has something to add."""
        last = self.earlier_map()
        return last if last and self.check_in.offered(last) else None

    def earlier_map(self) -> CheckIn | None:
        """The latest check-in with a map before this one, whatever it would add. Asked once, not at every tap."""
        place = (self.check_in.id, self.check_in.day, self.check_in.recorded_at)
        if self._earlier is None or self._earlier[0] != place:
            self._earlier = place, self._journal.last_map(self.check_in)
        return self._earlier[1]

    def moment_of(self, check_in: CheckIn) -> str:
        """When a check-in was, in words: 'Yesterday 18:40', 'Wed 18 Nov 18:40'."""
        today = self._journal.today()
        named = {0: "Today", 1: "Yesterday"}.get((today - check_in.day).days)
        text = named or day_text(check_in.day, year=check_in.day.year != today.year, weekday=True)
        return text if check_in.entered_later else f"{text} {check_in.recorded_at:%H:%M}"

    def offer(self, on: bool) -> None:
        """Shows, or stops showing, what would be copied."""
        self.offered = self.last_map() if on else None
        if self.offered:
            self.selected = None
        self.changed.emit()

    def copy(self) -> None:
        """Copies the offered map, marked as carried over. Overall pain and fatigue stay as they are."""
        if self.offered is None:
            return
        added = len(self.check_in.offered(self.offered))
        copied = self.check_in.with_map_of(self.offered, self._journal.now())
        self.offered = None
        self._keep(copied, f"{counted(added, 'region')} copied.")

    def words(self) -> str:
        """The selected region in words: 'Left knee (front), 6 of 10'."""
        if not self.selected:
            return counted(len(self.check_in.regions), "region")
        label = regions()[self.selected].label
        pain = self.check_in.regions.get(self.selected)
        if pain is None:
            return f"{label}, not rated"
        return f"{label}, {pain.intensity} of 10{', swollen' if pain.swollen else ''}"

    def _rate(self, region: str, level: int, *, amend: bool = False) -> None:
        given = self.check_in.regions.get(region)
        self._rated = (given.intensity if given else 0) != level
        if not self._rated:
            self.changed.emit()
            return
        self._rated = self._keep(self.check_in.rated(region, level, self._journal.now()), amend=amend)
        if self._rated:
            self.spoken.emit(self.words() + ". Saved.")

    def _keep(self, check_in: CheckIn, said: str = "", *, amend: bool = False, typing: str = "") -> bool:
        before, self.check_in = self.check_in, self._begun(check_in) if self.check_in.empty else check_in
        self._typing = typing
        self._keeping = True
        kept = self._journal.keep(self.check_in, said, amend=amend)
        self._keeping = False
        if not kept:
            self.check_in = before
        self.changed.emit()
        return kept

    def _begun(self, check_in: CheckIn) -> CheckIn:
        """Written now, with its first answer, and about today also where the page has been open since yesterday."""
        blank, now = self.check_in, check_in.changed_at
        day = now.date() if blank.day == blank.recorded_at.date() else blank.day
        return replace(check_in, day=day, recorded_at=now)

    def _take(self, check_in: CheckIn) -> None:
        self.check_in = check_in
        self.selected = None
        self.intensity = None
        self.offered = None
        self._typing = ""
        self.changed.emit()

    def _diary_changed(self, change: Change) -> None:
        """Follows undo, redo and deletion, wherever they were asked for."""
        if self._keeping:
            return
        self._earlier = None
        self._typing = ""
        if change.about_records:
            return
        changed = change.after or change.before
        if changed is None:
            self.open_day(self.day)
        elif changed.id == self.check_in.id:
            if change.after:
                self.check_in, self.offered = change.after, None
                self.changed.emit()
            else:
                self._gone(changed)
        elif self.follows:
            if change.after:
                self._take(change.after)
            else:
                self._gone(changed)
        elif self.check_in.empty and changed.day == self.day:
            self.open_day(self.day)
        else:
            self.offered = self.last_map() if self.offered else None
            self.changed.emit()

    def _gone(self, check_in: CheckIn) -> None:
        """A check-in is no longer in the diary: shows another of its day, or its empty beginning."""
        others = self._journal.on(check_in.day)
        self._take(others[-1] if others else self._journal.begin(check_in.day))
