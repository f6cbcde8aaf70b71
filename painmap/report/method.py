"""How each figure of the report is worked out, with the source of each published rule."""

from painmap.domain.regions import regions
from painmap.domain.summary import ENOUGH_DAYS
from painmap.domain.thresholds import THRESHOLDS


def method() -> tuple[str, ...]:
    """Short paragraphs; *stars* stand round the word that each is about."""
    pain = "; ".join(f"{each.text} ({each.source})" for each in THRESHOLDS["pain_change"])
    return (
        "*Logged days.* A day is logged once anything was said about it. Medians and ranges come from logged days "
        "alone. What was not answered has no value and is never a 0; “no pain today” is a 0 that was given.",
        f"*Worst pain, fatigue, places.* The highest pain rating of the day, of any region or overall; the highest "
        f"fatigue rating; how many of {len(regions())} regions were rated 1 or more. All ratings are 0–10.",
        "*Median.* The middle of the values in order; of an even number of values, the mean of the middle two.",
        "*Maps.* For each region the median over the days on which it hurt. It is filled from 1 day in 4 of the days "
        f"with a map. Change is later minus earlier half of the calendar, and needs {ENOUGH_DAYS} days with the "
        f"region in each half. New or gone: {ENOUGH_DAYS} days in one half and none in the other. Else: too few days.",
        "*Five places.* Those whose ratings add up to most over the period.",
        "*Lines.* They stop where a day has no entry. The thick line is the median of seven days, the day in the "
        "middle, where at least four of them are logged.",
        "*WPI (0–19).* Areas that hurt on any of seven days, each once. Elbows, wrists, hands, knees, ankles and feet "
        "are no WPI areas. Seven daily maps together tend to hold more than one answer from memory. "
        "*Regions (0–5):* both upper, both lower, axial; jaw, chest and belly are in none. "
        "Wolfe, Semin Arthritis Rheum 2016;46:319-329.",
        "*SSS (0–12), PSD (0–31).* SSS is asked once a week and never taken from daily ratings; PSD is WPI and SSS "
        "together. One open item leaves both open. Wolfe, J Rheumatol 2011;38:1113-1122.",
        "*PEG (0–10).* The mean of average pain, enjoyment and activity of the week. "
        "Krebs, J Gen Intern Med 2009;24:733-738.",
        "*Uses, relief.* Only uses that were written down are counted: a treatment without any may have been taken all "
        "the same. Relief is what the patient rated after a use, 0–100 %; the median of the uses that were rated.",
        f"*Change of pain that was published:* {pain}. It stands beside the figures and judges none of them.",
        "*Copied and late.* A map that was copied from an earlier day, and a day written down later, count like any "
        "other and are marked.",
    )
