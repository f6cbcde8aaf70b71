"""What is filled in, in one line: 'Sleep 7, stiff 40 min'."""

from painmap.domain.about import About, Severity
from painmap.domain.checkin import CheckIn
from painmap.domain.families import Topic
from painmap.domain.words import number
from painmap.ui.today.more.triggers import name_of

NAMES = {
    Topic.SLEEP: "sleep",
    Topic.THINKING: "thinking",
    Topic.MOOD: "mood",
    Topic.STIFFNESS: "stiffness",
    Topic.SENSES: "senses",
    Topic.EFFORT: "effort",
    Topic.FLARE: "flare",
    Topic.TRIGGERS: "triggers",
    Topic.SIGNS: "rash, fever",
    Topic.NOTE: "note",
    Topic.WRITER: "who wrote",
}


def filled_in(check_in: CheckIn) -> str:
    """What was said besides pain and fatigue; nothing where nothing was."""
    about = check_in.about
    said = _answers(about)
    if check_in.note:
        said.append("private note" if about.private_note else "note")
    if about.by_someone_else:
        said.append("written by someone else")
    return _line(said)


def told_about(about: About) -> str:
    """What was answered about the day, in one line, without the note and who wrote it."""
    return _line(_answers(about))


def answered(check_in: CheckIn) -> set[Topic]:
    """The topics of which something was said."""
    about = check_in.about
    given = {
        Topic.SLEEP: about.sleep is not None,
        Topic.THINKING: about.thinking is not None,
        Topic.MOOD: about.mood is not None,
        Topic.STIFFNESS: about.stiffness_minutes is not None,
        Topic.SENSES: bool(about.sensitivity),
        Topic.EFFORT: about.effort is not None,
        Topic.FLARE: about.flare is not None,
        Topic.TRIGGERS: bool(about.triggers),
        Topic.SIGNS: (about.rash, about.fever) != (None, None),
        Topic.NOTE: bool(check_in.note) or about.private_note,
        Topic.WRITER: about.by_someone_else,
    }
    return {topic for topic, said in given.items() if said}


def named(topics: list[Topic]) -> str:
    """Topics in one line: 'Sleep, thinking, mood'."""
    return _line([NAMES[topic] for topic in topics])


def _answers(about: About) -> list[str]:
    said = [*_rated(about), *_sensitive(about), *_yes_or_no(about), *map(name_of, sorted(about.triggers))]
    if about.effort:
        severity = about.effort.severity
        said.append("after effort" if severity is None else f"after effort {severity}")
    return said


def _rated(about: About) -> list[str]:
    ratings = (("sleep", about.sleep), ("thinking", about.thinking), ("low mood", about.mood))
    said = [f"{name} {level}" for name, level in ratings if level is not None]
    if about.stiffness_minutes is not None:
        minutes = about.stiffness_minutes
        said.append(f"stiff {number(minutes)} min" if minutes else "not stiff")
    return said


def _sensitive(about: About) -> list[str]:
    given = about.sensitivity.items()
    felt = [f"{sense} {severity}" for sense, severity in given if severity is not Severity.NONE]
    return felt or (["not sensitive"] if about.sensitivity else [])


def _yes_or_no(about: About) -> list[str]:
    answers = (("flare", about.flare), ("rash", about.rash), ("fever", about.fever))
    return [name if answer else f"no {name}" for name, answer in answers if answer is not None]


def _line(said: list[str]) -> str:
    line = ", ".join(said)
    return line[:1].upper() + line[1:]
