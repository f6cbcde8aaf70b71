"""Days before the diary began lack no entry: no chart, count or sentence of the report says that they do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from kept_things import a_treatment
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from painmap.charts.look import PAPER
from painmap.domain.checkin import CheckIn
from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.report.as_html import as_html
from painmap.report.as_text import as_text
from painmap.report.options import Options, Section
from painmap.report.pages import typeset_report
from painmap.report.report import WholeReport, whole_report


def report(check_in: Callable[..., CheckIn], now: datetime, begins: date | None) -> WholeReport:
    """Ten days with an entry, one of the last left out, at the end of forty."""
    hurting = {"back-left-lower-back": 6}
    told = tuple(check_in(n, hurting, fatigue=4) for n in range(11) if n != 3)
    options = Options(Period.last(40, now.date()), sections=frozenset(Section))
    return whole_report(Contents(told), options, now, "0.1.0", begins)


def test_the_stretch_before_it_is_empty_and_says_why(check_in, now: datetime):
    begins = now.date() - timedelta(10)
    young = report(check_in, now, begins)
    old = report(check_in, now, begins - timedelta(100))
    drawn = {name: typeset_report(each).files for name, each in (("young", young), ("old", old))}
    assert b"No entry: 1 day" in drawn["young"]["time.svg"]
    assert b"The diary begins 12 Nov." in drawn["young"]["time.svg"]
    assert b"No entry: 30 days" in drawn["old"]["time.svg"]
    assert b"The diary begins" not in drawn["old"]["time.svg"]
    assert drawn["young"]["regions.svg"] != drawn["old"]["regions.svg"]


def test_every_form_says_when_it_began_and_counts_gaps_from_then(check_in, now: datetime):
    young = report(check_in, now, now.date() - timedelta(10))
    assert young.page_one.kept.replace("\N{NO-BREAK SPACE}", " ").endswith("longest gap 1 day · diary begins 12 Nov")
    assert "The diary begins 12 Nov." in young.page_one.time_alt
    for form in (as_text(young), as_html(young)):
        assert "diary begins 12 Nov" in " ".join(form.replace("\N{NO-BREAK SPACE}", " ").split())
    (regions,) = (each for each in young.details if each.section is Section.REGIONS_BY_DAY)
    assert "The diary begins 12 Nov." in regions.note


def test_a_diary_that_is_older_than_the_period_says_nothing_of_it(check_in, now: datetime):
    old = report(check_in, now, now.date() - timedelta(100))
    assert old.page_one.kept.endswith("longest gap 29 days")
    assert "begins" not in as_text(old)


def test_without_an_entry_in_the_period_it_is_not_said_either(now: datetime):
    empty = whole_report(Contents(), Options(Period.last(40, now.date())), now, "0.1.0", now.date())
    assert empty.found.begins is None


def around_a_start(check_in: Callable[..., CheckIn], now: datetime, begins: date | None) -> WholeReport:
    """Twenty-one logged days with a treatment that starts in their middle, and another three days later."""
    start = now.date() - timedelta(10)
    told = tuple(check_in(n, {"back-left-lower-back": 6}, fatigue=4) for n in range(21))
    kept = Contents(
        told,
        treatments=(
            a_treatment(now, 1, start=start, pauses=(), name="Bath"),
            a_treatment(now, 2, start=start + timedelta(3), pauses=(), name="TENS"),
        ),
    )
    options = Options(Period.last(21, now.date()), sections=frozenset({Section.BEFORE_AFTER}))
    return whole_report(kept, options, now, "0.1.0", begins)


def test_days_before_the_report_are_not_days_without_an_entry(check_in, now: datetime):
    (told,) = around_a_start(check_in, now, now.date() - timedelta(400)).details
    bath = next(each for each in told.pictures if "Bath" in each.heading)
    assert "This report begins 2 Nov." in bath.alt
    figure = Figure((7, 4))
    bath.draw(figure, PAPER)
    assert not [shape for shape in figure.findobj(LineCollection) if shape.get_gid() == "gaps" and shape.get_segments()]


def test_a_start_with_too_few_days_says_that_the_report_began_so_late(check_in, now: datetime):
    start = now.date() - timedelta(18)
    told = tuple(check_in(n, {"back-left-lower-back": 6}) for n in range(21))
    kept = Contents(told, treatments=(a_treatment(now, 1, start=start, pauses=(), name="Bath"),))
    options = Options(Period.last(21, now.date()), sections=frozenset({Section.BEFORE_AFTER}))
    (late,) = whole_report(kept, options, now, "0.1.0").details
    assert late.paragraphs[0].endswith("Not enough days: 2 of 14 logged before. This report begins 2 Nov.")
    earlier = replace(options, period=Period.last(40, now.date()))
    (young,) = whole_report(kept, earlier, now, "0.1.0", now.date() - timedelta(20)).details
    assert young.paragraphs[0].endswith("Not enough days: 2 of 14 logged before. The diary begins 2 Nov.")


def test_what_else_changed_stands_under_the_chart_in_every_form(check_in, now: datetime):
    report = around_a_start(check_in, now, None)
    also = "Also in these days: TENS started on 15 Nov."
    (told,) = report.details
    bath = next(each for each in told.pictures if "Bath" in each.heading)
    assert bath.below == also
    assert also not in bath.alt
    assert also in " ".join(as_text(report).split())
    assert f"<figcaption>{also}</figcaption>" in as_html(report)
    assert also.encode() in typeset_report(report).files["details.json"]
