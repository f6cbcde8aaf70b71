"""The keyboard when the bad-day view is left for another page: it touches nothing on Today."""

import pytest


@pytest.mark.parametrize("name", ["history", "settings", "today"])
def test_leaving_the_bad_day_view_selects_no_region(qtbot, start, name):
    painmap = start()
    window, entry = painmap.window, painmap.window.today.entry
    entry.tap("front-left-knee")
    entry.choose(5)
    window.show_bad_day()
    qtbot.waitUntil(window.bad_day.isVisible)
    window.show_page(name)
    window.show_page("today")
    qtbot.waitUntil(window.today.isVisible)
    assert entry.selected == "front-left-knee"
