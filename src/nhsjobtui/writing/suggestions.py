"""Evidence that was written before for a criterion that asks for the same."""

from typing import NamedTuple

from nhsjobtui.errors import InputError
from nhsjobtui.library import Library
from nhsjobtui.library.bank import Kept
from nhsjobtui.model.copying import below
from nhsjobtui.model.star import is_written
from nhsjobtui.writing.resembling import ENOUGH, normalised, similarity, words_to_look_for

_CANDIDATES = 300


class Suggestion(NamedTuple):
    """Evidence that may be copied; `same` where it was written for the very same words."""

    kept: Kept
    same: bool
    score: float


def suggestions(
    library: Library, advert_id: int, key: str, *, limit: int | None = 5
) -> list[Suggestion]:
    """Return what was written on other adverts for the same or a similar criterion, best first.

    Of the same text only the best is returned. Nothing is linked: `copy_evidence` copies.
    """
    criterion = next((row for row in library.entry(advert_id).criteria if row.key == key), None)
    if criterion is None:
        raise InputError("That criterion is not on the advert's checklist.")
    wanted, found = normalised(criterion.text), []
    for kept in library.bank.candidates(words_to_look_for(criterion.text), _CANDIDATES):
        if kept.advert_id == advert_id or not is_written(kept.text):
            continue
        score = similarity(criterion.text, kept.criterion)
        if score >= ENOUGH:
            found.append(Suggestion(kept, normalised(kept.criterion) == wanted, score))
    found.sort(key=lambda one: (one.same, one.score, _written(one.kept)), reverse=True)
    best: dict[str, Suggestion] = {}
    for one in found:
        best.setdefault(one.kept.text.strip(), one)
    return list(best.values())[:limit]


def _written(kept: Kept) -> float:
    return kept.written_at.timestamp() if kept.written_at else 0.0


def copy_evidence(library: Library, advert_id: int, key: str, text: str) -> str:
    """Copy a text to a criterion, below what is there; return the evidence as it is then."""
    criterion = next((row for row in library.entry(advert_id).criteria if row.key == key), None)
    if criterion is None:
        raise InputError("That criterion is not on the advert's checklist; nothing was changed.")
    copied = below(criterion.evidence, text)
    library.set_evidence(advert_id, key, copied)
    return copied
