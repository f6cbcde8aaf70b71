"""What the diary is about, in plain Python: the body, check-ins, periods, summaries."""
