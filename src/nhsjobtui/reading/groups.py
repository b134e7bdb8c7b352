"""What the groups of a person specification are called."""

import re
from functools import lru_cache

_USUAL = (
    "qualification qualifications education educational training experience experiences knowledge"
    " skill skills ability abilities aptitude aptitudes attribute attributes personal quality"
    " qualities other others requirement requirements competency competencies competence"
    " communication values behaviours behaviour behaviors value additional further general"
    " professional registration registrations analytical judgement judgemental planning"
    " organisation organisational organising organizational physical disposition circumstances"
    " interpersonal it technical practical management leadership managerial management"
    " development clinical special specialist specific relevant understanding attainment"
    " attainments achievements academic research teaching audit governance equality diversity"
    " inclusion criteria application form person personality people motivation motivational"
    " characteristics health mobility effort mental emotional driving travel work working"
    " vocational job role essential key core factors intellectual language languages"
    " administrative administration service delivery team financial resources resource"
    " responsibilities flexibility eligibility career progression written verbal membership"
    " memberships certification certificates certifications license licence licences"
    " and or of & to the for in / with"
)
_WORDS = frozenset(_USUAL.split())
_PLAIN = (
    "qualification qualifications education educational training experience experiences knowledge"
    " skill skills ability abilities aptitude aptitudes attribute attributes personal quality"
    " qualities other requirement requirements competency competencies values behaviours"
    " additional further general circumstances characteristics understanding attainments"
    " achievements registration disposition personality and or of & essential criteria"
)
_CORE = frozenset(_PLAIN.split())
_SMALL = frozenset({"and", "or", "of", "&", "to", "the", "for", "in", "/", "with"})


@lru_cache(maxsize=2048)
def is_usual_group(text: str) -> bool:
    """Say whether a line is made of the words that groups are usually named with."""
    if len(text) > 70 or text.endswith((".", ";", ",")):
        return False
    words = [word for word in re.split(r"[^\w&]+", text.casefold()) if word]
    return (
        0 < len(words) <= 8 and all(word in _WORDS for word in words) and not set(words) <= _SMALL
    )


@lru_cache(maxsize=2048)
def is_typical_group(text: str) -> bool:
    """Say whether a line names a group so plainly that it can hardly be a criterion."""
    if not is_usual_group(text) or not text[:1].isupper():
        return False
    words = [word for word in re.split(r"[^\w&]+", text) if word]
    if all(word.casefold() in _CORE for word in words):
        return True
    # Groups are in Title Case, criteria are sentences.
    return len(words) > 1 and all(word[0].isupper() or word in _SMALL for word in words)


def could_be_group(text: str) -> bool:
    """Say whether a line is short and plain enough to name a group."""
    return len(text) <= 90 and len(text.split()) <= 12 and not text.endswith((".", ";", ","))


def group_name(text: str) -> str:
    """Return a group's name as it is kept."""
    return text.strip(" :")
