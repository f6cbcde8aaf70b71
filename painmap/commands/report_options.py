"""What can be typed after 'painmap report', and the options of a report that come of it."""

import argparse
from collections.abc import Iterable
from difflib import get_close_matches

from painmap.commands.trouble import Refused
from painmap.domain.event import Appointment
from painmap.domain.period import Period
from painmap.domain.plain import shown
from painmap.domain.regions import Region, regions
from painmap.report.grid import Paper
from painmap.report.options import LANGUAGES, NEXT, NO_APPOINTMENT, Naming, Options, Section

ALL = "all"
_NEAREST = 3
_MOST = 12
"""Appointments that are named, the latest of them."""


def add_report_options(report: argparse.ArgumentParser) -> None:
    """Adds what says how the report looks and what is left out of it; its dates are added by the command line."""
    names = ", ".join(Section)
    report.add_argument("--paper", choices=tuple(Paper), default=Paper.A4, help="size of the page (a4)")
    report.add_argument(
        "--sections", metavar="SECTION", nargs="+", default=[], help=f"what follows page one: {names}, or all"
    )
    cut = "leave out the page that says whole what page one has no room for"
    report.add_argument("--without-full", action="store_true", help=cut)
    report.add_argument("--without-notes", action="store_true", help="leave notes out; private ones always are")
    report.add_argument(
        "--leave-out", metavar="REGION", nargs="+", default=[], help="regions to leave out, such as 'left hip'"
    )
    visit = "the day of the appointment that the page is for, such as 2026-12-01, or 'none' (the next one)"
    report.add_argument("--appointment", metavar="DAY", default=NEXT, help=visit)
    report.add_argument("--name", metavar="NAME", default="", help="the name to print")
    report.add_argument("--initials", action="store_true", help="print only the first letters of the name")
    report.add_argument("--anonymous", action="store_true", help="print no name")
    report.add_argument("--black-and-white", action="store_true", help="for a fax or a printer without colours")
    report.add_argument("--with-data", action="store_true", help="carry the data of the period inside the PDF")
    report.add_argument("--lang", metavar="LANGUAGE", default="en", help="language of the report (en)")


def options_of(typed: argparse.Namespace, period: Period) -> Options:
    """The options as they were typed. Raises Refused for a section, region or language that there is not."""
    if typed.lang not in LANGUAGES:
        known = ", ".join(f"{short} ({name})" for short, name in LANGUAGES.items())
        raise Refused(f"A report can't be written in {shown(typed.lang)} yet; there is {known}.")
    if typed.anonymous and (typed.name or typed.initials):
        raise Refused("--anonymous leaves the name out that --name and --initials are about; choose one of them.")
    if typed.initials and not typed.name.strip():
        raise Refused("--initials are taken from a name; say it with --name.")
    sections = frozenset(_sections(typed.sections))
    return Options(
        period=period,
        paper=Paper(typed.paper),
        sections=sections - {Section.NOTES} if typed.without_notes else sections,
        left_out=frozenset(region_typed(name).id for name in split_typed(typed.leave_out)),
        name=typed.name,
        naming=Naming.INITIALS if typed.initials else Naming.NAME if typed.name else Naming.NOBODY,
        black_and_white=typed.black_and_white,
        attached=typed.with_data,
        appointment=typed.appointment,
        in_full=not typed.without_full,
        language=typed.lang,
    )


def _sections(typed: Iterable[str]) -> Iterable[Section]:
    for name in split_typed(typed):
        if name == ALL:
            yield from Section
        elif name in list(Section):
            yield Section(name)
        else:
            raise Refused(f"There is no section {shown(name)}; there are {', '.join(Section)}, and {ALL}.")


def region_typed(typed: str) -> Region:
    """By its id ('front-left-hip') or one of its names ('left hip', 'Hip, left'), in capitals or not."""
    names = {
        name.casefold(): region
        for region in regions().values()
        for name in (region.spoken, region.short, region.label, region.id)
    }
    wanted = " ".join(typed.casefold().split())
    if wanted in names:
        return names[wanted]
    near = dict.fromkeys(names[name].spoken for name in get_close_matches(wanted, names, n=6, cutoff=0.5))
    nearest = ", ".join(f"'{name}'" for name in list(near)[:_NEAREST])
    hint = f"near to it {'are' if len(near) > 1 else 'is'} {nearest}" if near else "name it such as 'left hip'"
    raise Refused(f"There is no region {shown(typed)}; {hint}.")


def appointment_typed(typed: str, kept: Iterable[Appointment]) -> str:
    """The id of the appointment on a day, or what stands for the next one or none. Raises Refused."""
    if typed in (NEXT, NO_APPOINTMENT):
        return typed
    by_day = {each.day.isoformat(): each for each in reversed(tuple(kept))}
    if typed in by_day:
        return by_day[typed].id
    days = sorted(by_day, reverse=True)[:_MOST]
    there = f"there are those of {', '.join(days)}" if days else "there is none"
    raise Refused(f"There is no appointment on {shown(typed)}; {there}; choose one, or none.")


def split_typed(typed: Iterable[str]) -> Iterable[str]:
    """What stands between commas; a name that has one of its own is taken whole."""
    for each in typed:
        parts = [part.strip() for part in each.split(",")]
        whole = len(parts) == 2 and parts[1] in ("left", "right")
        yield from [each.strip()] if whole else filter(None, parts)
