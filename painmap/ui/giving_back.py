"""Memory that was needed for a moment, given back to the system."""

import sys

QUIET_MS = 3_000
"""How long after a page was first shown: by then its charts are drawn, or its report is set."""


def give_back() -> None:
    """Has the C library let go of what is free, where it keeps that for itself: on Linux. Takes some milliseconds."""
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:  # not every Linux has glibc
        trim(0)
