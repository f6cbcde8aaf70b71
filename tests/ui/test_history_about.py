"""What was said about a day, on its card in History."""

from painmap.domain.about import About, Effort, Sense, Severity
from painmap.ui.parts.passage import Passage

ABOUT = About(
    sleep=6,
    stiffness_minutes=150,
    sensitivity={Sense.LIGHT: Severity.SEVERE},
    effort=Effort("shopping", severity=3),
    rash=True,
    triggers=frozenset(["m" * 40]),
)


def passages(start, check_in, **said):
    painmap = start(check_in(0, {"front-left-hand": 5}, **said), size=(1024, 700))
    painmap.window.show_page("history")
    (card,) = painmap.window.page("history").pane.cards
    return card, [each.accessibleName() for each in card.findChildren(Passage)]


def test_a_card_tells_what_was_said_about_the_day_besides_pain(start, check_in):
    card, said = passages(start, check_in, about=ABOUT, note="Long day.")
    assert said == [f"Sleep 6, stiff 150 min, light severe, rash, {'m' * 40}, after effort 3", "Long day."]
    assert card.width() >= card.minimumSizeHint().width()


def test_a_card_without_anything_more_says_nothing_more(start, check_in):
    _, said = passages(start, check_in)
    assert said == []
