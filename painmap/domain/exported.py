"""A diary as plain text: the exchange file in JSON, version 1, as docs/format.md describes it."""

import json
from datetime import datetime
from operator import attrgetter

from painmap.domain.contents import Contents
from painmap.domain.course import UNTOLD, Course
from painmap.domain.kinds import KINDS
from painmap.domain.record import to_record

FORMAT = "painmap-diary"
VERSION = 1


def exported(contents: Contents, exported_at: datetime, course: Course = UNTOLD) -> str:
    """Check-ins by day and then by when they were written, other records by day, with every field named.

    Raises Cancelled where the course stops it.
    """
    in_order = sorted(contents.check_ins, key=attrgetter("day", "recorded_at", "id"))
    file = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": exported_at.isoformat(),
        "check_ins": [to_record(check_in) for check_in in course.along(in_order)],
    }
    for kind in KINDS:
        kept = sorted(getattr(contents, kind.list_name), key=attrgetter("day", "id"))
        file[kind.list_name] = [kind.to_record(each) for each in kept]
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"
