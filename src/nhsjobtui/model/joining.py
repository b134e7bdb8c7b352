"""Two people's changes of one text as one text."""

import re
from collections import Counter
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")


def new_words(base: str, theirs: str, ours: str) -> str:
    """Return what `theirs` has that the text both began with had not, "" if `ours` has it too.

    Each stretch of new words is a paragraph; what they took away is not taken away here.
    """
    if theirs == base:
        return ""
    # Only words are compared: spaces are so many that long texts would take seconds.
    places = list(_WORD.finditer(theirs))
    before, after = _WORD.findall(base), [place[0] for place in places]
    more = Counter(after) - Counter(before)  # a word that only moved is not new
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    stretches = []
    for kind, _, _, start, end in changes:
        new = [place for place in places[start:end] if more[place[0]] > 0]
        if kind != "equal" and new:
            stretches.append(theirs[new[0].start() : new[-1].end()])
    return "\n\n".join(words for words in stretches if not _has(ours, words))


def _has(text: str, words: str) -> bool:
    """Say whether a text has these words, not as a part of longer ones."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def joined(base: str, theirs: str, ours: str) -> str:
    """Return `ours` with what is new in `theirs` below it."""
    added = new_words(base, theirs, ours)
    return f"{ours.rstrip()}\n\n{added}" if added else ours
