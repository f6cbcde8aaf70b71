"""Backups and restores on the screen: when they run, what is said of them, and the way back."""
