"""The one place that asks what time it is; everything else is handed the moment."""

from datetime import UTC, datetime


def now() -> datetime:
    """The moment in whole seconds, as the clock of this computer shows it, with its UTC offset."""
    return datetime.now(UTC).astimezone().replace(microsecond=0)
