"""What keeps a command from being done."""


class Refused(Exception):
    """What was asked for can't be done; str() is one sentence with a next step."""
