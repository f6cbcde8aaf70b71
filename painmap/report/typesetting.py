"""From the words and pictures of page one to a tagged PDF or to pixels, all in memory."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import cache, cached_property
from typing import Any

from painmap.charts.look import Look
from painmap.paths import shipped
from painmap.report.detail_pages import DETAILS, DETAILS_WORDS, detail_files
from painmap.report.details import Detail
from painmap.report.facts import Report
from painmap.report.findings import Findings
from painmap.report.grid import SHEETS, Grid, Paper, Sheet
from painmap.report.in_full import Whole, in_full, texts_of
from painmap.report.inks import inks, look_of
from painmap.report.pictures import cells_of, page_one_pictures


class ReportError(Exception):
    """Why there is no report, in one sentence for the patient, with a next step."""


class DoesNotFitError(ReportError):
    """Something on the page is larger than its place, so the page would not show all of it."""


class NotPrintableError(ReportError):
    """The name has letters that no font here can print."""


_TRIES, _LINE, _SPARE = 4, 3.0, 0.2
"""How often cells are given more room; millimetres of a line for a page that is too long, and spare room."""
ATTACHED = "painmap-diary.json"
"""What the data inside a report is called."""
_NO_LETTERS = (
    "No font on this computer can print some of the letters in the name, a question or a treatment: "
    "write them in Latin letters, or leave them out."
)


@dataclass(frozen=True)
class Document:
    """A page with all that it is set from."""

    files: Mapping[str, bytes]
    made_at: datetime
    foreign: bool = False
    """Whether it has letters that the fonts of the program lack, so that those of the system are asked too."""

    def pdf(self) -> bytes:
        """A tagged PDF/UA-1; the same document gives the same bytes. Raises ReportError."""
        import typst

        self._refuse_overflow()
        try:
            made: Any = typst.compile(
                self._given(), pdf_standards=["ua-1"], timestamp=self.made_at, **_fonts(self.foreign)
            )
        except typst.TypstError as error:
            if "could not be displayed" not in str(error):
                raise
            raise NotPrintableError(_NO_LETTERS) from error
        return bytes(made)

    def png(self, ppi: float) -> list[bytes]:
        """Each page as a picture of that many pixels an inch."""
        import typst

        made: Any = typst.compile(self._given(), format="png", ppi=ppi, **_fonts(self.foreign))
        return list(made) if isinstance(made, list) else [bytes(made)]

    def overflows(self) -> list[dict[str, Any]]:
        """The cells whose content is higher than they are, with both heights in millimetres."""
        return self._left["<overflow>"]

    def cut(self) -> list[str]:
        """The texts that page one has not room enough for, whole, and the names of lists that lack some of theirs."""
        return self._left["<cut>"]

    @cached_property
    def _left(self) -> dict[str, list[Any]]:
        """What the template of page one leaves for the program, by its label."""
        import typst

        found: dict[str, list[Any]] = {"<overflow>": [], "<cut>": []}
        wanted = "selector(<overflow>).or(<cut>)"
        for note in json.loads(typst.query(self._given(whole=False), wanted, **_fonts(self.foreign))):
            found[note["label"]].append(note["value"])
        return found

    def _refuse_overflow(self) -> None:
        if found := self.overflows():
            cells = ", ".join(str(cell["cell"]) for cell in found)
            raise DoesNotFitError(f"The page has too little room for: {cells}. Choose a shorter period or name.")

    def _given(self, *, whole: bool = True) -> Any:
        """Typst takes named files in memory, though its type stub does not say so; page one alone is set sooner."""
        files = dict(self.files)
        if whole:
            files["main.typ"] += files.get(DETAILS, b"")
        return files


def typeset(
    report: Report,
    found: Findings,
    paper: Paper,
    *,
    black_and_white: bool = False,
    attached: bytes = b"",
    details: Sequence[Detail] = (),
    whole: Whole | None = None,
) -> Document:
    """Page one about what was found, ready to become a PDF or pixels; in black and white it can be faxed.

    `details` are the sections that follow it; before them stands what page one cuts of `whole`. `attached` is the
    data in JSON that the PDF carries inside, nothing where it is empty.
    """
    sheet, look = SHEETS[paper], look_of(black_and_white)
    files = {
        "main.typ": shipped("report/page_one.typ").read_bytes(),
        **({ATTACHED: attached} if attached else {}),
    }

    def made(cells: Grid) -> Document:
        told = {
            **_given(report, sheet, cells, look),
            "attached": bool(attached),
            "in_full": whole is not None,
            "followed": whole is not None and bool(details),
        }
        given = json.dumps(told, ensure_ascii=False)
        drawn = page_one_pictures(report, found, sheet, cells, look)
        pictures = {f"{name}.svg": picture for name, picture in drawn.items()}
        words = {"report.json": given.encode(errors="replace")}
        return Document({**files, **words, **pictures}, report.made_at, foreign=not _printable(given))

    document = _fitted(made, report, paper)
    drawn = texts_of(document.files["time.svg"])
    rest = in_full(whole, document.cut(), drawn, followed=bool(details)) if whole else ()
    return _followed(document, detail_files((*rest, *details), sheet, look))


def _fitted(made: Callable[[Grid], Document], report: Report, paper: Paper) -> Document:
    """Page one with as much room in each cell as its words turn out to need."""
    more: dict[str, float] = {}
    document = made(cells_of(report, paper))
    for _ in range(_TRIES):
        if not (over := document.overflows()):
            break
        for cell in over:
            lacks = _LINE if cell["cell"] == "page" else cell["needed"] - cell["height"] + _SPARE
            more[cell["cell"]] = more.get(cell["cell"], 0.0) + lacks
        document = made(cells_of(report, paper, more))
    return document


def _followed(page_one: Document, files: Mapping[str, bytes]) -> Document:
    """Page one with the pages after it."""
    foreign = page_one.foreign or not _printable(files.get(DETAILS_WORDS, b"").decode())
    return replace(page_one, files={**page_one.files, **files}, foreign=foreign)


def _given(report: Report, sheet: Sheet, cells: Grid, look: Look) -> dict[str, Any]:
    """What the template reads: words, measures and colours."""
    words = asdict(report)
    made: datetime = words.pop("made_at")
    return {
        "paper": sheet.name,
        "size": asdict(cells),
        "dense": report.asked.dense,
        "made": {part: getattr(made, part) for part in ("year", "month", "day", "hour", "minute", "second")},
        **inks(look),
        "words": words,
    }


def _printable(text: str) -> bool:
    """Whether the fonts that ship with the program have all its letters; a place to break a word needs none."""
    from matplotlib.font_manager import get_font

    letters = get_font(shipped("fonts/Inter-Regular.ttf")).get_charmap()
    return all(ord(letter) in letters for letter in set(text) - {"\N{ZERO WIDTH SPACE}"})


@cache
def _fonts(foreign: bool) -> dict[str, Any]:
    """The fonts that ship with the program; those of the system only behind them, for foreign letters."""
    import typst

    folder = str(shipped("fonts"))
    fonts = typst.Fonts(include_system_fonts=foreign, include_embedded_fonts=False, font_paths=[folder])
    return {"font_paths": fonts, "ignore_system_fonts": not foreign}
