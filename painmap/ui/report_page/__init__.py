"""The Report page: what the printed page says, its preview, and where it goes."""
