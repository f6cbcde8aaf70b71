"""What is said after a file was brought in: how much was added, and what of it the diary had."""

from painmap.domain.kinds import KINDS
from painmap.domain.words import counted
from painmap.storage.merging import Merged


def brought_text(merged: Merged) -> str:
    """What became of a file, without the counts that are 0: '2 check-ins, 1 event added.' and so on."""
    kinds = [(merged, "check-in", "check-ins")]
    kinds += [(other, kind.noun, kind.nouns) for kind in KINDS if (other := merged.others.get(kind.list_name))]
    added = ", ".join(counted(each.added, noun, nouns) for each, noun, nouns in kinds if each.added)
    updated = sum(each.updated for each, _, _ in kinds)
    there = sum(each.unchanged + each.older for each, _, _ in kinds)
    sentences = (
        f"{added} added." if added else "Nothing new was added.",
        f"{counted(updated, 'entry', 'entries')} replaced by a newer version." if updated else "",
        f"{counted(there, 'entry', 'entries')} in the diary already." if there else "",
    )
    return " ".join(filter(None, sentences))
