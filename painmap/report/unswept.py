"""Making something large without looking for rubbish meanwhile: what is made stays, and the look takes time."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


def unswept(work: Callable[Given, Made]) -> Callable[Given, Made]:
    """The same function, while which Python looks for no rubbish; it does so again afterwards, also after an error."""

    @wraps(work)
    def made(*given: Given.args, **named: Given.kwargs) -> Made:
        sweeping = gc.isenabled()
        gc.disable()
        try:
            return work(*given, **named)
        finally:
            if sweeping:
                gc.enable()

    return made
