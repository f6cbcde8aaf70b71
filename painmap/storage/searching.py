"""Words that are looked for in notes, whatever their capitals and however their letters are composed."""

import unicodedata


def says(note: str, wanted: str) -> bool:
    """Whether a note has each of these plain words, or parts of words."""
    text = plain(note)
    return all(word in text for word in wanted.split())


def plain(text: str) -> str:
    """For comparing words. Half a character, which a search may have, is in no note and can't be handed to SQLite."""
    whole = text.encode(errors="ignore").decode()
    return unicodedata.normalize("NFKC", whole).casefold()
