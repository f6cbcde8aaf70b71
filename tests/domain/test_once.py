"""What is asked of the same values again is not worked out again, and never answered from others."""

from collections.abc import Sequence

from painmap.domain.once import KEPT, forget, once


class Asked:
    """Adds a number to the sum of values, and counts how often it had to."""

    def __init__(self) -> None:
        self.times = 0
        self.total = once(self._total)

    def _total(self, values: tuple[int, ...] | list[int], more: int = 0, others: Sequence[object] = ()) -> int:
        self.times += 1
        return sum(values) + more + len(others)


def many(first: int) -> tuple[int, ...]:
    return tuple(range(first, first + 5))


def test_the_same_values_are_added_up_once() -> None:
    asked, values = Asked(), many(1)
    assert [asked.total(values), asked.total(values)] == [15, 15]
    assert asked.times == 1


def test_equal_values_that_are_others_are_added_up_anew() -> None:
    asked = Asked()
    assert [asked.total(many(1)), asked.total(many(1))] == [15, 15]
    assert asked.times == 2


def test_each_further_argument_has_its_own_answer() -> None:
    asked, values = Asked(), many(1)
    assert [asked.total(values), asked.total(values, 1), asked.total(values, 2), asked.total(values, 1)] == [
        15,
        16,
        17,
        16,
    ]
    assert asked.times == 3


def test_further_tuples_are_told_apart_as_the_first_is_and_may_hold_anything() -> None:
    asked, values, others = Asked(), many(1), ([], [])
    assert [asked.total(values, 0, others), asked.total(values, 0, others), asked.total(values, 0, ([],))] == [
        17,
        17,
        16,
    ]
    assert asked.times == 2


def test_a_list_may_have_changed_and_is_asked_each_time() -> None:
    asked, values = Asked(), list(many(1))
    before = asked.total(values)
    values.append(100)
    assert (before, asked.total(values)) == (15, 115)


def test_with_a_further_list_it_is_worked_out_each_time() -> None:
    asked, values = Asked(), many(1)
    others: list[object] = [1]
    before = asked.total(values, 0, others)
    others.append(2)
    assert (before, asked.total(values, 0, others)) == (16, 17)


def test_arguments_by_name_are_answered_too() -> None:
    asked, values = Asked(), many(1)
    assert asked.total(values, more=5) == 20


def test_only_the_last_answers_are_kept() -> None:
    asked, values = Asked(), [many(n) for n in range(KEPT + 1)]
    for each in values:
        asked.total(each)
    asked.total(values[-1])
    assert asked.times == KEPT + 1
    asked.total(values[0])
    assert asked.times == KEPT + 2


def test_values_are_held_while_their_answer_is_so_that_no_others_take_their_place_in_memory() -> None:
    asked = Asked()
    assert [asked.total(many(n)) for n in range(200)] == [sum(many(n)) for n in range(200)]
    assert asked.times == 200


def test_answers_can_be_forgotten() -> None:
    asked, values = Asked(), many(1)
    asked.total(values)
    forget()
    assert asked.total(values) == 15
    assert asked.times == 2
