"""The worker's lists, the zip and what installs the site, made of the tea guide."""

from __future__ import annotations

import json
import re
import zipfile
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plainguide.model.guide import Settings
from plainguide.proof.archive import prove_zip
from plainguide.steps.check import FindingsError
from plainguide.steps.install import ICONS, MANIFEST, install_files
from plainguide.steps.layout import Layout
from plainguide.steps.offline_zip import READ_ME, SiteZip, in_zip, read_me, zip_name
from support.building import ROOT
from support.compiling import check_with

READINGS = ("patient", "professional")


def _settings(changes: Mapping[str, str] | None = None) -> Settings:
    guide = check_with(changes or {}).guide
    assert guide is not None
    return guide.settings


def _list(site: Path, reading: str) -> dict[str, str]:
    told = json.loads((site / "offline" / f"{reading}.json").read_bytes())
    return dict(told["files"])


@pytest.mark.parametrize("reading", READINGS)
def test_lists_hold_one_reading_as_it_is_on_the_site(built_tea: Layout, reading: str) -> None:
    listed = _list(built_tea.site, reading)
    other = next(name for name in READINGS if name != reading)
    assert f"{reading}/calm-tea/index.html" in listed
    assert f"{reading}/glossary/index.html" in listed
    assert f"search/{reading}.js" in listed
    assert {"index.html", "404.html", "503.html", "favicon.svg", MANIFEST} <= listed.keys()
    assert [p for p in listed if p.startswith((f"{other}/", f"search/{other}", "handouts/"))] == []
    for path, value in listed.items():
        digest = b64encode(sha256((built_tea.site / path).read_bytes()).digest()).decode()
        assert value == f"sha256-{digest}"


def test_pages_tell_the_sizes(built_tea: Layout) -> None:
    for page in built_tea.site.rglob("*.html"):
        assert "-size></span>" not in page.read_text(), page
    html = (built_tea.site / "patient/calm-tea/index.html").read_text()
    assert re.search(r"It takes <span data-keep-size>about \d\.\d MB</span>\.", html)
    assert "offline.zip" not in html
    html = (built_tea.site / "patient/index.html").read_text()
    assert re.search(r'href="../offline/tea-guide-offline.zip" download>[^<]*<span data-zip', html)


def test_the_zip_holds_the_site_and_how_to_open_it(built_tea: Layout) -> None:
    path = built_tea.root / "build" / "tea-guide-offline.zip"
    assert path.read_bytes() == (built_tea.site / "offline" / path.name).read_bytes()
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        infos = archive.infolist()
        text = archive.read(READ_ME).decode("utf-8-sig")
    assert {"index.html", "patient/index.html", "handouts/calm-tea.pdf"} <= names
    assert not names & {"sw.js", "_headers", "_redirects", "sitemap.xml", "404.html", "503.html"}
    assert not any(name.startswith("offline/") for name in names)
    assert {info.date_time for info in infos} == {(2026, 3, 1, 0, 0, 0)}
    assert {info.external_attr >> 16 for info in infos} == {0o100644}
    assert text.startswith("Tea Guide\r\nEdition 2.1, 1 March 2026\r\n")
    assert "index.html" in text


def test_the_same_files_make_the_same_zip() -> None:
    settings = _settings()
    files = {"b.html": b"b" * 100, "a.pdf": b"a", READ_ME: read_me(settings)}

    def made(files: Mapping[str, bytes]) -> bytes:
        archive = SiteZip(settings.edition.date)
        archive.add(files, files)
        return archive.finish()

    assert made(files) == made(dict(reversed(files.items())))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tea Guide", "tea-guide-offline.zip"),
        ("Thé & café!", "the-cafe-offline.zip"),
        ("茶", "guide-offline.zip"),
    ],
)
def test_the_zip_is_called_by_the_title(title: str, name: str) -> None:
    assert zip_name(_settings().model_copy(update={"title": title})) == name


def test_what_only_servers_need_stays_out_of_the_zip() -> None:
    for path in ("sw.js", "sitemap.xml.gz", "cards/index.png", "offline/patient.json", "404.html"):
        assert not in_zip(path)
    for path in ("copy/2.1/index.html", "s/m8dc/2.1/index.html", "s/m8dc/pro/2.1/index.html"):
        assert not in_zip(path)
    for path in ("s/m8dc/index.html", "s/m8dc/pro/index.html"):
        assert in_zip(path)
    for path in ("index.html", "patient/404.html", "data/sitemap.xml", "handouts/sw.js.pdf"):
        assert in_zip(path)


def test_the_audit_sees_where_a_zip_differs() -> None:
    archive = SiteZip(_settings().edition.date)
    archive.add({"a": b"a", "b": b"b"}, ["a", "b"])
    data = archive.finish()
    assert list(prove_zip("x.zip", data, {"a": b"a", "b": b"b"})) == []
    found = [f.message for f in prove_zip("x.zip", data, {"a": b"other", "c": b"c"})]
    assert [message.partition(";")[0] for message in found] == [
        "a differs from the one on the site",
        "b is in this, and not on the site",
        "c is on the site, and not in this",
    ]
    (broken,) = prove_zip("x.zip", data[:-20], {})
    assert "no whole zip" in broken.message


def test_the_site_can_be_installed(built_tea: Layout) -> None:
    manifest = json.loads((built_tea.site / MANIFEST).read_bytes())
    assert manifest["name"] == "Tea Guide"
    assert [s["url"] for s in manifest["shortcuts"]] == ["patient/", "professional/"]
    for icon in manifest["icons"]:
        with Image.open(built_tea.site / icon["src"]) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]
    html = (built_tea.site / "patient/index.html").read_text()
    assert 'rel="manifest" href="../manifest.webmanifest"' in html
    assert 'rel="apple-touch-icon" href="../icons/apple-touch-180.png"' in html


def test_icons_are_the_same_twice_and_maskable_ones_keep_clear_of_the_edge() -> None:
    made = install_files(_settings(), ROOT / "theme")
    assert install_files(_settings(), ROOT / "theme") == made
    for icon in ICONS:
        with Image.open(BytesIO(made[icon.name])) as picture:
            assert picture.mode == ("RGB" if icon.filled else "RGBA")
            if icon.purpose == "maskable":
                ground = picture.getpixel((0, 0))
                middle = icon.side / 2
                far = max(
                    (x - middle) ** 2 + (y - middle) ** 2
                    for x in range(icon.side)
                    for y in range(icon.side)
                    if picture.getpixel((x, y)) != ground
                )
                assert far <= (icon.side * 0.4) ** 2


def test_the_frames_colours_are_the_papers() -> None:
    colours = (ROOT / "theme/css/colours.css").read_text()
    papers = re.findall(r"-paper: var\(--light, (#\w+)\) var\(--dark, (#\w+)\)", colours)
    partial = (ROOT / "theme/partials/install.html").read_text()
    assert sorted(re.findall(r"#[\da-f]{6}", partial)) == sorted(c for pair in papers for c in pair)
    look = json.loads((ROOT / "theme/offline/manifest.json").read_text())
    assert {look["background_color"], look["theme_color"]} == {papers[0][0]}


def test_a_theme_whose_logo_cannot_be_drawn_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "offline").mkdir()
    look = tmp_path / "offline" / "manifest.json"
    look.write_text("{}")
    with pytest.raises(FindingsError) as error:
        install_files(_settings(), tmp_path)
    assert "background_color is missing" in str(error.value.findings[0])
    look.write_text('{"background_color": "#fff"}')
    (tmp_path / "favicon.svg").write_text("<svg")
    with pytest.raises(FindingsError) as error:
        install_files(_settings(), tmp_path)
    assert "theme/favicon.svg" in str(error.value.findings[0])


def test_words_must_have_room_for_what_is_put_in() -> None:
    text = (ROOT / "tests/guides/tea/content/guide.yml").read_text()
    checked = check_with({"content/guide.yml": f"{text}\noffline: {{hint: Read it anywhere.}}\n"})
    assert any("`{size}` is missing" in str(finding) for finding in checked.findings)
