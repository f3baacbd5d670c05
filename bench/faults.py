"""How well the rules do on the corpus of faulty texts: precision and recall, rule by rule.

Precision is the share of a rule's findings that are marked as faults; recall is the share of marked
faults that it finds. `known` texts are what the rules are held to by the tests; `aside` texts were
kept from those who wrote the rules, so only their numbers are told. `blind` texts were written when
the rules were done, by writers who had seen neither rules nor corpus; the rules were mended by what
they showed, so that their first numbers, in `tests/faults/README.md`, tell more than today's.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.faults import Score, cases, look_at, scores


def _share(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f}%"


def _row(name: str, score: Score) -> str:
    counts = f"{score.right:>6}{score.missed:>8}{score.wrong:>7}"
    return f"{name:<28}{counts}{_share(score.precision):>11}{_share(score.recall):>8}"


def main() -> None:
    """Print a table for each part of the corpus."""
    for part in ("known", "aside", "blind"):
        texts = list(cases(part))
        of_rules = scores(map(look_at, texts))
        whole = Score(
            sum(score.right for score in of_rules.values()),
            sum(score.missed for score in of_rules.values()),
            sum(score.wrong for score in of_rules.values()),
        )
        bad = sum(text.kind == "bad" for text in texts)
        print(f"\n{part}: {bad} faulty texts and {len(texts) - bad} good ones\n")
        print(f"{'rule':<28}{'right':>6}{'missed':>8}{'wrong':>7}{'precision':>11}{'recall':>8}")
        print("\n".join(_row(rule, score) for rule, score in of_rules.items()))
        print(_row("all", whole))


if __name__ == "__main__":
    main()
