"""Groups of days in words: a sentence, a table, and what is said of the group that is pointed at."""

from collections.abc import Sequence

from painmap.domain.groups import ENOUGH, Asked, Group
from painmap.domain.words import counted, number

HOW_TO_READ = f"The wider a bar, the more days. Thick line: the median, from {ENOUGH} days on."
NO_RATING = "No rating"
HEADINGS = ("Days", "Median", "Range", "Days with each rating")
"""What a table says of a group, after its name."""


def groups_told(groups: Sequence[Group], asked: Asked) -> str:
    """Each group in a clause: 'Monday: median 8 on 9 days; Tuesday: 4 days, too few for a median'."""
    return "; ".join(f"{group.name}: {_in_short(group, asked)}" for group in groups)


def group_told(group: Group, asked: Asked) -> str:
    """A group in full: 'Monday: median 8 on 9 days, from 5 to 10'."""
    name = f"{group.name} ({group.sort})" if group.sort else group.name
    if group.range is None or group.median is None:
        return f"{name}: {_in_short(group, asked)}"
    low, high = group.range
    return f"{name}: {_in_short(group, asked)}, {f'from {low} to {high}' if low < high else f'always {low}'}"


def _in_short(group: Group, asked: Asked) -> str:
    if not group.ratings:
        return f"{asked.words} not answered on any day"
    days = counted(len(group), "day")
    if group.median is None:
        given = _listed([number(rating) for rating in sorted(group.ratings)])
        return f"{days} ({given}), too few for a median"
    return f"median {number(group.median)} on {days}"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def group_cells(group: Group) -> tuple[str, ...]:
    """What a table says of a group: days, median, range, and on how many days each rating was given."""
    if group.range is None:
        return "0", NO_RATING, NO_RATING, NO_RATING
    low, high = group.range
    median = "Too few days" if group.median is None else number(group.median)
    each = "; ".join(f"{rating}: {counted(count, 'day')}" for rating, count in group.counts.items())
    return number(len(group)), median, f"{low} to {high}" if low < high else str(low), each


def medians_named(groups: Sequence[Group]) -> str:
    """The medians of a few groups: 'median: morning 5, evening 6'; empty without any."""
    told = [f"{group.name.lower()} {number(group.median)}" for group in groups if group.median is not None]
    return f"median: {', '.join(told)}" if told else ""


def median_span(groups: Sequence[Group]) -> str:
    """How far the medians lie apart: 'medians from 6 to 8'; empty with fewer than two."""
    medians = sorted(group.median for group in groups if group.median is not None)
    if len(medians) < 2:
        return ""
    low, high = number(medians[0]), number(medians[-1])
    return f"medians from {low} to {high}" if low != high else f"every median {low}"
