"""A vocabulary of invented and field words, drawn as Zipf found that people draw theirs."""

import random
from itertools import accumulate, product

_COMMON = """
the and of to in a for with you our will is we be as are on that care team patients working
service work this or your have staff an their by from at support all health trust who role
experience clinical not within training nursing ward hospital community skills knowledge ensure
people other including nurse essential development provide medical patient part available
professional services management hours quality safe needs practice communication job required
registered opportunity band post lead appropriate effective policies procedures records
assessment treatment planning multidisciplinary colleagues standards responsibility supervision
students evidence audit research safeguarding equality diversity flexible pension leave
theatre therapy pharmacy radiography midwifery paediatric surgical acute stroke respiratory
cardiology oncology renal diabetes dementia discharge rehabilitation outpatient emergency
finance estates digital governance infection prevention administration reception medication
"""
_SYLLABLES = ["".join(pair) for pair in product("bcdfghjklmnprstvwxyz", "aeiou")]
_SIZE = 20_000


def _invented() -> list[str]:
    """Return words of two to four syllables; none of them has a "q"."""
    rng = random.Random(20_000)
    found: dict[str, None] = {}
    while len(found) < _SIZE:
        found["".join(rng.choices(_SYLLABLES, k=rng.choice((2, 3, 3, 3, 4))))] = None
    return list(found)


VOCABULARY = _COMMON.split() + _invented()
_WEIGHTS = list(accumulate(1 / rank for rank in range(1, len(VOCABULARY) + 1)))


def draw(rng: random.Random, count: int) -> list[str]:
    """Return words, the common ones often."""
    return rng.choices(VOCABULARY, cum_weights=_WEIGHTS, k=count)


def own_word(number: int, start: str) -> str:
    """Return a word that no other number below a million has, with a "q" in front."""
    high, low = divmod(number, 10_000)
    parts = (_SYLLABLES[high], *(_SYLLABLES[part] for part in divmod(low, 100)))
    return f"{start}{''.join(parts)}"


def sentences(words: list[str], size: int = 14) -> list[str]:
    """Return the words as sentences."""
    return [
        " ".join(words[start : start + size]).capitalize() + "."
        for start in range(0, len(words), size)
    ]
