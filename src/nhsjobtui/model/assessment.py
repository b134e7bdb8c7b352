"""The marks by which a specification says how a criterion is assessed: (A/I), [A, I, T]."""

import re
from typing import Literal

Means = Literal["application", "interview", "test", "certificate", "presentation", "references"]
_MEANS: dict[str, Means] = {
    "a": "application",
    "af": "application",
    "app": "application",
    "application": "application",
    "application form": "application",
    "s": "application",
    "shortlisting": "application",
    "i": "interview",
    "int": "interview",
    "interview": "interview",
    "t": "test",
    "test": "test",
    "assessment": "test",
    "c": "certificate",
    "cert": "certificate",
    "certificate": "certificate",
    "certificates": "certificate",
    "d": "certificate",
    "documents": "certificate",
    "p": "presentation",
    "presentation": "presentation",
    "r": "references",
    "ref": "references",
    "reference": "references",
    "references": "references",
}
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,60})[)\]][.;,]?\s*$")
_BARE = re.compile(r"(?:\s+[-–—:]|\s{2,}|(?<=[.;,]))\s*((?:[AITCPR]\s*[/,&+]\s*)+[AITCPR])\.?\s*$")
_ALONE = re.compile(r"[AITCSDPR]+")
_PARTS = re.compile(r"\s*(?:[/,&+;|]|\band\b|\bor\b)\s*", re.IGNORECASE)
_LEAD = re.compile(r"^(?:assessed\s+(?:by|at|through|via)|method\s*:?)\s+", re.IGNORECASE)


def assessed_by(text: str) -> frozenset[Means]:
    """Return how a criterion is assessed as its own mark says, empty where it has none."""
    found = _mark(text)
    return found[1] if found else frozenset()


def without_mark(text: str) -> str:
    """Return a criterion's words without the mark at their end."""
    found = _mark(text)
    return text[: found[0]].rstrip(" -–—:") if found else text


def only_at_interview(text: str) -> bool:
    """Say whether a criterion is assessed at interview and in no way before it.

    A test or a presentation belongs to the day of the interview.
    """
    means = assessed_by(text)
    return "interview" in means and means <= {"interview", "test", "presentation"}


def _mark(text: str) -> tuple[int, frozenset[Means]] | None:
    """Return where the mark at the end of a text begins, and what it means."""
    for pattern in (_BRACKETS, _BARE):
        if (match := pattern.search(text)) and match.start() > 0:
            means = _read(match[1])
            if means:
                return match.start(), means
    return None


def _read(mark: str) -> frozenset[Means]:
    """Return what a mark means; empty where any part of it is something else."""
    mark = _LEAD.sub("", mark.strip())
    parts = [part.strip() for part in _PARTS.split(mark)]
    if len(parts) == 1 and _ALONE.fullmatch(parts[0]) and parts[0] not in {"AF", "CPD", "IT"}:
        parts = list(parts[0])  # "AI"
    # A single small letter is "(a)" of a list, not a mark.
    if any(len(part) == 1 and part.islower() for part in parts):
        return frozenset()
    found = [_MEANS.get(part.casefold()) for part in parts]
    return frozenset(means for means in found if means) if all(found) else frozenset()
