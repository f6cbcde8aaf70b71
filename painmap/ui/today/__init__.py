"""The Today page: logging a check-in."""
