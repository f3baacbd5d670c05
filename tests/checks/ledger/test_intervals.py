"""Our intervals are those of a statistics library, for any count."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from plainguide.checks.ledger.intervals import METHODS

LIBRARY: dict[str, Literal["exact", "wilson"]] = {"Clopper–Pearson": "exact", "Wilson": "wilson"}


@pytest.mark.parametrize("method", METHODS)
@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_agrees_with_the_library(method: str, counts: tuple[int, int]) -> None:
    count, of = counts
    low, high = binomtest(count, of).proportion_ci(method=LIBRARY[method])
    assert METHODS[method](count, of) == pytest.approx((100 * low, 100 * high), abs=1e-6)


def test_knows_a_published_interval() -> None:
    low, high = METHODS["Clopper–Pearson"](33, 84)
    assert (round(low, 1), round(high, 1)) == (28.8, 50.5)
