"""The pictures of the demo: which page, in which look, at which size."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from settled import settle

from painmap.app import Painmap
from painmap.domain.checkin import Quality
from painmap.ui.trends.page import TABS, Trends

Clock = Callable[[], datetime]

MIDDLE, SMALL, LARGE = (1280, 800), (1024, 700), (1920, 1080)
PAGES = ("history", "trends", "treatments", "report", "settings", "help")

_TODAY = {
    "front-right-hand": 6,
    "front-left-hand": 5,
    "front-left-hip": 2,
    "front-left-knee": 3,
    "front-right-knee": 4,
    "back-left-neck": 5,
    "back-right-neck": 7,
    "back-left-shoulder": 4,
    "back-right-shoulder": 6,
    "back-left-lower-back": 8,
    "back-right-lower-back": 7,
    "back-right-buttock": 3,
}
"""Where it hurts today, in the order of the taps."""


class Camera:
    """Takes pictures of one window into one folder."""

    def __init__(self, painmap: Painmap, out: Path) -> None:
        self._painmap, self._out = painmap, out
        self.window = painmap.window
        self.taken: list[str] = []
        self.frame(MIDDLE)
        self.window.show()

    def frame(self, size: tuple[int, int]) -> None:
        """Takes a size of the window."""
        self.window.resize(*size)

    def wear(self, look: str) -> None:
        """Takes a look, as the patient does in Settings."""
        self._painmap.settings.choose(colours=look)

    def write_larger(self, percent: int) -> None:
        """Takes a text size, as the patient does in Settings."""
        self._painmap.settings.choose(text_size=percent)

    def take(self, name: str) -> None:
        """A picture of what the window shows, once that is drawn. Raises OSError where it can't be written."""
        settle(self.window)
        path = self._out / f"{name}.png"
        if not self.window.grab().save(str(path), "PNG", 0):
            raise OSError(f"{path} could not be written; make room on the disk or choose another folder.")
        self.taken.append(path.name)

    def page(self, page: str, name: str = "") -> None:
        """A picture of a page."""
        self.window.show_page(page)
        self.take(name or page)


def draw_all(told: Path, empty: Path, out: Path, now: Clock) -> list[str]:
    """Every page in the light look, the ones with most on them in the others, small, large, and with large text."""
    taken = _begin(empty, out, now)
    painmap = Painmap(told, now=now)
    camera = Camera(painmap, out)
    _copying(camera)
    _say_today(camera)
    camera.page("today")
    camera.window.show_bad_day()
    camera.take("bad-day")
    for page in PAGES:
        camera.page(page)
    _what_a_clinic_asks(camera)
    for look in ("dark", "contrast"):
        camera.wear(look)
        for page in ("today", "history", "trends", "treatments", "report"):
            camera.page(page, f"{page}-{look}")
    camera.wear("light")
    camera.frame(SMALL)
    for page in ("today", *PAGES):
        camera.page(page, f"{page}-small")
    camera.frame(LARGE)
    for page in ("today", "trends"):
        camera.page(page, f"{page}-large")
    camera.frame(MIDDLE)
    camera.write_larger(150)
    for page in ("today", *PAGES):
        camera.page(page, f"{page}-text-150")
    painmap.close()
    return taken + camera.taken


def draw_few(told: Path, empty: Path, out: Path, now: Clock) -> list[str]:
    """Today, History and Trends, in the light look."""
    painmap = Painmap(told, now=now)
    camera = Camera(painmap, out)
    _say_today(camera)
    for page in ("today", "history", "trends"):
        camera.page(page)
    painmap.close()
    return camera.taken


def _begin(empty: Path, out: Path, now: Clock) -> list[str]:
    """The very first sight of the program, and the first tap."""
    painmap = Painmap(empty, now=now)
    camera = Camera(painmap, out)
    camera.take("today-empty")
    camera.window.today.entry.tap("front-right-hand")
    camera.take("today-first-tap")
    painmap.close()
    return camera.taken


def _what_a_clinic_asks(camera: Camera) -> None:
    """More about the day, the other charts and the counts, and the weekly review."""
    window = camera.window
    window.show_page("today")
    window.today.panel.more.click()
    camera.take("more-about-today")
    window.today.panel.fold.closed.emit()
    _tabs_of_trends(camera)
    window.show_review(None)
    camera.take("weekly-review")


def _tabs_of_trends(camera: Camera) -> None:
    """What stands under each tab but the first, as in 'how-it-feels'."""
    camera.window.show_page("trends")
    trends = camera.window.pages["trends"]
    assert isinstance(trends, Trends)
    first, *others = TABS
    for kind in others:
        trends.open_tab(kind)
        camera.take(kind.title.lower().replace(" ", "-"))
    trends.open_tab(first)


def _copying(camera: Camera) -> None:
    """What "same as last time" shows before anything is copied."""
    entry = camera.window.today.entry
    camera.window.today.open_day(entry.day)
    entry.begin(entry.day)
    entry.offer(True)
    camera.take("today-same-as-last-time")
    entry.offer(False)


def _say_today(camera: Camera) -> None:
    """A check-in about today, as taps and numbers make it."""
    entry = camera.window.today.entry
    entry.begin(entry.day)
    for region, intensity in _TODAY.items():
        entry.tap(region)
        entry.choose(intensity)
    entry.select("front-right-hand")
    entry.describe(qualities=frozenset({Quality.ACHING, Quality.STIFF}), swollen=True)
    entry.answer(overall_pain=6)
    entry.answer(fatigue=7)
