"""Reads a window over AT-SPI, as a screen reader does. Runs with the system's python3, which has gi; no Painmap here.

`accessible_tree.py read` prints the sliders as JSON: name, value, role, whether they can be focused.
`accessible_tree.py set NAME VALUE` sets one and prints its value afterwards.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version has to be chosen first

LIMIT = 20


def program() -> Any:
    """Painmap on the accessibility bus, once it is there."""
    give_up = time.monotonic() + LIMIT
    while time.monotonic() < give_up:
        desktop = Atspi.get_desktop(0)
        for n in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(n)
            if found is not None and found.get_name() == "Painmap" and found.get_child_count():
                return found
        time.sleep(0.2)
    sys.exit("Painmap is not on the accessibility bus")


def everything(thing: Any) -> Iterator[Any]:
    """A thing and all in it."""
    yield thing
    for n in range(thing.get_child_count()):
        child = thing.get_child_at_index(n)
        if child is not None:
            yield from everything(child)


def sliders() -> list[Any]:
    """Every slider of the window."""
    return [thing for thing in everything(program()) if thing.get_role() == Atspi.Role.SLIDER]


def told(slider: Any) -> dict[str, Any]:
    """What a screen reader learns of a slider."""
    value, states, parent = slider.get_value_iface(), slider.get_state_set(), slider.get_parent()
    return {
        "name": slider.get_name(),
        "value": value.get_current_value(),
        "range": [value.get_minimum_value(), value.get_maximum_value()],
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "within": f"{parent.get_role_name()} {parent.get_name()}",
    }


def main(arguments: list[str]) -> None:
    """Reads, or sets and reads."""
    if arguments[0] == "read":
        print(json.dumps([told(slider) for slider in sliders()]))
        return
    _, name, value = arguments
    (slider,) = [slider for slider in sliders() if slider.get_name() == name]
    slider.get_value_iface().set_current_value(float(value))
    time.sleep(0.3)
    print(json.dumps(told(slider)))


if __name__ == "__main__":
    main(sys.argv[1:])
