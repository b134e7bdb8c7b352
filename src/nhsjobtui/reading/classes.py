"""How person specifications write "essential" and "desirable"."""

import re
from functools import lru_cache
from typing import NamedTuple

_TARGETS = (("essential", True), ("desirable", False))
_OTHER_WORDS = frozenset({"essence", "essences", "desired", "desires"})
_USUAL_QUALIFIERS = (
    "requirement requirements criteria criterion skill skills experience experiences qualification"
    " qualifications attribute attributes knowledge competency competencies competence ability"
    " abilities training education quality qualities specification elements factors items"
    " characteristics only for the role post job to and or personal professional behaviours"
    " values aptitudes standard standards level registration e d"
)
_QUALIFIERS = frozenset(_USUAL_QUALIFIERS.split())
_LONG_QUALIFIERS = (
    "requirements",
    "requirement",
    "criteria",
    "experience",
    "qualifications",
    "attributes",
    "knowledge",
)
_WORD = re.compile(r"[^\W\d_]+")
_MAY_NAME_CLASS = re.compile(r"(?<![^\W\d_])[eEdD][^\W\d_]{5,11}(?![^\W\d_])")
_MARK = re.compile(
    r"\s*(?:[(\[]\s*(?P<bracketed>[A-Za-z]{1,12})(?:\s+criteri(?:a|on))?\s*[)\]]"
    r"|(?:\s[-–—:]\s*|:\s+)(?P<dashed>[A-Za-z]{6,12}))\s*[.;,]?$",
)
_PREFIX = re.compile(
    r"[(\[]?(?P<word>[A-Za-z]{6,12})(?P<kind>(?:\s+[A-Za-z]+){0,2})[)\]]?\s*(?:[:–—]|\s-\s|(?<=[)\]]))"
    r"\s*(?P<rest>\S.*)",
    re.DOTALL,
)
_SEPARATORS = " :–—-/|([,"
_LONGEST = 90
_LONGEST_MARK = 40


class ClassHeading(NamedTuple):
    """A line that names a class.

    `group` is what it names before the class, `kind` after it ("Skills" of "Essential Skills").
    `set_off` is True where punctuation stands between group and class, or a capital begins it.
    """

    essential: bool
    group: str
    kind: str
    set_off: bool


@lru_cache(maxsize=4096)
def class_word(word: str) -> bool | None:
    """Say whether a word is "essential" (True) or "desirable" (False), misspelt or not."""
    word = word.casefold()
    for target, essential in _TARGETS:
        if word in {target, f"{target}s"}:
            return essential
        if word[:1] == target[0] and word not in _OTHER_WORDS and _close(word, target):
            return essential
    return None


@lru_cache(maxsize=4096)
def _is_qualifier(word: str) -> bool:
    word = word.casefold()
    return word in _QUALIFIERS or any(
        word[:1] == known[0] and len(word) > 6 and _close(word, known) for known in _LONG_QUALIFIERS
    )


def _close(word: str, target: str) -> bool:
    """Say whether at most two letters are wrong, missing, added or swapped."""
    if abs(len(word) - len(target)) > 2:
        return False
    before_last: list[int] = []
    last = list(range(len(target) + 1))
    for row, letter in enumerate(word, 1):
        costs = [row]
        for column, wanted in enumerate(target, 1):
            cost = min(last[column] + 1, costs[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 < column and letter == target[column - 2] and word[row - 2] == wanted:
                cost = min(cost, before_last[column - 2] + 1)
            costs.append(cost)
        before_last, last = last, costs
    return last[-1] <= 2


def class_heading(text: str) -> ClassHeading | None:
    """Return the class that a short line names at its end, None for any other line."""
    return _class_heading(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=1024)
def _class_heading(text: str) -> ClassHeading | None:
    if _MAY_NAME_CLASS.search(text) is None:
        return None
    words = list(_WORD.finditer(text))
    for place, match in enumerate(words):
        essential = class_word(match[0]) if 6 <= len(match[0]) <= 12 else None
        if essential is None or not all(_is_qualifier(after[0]) for after in words[place + 1 :]):
            continue
        before = text[: match.start()]
        group = before.strip(_SEPARATORS)
        if re.search(r"[.!?;]\s", before) or re.search(
            r"[^\s:()\[\]/&.,–—-]", _WORD.sub("", text[match.end() :])
        ):
            return None
        set_off = match[0][0].isupper() or before.rstrip() != group
        kind = " ".join(after[0] for after in words[place + 1 :] if len(after[0]) > 1)
        return ClassHeading(essential, group, kind, set_off)
    return None


def end_mark(text: str) -> tuple[str, bool] | None:
    """Return a criterion without the class at its end ("(Essential)", "(D)"), and the class."""
    start = max(1, len(text) - _LONGEST_MARK)
    tail = text[start:]
    if (
        ")" not in tail
        and "]" not in tail
        and " - " not in tail
        and ":" not in tail
        and "–" not in tail
    ):
        return None
    match = _MARK.search(text, start)
    if match is None:
        return None
    rest = text[: match.start()]
    mark = match["bracketed"] or match["dashed"]
    if mark in {"E", "D"}:
        return rest, mark == "E"
    essential = class_word(mark) if len(mark) > 5 else None
    return None if essential is None else (rest, essential)


def start_mark(text: str) -> tuple[ClassHeading, str] | None:
    """Return the class at the beginning of a line ("Essential: …") and what it says of it."""
    if text[:1] not in "EeDd([":
        return None
    match = _PREFIX.fullmatch(text)
    if match is None or (essential := class_word(match["word"])) is None:
        return None
    words = match["kind"].split()
    if not all(map(_is_qualifier, words)):
        return None
    return ClassHeading(essential, "", " ".join(words), True), match["rest"]
