"""The colour of each region on the printed page is the one that its stored entries come to."""

import json
from datetime import date, datetime
from io import BytesIO
from pathlib import Path as File

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.path import Path
from numpy.typing import NDArray
from PIL import Image
from printed import corner, lines
from raw_rows import Rows, middle

from painmap.charts.bodies import BACK_MOVES, Bodies
from painmap.charts.look import PAPER
from painmap.charts.maps import draw_map
from painmap.domain.body import body
from painmap.domain.period import Period
from painmap.domain.regions import View, regions
from painmap.domain.sample import sample
from painmap.report.findings import Stretch
from painmap.report.grid import SHEETS, Paper
from painmap.report.inks import look_of
from painmap.report.options import Options
from painmap.report.pages import typeset_report
from painmap.report.report import WholeReport, whole_report
from painmap.storage.diary import Diary

END = date(2026, 11, 22)
PERIOD = Period.last(84, END)
PPI = 300
EDGE = 0.9
"""Points from the edge of a region, and round its figure, in which other things are drawn."""
NO_FILL = "#ffffff"
FILLS = tuple(level.fill for level in PAPER.ramp)


def stored(rows: Rows, half: str) -> dict[str, str]:
    """The fill of every region by its rows: of the median of the days it hurt, from one day in four with a map on."""
    maps = rows.one("SELECT count(*) FROM days WHERE mapped AND half = ?", half)
    fills = {}
    for name in regions():
        given = rows.column(
            "SELECT intensity FROM hurt JOIN days USING (day) WHERE region = ? AND half = ?", name, half
        )
        often = given and 4 * len(given) >= maps
        fills[name] = PAPER.ramp[int(middle(given) + 0.5)].fill if often else NO_FILL
    return fills


class Shown:
    """A page as pixels, with its maps where they are."""

    def __init__(self, report: WholeReport, paper: Paper) -> None:
        made = typeset_report(report)
        self.lines = lines(made.pdf())
        self.dots = np.asarray(Image.open(BytesIO(made.png(PPI)[0])).convert("RGB"))
        self.size = SHEETS[paper].map_width, json.loads(made.files["report.json"])["size"]["body"]

    def fills(self, n: int, half: Stretch) -> dict[str, str]:
        """Which fill most of each region of the nth map has."""
        figure = Figure(figsize=(self.size[0] / 25.4, self.size[1] / 25.4))
        bodies = draw_map(figure, half.places, look_of(False))
        left, top = corner(self.lines, figure, n)
        return {name: self._most(bodies, name, left, top) for name in regions()}

    def _most(self, bodies: Bodies, name: str, left: float, top: float) -> str:
        moved = BACK_MOVES if regions()[name].view is View.BACK else 0.0
        corners = [bodies.at(x + moved, y) for x, y in body().shapes[name].points]
        outline = np.array([(x + left, y + top) for x, y in corners])
        low, high = np.floor(outline.min(axis=0)), np.ceil(outline.max(axis=0))
        steps = 72 / PPI
        grid = np.meshgrid(np.arange(low[0], high[0], steps), np.arange(low[1], high[1], steps))
        spots = np.column_stack([each.ravel() for each in grid])
        inside = spots[Path(outline).contains_points(spots)]
        far = inside[_distance(inside, outline) > EDGE]
        (x, y), across = bodies.spot(name), far if len(far) else inside
        beside = across[(np.abs(across - (x + left, y + top)) > (6.0, 4.6)).any(axis=1)]
        return self._colour(beside if len(beside) > 5 else across)

    def _colour(self, spots: NDArray[np.float64]) -> str:
        columns, rows = (np.round(spots * PPI / 72).astype(int)).T
        found, times = np.unique(self.dots[rows, columns], axis=0, return_counts=True)
        counted = {f"#{red:02x}{green:02x}{blue:02x}": n for (red, green, blue), n in zip(found, times, strict=True)}
        return max(FILLS, key=lambda fill: counted.get(fill, 0))


def _distance(spots: NDArray[np.float64], outline: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far each spot is from the nearest corner of a finely drawn outline."""
    fine = np.concatenate([np.linspace(a, b, 9) for a, b in zip(outline, np.roll(outline, -1, axis=0), strict=True)])
    return np.array([np.hypot(*(fine - spot).T).min() for spot in spots]) if len(spots) else np.array([])


@pytest.fixture(params=[7, 23])
def diary(request: pytest.FixtureRequest, tmp_path: File, now: datetime) -> File:
    path = tmp_path / "painmap.diary"
    with Diary.open(path, now) as diary:
        diary.keep(*sample(120, until=END, seed=request.param))
    return path


@pytest.mark.parametrize("paper", list(Paper))
def test_each_region_has_the_colour_that_its_rows_come_to(diary: File, paper: Paper, now: datetime):
    with Diary.read(diary) as opened:
        report = whole_report(opened.contents(PERIOD), Options(PERIOD, paper), now, "0.1.0")
    shown, rows = Shown(report, paper), Rows(diary, PERIOD)
    for n, half in enumerate(("later", "earlier")):
        expected, found = stored(rows, half), shown.fills(n, getattr(report.found, half))
        assert sum(fill != NO_FILL for fill in expected.values()) > 5
        assert {name: (expected[name], found[name]) for name in expected if expected[name] != found[name]} == {}
    rows.close()
