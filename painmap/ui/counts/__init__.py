"""Counts: the figures of published rules for a day, each beside its threshold and source."""
