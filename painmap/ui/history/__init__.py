"""The History page: a month of days, one day's check-ins, and search in notes."""
