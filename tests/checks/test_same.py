from __future__ import annotations

from plainguide.checks.same import Same


def test_an_object_is_the_same_as_itself_only() -> None:
    one: dict[str, int] = {}
    assert Same(one) == Same(one)
    assert Same(one) != Same({})
    assert len({Same(one), Same(one), Same({})}) == 2
