"""Every check-in that can be, for properties that have to hold for all of them."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

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
    )


def diaries() -> st.SearchStrategy[list[CheckIn]]:
    """Up to eight check-ins, each with its own id."""
    return st.lists(check_ins(), max_size=8, unique_by=lambda c: c.id)
