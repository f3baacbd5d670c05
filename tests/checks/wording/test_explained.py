from __future__ import annotations

import pytest

from plainguide.checks.wording.explained import explained

TOLD = (
    "You may get too little sleep (insomnia).",
    "You may get insomnia (too little sleep).",
    "Some people get insomnia. This means too little sleep.",
    "Insomnia means too little sleep.",
    "Too little sleep is called insomnia.",
    "This is also known as insomnia.",
    "Doctors call this insomnia.",
    "Your doctor may call it “insomnia”.",
    "The medical word for this is insomnia.",
    "Insomnia is when you have little sleep.",
    "Insomnia is a lack of sleep.",
    "Insomnia – too little sleep – is common.",
    "You may have bad sleep, or insomnia, for a while.",
    "You may get insomnia, or bad sleep, for a while.",
    "Insomnia: too little sleep.",
    "You may get a lack of sleep (called insomnia).",
    "A lack of sleep (doctors say insomnia) is common.",
    "You may get insomnia, a lack of white blood cells.",
    "Insomnia, which means little sleep, is common.",
    "lung swelling (insomnia or ILD)",
    "bad sleep (the medical name is insomnia)",
    "Insomnia refers to little sleep.",
    "A drop in sleep, called   insomnia  , is common.",
    "It lowers sleep (a condition known as insomnia).",
    "Insomnia grade 3 (very bad sleep) is rare.",
    "You may hear the word insomnia. It means little sleep.",
    "Insomnia, that is, too little sleep, is common.",
    "Insomnia happens when you have little sleep.",
    "You wake at night (chronic severe insomnia, CSI).",
)
UNTOLD = (
    "Some have other trouble (such as insomnia).",
    "It was severe (grade 3 insomnia).",
    "You may get insomnia.",
    "Insomnia is common.",
    "Insomnia is a common side effect.",
    "Insomnia (about 4 out of 100 people) was seen.",
    "Insomnia, a serious problem, can occur.",
    "Side effects (headache, insomnia, fever) are common.",
    "You may have fever, headache, or insomnia.",
    "Tell your team about insomnia, fever or cough.",
    "Blood tests look for insomnia. This is important.",
    "Insomnia was seen in 12%. They treat it.",
    "Insomnia (grade 3) was rare.",
    "Watch for insomnia: call your team.",
    "Your doctor will check for insomnia. It is the most common problem.",
    "Insomnia (see below) can occur.",
    "The risk of insomnia is a reason to call.",
    "This medicine means that insomnia can occur.",
)


def _is_told(text: str) -> bool:
    start = text.lower().index("insomnia")
    return explained(text, start, start + len("insomnia"))


@pytest.mark.parametrize("text", TOLD)
def test_knows_a_word_that_is_explained(text: str) -> None:
    assert _is_told(text)


@pytest.mark.parametrize("text", UNTOLD)
def test_knows_a_word_that_is_not_explained(text: str) -> None:
    assert not _is_told(text)
