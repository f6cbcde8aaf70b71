"""What can be typed after 'painmap export' and 'painmap import', besides files and dates."""

import argparse

from painmap.exchange.foreign_values import Order
from painmap.exchange.forms import Form
from painmap.exchange.matching import SCALES

FIELDS = ("day", "pain", "fatigue", "note")
"""What a column of another program's table can be."""
NO_COLUMN = "none"


def add_export_options(export: argparse.ArgumentParser) -> None:
    """Adds what says in which form the diary is written, and what is left out; dates are added by the command line."""
    forms = ", ".join(Form)
    told = f"{forms}; by the name of the file where not said"
    export.add_argument("--as", dest="form", metavar="FORM", choices=tuple(Form), help=told)
    export.add_argument("--without-notes", action="store_true", help="leave notes out")
    export.add_argument(
        "--leave-out", metavar="REGION", nargs="+", default=[], help="regions to leave out, such as 'left hip'"
    )
    export.add_argument("--bom", action="store_true", help="begin CSV with the mark by which Excel knows its letters")
    export.add_argument("--snomed", action="store_true", help="add SNOMED CT codes to FHIR, where you have a licence")


def add_import_options(bring_in: argparse.ArgumentParser) -> None:
    """Adds what says whether anything is written, and what the columns of another program's table are."""
    bring_in.add_argument("--dry-run", action="store_true", help="say what would be brought in, and write nothing")
    bring_in.add_argument(
        "--skip-bad", action="store_true", help="leave out what can't be taken, and bring in the rest"
    )
    for field in FIELDS:
        told = f"the column with the {field}, by its heading or number, or '{NO_COLUMN}'"
        bring_in.add_argument(f"--{field}", metavar="COLUMN", help=told)
    bring_in.add_argument("--order", choices=tuple(Order), type=Order, help="whether day or month comes first")
    bring_in.add_argument("--scale", choices=SCALES, type=int, help="the highest rating of the table")
