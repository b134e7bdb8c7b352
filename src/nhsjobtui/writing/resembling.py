"""Whether two criteria ask for the same, however each employer words it.

Of a criterion only what it asks for counts: the concepts of `vocabulary` and, where it knows none,
the words that are left when the usual phrases are taken away. Two criteria resemble each other as
far as these are the same.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from nhsjobtui.model.assessment import without_mark
from nhsjobtui.writing.vocabulary import ABBREVIATIONS, BOILERPLATE, concepts

ENOUGH = 0.5
"""From this score on one criterion's evidence is offered for another."""
_SHORTER = 0.8  # how much the criterion that asks for less counts
_LEAST = 0.6  # weight that two criteria must have in common
_ALONE, _BESIDE = 0.9, 0.3  # weight of a word nobody knows, without and beside known concepts
_ALIKE = 88  # of 100, from where two words are one
_SHORTEST_ALIKE = 6
_ENDINGS = (
    *("isations", "isation", "ations", "ation", "ings", "ing"),
    *("ies", "ers", "ed", "er", "es", "s", "e", "y"),
)
_TAKEN = " | "
_COMPUTING = re.compile(r"\bIT\b")


class Features(NamedTuple):
    """What a criterion asks for: concepts and words of its own, each with its weight."""

    concepts: dict[str, float]
    words: dict[str, float]

    @property
    def weight(self) -> float:
        """The weight of all of it."""
        return sum(self.concepts.values()) + sum(self.words.values())


def normalised(text: str) -> str:
    """Return a criterion's words alone: no mark, case, signs, or difference of "&" and "and"."""
    text = without_mark(text).replace("’", "'").replace("'", "").replace("&", " and ")
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


def similarity(one: str, other: str) -> float:
    """Return how far two criteria ask for the same, from 0 to 1."""
    if normalised(one) == normalised(other):
        return 1.0
    first, second = features(one), features(other)
    if not (first.weight and second.weight):
        from rapidfuzz import fuzz

        score = fuzz.token_set_ratio(normalised(one), normalised(other))
        return float(score) / 100 if score >= _ALIKE else 0.0
    common = _common_concepts(first, second) + _common_words(first, second)
    if common < _LEAST:
        return 0.0
    shorter, longer = sorted((first.weight, second.weight))
    return min(0.99, common / (_SHORTER * shorter + (1 - _SHORTER) * longer))


def _common_concepts(first: Features, second: Features) -> float:
    return sum(
        min(weight, second.concepts[name])
        for name, weight in first.concepts.items()
        if name in second.concepts
    )


def _common_words(first: Features, second: Features) -> float:
    """Return the weight of the words that both have, endings and slips of the pen aside."""
    left, common = dict(second.words), 0.0
    for word, weight in first.words.items():
        same = word if word in left else _alike(word, left)
        if same is not None:
            common += min(weight, left.pop(same))
    return common


def _alike(word: str, others: dict[str, float]) -> str | None:
    from rapidfuzz import fuzz, process

    if len(word) < _SHORTEST_ALIKE or not others:
        return None
    found = process.extractOne(word, others.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[0] if found and len(found[0]) >= _SHORTEST_ALIKE else None


@lru_cache(maxsize=20_000)
def features(text: str) -> Features:
    """Return what a criterion asks for."""
    # "IT" is a word of its own, "it" is none.
    rest = f" {_abbreviations_in_full(_COMPUTING.sub('information technology', text))} "
    asked: dict[str, float] = {}
    for name, weight, pattern in _patterns():
        rest, count = pattern.subn(_TAKEN, rest)
        if count and weight:
            asked[name] = weight
    left = [word for word in rest.split() if word not in BOILERPLATE and word != "|"]
    weight = _BESIDE if asked else _ALONE
    words = {_stem(word): weight for word in left if len(word) > 1 and not word.isdigit()}
    return Features(asked, words)


def words_to_look_for(text: str) -> list[str]:
    """Return the beginnings of words by which a criterion that asks for the same is found."""
    found = features(text)
    words = [word for name in found.concepts for word in _beginnings()[name]]
    return list(dict.fromkeys([*words, *found.words, *normalised(text).split()]))


def _abbreviations_in_full(text: str) -> str:
    return " ".join(ABBREVIATIONS.get(word, word) for word in normalised(text).split())


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def _patterns() -> tuple[tuple[str, float, re.Pattern[str]], ...]:
    return tuple((name, weight, _pattern(phrases)) for name, weight, phrases in concepts())


def _pattern(phrases: list[list[str]]) -> re.Pattern[str]:
    """Return what finds any of the phrases, the longest first, between spaces."""
    ways = sorted(phrases, key=len, reverse=True)
    return re.compile(f"(?<= )(?:{'|'.join(map(_way, ways))})(?= )")


def _way(words: list[str]) -> str:
    way = ""
    for word in words:
        if word == "*":  # up to three words of any kind
            way += r"(?: \w+){0,3}"
        else:
            ending = r"\w*" if word.endswith("*") else ""
            way += (
                f" {re.escape(word.rstrip('*'))}{ending}"
                if way
                else (re.escape(word.rstrip("*")) + ending)
            )
    return way


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    """Return for each concept the words of its phrases that mean something alone."""
    found = {}
    for name, _, phrases in concepts():
        words = (word.rstrip("*") for phrase in phrases for word in phrase)
        found[name] = tuple(dict.fromkeys(w for w in words if len(w) > 2 and w not in BOILERPLATE))
    return found
