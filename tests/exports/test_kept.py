from __future__ import annotations

import json
from base64 import b64encode
from datetime import date
from hashlib import sha256

from plainguide.exports.kept import kept, list_json, megabytes, versions_json
from plainguide.model.guide import Edition

SITE = {
    "patient/tea/index.html": b'<link rel="stylesheet" href="../../assets/a.css">'
    b'<link rel="canonical" href="https://tea.example/patient/tea/">'
    b'<link rel="alternate" href="../../changes/feed.xml">'
    b'<script src="../../assets/b.js" defer></script><a href="../../handouts/tea.pdf">PDF</a>'
    b'<img src="../../media/cup.png" srcset="../../media/small.png 1x"><img src="data:x">',
    "404.html": b'<link rel="icon" href="/guide/favicon.svg">',
    "professional/tea/index.html": b'<script src="../../assets/c.js"></script>',
    "assets/a.css": b"a",
    "assets/b.js": b"b",
    "assets/c.js": b"c",
    "media/cup.png": b"cup",
    "media/small.png": b"small",
    "changes/feed.xml": b"feed",
    "handouts/tea.pdf": b"pdf",
    "favicon.svg": b"icon",
    "search/patient.js": b"search",
}
EDITION = Edition(version="2.1", date=date(2026, 3, 1))
PAGES = ("patient/tea/index.html", "404.html")


def test_a_reading_is_kept_with_all_that_its_pages_load_and_nothing_else() -> None:
    what = kept(PAGES, ["search/patient.js", "not/there.js"], SITE, "/guide/")
    assert list(what.hashes) == [
        "404.html",
        "assets/a.css",
        "assets/b.js",
        "favicon.svg",
        "media/cup.png",
        "media/small.png",
        "patient/tea/index.html",
        "search/patient.js",
    ]
    assert what.size == sum(len(SITE[path]) for path in what.hashes)
    digest = b64encode(sha256(b"a").digest()).decode()
    assert what.hashes["assets/a.css"] == f"sha256-{digest}"


def test_the_version_is_another_for_other_bytes_only() -> None:
    version = kept(PAGES, [], SITE).version
    assert kept(reversed(PAGES), [], {**SITE, "assets/c.js": b"other"}).version == version
    assert kept(PAGES, [], {**SITE, "assets/a.css": b"other"}).version != version
    assert kept(PAGES, [], SITE, ways={"s/tea/": "patient/tea/"}).version != version


def test_lists_tell_version_edition_and_date() -> None:
    what = kept(PAGES, [], SITE, ways={"s/tea/": "patient/tea/#sleep"})
    told = json.loads(list_json("patient", what, EDITION))
    assert (told["reading"], told["edition"], told["date"]) == ("patient", "2.1", "1 March 2026")
    assert (told["version"], told["size"]) == (what.version, what.size)
    assert dict(told["files"]) == what.hashes
    assert told["ways"] == {"s/tea/": "patient/tea/#sleep"}
    versions = json.loads(versions_json({"patient": what}, EDITION))
    assert versions["patient"]["version"] == told["version"]


def test_sizes_are_rounded_up() -> None:
    assert [megabytes(n) for n in (1, 100_000, 1_400_001)] == [
        "about 0.1 MB",
        "about 0.1 MB",
        "about 1.5 MB",
    ]
