"""A way to what cannot wait that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.guide import Guide
from plainguide.model.place import Place


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:
    """Find a topic or section named by `front_page.urgent` that the patients' reading lacks.

    Why:    the link is for someone who feels unwell now; it must not lead to a page that is gone.
    Bad:    urgent: {topic: calm-teas, words: Feeling faint?}
    Good:   urgent: {topic: calm-tea, words: Feeling faint?}
    Source: a rule of this project's own: what cannot wait is two taps from the front page.
    """
    way = guide.settings.front_page.urgent
    if way is None or way.topic in guide.unreadable:
        return
    settings = Place("content/guide.yml")
    readings = compiled.readings.get(way.topic)
    if readings is None:
        hint = _hint(way.topic, compiled.readings)
        place = guide.places.get("front_page.urgent.topic", settings)
        yield place, f"there is no topic `{way.topic}`; {hint}"
    elif way.section and way.section not in readings["patient"].anchors:
        hint = _hint(way.section, readings["patient"].anchors)
        place = guide.places.get("front_page.urgent.section", settings)
        message = f"`{way.topic}` has no section `{way.section}` for patients"
        yield place, f"{message}; {hint}"


def _hint(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, sorted(known), n=1)
    return f"did you mean `{near[0]}`?" if near else "name another"
