"""Looking at a backup beside the window: what is in it, what is in the diary now, and what either way would do."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from painmap.domain.contents import Contents
from painmap.domain.course import Course
from painmap.domain.restoring import Plan, Way, plan
from painmap.storage import restoring
from painmap.storage.beside import beside
from painmap.storage.trouble import DiarySealed

PARTS = 4
"""Of the work, about as long as each other."""


@dataclass(frozen=True)
class Seen:
    """What is in a backup, what is in the diary, and what comes of bringing the one back into the other."""

    found: Contents
    there: Contents
    plans: Mapping[Way, Plan]


def look_at(backup: Path, diary: Path, course: Course) -> Seen | None:
    """Reads a backup and the diary of this path; neither is changed. None where its passphrase was not told yet.

    Raises DiaryTrouble, Cancelled.
    """
    course.step("Reading the backup")
    try:
        found = restoring.look(backup, diary)
    except DiarySealed:
        return None
    course.at(2, PARTS)
    with beside(diary) as open_diary:
        there = open_diary.contents()
    course.at(3, PARTS)
    plans = {way: plan(there, found, way) for way in Way}
    course.at(PARTS, PARTS)
    return Seen(found, there, plans)
