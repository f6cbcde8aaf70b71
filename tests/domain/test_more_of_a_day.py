"""What a day comes to besides pain: the short way for one check-in says the same as the long one for many."""

from painmap.domain.about import NOTHING_MORE, About, Effort, Sense, Severity, Trigger
from painmap.domain.more import more_of

EVERYTHING = About(
    sleep=7,
    thinking=0,
    mood=10,
    stiffness_minutes=45,
    sensitivity={Sense.LIGHT: Severity.MILD, Sense.TOUCH: Severity.SEVERE},
    effort=Effort("Stairs", 12, 24, 3),
    flare=True,
    triggers=frozenset({Trigger.STRESS, "bad chair"}),
    rash=False,
    fever=True,
    by_someone_else=True,
)


def test_one_check_in_comes_to_the_same_as_with_another_that_says_nothing():
    for about in (EVERYTHING, About(sleep=3), About(flare=False)):
        assert more_of([about]) == more_of([about, NOTHING_MORE])
