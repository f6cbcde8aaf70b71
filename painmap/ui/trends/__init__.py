"""The Trends page: the days of a period as charts."""
