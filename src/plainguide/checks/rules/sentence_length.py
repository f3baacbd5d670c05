"""Sentences of a patient page that are too long."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.checks.text.sentences import sentences, sentences_of, words
from plainguide.model.reading import Reading


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find patient sentences with more words than `guide.yml` allows, and pages of long ones.

    Why:    who is tired or afraid loses the thread of a long sentence, whatever its words.
    Bad:    a sentence of 30 words
    Good:   three sentences of ten
    Source: GOV.UK content design: sentences of up to 25 words.
    """
    limits = compiled.guide.settings.sentences
    if reading.name != "patient" or limits is None:
        return
    lengths = [len(words(said)) for block in reading.blocks for said in sentences(block.plain)]
    for block in reading.blocks:
        for sentence in sentences_of(block):
            number = len(words(sentence.text))
            if number > limits.longest:
                start = " ".join(sentence.text.split()[:6])
                message = f'"{start} …" has {number} words, above {limits.longest}'
                yield sentence.place, f"{message}; make two of it"
    middle = median(lengths) if lengths else 0
    if middle > limits.median:
        message = f"half of the sentences have {middle:g} words or more, above {limits.median}"
        yield reading.topic.places["title.patient"], f"{message}; part the longer ones"
