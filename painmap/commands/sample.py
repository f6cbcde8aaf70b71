"""The command that writes the diary of an invented patient."""

from datetime import date, datetime, timedelta
from pathlib import Path

from painmap.commands.places import writing
from painmap.commands.trouble import Refused
from painmap.domain.contents import amounts
from painmap.domain.sample import sample
from painmap.domain.sample_records import LONGEST_BEFORE
from painmap.domain.words import counted
from painmap.exchange import json_file


def write_sample(out: Path, days: int, until: date | None, seed: int, now: datetime) -> str:
    """Writes an exchange file with the diary of an invented patient."""
    if until is not None and until > now.date():
        raise Refused(f"--until {until} is in the future; choose a day until today.")
    if (until or now.date()) - json_file.FIRST_DAY < timedelta(days - 1 + LONGEST_BEFORE):
        raise Refused(f"The sample would begin before {json_file.FIRST_DAY}; choose fewer days or a later --until.")
    contents = sample(days, until or now.date(), seed, now)
    with writing(out):
        json_file.write(contents, out, now)
    return f"Wrote {amounts(contents.counts)} of {counted(days, 'invented day')} to {out}."
