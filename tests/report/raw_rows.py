"""The figures of page one worked out from the rows of a diary file, in SQL and the text of its tables alone.

Nothing of the program's own sums is used: what the report says has to come out of the file a second way.
"""

import csv
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from painmap.domain.period import Period
from painmap.paths import shipped

_SETUP = """
CREATE TEMP TABLE asked (start TEXT, stop TEXT, middle TEXT);
CREATE TEMP TABLE place (n INTEGER, region TEXT, wpi TEXT, body TEXT);
CREATE TEMP VIEW said AS SELECT * FROM check_in, asked WHERE day BETWEEN start AND stop AND (
    overall_pain IS NOT NULL OR fatigue IS NOT NULL OR note IS NOT NULL
    OR EXISTS (SELECT 1 FROM region_pain WHERE check_in = number)
    OR EXISTS (SELECT 1 FROM json_each(about) WHERE key NOT IN ('private_note', 'by_someone_else')));
CREATE TEMP VIEW hurt AS SELECT day, region, max(intensity) AS intensity, group_concat(qualities) AS qualities,
    max(swollen) AS swollen FROM said JOIN region_pain ON check_in = number GROUP BY day, region;
CREATE TEMP VIEW by_day AS SELECT day, count(*) AS entries,
    max(fatigue) AS fatigue,
    max(EXISTS (SELECT 1 FROM region_pain WHERE check_in = number)) OR coalesce(max(overall_pain) = 0, 0) AS mapped,
    max(carried_over) AS copied,
    max(substr(recorded_at, 1, 10) > day) AS late,
    sum(substr(changed_at, 1, 10) > substr(recorded_at, 1, 10)) AS corrected
    FROM said GROUP BY day;
CREATE TEMP VIEW days AS SELECT day, entries, fatigue, mapped, copied, late, corrected,
    CASE WHEN day < middle THEN 'earlier' ELSE 'later' END AS half,
    (SELECT max(pain) FROM (
        SELECT intensity AS pain FROM hurt WHERE hurt.day = by_day.day
        UNION ALL SELECT overall_pain FROM said WHERE said.day = by_day.day)) AS worst,
    CASE WHEN mapped THEN (SELECT count(*) FROM hurt WHERE hurt.day = by_day.day) END AS spread
    FROM by_day, asked;
CREATE TEMP VIEW told AS SELECT day, key, value FROM said, json_each(said.about);
"""


class Rows:
    """A diary file opened for reading, asked about a period."""

    def __init__(self, path: Path, period: Period) -> None:
        self._rows = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        self._rows.executescript(_SETUP)
        middle = period.start.toordinal() + (len(period) + 1) // 2
        self._rows.execute("INSERT INTO asked VALUES (?, ?, ?)", (*_both(period), str(date.fromordinal(middle))))
        with shipped("regions.csv").open(encoding="utf-8", newline="") as table:
            places = [(n, r["id"], r["wpi_area"], r["acr2016_region"]) for n, r in enumerate(csv.DictReader(table))]
        self._rows.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", places)

    def close(self) -> None:
        self._rows.close()

    def all(self, query: str, *given: object) -> list[tuple[Any, ...]]:
        """What a query answers."""
        with closing(self._rows.execute(query, given)) as answer:
            return answer.fetchall()

    def one(self, query: str, *given: object) -> Any:
        """The only value of the only row."""
        ((value,),) = self.all(query, *given)
        return value

    def column(self, query: str, *given: object) -> list[Any]:
        """The only value of each row."""
        return [value for (value,) in self.all(query, *given)]


def middle(values: Iterable[float]) -> float | None:
    """The median, written out: the program takes it from the standard library."""
    given = sorted(values)
    if not given:
        return None
    return (given[(len(given) - 1) // 2] + given[len(given) // 2]) / 2


def _both(period: Period) -> tuple[str, str]:
    return period.start.isoformat(), period.end.isoformat()
