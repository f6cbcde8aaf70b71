"""Cuts the Inter variable font to the three static weights that Painmap ships, for screen and paper."""

import sys
from pathlib import Path

import fontpkg_inter
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}
LETTERS = (
    "U+0020-024F,U+0259,U+02BB-02DC,U+0300-036F,U+0370-03FF,U+0400-04FF,U+1E00-1EFF,"
    "U+2000-206F,U+2070-209F,U+20A0-20BF,U+2116,U+2122,U+2150-215E,U+2190-2193,U+2212,U+2248,U+2260-2265,"
    "U+25A0-25FF,U+2713"
)


def cut(name: str, weight: int, target: Path) -> None:
    """Writes one static weight, with the letters of Latin, Greek and Cyrillic."""
    source = Path(fontpkg_inter.__file__).parent / "files" / "Inter[opsz,wght].ttf"
    font = instancer.instantiateVariableFont(TTFont(source), {"wght": weight, "opsz": 14}, updateFontNames=True)
    options = subset.Options()
    options.layout_features = ["kern", "tnum", "mark", "mkmk", "ccmp", "locl", "calt", "case"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(LETTERS.replace("U+", "")))
    cutter.subset(font)
    font.save(target / f"Inter-{name}.ttf")


def main() -> None:
    """Writes the three weights and the licence into the folder named on the command line."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "resources/fonts")
    target.mkdir(parents=True, exist_ok=True)
    for name, weight in WEIGHTS.items():
        cut(name, weight, target)
    licence = Path(fontpkg_inter.__file__).parent / "LICENSE"
    (target / "OFL.txt").write_text(licence.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main()
