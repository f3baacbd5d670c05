from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from plainguide.model.clinic import Clinic
from plainguide.steps.check import FindingsError
from plainguide.steps.handouts.handout import Stamp
from plainguide.steps.handouts.make import Wanted, make_handouts
from plainguide.steps.layout import Layout
from plainguide.steps.pages import prepare
from support.building import AS_OF, copy_built

SECTION = re.compile(r"## [^\n]*\{#urgent[ }].*?(?=\n## )", re.DOTALL)
FORMS = ("", "-letter", "-large", "-letter-large")


def _words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 1, path.name
    return " ".join(document[0].get_textpage().get_text_bounded().split())


def _cards(layout: Layout, topic: str, stamp: Stamp | None = None) -> list[Path]:
    made = prepare(layout, AS_OF)
    wanted = Wanted(stamp, frozenset({f"card-{topic}"}))
    return make_handouts(layout, made.checked, made.pages, wanted)


def test_each_card_is_one_page_in_every_form(printed_guide: Layout) -> None:
    cards = sorted(printed_guide.handouts.glob("card-*.pdf"))
    topics = {re.sub(r"(-letter)?(-large)?\.pdf$", "", path.name) for path in cards}
    assert {"card-trastuzumab-deruxtecan", "card-tucatinib-trastuzumab"} <= topics
    for topic in topics:
        names = {path.name for path in cards}
        assert {f"{topic}.pdf", f"{topic}-letter.pdf"} <= names
        large = {f"{topic}-large.pdf", f"{topic}-letter-large.pdf"}
        assert large <= names or not large & names
    for path in cards:
        _words(path)


@pytest.mark.parametrize("topic", ["trastuzumab-deruxtecan", "side-effects"])
def test_says_every_sign_of_the_topics_urgent_section(printed_guide: Layout, topic: str) -> None:
    said = _words(printed_guide.handouts / f"card-{topic}.pdf")
    section = SECTION.search((printed_guide.pages / "patient" / f"{topic}.md").read_text())
    assert section
    signs = re.findall(r"^    - (.*)$", section[0], re.MULTILINE)
    assert len(signs) >= 4
    for sign in signs:
        assert sign.replace("*", "") in said
    assert "call the emergency number" in said
    assert "for professionals" not in said


def test_says_its_edition_and_that_no_doctor_has_checked_it(printed_guide: Layout) -> None:
    said = _words(printed_guide.handouts / "card-side-effects.pdf")
    assert "Not yet checked by a doctor" in said
    assert re.search(r"edition 20\d\d\.\d+\.\d+, \d+ \w+ 20\d\d", said)
    assert re.search(r"her2-guide\.example/s/\w{4} ", said), "the section's lasting address"


def test_has_lines_for_numbers_where_no_clinic_is_given(built_tea: Layout) -> None:
    said = _words(built_tea.handouts / "card-calm-tea.pdf")
    for label in ("By day", "At night", "Emergency", "Who makes it", "My tea"):
        assert f"{label}:" in said


def test_a_clinic_has_its_number_in_the_first_line(tea: Layout) -> None:
    clinic = Clinic(name="Tea Clinic", telephone="01632 960000", hours="8 to 6")
    for path in _cards(tea, "calm-tea", Stamp(clinic)):
        said = _words(path)
        assert "Tea Clinic, 8 to 6: 01632 960000" in said
        assert "By day" not in said
        assert "At night:" in said


def test_the_real_cards_have_room_for_a_clinic(printed_guide: Layout, tmp_path: Path) -> None:
    layout = copy_built(printed_guide, tmp_path / "real")
    name = "Oncology day unit, a hospital with a long name"
    clinic = Clinic(name=name, telephone="+44 1632 960 000", hours="Monday to Friday, 8 am to 6 pm")
    made = prepare(layout, AS_OF)
    topics = ("side-effects", "treatments-today", "other-her2-combinations")
    names = frozenset(f"card-{topic}" for topic in topics)
    for path in make_handouts(layout, made.checked, made.pages, Wanted(Stamp(clinic), names)):
        assert "+44 1632 960 000" in _words(path)


def test_a_card_that_takes_two_pages_is_a_fault(tea: Layout) -> None:
    topic = tea.content / "topics/01-basics/calm-tea.md"
    more = "\n".join(f"    - sign number {n} of many" for n in range(60))
    long = f'## How well it worked {{#results}}\n\n/// patient\n!!! danger "Call"\n\n{more}\n///\n'
    topic.write_text(topic.read_text().replace("## How well it worked {#results}\n", long, 1))
    with pytest.raises(FindingsError) as error:
        _cards(tea, "calm-tea")
    for finding in error.value.findings:
        assert finding.place.path == "content/topics/01-basics/calm-tea.md"
        assert "where there is room for 1" in finding.message
    told = [finding.message for finding in error.value.findings]
    assert [" on a4 in large print," in one for one in told].count(True) == 1
    assert [" on letter," in one for one in told].count(True) == 1
    assert not list(tea.handouts.glob("*.pdf"))


def test_links_to_elsewhere_on_the_page_lead_to_the_page(tea: Layout) -> None:
    topic = tea.content / "topics/01-basics/calm-tea.md"
    topic.write_text(topic.read_text().replace("the others.", "the others. See [when](#when).", 1))
    assert "when (tea-guide.example/s/" in _words(_cards(tea, "calm-tea")[0])


def test_a_guide_without_the_setting_has_no_cards(tea: Layout) -> None:
    settings = tea.content / "guide.yml"
    settings.write_text(settings.read_text().partition("sheets:\n")[0])
    assert _cards(tea, "calm-tea") == []


def test_the_topics_page_links_its_card(built_tea: Layout) -> None:
    page = (built_tea.site / "patient/calm-tea/index.html").read_text()
    assert 'href="../../handouts/card-calm-tea.pdf" download' in page
    assert "card-calm" not in (built_tea.site / "professional/calm-tea/index.html").read_text()
    assert (built_tea.site / "handouts/card-calm-tea-letter.pdf").is_file()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("topics: [calm-tea]\n    section", "topics: []\n    section", "guide.yml"),
        ("    numbers: My", "    numbrs: My", "did you mean `numbers`"),
        ('section: "results"', 'section: "Not a name"', "guide.yml"),
    ],
)
def test_bad_settings_are_told_at_their_place(
    tea: Layout, old: str, new: str, message: str
) -> None:
    settings = tea.content / "guide.yml"
    before = settings.read_text()
    assert before.count(old) == 1
    settings.write_text(before.replace(old, new))
    with pytest.raises(FindingsError) as error:
        prepare(tea, AS_OF)
    assert any(message in str(finding) for finding in error.value.findings)
    assert all(finding.place.line > 100 for finding in error.value.findings)
