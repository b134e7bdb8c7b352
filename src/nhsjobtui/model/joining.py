"""Two people's changes of one text as one text."""

import re
from collections import Counter
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[^\s]+")


def new_words(base: str, theirs: str, ours: str) -> str:
    """Return what `theirs` has that the text both began with had not, "" if `ours` has it too.

    Each stretch of new words is a paragraph; what they took away is not taken away here.
    """
    before, after = _WORDS.findall(base), _WORDS.findall(theirs)
    more = Counter(after) - Counter(before)  # a word that only moved is not new
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    stretches = [_new_part(after[c:d], more) for kind, _, _, c, d in changes if kind != "equal"]
    return "\n\n".join(words for words in stretches if words and words not in ours)


def _new_part(stretch: list[str], more: Counter[str]) -> str:
    """Return a stretch of words from its first new one to its last."""
    new = [place for place, word in enumerate(stretch) if not word.isspace() and more[word] > 0]
    return "".join(stretch[new[0] : new[-1] + 1]) if new else ""


def joined(base: str, theirs: str, ours: str) -> str:
    """Return `ours` with what is new in `theirs` below it."""
    added = new_words(base, theirs, ours)
    return f"{ours.rstrip()}\n\n{added}" if added else ours
