from __future__ import annotations

import pytest

from plainguide.steps.unused import names_in, without_unused

NAMES = frozenset({"tea", "hot", "cup--big"})


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".tea{color:red}", ".tea{color:red}"),
        (".coffee{color:red}", ""),
        (".coffee,.tea{color:red}", ".tea{color:red}"),
        (".tea .coffee{color:red}", ""),
        ("p.tea>.hot::before{color:red}", "p.tea>.hot::before{color:red}"),
        (".cup--big.tea{color:red}", ".cup--big.tea{color:red}"),
        ("p,[dir=ltr] a:hover{color:red}", "p,[dir=ltr] a:hover{color:red}"),
        (".tea:not(.coffee){color:red}", ".tea:not(.coffee){color:red}"),
        (":is(.coffee,.tea) p{color:red}", ":is(.coffee,.tea) p{color:red}"),
        ("@media print{.coffee{color:red}.tea{color:red}}", "@media print{.tea{color:red}}"),
        ("@media print{.coffee{color:red}}", ""),
        (
            "@supports (top:0){@media print{.tea{top:0}}}",
            "@supports (top:0){@media print{.tea{top:0}}}",
        ),
        ("@page{margin:1cm}", "@page{margin:1cm}"),
        ("@keyframes hot{to{top:0}}", "@keyframes hot{to{top:0}}"),
        (
            'i{mask:url("data:image/svg+xml,.coffee,{}")}',
            'i{mask:url("data:image/svg+xml,.coffee,{}")}',
        ),
    ],
)
def test_only_what_some_element_can_be_is_kept(css: str, kept: str) -> None:
    assert without_unused(css, NAMES) == kept


def test_names_come_from_pages_and_from_every_word_of_scripts() -> None:
    names = names_in(['<p class="tea hot">class</p>', '<i class="">'], ['e.className="cup--big"'])
    assert {"tea", "hot", "cup--big"} <= names
    assert "p" not in names
