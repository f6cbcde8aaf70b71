"""Every check-in that can be, for properties that have to hold for all of them."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from painmap.domain.about import NOTHING_MORE, About, Effort, Sense, Severity, Trigger
from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain
from painmap.domain.regions import regions

UNTIL = date(2026, 3, 15)
_REGIONS = st.sampled_from(list(regions()))
_RATINGS = st.none() | st.integers(0, 10)
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_DAYS = st.dates(date(1900, 1, 3), UNTIL)
_OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_PAINS = st.builds(RegionPain, st.integers(1, 10), st.frozensets(st.sampled_from(Quality), max_size=3), st.booleans())
_ORIGINS = (
    st.none()
    | st.just(CarriedOver())
    | st.builds(CarriedOver, _DAYS, st.dictionaries(_REGIONS, st.integers(1, 10), max_size=4))
)


_HOURS = st.none() | st.integers(0, 2160)
_EFFORTS = st.builds(Effort, _TEXTS.filter(bool), _HOURS, _HOURS, st.none() | st.integers(0, 4))
_TAGS = st.sampled_from(Trigger) | _TEXTS.map(str.strip).filter(bool)
_YES_NO = st.none() | st.booleans()
_ABOUTS = st.just(NOTHING_MORE) | st.builds(
    About,
    sleep=_RATINGS,
    thinking=_RATINGS,
    mood=_RATINGS,
    stiffness_minutes=st.none() | st.integers(0, 1440),
    sensitivity=st.dictionaries(st.sampled_from(Sense), st.sampled_from(Severity)),
    effort=st.none() | _EFFORTS,
    flare=_YES_NO,
    triggers=st.frozensets(_TAGS, max_size=4),
    rash=_YES_NO,
    fever=_YES_NO,
    private_note=st.booleans(),
    by_someone_else=st.booleans(),
)


@st.composite
def check_ins(draw: st.DrawFn) -> CheckIn:
    """One check-in about a day up to UNTIL, written on that day or later but not after it."""
    day = draw(_DAYS)
    written = draw(st.datetimes(datetime(1900, 1, 3), datetime(2026, 3, 15, 23), timezones=_OFFSETS))  # noqa: DTZ001 (hypothesis wants naive bounds and adds the zone)
    late = draw(st.timedeltas(timedelta(0), timedelta(days=400)))
    changed = min(written + late, datetime(2026, 3, 15, 22, tzinfo=UTC))
    return CheckIn(
        id=str(draw(st.uuids())),
        day=min(day, written.date()),
        recorded_at=written,
        changed_at=max(written, changed),
        overall_pain=draw(_RATINGS),
        fatigue=draw(_RATINGS),
        regions=draw(st.dictionaries(_REGIONS, _PAINS, max_size=6)),
        note=draw(_TEXTS),
        carried_over=draw(_ORIGINS),
        about=draw(_ABOUTS),
    )


def diaries() -> st.SearchStrategy[list[CheckIn]]:
    """Up to eight check-ins, each with its own id."""
    return st.lists(check_ins(), max_size=8, unique_by=lambda c: c.id)
