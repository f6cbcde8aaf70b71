"""The digest is put together by hand for speed; it is that of the record as JSON."""

import json
from hashlib import sha256

from hypothesis import given
from strategies import check_ins

from painmap.domain.record import digest, to_record


@given(check_ins())
def test_the_digest_is_that_of_the_answered_fields_as_json(check_in):
    told = {name: value for name, value in to_record(check_in).items() if value is not None}
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert digest(check_in) == sha256(text.encode()).hexdigest()


def test_a_note_with_half_a_character_has_a_digest_too(check_in):
    assert digest(check_in(0, note="\ud800")) != digest(check_in(0, note="\ud801"))
