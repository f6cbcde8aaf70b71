"""The FHIR file: valid to its library and to our own rules, and it says what the diary says."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhir_rules import broken_rules, check_digit
from hypothesis import given, settings
from kept_things import a_review, one_of_each
from strategies import diaries

from painmap.domain.about import About, Effort, Sense, Severity
from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain
from painmap.domain.contents import Contents
from painmap.domain.regions import regions
from painmap.domain.review import PEG, SSS
from painmap.domain.sample import sample
from painmap.exchange.fhir import fhir_of
from painmap.exchange.fhir_codes import own, terms

NOON = datetime(2026, 3, 15, 12, tzinfo=timezone(timedelta(hours=1)))
ID = "00000000-0000-4000-8000-000000000001"
BLANK = CheckIn(id=ID, day=NOON.date(), recorded_at=NOON, changed_at=NOON)


def resources(content: bytes, kind: str = "Observation") -> list[dict[str, Any]]:
    entries = json.loads(content)["entry"]
    return [entry["resource"] for entry in entries if entry["resource"]["resourceType"] == kind]


def said(*kept: Any, **options: bool) -> list[dict[str, Any]]:
    """The observations, after the file was found valid both ways."""
    content = fhir_of(Contents.of(kept), NOON, **options)
    assert broken_rules(content) == []
    Bundle.model_validate_json(content)
    return resources(content)


@given(diaries())
@settings(max_examples=25, deadline=None)
def test_every_diary_is_valid_and_every_region_is_there_once(diary: list[CheckIn]) -> None:
    told = [o for o in said(*diary) if "bodySite" in o]
    shown = sorted((o["bodySite"]["coding"][0]["code"], o["valueQuantity"]["value"]) for o in told)
    assert shown == sorted((f"region-{name}", pain.intensity) for c in diary for name, pain in c.regions.items())


@pytest.mark.parametrize("snomed", [False, True])
def test_a_diary_of_every_kind_of_record_is_valid(snomed: bool) -> None:
    content = fhir_of(sample(40, NOON.date(), 1, NOON), NOON, snomed=snomed)
    assert broken_rules(content) == []
    Bundle.model_validate_json(content)
    assert (b"snomed" in content) is snomed


def test_an_empty_diary_is_valid() -> None:
    assert said() == []


def test_pain_in_a_region_has_its_code_its_unit_its_place_and_how_it_feels() -> None:
    told = BLANK.rated("front-left-knee", 5, NOON)
    told = told.described("front-left-knee", NOON, qualities=frozenset([Quality.STIFF, Quality.ACHING]), swollen=True)
    (seen,) = said(told)
    assert seen["code"]["coding"] == [
        {
            "system": "http://loinc.org",
            "code": "72514-3",
            "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
        }
    ]
    assert seen["valueQuantity"] == {
        "value": 5,
        "unit": "{score}",
        "system": "http://unitsofmeasure.org",
        "code": "{score}",
    }
    assert seen["bodySite"]["text"].startswith("Left knee (")
    assert (seen["status"], seen["effectiveDateTime"]) == ("final", "2026-03-15T12:00:00+01:00")
    feels = [list(part.values())[1] for part in seen["component"]]
    assert feels == [own("quality-aching"), own("quality-stiff"), True]


def test_side_is_in_the_words_of_every_region_and_no_other_side() -> None:
    told = CheckIn(ID, NOON.date(), NOON, NOON, regions={name: RegionPain(1) for name in regions()})
    for seen in said(told, snomed=True):
        region = regions()[seen["bodySite"]["coding"][0]["code"].removeprefix("region-")]
        words = seen["bodySite"]["text"].lower()
        sides = {side for side in ("left", "right") if side in words}
        assert sides == {region.side.value} - {"midline"}


def test_zero_is_said_and_nothing_is_not() -> None:
    (pain,) = said(BLANK.without_pain(NOON))
    assert (pain["code"]["text"], pain["valueQuantity"]["value"]) == ("Overall pain, 0-10", 0)
    assert said(BLANK) == []


def test_a_day_entered_later_has_no_time_of_day() -> None:
    late = CheckIn(ID, date(2026, 3, 10), NOON, NOON, fatigue=3)
    (seen,) = said(late)
    assert (seen["effectiveDateTime"], seen["issued"]) == ("2026-03-10", "2026-03-15T12:00:00+01:00")


@pytest.mark.parametrize("offset", [timedelta(hours=15), timedelta(minutes=53, seconds=28), timedelta(hours=-14)])
def test_an_offset_that_fhir_does_not_know_becomes_utc(offset: timedelta) -> None:
    at = datetime(2026, 3, 15, 12, tzinfo=timezone(offset))
    (seen,) = said(CheckIn(ID, at.date(), at, at, fatigue=3))
    assert datetime.fromisoformat(seen["issued"]) == at


def test_more_about_the_day_is_said_with_painmaps_own_codes() -> None:
    about = About(
        sleep=7,
        stiffness_minutes=45,
        sensitivity={Sense.LIGHT: Severity.NONE},
        effort=Effort("Stairs", 24, 3, 0),
        flare=False,
        triggers=frozenset(["weather", "cats"]),
    )
    seen = {
        each["code"]["coding"][0]["code"]: each for each in said(BLANK.changed(NOON, about=about, note=" Long\x07 "))
    }
    assert seen["sleep"]["valueQuantity"]["value"] == 7
    assert seen["stiffness"]["valueQuantity"]["code"] == "min"
    assert seen["sensitivity-light"]["valueCodeableConcept"]["text"] == "None"
    assert seen["effort"]["component"][0]["valueString"] == "Stairs"
    assert [part["valueQuantity"]["value"] for part in seen["effort"]["component"][1:]] == [24, 3, 0]
    assert seen["flare"]["valueBoolean"] is False
    assert [part["valueCodeableConcept"]["text"] for part in seen["triggers"]["component"]] == ["Weather", "cats"]
    assert seen["note"]["valueString"] == "Long\ufffd"
    assert all("performer" in each for each in seen.values())


def test_a_private_note_is_not_in_it_and_another_hand_is_not_the_patient() -> None:
    (seen,) = said(BLANK.changed(NOON, note="Secret", fatigue=1, about=About(private_note=True, by_someone_else=True)))
    assert "Secret" not in json.dumps(seen)
    assert "performer" not in seen


def test_a_copied_intensity_is_marked_until_it_is_changed() -> None:
    told = BLANK.rated("back-sacrum", 3, NOON).rated("back-left-heel", 2, NOON)
    known = told.changed(NOON, carried_over=CarriedOver(NOON.date(), {"back-sacrum": 3, "back-left-heel": 1}))
    marked = [[part["code"]["coding"][0]["code"] for part in o.get("component", ())] for o in said(known)]
    assert sorted(marked) == [[], ["copied"]]
    assert all("component" in o for o in said(told.changed(NOON, carried_over=CarriedOver())))


def test_a_review_is_answered_and_its_scores_name_their_sources() -> None:
    told = BLANK.rated("back-left-lower-back", 6, NOON)
    content = fhir_of(Contents.of((told, a_review(NOON))), NOON)
    assert broken_rules(content) == []
    (answers,) = resources(content, "QuestionnaireResponse")
    given = {item["linkId"]: next(iter(item["answer"][0].values())) for item in answers["item"]}
    assert (given["week-ending"], given["sss-fatigue"], given["sss-depression"]) == ("2026-03-15", 3, False)
    assert answers["authored"] == "2026-03-15T12:00:00+01:00"
    scores = {o["code"]["coding"][0]["code"]: o for o in resources(content) if "derivedFrom" in o}
    assert {code: o["valueQuantity"]["value"] for code, o in scores.items()} == {
        "sss-total": 9,
        "peg-mean": 6,
        "wpi": 1,
        "psd": 10,
    }
    assert len(scores["psd"]["derivedFrom"]) == 2


def test_what_is_incomplete_has_no_score_and_what_was_left_out_is_not_counted() -> None:
    half = a_review(NOON, sss=SSS(fatigue=1), peg=PEG(pain=2), written=None)
    assert not [o for o in said(half) if "derivedFrom" in o]
    told = BLANK.rated("back-left-lower-back", 6, NOON)
    scores = {o["code"]["coding"][0]["code"] for o in said(told, a_review(NOON), whole=False) if "derivedFrom" in o}
    assert scores == {"sss-total", "peg-mean"}


def test_the_patient_has_no_name_and_is_the_same_at_every_export() -> None:
    told = BLANK.changed(NOON, fatigue=1)
    first, again = (fhir_of(Contents.of((told,)), at) for at in (NOON, NOON + timedelta(3)))
    assert resources(first, "Patient") == resources(again, "Patient")
    assert resources(first, "Patient")[0].keys() == {"resourceType", "id"}
    assert resources(fhir_of(Contents.of((told.changed(NOON, id=ID[:-1] + "2"),)), NOON), "Patient") != resources(
        first, "Patient"
    )


def test_treatments_and_appointments_stay_out() -> None:
    content = fhir_of(Contents.of(one_of_each(NOON)), NOON)
    for words in (b"Ibuprofen", b"Flu", b"Weber", b"Why?"):
        assert words not in content


def test_every_code_of_our_own_is_a_code() -> None:
    for code, words in terms().items():
        assert code == code.strip()
        assert " " not in code
        assert words == words.strip() != ""


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda b: b["entry"][3].pop("fullUrl"), "fullUrl"),
        (lambda b: b["entry"][3].update(fullUrl=b["entry"][0]["fullUrl"]), "stands twice"),
        (lambda b: b["entry"][3]["resource"].update(status="finale"), "status"),
        (lambda b: b["entry"][3]["resource"]["valueQuantity"].update(value=99), "72514-3 of 99"),
        (lambda b: b["entry"][3]["resource"]["valueQuantity"].update(code="1"), "the unit"),
        (lambda b: b["entry"][3]["resource"].update(dataAbsentReason={"text": "?"}), "obs-6"),
        (lambda b: b["entry"][3]["resource"]["subject"].update(reference="urn:uuid:x"), "a reference"),
        (lambda b: b["entry"][3]["resource"]["code"]["coding"][0].update(code="38208-5"), "the code"),
        (lambda b: b["entry"][3]["resource"]["bodySite"].update(text=""), "nothing at"),
        (lambda b: b["entry"][4]["resource"]["code"]["coding"][0].update(code="weather"), "the code"),
        (lambda b: b.update(type="bag"), "the type"),
    ],
)
def test_our_own_rules_notice_what_is_wrong(change: Any, rule: str) -> None:
    bundle = json.loads(fhir_of(Contents.of((BLANK.rated("back-sacrum", 5, NOON).changed(NOON, fatigue=1),)), NOON))
    change(bundle)
    assert any(rule in each for each in broken_rules(json.dumps(bundle).encode()))


def test_the_codes_of_body_sites_have_their_check_digit() -> None:
    assert all(check_digit(region.snomed_code) for region in regions().values())
    assert not check_digit("52795007")


def test_a_diary_at_the_edge_of_time_is_valid() -> None:
    at = datetime(1900, 1, 3, tzinfo=UTC)
    assert said(CheckIn(ID, at.date(), at, at, fatigue=0))
