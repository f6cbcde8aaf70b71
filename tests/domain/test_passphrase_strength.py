"""How hard a passphrase is to guess, in a word and with what would help."""

import pytest

from painmap.domain.passphrase import Strength, judge


@pytest.mark.parametrize(
    "told",
    [
        "",
        "a",
        "Kater",
        "password1",
        "Passwort 2019",
        "qwertzuiop",
        "1234567890",
        "aaaaaaaaaaaaaaaaaaaa",
        "Anna 1974",
        "cat cat cat cat cat cat",
        "two words",
        "lkjhgfdsa 987654",
    ],
)
def test_what_is_tried_first_is_weak(told):
    assert judge(told).strength is Strength.WEAK


@pytest.mark.parametrize(
    "told", ["chestnut bicycle harbour", "gR7#kq2!", "Kastanie Fahrrad Hafen", "猫 犬 鳥 魚 馬 牛"]
)
def test_what_takes_a_while_is_fair_and_says_what_helps(told):
    judged = judge(told)
    assert judged.strength is Strength.FAIR
    assert judged.advice == "One more word makes it stronger."


@pytest.mark.parametrize(
    "told",
    [
        "chestnut bicycle harbour lemon window",
        "xkTqzPvLwmRtBd",
        "Kastanie, Fahrrad; Hafen 47 Zitrone",
    ],
)
def test_many_words_or_many_letters_at_random_are_strong(told):
    assert judge(told).strength is Strength.STRONG


def test_advice_names_patterns_where_there_are_some():
    assert "rows of keys" in judge("qwertz").advice
    assert "Length" in judge("tree").advice


def test_no_advice_promises_anything():
    for told in ("a", "qwertz", "chestnut bicycle harbour", "chestnut bicycle harbour lemon window"):
        assert "!" not in judge(told).advice
        assert "safe" not in judge(told).advice
