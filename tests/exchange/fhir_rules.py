"""What a FHIR file has to hold besides what its library looks at: codes, ranges, references, obs-6, identities."""

import json
import re
from collections.abc import Iterator
from typing import Any

from painmap.exchange.fhir_codes import LOINC, PAIN, REVIEW, REVIEW_ITEMS, SNOMED, TERMS, UCUM

URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00))?")
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
STATUS = {
    "Observation": {"final"},
    "QuestionnaireResponse": {"completed"},
    "CodeSystem": {"active"},
    "Questionnaire": {"active"},
    "Patient": {None},
}
HIGHEST = {"stiffness": 1440, "effort-delay": 2160, "effort-duration": 2160, "effort-severity": 4}
HIGHEST |= {"wpi": 19, "sss-total": 12, "psd": 31}
UNITS = {"stiffness": "min", "effort-delay": "h", "effort-duration": "h"}
VALUED = re.compile(r"value[A-Z]\w+")


def broken_rules(content: bytes) -> list[str]:
    """Every rule that the file breaks, in words."""
    bundle = json.loads(content)
    broken = [] if bundle["type"] == "collection" else ["the type of the bundle"]
    urls = [entry.get("fullUrl", "") for entry in bundle["entry"]]
    broken += [f"fullUrl {url}" for url in urls if not URN.fullmatch(url)]
    broken += ["a fullUrl that stands twice"] if len(set(urls)) < len(urls) else []
    resources = [entry["resource"] for entry in bundle["entry"]]
    declared = {c["code"]: c["display"] for r in resources if r["resourceType"] == "CodeSystem" for c in r["concept"]}
    for resource in resources:
        broken += _of_resource(resource, set(urls), declared)
    return broken


def _of_resource(resource: dict[str, Any], urls: set[str], declared: dict[str, str]) -> Iterator[str]:
    kind = resource["resourceType"]
    if resource.get("status") not in STATUS[kind]:
        yield f"status of {kind}"
    for path, value in everything(resource):
        match path[-1], value:
            case "reference", _ if value not in urls:
                yield f"a reference to {value}, which is not there"
            case "effectiveDateTime" | "issued" | "authored", _ if not DATE_TIME.fullmatch(value):
                yield f"the time {value}"
            case "coding" | "code", list():
                yield from (f"the code {each}" for each in value if not _known(each, declared))
            case _, _ if value in ([], {}, "", None):
                yield f"nothing at {path}"
    if kind == "Observation":
        yield from _of_observation(resource)
    if kind == "QuestionnaireResponse":
        yield from _of_answers(resource)


def _of_observation(made: dict[str, Any]) -> Iterator[str]:
    for each in (made, *made.get("component", ())):
        values = [name for name in each if VALUED.fullmatch(name)]
        if len(values) > 1 or (values and "dataAbsentReason" in each):
            yield "obs-6, or two values"
        if not values and (each is not made or not made.get("component")):
            yield "an observation that says nothing"
        if "valueQuantity" in each:
            yield from _of_quantity(each["code"]["coding"][0]["code"], each["valueQuantity"])
    if made["category"][0]["coding"][0]["code"] != "survey":
        yield "the category"
    if "bodySite" in made and not re.search(r"left|right|\w", made["bodySite"].get("text", ""), re.IGNORECASE):
        yield "a body site without words"
    codes = {each["code"] for each in made["code"]["coding"]}
    if {each["code"]["coding"][0]["code"] for each in made.get("component", ())} & codes:
        yield "obs-7"


def _of_quantity(code: str, quantity: dict[str, Any]) -> Iterator[str]:
    unit = UNITS.get(code, "{score}")
    if (quantity["system"], quantity["unit"], quantity["code"]) != (UCUM, unit, unit):
        yield f"the unit of {code}"
    if not 0 <= quantity["value"] <= HIGHEST.get(code, 10):
        yield f"{code} of {quantity['value']}"


def _of_answers(made: dict[str, Any]) -> Iterator[str]:
    if made["questionnaire"] != REVIEW:
        yield "another questionnaire"
    for item in made["item"]:
        kind = REVIEW_ITEMS[item["linkId"]][1]
        if [list(answer) for answer in item["answer"]] != [[f"value{kind.capitalize()}"]]:
            yield f"the answer to {item['linkId']}"
        highest = 3 if item["linkId"].startswith("sss") else 10
        if kind == "integer" and not 0 <= item["answer"][0]["valueInteger"] <= highest:
            yield f"{item['linkId']} off its scale"


def _known(coding: dict[str, str], declared: dict[str, str]) -> bool:
    match coding["system"]:
        case system if system == TERMS:
            return declared.get(coding["code"]) == coding["display"]
        case system if system == LOINC:
            return coding == PAIN
        case system if system == SNOMED:
            return check_digit(coding["code"])
    return (coding["system"], coding["code"]) == (CATEGORY, "survey")


def check_digit(sctid: str) -> bool:
    """Whether the last digit is right for a concept of SNOMED CT (Verhoeff)."""
    c = 0
    for place, digit in enumerate(reversed(sctid)):
        c = _times(c, _turned(place % 8, int(digit)))
    return c == 0 and sctid[-3:-1] in ("00", "10")


def _times(a: int, b: int) -> int:
    """In the group of turns and flips of a pentagon."""
    if a < 5:
        return (a + b) % 5 if b < 5 else 5 + (a + b - 5) % 5
    return 5 + (a - b) % 5 if b < 5 else (a - b) % 5


def _turned(times: int, digit: int) -> int:
    for _ in range(times):
        digit = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)[digit]
    return digit


def everything(value: Any, path: tuple[str, ...] = ("",)) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value with the names that lead to it."""
    yield path, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from everything(inner, (*path, name))
    elif isinstance(value, list):
        for inner in value:
            yield from everything(inner, (*path, "[]"))
