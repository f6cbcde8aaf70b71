"""What a figure shows, for tests: artists by their names, and whether its words have room."""

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox


def figure_of(width: float = 1128, height: float = 230) -> Figure:
    """A figure of that many pixels at 96 dots per inch."""
    return Figure(figsize=(width / 96, height / 96), dpi=96)


def artist(figure: Figure, gid: str) -> Artist:
    (found,) = figure.findobj(lambda one: one.get_gid() == gid)
    return found


def has(figure: Figure, gid: str) -> bool:
    return bool(figure.findobj(lambda one: one.get_gid() == gid))


def heights(figure: Figure, gid: str) -> list[float]:
    """Heights in points of the short texts that are drawn as outlines, each form of them once."""
    forms = {id(path): path for path in artist(figure, gid).get_paths()}
    return [path.get_extents().height for path in forms.values()]


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.texts]


def crowded(figure: Figure) -> list[str]:
    """Texts that leave the figure or touch another one."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [(text, _inked(text, renderer)) for text in figure.texts if text.get_text()]
    page = figure.bbox.padded(0.75)
    found = [t.get_text() for t, box in boxes if not (page.contains(*box.p0) and page.contains(*box.p1))]
    for n, (first, box) in enumerate(boxes):
        found += [f"{first.get_text()} / {t.get_text()}" for t, other in boxes[n + 1 :] if _touch(box, other)]
    return found


def _inked(text: Text, renderer: object) -> Bbox:
    return text.get_window_extent(renderer)


def _touch(a: Bbox, b: Bbox) -> bool:
    across = min(a.x1, b.x1) - max(a.x0, b.x0)
    down = min(a.y1, b.y1) - max(a.y0, b.y0)
    return across > 1 and down > 3
