"""What an advert can be recognised by, worked out from the advert alone."""

from typing import NamedTuple

from nhsjobtui.model.advert import Advert
from nhsjobtui.model.references import (
    SLUG_CUT,
    Kind,
    Reference,
    is_slug,
    is_trac_number,
    read_address,
    split_trac_feed,
)

WEAK = "\x1f"  # parts a number that means nothing alone from what it counts together with


class Name(NamedTuple):
    """One name of an advert: equal kind and key mean the same vacancy."""

    kind: Kind
    key: str
    value: str


def names_of(advert: Advert) -> tuple[Name, ...]:
    """Return the names an advert gives itself, the surest first; none for many saved texts.

    A number of no known shape ("001") is a name only together with its employer.
    """
    found: list[Name] = []
    if advert.slug:
        found += shaped(advert.slug) or [_name(Reference("slug", advert.slug))]
    if advert.url and (address := read_address(advert.url)):
        found.append(_name(address.reference))
    number = (advert.reference_number or "").strip()
    found += shaped(number)
    if number and advert.employer and not shaped(number):
        key = f"{number.casefold()}{WEAK}{' '.join(advert.employer.casefold().split())}"
        found.append(Name("number", key, number))
    return tuple(dict.fromkeys(found))


def local_names(advert: Advert, digest: str, raw_digest: str) -> tuple[Name, ...]:
    """Return the names of an advert that gives itself none: what its text and its page are."""
    found = [Name("local", digest, ""), Name("local", raw_digest, "")]
    if advert.reference_number:
        number = advert.reference_number.strip()
        found.append(Name("number", f"{number.casefold()}{WEAK}{WEAK}{digest}", number))
    return tuple(found)


def shaped(text: str) -> list[Name]:
    """Return the names that a text has by its own shape: a slug, a Trac number, Trac's feed."""
    text = text.strip()
    if is_slug(text):
        return [_name(Reference("slug", text))]
    if is_trac_number(text):
        return [_name(Reference("number", text))]
    if feed := split_trac_feed(text):
        vacancy, number = feed
        return [_name(Reference("trac", vacancy)), *shaped(number)]
    return []


def is_weak(name: Name) -> bool:
    """Say whether a name is a number that counts only together with its employer."""
    return WEAK in name.key


def may_be_cut(advert: Advert, name: Name) -> bool:
    """Say whether Find a job may have cut this slug off."""
    return advert.board == "findajob" and name.kind == "slug" and len(name.key) == SLUG_CUT


def _name(reference: Reference) -> Name:
    return Name(reference.kind, reference.key, reference.value)
