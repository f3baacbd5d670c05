from __future__ import annotations

from pathlib import Path

import pytest

from plainguide.steps.bundle import BundleError, bundle

PAGE = """<html><head>
<link rel="stylesheet" href="../css/a.css">
<link rel="stylesheet" href="../css/b.css">
<link rel="stylesheet" href="../css/paper.css" media="print">
</head><body>
<script src="../js/one.js" defer></script>
<p>Between</p>
<script src="../js/two.js" defer></script>
</body></html>
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "tea/index.html": PAGE,
        "404.html": PAGE.replace("../", "/shop/"),
        "css/a.css": "/* why */ p { color: red; }",
        "css/b.css": 'b { mask: url("data:image/svg+xml,x"); }',
        "css/paper.css": "p { color: black; }",
        "js/one.js": '// why\n"use strict";\n\n{ const a = `x  y`; }\n',
        "js/two.js": '"use strict";\n{ const a = 2; }\n',
        "js/later.js": "asked for by a script",
        "assets/a.css.map": "{}",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def _only(site: Path, pattern: str) -> Path:
    (found,) = site.glob(pattern)
    return found


def test_a_page_asks_for_one_stylesheet_and_one_script(site: Path) -> None:
    assert bundle(site) == 2
    css, js = _only(site, "assets/*.css"), _only(site, "assets/*.js")
    html = (site / "tea/index.html").read_text()
    assert html.count("<link") == html.count("<script") == 1
    assert f'<link rel="stylesheet" href="../assets/{css.name}">' in html
    assert f'<script src="../assets/{js.name}" defer></script>' in html
    assert "<p>Between</p>" in html


def test_sheets_keep_their_order_and_what_they_count_for(site: Path) -> None:
    bundle(site)
    css = _only(site, "assets/*.css").read_text()
    assert css == ('p{color:red}b{mask:url("data:image/svg+xml,x")}@media print{p{color:black}}')


def test_scripts_stay_strict_and_apart(site: Path) -> None:
    bundle(site)
    js = _only(site, "assets/*.js").read_text()
    assert js.splitlines() == ['"use strict";', "{const a=`x  y`;}", "{const a=2;}"]


def test_a_page_whose_addresses_start_at_the_root_gets_such_an_address(site: Path) -> None:
    bundle(site)
    css = _only(site, "assets/*.css").name
    assert f'href="/shop/assets/{css}"' in (site / "404.html").read_text()


def test_what_was_merged_is_gone_and_what_scripts_ask_for_stays(site: Path) -> None:
    bundle(site)
    left = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {name for name in left if not name.startswith("assets/")} == {
        "404.html",
        "js/later.js",
        "tea/index.html",
    }
    assert not any(name.endswith(".map") for name in left)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"tea/index.html": '<link rel="stylesheet" href="../css/none.css">'}, "names ../css/none"),
        ({"css/a.css": "p { background: url(other.png) }"}, "css/a.css names another file"),
        ({"css/a.css": "p { background: url( 'other.png' ) }"}, "css/a.css names another file"),
    ],
)
def test_says_what_cannot_be_moved(site: Path, change: dict[str, str], said: str) -> None:
    for name, text in change.items():
        (site / name).write_text(text)
    with pytest.raises(BundleError, match=said):
        bundle(site)
