"""What an invented patient's days are drawn from: the same for the same seed on every system."""

from datetime import date, datetime, timedelta, timezone
from random import Random
from uuid import UUID

from painmap.domain.checkin import WORST


def identity(rng: Random) -> str:
    """An id."""
    return str(UUID(int=rng.getrandbits(128), version=4))


def clock(day: date, hour: int, rng: Random) -> datetime:
    """A time of that day within four hours from the full hour on, as a clock in central Europe shows it."""
    summer = _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    start = datetime(day.year, day.month, day.day, hour, tzinfo=timezone(timedelta(hours=2 if summer else 1)))
    return start + timedelta(seconds=below(4 * 3600, rng))


def _last_sunday(year: int, month: int) -> date:
    end = date(year, month, 31)
    return end - timedelta((end.weekday() + 1) % 7)


def bell(rng: Random) -> float:
    """About normal, mean 0, standard deviation 1, at most 3 away: sums and no library of the system's."""
    return 2 * (rng.random() + rng.random() + rng.random()) - 3


def below(n: int, rng: Random) -> int:
    """A whole number from 0 to below n."""
    return int(rng.random() * n)


def rating(value: float) -> int:
    """Rounded onto the 0-10 scale."""
    return min(WORST, max(0, int(value + 0.5))) if value > 0 else 0
