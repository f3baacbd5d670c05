"""The order in which the steps of a flow stand one below the other, and the lanes between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def top_down(ways: Mapping[str, Sequence[str]], start: str) -> list[str]:
    """Every step that can be reached, each below all that lead to it.

    Args:
        ways: the steps that each step leads to, without a circle.
        start: the first step.

    Returns:
        Steps by the length of the longest way to them; of several as far away those come first
        where the flow ends, so that lines to the others can pass them.
    """
    level: dict[str, int] = {}
    _reach(start, 0, ways, level)
    given = list(ways)
    return sorted(level, key=lambda step: (level[step], bool(ways[step]), given.index(step)))


def _reach(step: str, depth: int, ways: Mapping[str, Sequence[str]], level: dict[str, int]) -> None:
    if level.get(step, -1) < depth:
        level[step] = depth
        for other in ways[step]:
            _reach(other, depth + 1, ways, level)


def lanes(spans: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """Give each line a lane, in which it meets no other; the shortest ones lie innermost.

    Args:
        spans: from where to where each line goes, by name.

    Returns:
        The number of the lane, by name, from 0.
    """
    taken: list[list[tuple[int, int]]] = []
    found: dict[str, int] = {}
    for name, span in sorted(spans.items(), key=lambda item: item[1][1] - item[1][0]):
        free = (n for n, others in enumerate(taken) if not _meets(span, others))
        lane = next(free, len(taken))
        taken += [[]] if lane == len(taken) else []
        taken[lane].append(span)
        found[name] = lane
    return found


def _meets(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] <= end and start <= span[1] for start, end in others)
