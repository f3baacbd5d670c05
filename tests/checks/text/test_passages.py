from __future__ import annotations

from plainguide.checks.text.passages import passages_of
from support.compiling import compile_body

BODY = """## A heading {#a}

One line
and another.

- First item,
  which goes on.
- Second item.

!!! note "A box"

    Inside it.

    - An item of it.

| Head | Row |
|---|---|
| Cell | Cell |

```
code
```
"""


def test_parts_a_reading_into_passages() -> None:
    texts = [" ".join(p.text.split()) for p in passages_of(compile_body(BODY)["patient"])]
    assert texts == [
        "A case",
        "A case.",
        "A heading",
        "One line and another.",
        "First item, which goes on.",
        "Second item.",
        '"A box"',
        "Inside it.",
        "An item of it.",
        "Head Row",
        "Cell Cell",
    ]


def test_keeps_places() -> None:
    second = next(p for p in passages_of(compile_body(BODY)["patient"]) if "Second" in p.text)
    assert str(second.place(second.text.index("Second"))).endswith(":16:3")
