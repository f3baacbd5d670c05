from __future__ import annotations

from plainguide.checks.ledger.shown import Seen, figures_in, once
from plainguide.steps.check import check_files
from support.compiling import DAY, compile_body, tea_files

BODY = """## Text {#text}

{{ calm.final.slept }} of {{ calm.final.enrolled }}, {{ calm.early.slept.of }} and
{{ dusk.last.tea_slept }}, {{ dusk.last.tea_dreams }}. Again {{ calm.final.slept }}.
"""


def test_tells_of_whom_and_how_many_a_figure_is() -> None:
    guide = check_files(tea_files(), DAY).guide
    assert guide is not None
    shown = figures_in(compile_body(BODY)["professional"].sections, guide.ledger)
    first = dict(once(shown))
    assert len(shown) == len(first) + 1
    slept, enrolled = first["calm.final.slept"], first["calm.final.enrolled"]
    assert (slept.total, slept.counted) == (84, -1)
    assert (enrolled.total, enrolled.counted) == (None, 84)
    assert first["calm.early.slept"].counted == 84
    assert [ref for ref, each in first.items() if not each.asks] == [
        "calm.early.slept",
        "dusk.last.tea_dreams",
    ]
    dreams = first["dusk.last.tea_dreams"]
    assert dreams.people == ("dusk", "tea")
    assert Seen.of([first["dusk.last.tea_slept"]]).lacks(dreams)
    assert not Seen.of([slept]).lacks(dreams)
    assert not Seen.of([dreams]).lacks(dreams)
