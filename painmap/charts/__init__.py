"""Charts of the diary, each drawn into a matplotlib Figure."""
