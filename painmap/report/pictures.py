"""The pictures of the report as SVG, in the size that they have on paper."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from painmap.charts.look import Look
from painmap.report.facts import Report
from painmap.report.findings import Findings
from painmap.report.grid import SHEETS, USUAL, Grid, Paper, Sheet, grid
from painmap.report.inks import finish

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure


def cells_of(report: Report, paper: Paper, more: Mapping[str, float] = USUAL) -> Grid:
    """How high the cells of page one are; `more` is what some need above the usual, in millimetres."""
    named, left_out = bool(report.name), bool(report.left_out)
    return grid(SHEETS[paper], report.asked, len(report.in_short), named, left_out, more)


def page_one_pictures(report: Report, found: Findings, sheet: Sheet, cells: Grid, look: Look) -> dict[str, bytes]:
    """The three maps and the timeline as SVG, by name."""
    from painmap.charts.maps import draw_absent, draw_change, draw_map
    from painmap.charts.marks import Marks
    from painmap.charts.timeline import draw_timeline

    absent = partial(draw_absent, words=report.absent, look=look)
    draw: dict[str, Callable[[Figure], object]] = {"later": absent, "earlier": absent, "change": absent}
    if found.compared:
        draw["later"] = partial(draw_map, found=found.later.places, look=look)
        draw["earlier"] = partial(draw_map, found=found.earlier.places, look=look)
        draw["change"] = partial(draw_change, changes=found.changes, look=look)
    elif found.whole.mapped:
        draw["later"] = partial(draw_map, found=found.whole.places, look=look)
    made = {name: svg(drawing, sheet.map_width, cells.body, look) for name, drawing in draw.items()}
    marks = Marks(found.tried, found.events)
    begun = partial(draw_timeline, begins=found.begins)
    timeline = partial(begun, days=found.whole.days, period=found.period, look=look, marks=marks)
    made["time"] = svg(timeline, sheet.width, cells.time, look)
    return made


def svg(draw: "Callable[[Figure], object]", width: float, height: float, look: Look) -> bytes:
    """A drawing of that many millimetres as SVG, its text kept as text, the same bytes every time."""
    from io import BytesIO

    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width / 25.4, height / 25.4))
    FigureCanvasSVG(figure)
    draw(figure)
    finish(figure, look)
    made = BytesIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "painmap"}):
        figure.savefig(made, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return made.getvalue()
