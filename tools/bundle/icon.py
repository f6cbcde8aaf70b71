"""Draws the icon of the program from the body map: head and shoulders, and two places that hurt."""

import json
import os
import re
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPainterPath
from PySide6.QtSvg import QSvgRenderer

from painmap.paths import shipped

HERE = Path(__file__).parent / "desktop"
SIZE, ROUND = 512, 96
WINDOW = (98, 12, 400)
"""Left, top and side of the square of the map that is shown."""
HURTS = {"front-right-shoulder": 8, "front-left-neck": 4}


def icon() -> str:
    """The icon as SVG."""
    drawn = shipped("bodymap.svg").read_text(encoding="utf-8")
    colours = json.loads(shipped("tokens.json").read_text(encoding="utf-8"))
    light, ramp = colours["colour"]["light"], colours["ramp"]["light"]
    left, top, side = WINDOW
    scale = SIZE / side
    hurts = "".join(f'<path fill="{_fill(ramp, level)}" d="{_path(drawn, name)}"/>' for name, level in HURTS.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">'
        f'<clipPath id="edge"><rect width="{SIZE}" height="{SIZE}" rx="{ROUND}"/></clipPath><g clip-path="url(#edge)">'
        f'<rect width="{SIZE}" height="{SIZE}" fill="{light["accent"]}"/>'
        f'<g transform="scale({scale:g}) translate({-left} {-top})">'
        f'<path fill="{light["accent-soft"]}" d="{_path(drawn, "front-outline")}"/>{hurts}</g></g></svg>\n'
    )


def _fill(ramp: list[dict[str, str]], level: int) -> str:
    return ramp[level]["fill"]


def _path(drawn: str, name: str) -> str:
    found = re.search(rf'<path id="{name}"[^>]* d="([^"]+)"', drawn)
    if found is None:
        raise SystemExit(f"The body map has no {name}; name another place in tools/bundle/icon.py.")
    return found[1]


def main() -> None:
    """Writes the icon as SVG, and as a picture for systems that want one."""
    app = QGuiApplication(sys.argv[:1])
    told = icon()
    (HERE / "painmap.svg").write_text(told, encoding="utf-8")
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    # Qt reads no clipPath.
    edge = QPainterPath()
    edge.addRoundedRect(QRectF(image.rect()), ROUND, ROUND)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(edge)
    QSvgRenderer(told.encode()).render(painter, QRectF(image.rect()))
    painter.end()
    image.save(str(HERE / "painmap.png"))
    del app


if __name__ == "__main__":
    main()
