"""Every sentence that a patient or a clinician may read keeps to the clinical reference, section 8: no verdict, no
advice on medicines, no reassurance, no guilt and no praise.
"""

import ast
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "painmap"
FORBIDDEN = {
    "a diagnosis": r"\b(?:have|has|having|got) (?:\w+ )?fibromyalgia\b|\bdiagnosed\b|\bdiagnosis of\b",
    "a verdict": r"\b(?:met|meets|fulfil(?:s|led)?|satisf(?:y|ies|ied)|positive|negative)\b|\bconsistent with\b",
    "reassurance": r"\b(?:ab)?normal(?:ly)?\b|\bsafe(?:ly|r)?\b|\bnothing to worry\b|\bharmless\b",
    "advice on a medicine": r"\b(?:stop|start|change|increase|reduce|lower|skip|double)\b(?: \w+){0,4} "
    r"(?:medicines?|medications?|drugs?|doses?|tablets?|pills?)\b",
    "a cause": r"\blikely\b|\b(?:caused|triggered|explained) by\b|\bdue to your\b|\b(?:works|worked|helped) for you\b",
    "guilt": r"\bmust\b|\byou (?:should|failed|missed|forgot|have not|haven't)\b|\bfailed you\b|\bonly logged\b",
    "praise": r"\bstreaks?\b|\bwell done\b|\bgreat\b|\bgood job\b|\bkeep (?:it )?up\b|\bcongratulat|\bexcellent\b"
    r"|\bperfect\b|\bawesome\b|\bnice work\b",
    "an exclamation mark": r"!(?!=)",
}
"""What is never said, and how it is recognised."""


@dataclass(frozen=True)
class Allowed:
    """Words that say something else where they stand, in a file of the project, and why they may stay."""

    where: str
    text: str
    why: str


A_FILE = "says what a field of a file has to hold, to whoever made that file; no patient is told what to do"
A_BACKUP = "says that the file of the diary is whole after a backup failed; it is about the file, not about health"
ALLOWED = (
    Allowed("painmap/domain/checkin.py", "must be", A_FILE),
    Allowed("painmap/domain/kept.py", "must be", A_FILE),
    Allowed("painmap/domain/plain.py", "must be", A_FILE),
    Allowed("painmap/domain/record.py", "must be a list", A_FILE),
    Allowed("painmap/exchange/json_file.py", "must not have twice the field", A_FILE),
    Allowed("painmap/ui/backups/words.py", "The diary itself is safe.", A_BACKUP),
)


@dataclass(frozen=True)
class Said:
    """A text and the file that it stands in."""

    where: str
    text: str

    @property
    def offences(self) -> list[str]:
        """What it says that is never said, apart from the words that may stay there."""
        text = self.text
        for one in ALLOWED:
            text = text.replace(one.text, "") if one.where == self.where else text
        return offences(text)


def offences(text: str) -> list[str]:
    """What of FORBIDDEN a text says."""
    return [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)]


def strings_of(source: str) -> Iterator[str]:
    """Every string of a module, with {} for what an f-string puts in; docstrings are not for patients."""
    tree = ast.parse(source)
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inside.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            inside |= {id(part) for part in ast.walk(node) if isinstance(part, ast.Constant)}
            inside |= {id(part) for part in ast.walk(node) if part is not node and isinstance(part, ast.JoinedStr)}
            if id(node) not in inside:
                yield from _in_f_string(node)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value


def _in_f_string(node: ast.JoinedStr) -> Iterator[str]:
    """The string as a whole, and each string that one of its expressions has."""
    yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            for inner in ast.walk(part.value):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield inner.value


def template_texts(source: str) -> Iterator[str]:
    """The lines of a typst template without its comments; `!` there is a sign of the language."""
    for line in source.splitlines():
        text = re.sub(r"(?:^|\s)//.*", "", line)
        if text.strip():
            yield re.sub(r"!(?=[=\w(])", "", text)


@cache
def everything_said() -> tuple[Said, ...]:
    """Every string of the package and of what ships with it."""
    found = [
        Said(module.relative_to(ROOT).as_posix(), text)
        for module in sorted(PACKAGE.rglob("*.py"))
        for text in strings_of(module.read_text("utf-8"))
    ]
    for template in sorted((ROOT / "resources").rglob("*.typ")):
        found += [Said(template.relative_to(ROOT).as_posix(), text) for text in template_texts(template.read_text())]
    with (ROOT / "resources" / "regions.csv").open(encoding="utf-8", newline="") as file:
        found += [
            Said("resources/regions.csv", row[name]) for row in csv.DictReader(file) for name in ("label", "part")
        ]
    return tuple(found)


def test_nothing_is_said_that_is_never_said() -> None:
    found = [(said.where, what, said.text) for said in everything_said() for what in said.offences]
    assert found == []


@pytest.mark.parametrize("one", ALLOWED, ids=lambda one: f"{one.where}: {one.text}")
def test_every_exception_has_a_reason_and_is_still_needed(one: Allowed) -> None:
    assert len(one.why) > 20
    texts = [said.text for said in everything_said() if said.where == one.where and one.text in said.text]
    assert any(offences(text) for text in texts)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("You have fibromyalgia", "a diagnosis"),
        ("You do not have fibromyalgia.", "a diagnosis"),
        ("2016 criteria: met", "a verdict"),
        ("The screen is positive", "a verdict"),
        ("This is consistent with widespread pain", "a verdict"),
        ("Your values are normal", "reassurance"),
        ("It is safe to go on", "reassurance"),
        ("Stop your medicine", "advice on a medicine"),
        ("You could reduce the evening dose", "advice on a medicine"),
        ("The likely cause is stress", "a cause"),
        ("You must log every day", "guilt"),
        ("You missed 3 days", "guilt"),
        ("A streak of 7 days", "praise"),
        ("Well done", "praise"),
        ("Great, keep it up", "praise"),
        ("Saved!", "an exclamation mark"),
    ],
)
def test_a_sentence_that_may_not_be_said_is_found(text: str, what: str) -> None:
    assert what in offences(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is a diary. It does not diagnose and does not replace your clinician.",
        "The scores are published counting rules; only a clinician can say what they mean for you.",
        "Published: 2016: WPI at least 7 with SSS at least 5, or WPI 4-6 with SSS at least 9.",
        "41 of 56 days logged",
        "Stopped on 20 Aug: stomach pain",
        "Dose changed",
    ],
)
def test_a_calm_sentence_is_left_alone(text: str) -> None:
    assert offences(text) == []


def test_strings_are_found_wherever_they_stand_in_a_module() -> None:
    source = '''
"""Positive docstring."""
LABEL = "one"
"""Positive words about LABEL."""
def f(x):
    """Normal."""
    say(f"two {x} three {'four' if x else 'five'}", key="six" "seven")
    return {"eight": ("nine",)}
'''
    found = sorted(strings_of(source))
    assert found == sorted(["one", "two {} three {}", "four", "five", "sixseven", "eight", "nine"])


def test_comments_of_a_template_are_not_read_and_its_words_are() -> None:
    source = "// normal\n#let a = [Well done] // safe\n#if a != none and !b [c]\nhttps://example.org"
    assert [offences(text) for text in template_texts(source)] == [["praise"], [], []]


def test_what_the_pages_say_is_among_what_is_read() -> None:
    said = {one.text for one in everything_said()}
    for known in (
        "Ask for medical advice today",
        "No weekly review counts for this day.",
        "pain in at least 4 of the 5 regions",
        "Nothing logged in these dates.",
        "Left lower back",
    ):
        assert known in said
    files = {one.where for one in everything_said()}
    assert {"painmap/cli.py", "painmap/report/sentences.py", "resources/report/page_one.typ"} <= files
