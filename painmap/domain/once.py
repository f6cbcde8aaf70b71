"""What many ask of the same days is worked out once: a tuple of values never changes, so neither does the answer."""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

KEPT = 16
"""Answers that are kept of each question, the last ones asked for."""

Value = TypeVar("Value")
Rest = ParamSpec("Rest")
Answer = TypeVar("Answer")


_forgetting: list[Callable[[], None]] = []


class _Itself:
    """A value that is equal to nothing but itself: comparing thousands of days would take as long as the answer."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.value is other.value


def once(work: Callable[Concatenate[Value, Rest], Answer]) -> Callable[Concatenate[Value, Rest], Answer]:
    """The same function, asked once for one tuple of unchanging values and what else is given, by place: tuples or
    anything hashable. With a list or a name it is worked out each time. The answer isn't to be changed.
    """

    asking: Callable[..., Answer] = work

    @lru_cache(maxsize=KEPT)
    def known(*given: object) -> Answer:
        return asking(*[each.value if type(each) is _Itself else each for each in given])

    _forgetting.append(known.cache_clear)

    @wraps(work)
    def asked(value: Value, /, *rest: Rest.args, **named: Rest.kwargs) -> Answer:
        if type(value) is not tuple or named or not all(isinstance(each, Hashable) for each in rest):
            return work(value, *rest, **named)
        return known(*[_Itself(each) if type(each) is tuple else each for each in (value, *rest)])

    return asked


def forget() -> None:
    """Lets go of every answer, and of the values that they are about."""
    for each in _forgetting:
        each()
