"""The summary in plain sentences, worked out by hand for small diaries."""

from collections.abc import Callable

from painmap.domain.checkin import CheckIn
from painmap.domain.period import Period
from painmap.domain.summary import summarise
from painmap.report.findings import findings
from painmap.report.sentences import in_short, kept, plain

Make = Callable[..., CheckIn]
NBSP = "\N{NO-BREAK SPACE}"


def said(check_ins: list[CheckIn], period: Period) -> tuple[str, ...]:
    return in_short(findings(summarise(check_ins), period))


def last(days: int, check_in: Make) -> Period:
    return Period.last(days, check_in(0).day)


def test_seven_days_give_the_medians_of_a_typical_day_and_the_place_with_most_pain(check_in: Make):
    diary = [
        check_in(n, {"back-left-lower-back": pain, "front-left-knee": 2}, fatigue=fatigue)
        for n, (pain, fatigue) in enumerate([(5, 4), (6, 5), (7, 6), (8, 7), (5, 4), (6, 5), (9, 9)])
    ]
    typical, most, compared = said(diary, last(14, check_in))
    assert typical == "Typical logged day: worst pain *6/10*, fatigue *5/10*, *2 places* hurt."
    assert most == "Most pain: *left lower back*, on 7 of 7 days, median 6."
    assert compared == "The halves of the period have too few logged days to compare."


def test_the_place_with_most_pain_is_not_said_to_be_alone_where_others_hurt_as_much(check_in: Make):
    hands = {"front-left-hand": 5, "front-right-hand": 5}
    both = [check_in(n, hands) for n in range(8)]
    _, most, _ = said(both, last(14, check_in))
    assert most == "Most pain: *left palm and fingers*, on 8 of 8 days, median 5; as much in 1 other."
    _, most, _ = said([check_in(n, hands | {"front-left-hand": 6}) for n in range(8)], last(14, check_in))
    assert most == "Most pain: *left palm and fingers*, on 8 of 8 days, median 6."


def test_the_halves_are_compared_with_the_figures_the_difference_comes_from(check_in: Make):
    later = [check_in(n, {"front-left-knee": 7}, fatigue=5) for n in range(5)]
    earlier = [check_in(5 + n, {"front-left-knee": 5, "front-right-knee": 6}, fatigue=5) for n in range(4)]
    earlier.append(check_in(9, {"front-left-knee": 5, "front-right-knee": 5}, fatigue=5))
    _, _, compared = said(earlier + later, last(10, check_in))
    assert compared.replace(NBSP, " ") == (
        "Later half against earlier: worst pain *1 point higher* (6 to 7), fatigue *the same* (5 to 5), "
        "*1 fewer place* (2 to 1)."
    )


def test_a_measure_with_too_few_answers_in_a_half_is_left_out_of_the_comparison(check_in: Make):
    diary = [check_in(n, overall_pain=6 if n < 5 else 5, fatigue=3 if n < 5 else None) for n in range(10)]
    _, most, compared = said(diary, last(10, check_in))
    assert most == "No day has a map of the places that hurt."
    assert compared.replace(NBSP, " ") == "Later half against earlier: worst pain *1 point higher* (5 to 6)."


def test_days_without_ratings_are_said_to_have_none(check_in: Make):
    diary = [check_in(n, note="slept") for n in range(8)]
    typical, most, compared = said(diary, last(10, check_in))
    assert typical == "No pain and no fatigue was rated on the logged days."
    assert most == "No day has a map of the places that hurt."
    assert "too few" in compared


def test_days_without_pain_are_real_zeros(check_in: Make):
    typical, most, _ = said([check_in(n, overall_pain=0) for n in range(8)], last(8, check_in))
    assert typical == "Typical logged day: worst pain *0/10*, *0 places* hurt."
    assert most == "No place hurt on the 8 days with a map."


def test_under_seven_days_only_ranges_are_given(check_in: Make):
    diary = [
        check_in(0, {"front-left-knee": 9, "front-right-knee": 2}, fatigue=4),
        check_in(1, {"front-left-knee": 7}, fatigue=4),
        check_in(2, overall_pain=3),
    ]
    assert said(diary, last(3, check_in)) == (
        "*3 of 3 days logged*: too few for a typical day or a comparison.",
        "Worst pain 3 to 9 of 10, fatigue 4 of 10, pain in 1 to 2 of 74 places.",
    )
    assert said([check_in(0, note="x")], last(1, check_in))[1] == "No pain and no fatigue was rated."


def test_no_entry_is_not_read_as_no_pain(check_in: Make):
    assert said([], last(84, check_in)) == ("No entry in these 84 days. That says nothing about pain.",)
    assert said([], last(1, check_in)) == ("No entry on this day. That says nothing about pain.",)
    assert kept(findings((), last(84, check_in))).startswith("Lines, maps and counts stay empty")


def test_how_the_diary_was_kept_is_counted(check_in: Make):
    written = check_in(7).recorded_at
    diary = [
        check_in(8, {"front-left-knee": 4}, recorded_at=written),
        check_in(2, {"front-left-knee": 4}),
        check_in(1, fatigue=3),
    ]
    diary.append(check_in(0).with_map_of(diary[1], diary[1].changed_at))
    assert kept(findings(summarise(diary), last(10, check_in))) == (
        "Of the 4 days: 3 with a map (1 copied) · 1 entered later · longest gap 5 days"
    )


def test_plain_sentences_have_no_stars():
    assert plain(("Worst *8/10*.", "Most: *left hip*.")) == "Worst 8/10. Most: left hip."
