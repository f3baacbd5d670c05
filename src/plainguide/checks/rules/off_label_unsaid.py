"""A therapy that no regulator has approved, on a page that does not say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainguide.checks.ledger.therapies import ALLOWED, names_of, therapies
from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.texts import texts_of
from plainguide.checks.wording.patterns import any_of, whole_words
from plainguide.model.base import Record, Text
from plainguide.model.place import Place
from plainguide.model.reading import Reading


class Policy(Record):
    """What says that a therapy has no approval.

    Attributes:
        phrases: words any of which says so.
    """

    phrases: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class _First:
    """Where a therapy is first named on a page."""

    place: Place
    said: str


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find therapies without any approval in the ledger on pages that do not say so.

    What counts: a therapy all of whose approvals in the ledger are refused, off-label or unknown
    is named, and no phrase of the guide's list stands anywhere on the page. The first naming of
    each is found. A medicine that an approved therapy has too does not count when it stands alone.

    Why:    what is named beside approved treatments is taken for one of them.
    Bad:    Some doctors use night tea.
    Good:   Some doctors use night tea. It is not approved.
    Source: a rule of this project's own, because a page must not lend a use a standing it lacks.
    """
    known = therapies(compiled.guide.ledger)
    without = frozenset(
        key
        for key, therapy in known.items()
        if therapy.approvals and not any(a.decision in ALLOWED for a in therapy.approvals.values())
    )
    if not without:
        return
    names = names_of(compiled.guide, without)
    first: dict[str, _First] = {}
    texts = list(texts_of(reading))
    for text in texts:
        for named in names.find(text.text):
            for key in sorted(named.therapies - first.keys()):
                first[key] = _First(text.place(named.start), named.said)
    if not first:
        return
    said = whole_words(any_of(compiled.policy(Policy).phrases))
    if any(said.search(text.text) for text in texts):
        return
    for key, naming in first.items():
        message = f"`{naming.said}` has no approval in the ledger, and the page does not say so"
        yield naming.place, f"{message}; say that {known[key].name} is not approved"
