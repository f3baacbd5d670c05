"""Write the pages that tell whether a printed copy is current.

They are whole pages of the site, made by the engine itself: there is one for each page and each
edition, and MkDocs would take far longer over them than they are worth.
"""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from plainguide.model.addresses import Compiled
from plainguide.model.guide import Guide
from plainguide.readings.changes_page import edition_title
from plainguide.readings.copy_pages import copy_pages
from plainguide.readings.snapshot import snapshot_of
from plainguide.steps.layout import Layout

_TEMPLATE = "copy/copy.html"


def copy_files(guide: Guide, readings: Compiled, layout: Layout) -> dict[str, bytes]:
    """Every such page, by path among the pages; none in a guide without words for them.

    Args:
        guide: the guide, without errors.
        readings: its topics, compiled.
        layout: where the guide lies, for the template.
    """
    words = guide.settings.copy_page
    if words is None:
        return {}
    now = snapshot_of(guide, readings)
    env = Environment(
        loader=FileSystemLoader(layout.theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    env.filters["url"] = _from_page
    template = env.get_template(_TEMPLATE)
    made: dict[str, bytes] = {}
    for told in copy_pages(guide, readings, now):
        html = template.render(
            told=told,
            root="../" * told.path.count("/"),
            guide=guide.settings,
            question=words.question.for_(told.reading),
            questions=words.questions.for_(told.reading),
            latest=edition_title(now),
        )
        made[f"{told.path}index.html"] = html.encode()
    return made


@pass_context
def _from_page(context: Context, path: str) -> str:
    """An address from the site's root as the page that is being made names it."""
    return f"{context['root']}{path}"
