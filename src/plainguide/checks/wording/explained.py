"""Tell whether a text says what one of its words means, beside that word."""

from __future__ import annotations

import re

from plainguide.checks.text.sentences import sentence_around

_PRAISE = (
    r"(?:very |quite |more |most |well-|also |still |often )?(?:common|serious|severe|frequent"
    r"|possible|known|rare|good|major|important|risk|side|problem|concern|sign|reason|cause|result|usual"
    r"|typical|big|main|different|worry|must|way to|part|issue|complication|standard|first|best"
    r"|strong|new|lower|higher|likely|unlikely)\b"
)
_NAMED = (
    r"(?:called|known as|termed|named|meaning|(?:short|stands?|stood) for(?:[\s:,]+[\w-]+){0,5}?"
    r"|\b(?:call|calls|name|names)\s+(?:it|this|that|these|them|such \w+)"
    r"|\b(?:word|words|name|names|term|terms)\b[^.!?]{0,50}?\b(?:is|are)"
    r"|\b(?:may|might|will|can|also|often|sometimes|doctors|nurses|they)"
    r"\s+(?:say|use the \w+|write)|[^,]+, or|i\.e\.,?):?\s+(?:an?\s+|the\s+)?[“\"‘(]?\s*$"
)
_BEFORE = re.compile(_NAMED, re.IGNORECASE)
_APPOSED = re.compile(r", or\s+(?:an?\s+|the\s+)?[“\"‘]?\s*$")
_CLOSED = re.compile(r"[”\"’]?\s*(?:[,.;:)?!–—]|$)")
_LISTED = (
    r"(?:such|like|including|grade|with|for|from|mainly|mostly|especially|and|as|due|after|\d)\b"
)
_OPENED = re.compile(
    r"\w[”\"’]?\s+\(\s*(?:[^()]*\b(?:called|known as|call|calls|say|term|word|words|name|or|is)\s+"
    rf"|(?:(?!{_LISTED})[\w-]+\s+){{1,3}})?(?:an?\s+|the\s+)?[“\"‘]?\s*$",
    re.IGNORECASE,
)
_SHUT = re.compile(r"[”\"’]?\s*(?:\)|,?\s*(?:or|for short|in short)\b|,\s+[A-Z]\S*\))")
_BRACKETS = re.compile(r"[”\"’]?\s*(?:[\w-]+\s+){0,2}?\((?P<said>[^()]*)\)")
_SAYS_NOTHING = re.compile(
    r"\s*(?:see\b|about\b|less\b|more than\b|up to\b|over\b|under\b|grade\b|such as\b|for example\b"
    r"|e\.g\.|like\b|including\b|in\b|at\b|from\b|\d|n\b|=|<|>|[≤≥]|read\b|page\b|if\b|and\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_AFTER = re.compile(
    rf"""[”"’]?\s*(?:[\w-]+\s+)?
    (?: ,?\s*(?:which\s+|that\s+|this\s+)?(?:just\s+|simply\s+|only\s+|often\s+)?
        (?: means?\b | meant\b | is\s+when\b | are\s+when\b | is\s+where\b | stands?\s+for\b
          | is\s+short\s+for\b | refers?\s+to\b | describes?\b | is\s+called\b | are\s+called\b
          | happens?\s+when\b
          | is\s+(?:also\s+)?known\s+as\b
          | is\s+(?:the\s+)?(?:medical\s+|doctors[’']\s+)?(?:word|name|term)\b
          | (?:is|are)\s+(?:an?|the|too|your|what|how|where)\s+(?!{_PRAISE}) )
      | ,?\s*(?:i\.e\.|that\s+is,|that\s+is\s+to\s+say|in\s+other\s+words|in\s+plain\s+words)
      | \s*[–—]\s+(?=(?:[\w’'-]+\s+)+[\w’'-])
      | \s*[:=]\s+(?:an?|the|too|low|high|when|where|how|fewer|less
          |not|swelling|sore|loss|it|this|your)\b
      | ,\s+(?:an?|the|too|where|when|also)\s+(?!{_PRAISE})
      | ,\s+or\s+[^,.;()]+[,)–—] )""",
    re.VERBOSE | re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?:In (?:plain|other|simple) words\b|(?:This|That|It|These|They|Both|Here)\b(?:\s+\w+)?\s+"
    r"(?:means?|is when|are when|is where|stands? for|is called|are called|refers? to"
    rf"|(?:is|are) (?:an?|the|what|how|where)\s+(?!{_PRAISE}))\b)"
)


def explained(text: str, start: int, end: int) -> bool:
    """Tell whether a passage says what the words from `start` to `end` mean.

    It does in brackets (“too few cells (anaemia)”, “anaemia (too few cells)”), by “means”, “is
    called” and the like in the same sentence, or in a next one that begins with “This means”.
    """
    first, last = sentence_around(text, start)
    before, after = text[first:start], text[end:last]
    if _APPOSED.search(before):
        if before.count(",") == 1 and _CLOSED.match(after):
            return True
    elif _BEFORE.search(before):
        return True
    if _OPENED.search(before) and _SHUT.match(after):
        return True
    if (match := _BRACKETS.match(after)) and _tells(match["said"]):
        return True
    if _AFTER.match(after):
        return True
    _, beyond = sentence_around(text, start, after=1)
    return bool(_NEXT.match(text[last:beyond]))


def _tells(said: str) -> bool:
    """Tell whether what stands in brackets can explain something: words, and not a figure."""
    words = _WORD.findall(said)
    return len(words) > 1 and not _SAYS_NOTHING.match(said) and not all(w.isupper() for w in words)
