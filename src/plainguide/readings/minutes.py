"""How long a page takes to read."""

from __future__ import annotations

from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName

WORDS_A_MINUTE: dict[ReadingName, int] = {"patient": 180, "professional": 200}
"""A rule of this project's own, on the slow side: adults read 238 words a minute of English
non-fiction in silence, most of them between 175 and 300 (Brysbaert 2019, Journal of Memory and
Language 109, 104047), and a worried reader, or one who checks figures, reads slower.
"""


def minutes(reading: Reading) -> int:
    """How many minutes the page of a reading takes to read, rounded up.

    Counted are the words of its title, summary, headings and text. Pictures are seen, and the list
    of sources is looked things up in: neither counts.
    """
    front, name = reading.topic.front, reading.name
    texts = [front.title.for_(name), front.summary.for_(name)]
    texts += [section.title for section in reading.sections]
    for block in reading.blocks:
        if block.kind != "picture":
            texts += block.plain
    count = sum(len(text.split()) for text in texts)
    return -(-count // WORDS_A_MINUTE[name])
