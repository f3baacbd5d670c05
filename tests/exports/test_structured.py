"""What pages say of themselves to programs: all of it holds, and nothing more is claimed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from plainguide.exports.structured.about import Code, coded
from plainguide.exports.structured.citations import citation
from plainguide.exports.structured.page import Whole, structured
from plainguide.model.source import Source
from plainguide.model.topic import READINGS
from plainguide.readings.pages import Page
from plainguide.steps.check import Checked
from plainguide.steps.pages import compile_pages
from support.building import TEA
from support.compiling import check_with

REVIEWS = "content/reviews.yml"
SITE = "https://tea-guide.example/"


@cache
def _pages() -> Mapping[str, Page]:
    return {page.path: page for page in _findable(check_with({}))}


def _findable(checked: Checked) -> list[Page]:
    """Every page but those that nobody is led to; these tell other programs nothing."""
    return [page for page in compile_pages(checked) if page.is_to_be_found]


def _said(path: str) -> dict[str, Any]:
    said: dict[str, Any] = dict(_pages()[path].meta["structured"])  # type: ignore[call-overload]  # a mapping
    return said


@pytest.mark.parametrize(
    ("path", "kind", "address"),
    [
        ("index.md", "WebSite", SITE),
        ("patient/index.md", "CollectionPage", f"{SITE}patient/"),
        ("patient/calm-tea.md", "MedicalWebPage", f"{SITE}patient/calm-tea/"),
        ("professional/calm-tea.md", "MedicalWebPage", f"{SITE}professional/calm-tea/"),
        ("professional/glossary.md", "DefinedTermSet", f"{SITE}professional/glossary/"),
        ("trials.md", "Dataset", f"{SITE}trials/"),
        ("evidence/index.md", "Dataset", f"{SITE}evidence/"),
        ("evidence/sources.md", "WebPage", f"{SITE}evidence/sources/"),
        ("evidence/calm.md", "WebPage", f"{SITE}evidence/calm/"),
        ("changes.md", "WebPage", f"{SITE}changes/"),
    ],
)
def test_each_page_says_what_it_is_and_where(path: str, kind: str, address: str) -> None:
    said = _said(path)
    assert said["@context"] == "https://schema.org"
    assert (said["@type"], said["url"], said["inLanguage"]) == (kind, address, "en-GB")
    assert (said["name"], said["description"]) == (
        _pages()[path].meta["title"],
        _pages()[path].meta["description"],
    )
    part_of = {"@type": "WebSite", "name": "Tea Guide", "url": SITE}
    assert said.get("isPartOf") == (None if path == "index.md" else part_of)


def test_each_reading_says_whom_it_is_for() -> None:
    assert _said("patient/calm-tea.md")["audience"] == {"@type": "Patient"}
    assert _said("professional/calm-tea.md")["audience"] == {
        "@type": "MedicalAudience",
        "audienceType": "Clinician",
    }


def test_a_topic_was_first_published_in_the_edition_that_has_it_first() -> None:
    old, new = _said("patient/calm-tea.md"), _said("patient/types-of-tea.md")
    assert (old["datePublished"], old["dateModified"]) == ("2025-06-01", "2026-02-10")
    assert new["datePublished"] == "2026-03-01"


def test_a_page_cites_the_sources_that_it_lists() -> None:
    page = _pages()["professional/calm-tea.md"]
    cited = [source["url"] for source in _said(page.path)["citation"]]
    assert cited
    listed = page.body.partition("{#sources}")[2]
    assert [url for url in cited if url not in listed] == []
    assert len(cited) == listed.count('<span id="source-')


def _sign(fingerprint: str) -> dict[str, str]:
    return {
        REVIEWS: (
            "sign-offs:\n  - topic: calm-tea\n    reading: patient\n"
            f"    fingerprint: {fingerprint}\n    reviewer: A. Taster\n    role: tea taster\n"
            "    on: 2026-02-20\n"
        )
    }


def test_a_review_is_claimed_only_where_a_sign_off_holds() -> None:
    for page in _pages().values():
        assert not {"lastReviewed", "reviewedBy"} & set(_said(page.path)), page.path
    fingerprint = str(_pages()["patient/calm-tea.md"].meta["fingerprint"])
    for words, claimed in ((fingerprint, {"patient/calm-tea.md"}), ("ab" * 32, set())):
        pages = _findable(check_with(_sign(words)))
        said = {page.path: page.meta["structured"] for page in pages}
        assert {path for path, one in said.items() if "lastReviewed" in str(one)} == claimed
    signed: Any = next(
        page.meta["structured"]
        for page in compile_pages(check_with(_sign(fingerprint)))
        if page.path == "patient/calm-tea.md"
    )
    assert signed["lastReviewed"] == "2026-02-20"
    assert signed["reviewedBy"] == {
        "@type": "Person",
        "name": "A. Taster",
        "jobTitle": "tea taster",
    }


def test_a_licence_is_claimed_where_the_settings_name_one() -> None:
    assert "license" not in _said("patient/calm-tea.md")
    licence = "https://example.org/by/4.0/"
    settings = (TEA / "content" / "guide.yml").read_text() + f"licence: {licence}\n"
    pages = _findable(check_with({"content/guide.yml": settings}))
    assert {dict(page.meta["structured"])["license"] for page in pages} == {licence}  # type: ignore[call-overload]  # a mapping


def test_a_topic_is_about_what_its_front_matter_and_its_codes_name() -> None:
    checked = check_with({})
    guide = checked.guide
    assert guide is not None
    codes = {"calm-tea": (Code("http://codes.example/", "T1", "Bad sleep"),)}
    said = structured(_pages()["patient/calm-tea.md"], Whole(guide, checked.readings, codes))
    assert said["about"] == [
        {
            "@type": "MedicalEntity",
            "name": "Bad sleep",
            "code": {
                "@type": "MedicalCode",
                "codingSystem": "http://codes.example/",
                "codeValue": "T1",
            },
        }
    ]
    assert "about" not in structured(
        _pages()["patient/calm-tea.md"], Whole(guide, checked.readings)
    )
    assert coded(()) == []


def test_the_codes_of_the_settings_are_what_topics_are_about() -> None:
    guide = check_with({}).guide
    assert guide is not None
    codes = guide.settings.codes
    assert codes
    said = [part["code"] for part in _said(f"patient/{codes[0].topics[0]}.md")["about"]]
    assert codes[0].code in [code["codeValue"] for code in said]


def test_an_entry_is_named_by_its_kind() -> None:
    about = _said("evidence/calm.md")["about"]
    assert about["@type"] == "MedicalTrial"
    assert about["url"] == f"{SITE}evidence/calm/"
    assert _said("evidence/calm-tea.md")["about"]["@type"] == "MedicalTherapy"
    assert _said("evidence/tea-guideline.md")["about"]["@type"] == "MedicalGuideline"


def test_the_glossary_names_the_terms_that_its_reading_explains() -> None:
    guide = check_with({}).guide
    assert guide is not None
    for name in READINGS:
        names = [term["name"] for term in _said(f"{name}/glossary.md")["hasDefinedTerm"]]
        plain = [t for t in guide.glossary.values() if not (t.everyday and name == "patient")]
        assert names == [term.term.for_(name) for term in plain]
        assert names


def test_data_sets_lead_to_each_of_their_files() -> None:
    files = _said("trials.md")["distribution"]
    assert [(one["contentUrl"], one["encodingFormat"]) for one in files] == [
        (f"{SITE}data/trials.csv", "text/csv"),
        (f"{SITE}data/trials.json", "application/json"),
    ]
    kinds = {
        one["name"]: one["encodingFormat"] for one in _said("evidence/index.md")["distribution"]
    }
    assert kinds["sources.csl.json"] == "application/vnd.citationstyles.csl+json"
    assert kinds["ledger.json"] == "application/json"


RECORD = {
    "kind": "paper",
    "authors": ("Leaf AB", "Pot C", "Cup D", "Spoon E", "et al."),
    "title": "Calm tea",
    "container": "Tea Journal",
    "year": 2025,
    "url": "https://example.org/calm",
}


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, {"@type": "ScholarlyArticle", "datePublished": "2025"}),
        ({"kind": "label"}, {"@type": "CreativeWork"}),
        ({"published": "2025-03-04"}, {"datePublished": "2025-03-04"}),
        (
            {"doi": "10.1000/x", "pmid": "12"},
            {"sameAs": ["https://doi.org/10.1000/x", "https://pubmed.ncbi.nlm.nih.gov/12/"]},
        ),
        ({"doi": "10.1000/x", "url": "https://doi.org/10.1000/x"}, {"sameAs": None}),
        (
            {"authors": ("Tea Board",)},
            {"author": [{"@type": "Organization", "name": "Tea Board"}]},
        ),
        (
            {},
            {"author": [{"@type": "Person", "name": n} for n in ("Leaf AB", "Pot C", "Cup D")]},
        ),
    ],
)
def test_a_source_is_told_by_what_is_known_of_it(
    changes: dict[str, object], wanted: dict[str, object]
) -> None:
    said = citation(Source.model_validate({**RECORD, **changes}))
    assert {key: said.get(key) for key in wanted} == wanted
    assert said["name"] == "Calm tea"
