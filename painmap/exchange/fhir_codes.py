"""What FHIR resources are coded with: LOINC for pain alone, and Painmap's own terms, which the file itself declares.

No other code is written: none was verified for the rest. Codes of SNOMED CT for body sites need a licence in most
countries, so they are written only where asked; the words of a body site always are.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from painmap.domain.about import Sense, Severity, Trigger
from painmap.domain.checkin import Quality
from painmap.domain.regions import Region, regions

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
TERMS = "urn:uuid:6f1f63d2-5c0f-4a53-9a6e-2f7c5e0d8b41"
"""The canonical URL of Painmap's own code system. A UUID, since Painmap has no site and makes up no address."""
REVIEW = "urn:uuid:c0a4a1de-9b1c-4f37-8a55-7a1d3e64f2b9"
"""The canonical URL of the weekly review as a Questionnaire."""
PAIN = {"system": LOINC, "code": "72514-3", "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported"}
SURVEY = {
    "coding": [
        {
            "system": "http://terminology.hl7.org/CodeSystem/observation-category",
            "code": "survey",
            "display": "Survey",
        }
    ]
}
_QUESTIONS = {
    "fatigue": "Fatigue, 0-10",
    "sleep": "Slept badly or woke unrefreshed, 0-10",
    "thinking": "Trouble thinking or remembering, 0-10",
    "mood": "Low mood, 0-10",
    "stiffness": "Morning stiffness until largely better",
    "flare": "In a flare",
    "rash": "Rash",
    "fever": "Fever",
    "effort": "Worse after an effort",
    "effort-what": "What the effort was",
    "effort-delay": "Time from the effort until it came",
    "effort-duration": "How long it lasted",
    "effort-severity": "Severity after the effort, 0-4",
    "triggers": "What may have set it off",
    "trigger": "Trigger",
    "note": "Note by the patient",
    "quality": "How the pain feels",
    "swollen": "Swollen",
    "copied": "Copied from an earlier map and not changed",
    "wpi": "Widespread Pain Index, 0-19, areas with pain in seven days (Wolfe 2016, strict mapping)",
    "sss-total": "Symptom severity scale, 0-12 (Wolfe 2016)",
    "psd": "Polysymptomatic distress, WPI + SSS, 0-31 (Wolfe 2015)",
    "peg-mean": "PEG, mean of three items, 0-10 (Krebs 2009)",
}
REVIEW_ITEMS = {
    "week-ending": ("Last of the seven days", "date"),
    "sss-fatigue": ("Fatigue in the last week, 0-3", "integer"),
    "sss-waking_unrefreshed": ("Waking unrefreshed in the last week, 0-3", "integer"),
    "sss-cognitive": ("Trouble thinking or remembering in the last week, 0-3", "integer"),
    "sss-headache": ("Headache in the last six months", "boolean"),
    "sss-abdominal_pain": ("Pain or cramps in the lower belly in the last six months", "boolean"),
    "sss-depression": ("Depression in the last six months", "boolean"),
    "peg-pain": ("Average pain in the last week, 0-10", "integer"),
    "peg-enjoyment": ("How far pain got in the way of enjoying life, 0-10", "integer"),
    "peg-activity": ("How far pain got in the way of general activity, 0-10", "integer"),
}
"""The items of the weekly review by their linkId: what they ask, in other words than the published ones, and how."""


@cache
def terms() -> Mapping[str, str]:
    """Every code of Painmap's own, with its words."""
    return {
        **_QUESTIONS,
        **{f"sensitivity-{sense}": f"Sensitivity to {sense}" for sense in Sense},
        **{f"severity-{severity}": severity.capitalize() for severity in Severity},
        **{f"quality-{quality}": quality.capitalize() for quality in Quality},
        **{f"trigger-{trigger}": trigger.replace("_", " ").capitalize() for trigger in Trigger},
        **{link: words for link, (words, _) in REVIEW_ITEMS.items()},
        **{f"region-{name}": site_text(region) for name, region in regions().items()},
    }


def own(code: str) -> dict[str, Any]:
    """A concept of Painmap's own, in code and words. Raises KeyError for a code that is not declared."""
    words = terms()[code]
    return {"coding": [{"system": TERMS, "code": code, "display": words}], "text": words}


def pain(words: str) -> dict[str, Any]:
    """Pain on the 0-10 scale."""
    return {"coding": [dict(PAIN)], "text": words}


def site(name: str, *, snomed: bool) -> dict[str, Any]:
    """The region in words and Painmap's own code; the SNOMED CT code where asked and where it says no more."""
    concept = own(f"region-{name}")
    region = regions()[name]
    if snomed and region.snomed_relation.startswith(("equivalent", "broader")):
        concept["coding"].append(
            {"system": SNOMED, "code": region.snomed_code, "display": region.snomed_display},
        )
    return concept


def site_text(region: Region) -> str:
    """'Left knee (Anterior knee, left)': the patient's word and the clinic's, both with the side."""
    return f"{region.label} ({region.clinical_label})"


def quantity(value: float, unit: str) -> dict[str, Any]:
    """A number with its unit in UCUM: {score}, min or h."""
    return {"value": value, "unit": unit, "system": UCUM, "code": unit}


def code_system() -> dict[str, Any]:
    """The declaration of every code of Painmap's own."""
    return {
        "resourceType": "CodeSystem",
        "url": TERMS,
        "name": "PainmapTerms",
        "title": "Terms of the Painmap pain diary",
        "status": "active",
        "caseSensitive": True,
        "content": "complete",
        "count": len(terms()),
        "concept": [{"code": code, "display": words} for code, words in terms().items()],
    }


def questionnaire() -> dict[str, Any]:
    """The weekly review: what it asks."""
    items = [
        {"linkId": link, "code": own(link)["coding"], "text": words, "type": kind}
        for link, (words, kind) in REVIEW_ITEMS.items()
    ]
    return {
        "resourceType": "Questionnaire",
        "url": REVIEW,
        "name": "PainmapWeeklyReview",
        "title": "Weekly review of the Painmap pain diary",
        "status": "active",
        "item": items,
    }
