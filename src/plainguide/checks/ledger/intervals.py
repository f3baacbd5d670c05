"""Confidence intervals of a proportion, from its count.

Sources: Clopper and Pearson, Biometrika 1934;26:404-413, as quantiles of the beta distribution;
Wilson, J Am Stat Assoc 1927;22:209-212.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from scipy.special import betaincinv, ndtri

_ALPHA = 0.05
"""The chance that a 95% interval leaves out on both sides together."""


def clopper_pearson(count: int, of: int) -> tuple[float, float]:
    """The exact 95% interval of `count` in `of` (one or more), both ends in percent."""
    low = betaincinv(count, of - count + 1, _ALPHA / 2) if count else 0.0
    high = betaincinv(count + 1, of - count, 1 - _ALPHA / 2) if count < of else 1.0
    return 100 * float(low), 100 * float(high)


def wilson(count: int, of: int) -> tuple[float, float]:
    """The 95% score interval of `count` in `of` (one or more), both ends in percent."""
    z = float(ndtri(1 - _ALPHA / 2))
    share, weight = count / of, z * z / of
    middle = (share + weight / 2) / (1 + weight)
    half = z * math.sqrt(share * (1 - share) / of + weight / (4 * of)) / (1 + weight)
    return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)


METHODS: Mapping[str, Callable[[int, int], tuple[float, float]]] = {
    "Clopper–Pearson": clopper_pearson,
    "Wilson": wilson,
}
