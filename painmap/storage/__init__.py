"""The diary file: opening it, keeping check-ins in it, backing it up."""
