"""What can be wrong with a file that is read or written, told in one sentence."""


class BadFile(Exception):
    """The file can't be used as it is; str() is one sentence for the patient."""
