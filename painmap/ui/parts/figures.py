"""One chart at a time: matplotlib's fonts are shared, and the report is set beside the window."""

from threading import Lock

FIGURES = Lock()
"""Held while figures are drawn."""
