"""Puts the pictures of the README into docs/, small, from what `make demo` drew."""

import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
SCREENS = (
    "today",
    "history",
    "trends",
    "calendar",
    "rhythm",
    "how-it-feels",
    "before-and-after",
    "treatments",
    "counts",
    "bad-day",
    "today-dark",
)
WIDTH = 960
COLOURS = 256
PAGE_DPI = 90


def main() -> None:
    """Writes each picture with few colours: flat areas and letters keep their looks at a third of the size."""
    drawn, docs = ROOT / "build" / "demo", ROOT / "docs"
    for name in SCREENS:
        _shrink(drawn / f"{name}.png", docs / f"{name}.png")
    page = ROOT / "build" / "page"
    subprocess.run(
        ["pdftoppm", "-png", "-singlefile", "-r", str(PAGE_DPI), str(drawn / "report.pdf"), str(page)], check=True
    )
    _shrink(page.with_suffix(".png"), docs / "report.png")


def _shrink(source: Path, target: Path) -> None:
    if not source.exists():
        sys.exit(f"{source} is not there yet: run 'make demo' first.")
    picture = Image.open(source).convert("RGB")
    if picture.width > WIDTH:
        size = WIDTH, round(picture.height * WIDTH / picture.width)
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    print(target, target.stat().st_size)


if __name__ == "__main__":
    main()
