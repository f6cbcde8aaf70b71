"""Another look or text size, chosen while the window is open, reaches every word in it."""

import pytest
from PySide6.QtGui import QPalette

from painmap.ui.parts.words import Words


def colours_of(window):
    return {words.palette().color(QPalette.ColorRole.WindowText).name() for words in window.findChildren(Words)}


def sizes_of(window):
    return [words.font().pointSizeF() for words in window.findChildren(Words)]


@pytest.mark.parametrize("colours", ["dark", "contrast"])
def test_no_word_keeps_a_colour_of_the_look_before(start, colours):
    painmap = start()
    painmap.settings.choose(colours="light")
    light = colours_of(painmap.window)
    painmap.settings.choose(colours=colours)
    seen = colours_of(painmap.window)
    assert painmap.appearance.theme.colour("ink").name() in seen
    assert not seen & light


def test_larger_text_reaches_the_words_and_goes_again(start):
    painmap = start()
    before = sizes_of(painmap.window)
    painmap.settings.choose(text_size=150)
    assert sum(sizes_of(painmap.window)) > 1.3 * sum(before)
    painmap.settings.choose(text_size=100)
    assert sizes_of(painmap.window) == before
