"""What many ask of the same days is worked out once: a tuple of values never changes, so neither does the answer."""

from collections.abc import Callable
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


def once(
    work: Callable[Concatenate[Value, Rest], Answer], *, of: type = tuple
) -> Callable[Concatenate[Value, Rest], Answer]:
    """The same function, asked once for one value, which has to be of an unchanging type, `of`; anything else is
    worked out each time. The other arguments are hashable and given by place, the answer isn't to be changed.
    """

    @lru_cache(maxsize=KEPT)
    def known(itself: _Itself, rest: tuple[object, ...]) -> Answer:
        return work(itself.value, *rest)  # type: ignore[arg-type, call-arg]  # what was wrapped below

    _forgetting.append(known.cache_clear)

    @wraps(work)
    def asked(value: Value, /, *rest: Rest.args, **named: Rest.kwargs) -> Answer:
        if type(value) is not of or named:
            return work(value, *rest, **named)
        return known(_Itself(value), rest)

    return asked


def forget() -> None:
    """Lets go of every answer, and of the values that they are about."""
    for each in _forgetting:
        each()
