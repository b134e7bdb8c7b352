"""Search results come in by the hundred: new listings, changed ones, and mostly known ones."""

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import blake2b
from typing import NamedTuple

from nhsjobtui.library import index, kept, pages
from nhsjobtui.library.adding import in_words
from nhsjobtui.library.identity import owners
from nhsjobtui.library.names import names_of
from nhsjobtui.library.rows import LISTED, listed_row, pack
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import Facts, Listed
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.listing import listing_text
from nhsjobtui.model.merge import differences, is_listing, merge
from nhsjobtui.model.references import SLUG_CUT

_ADVERT = ("id", *LISTED, "listed")
_KNOWN = (
    "SELECT reference.key, advert_id, listed, gone, band FROM json_each(?) AS asked "
    "CROSS JOIN reference ON kind = 'slug' AND reference.key = asked.value "
    "CROSS JOIN advert ON advert.id = advert_id"  # in this order: each is looked up
)
_LAST_ID = "SELECT seq FROM sqlite_sequence WHERE name = 'advert'"


class _Listing(NamedTuple):
    """One listing as it came in; `digest` is of what the board said, without the search's facts.

    `plain` is False where more is known than a search result says.
    """

    key: str
    advert: Advert
    packed: bytes
    plain: bool
    digest: bytes


class _Kept(NamedTuple):
    """What is known of an advert that a listing means."""

    advert_id: int
    digest: bytes | None = None
    gone: bool = False
    band: str | None = None


def put(store: Store, adverts: Iterable[Advert], at: datetime, facts: Facts) -> Listed:
    """Keep listings; one that says what it said before costs next to nothing."""
    incoming = _incoming(adverts)
    with store.writing():
        known = _known(store, incoming)
        fresh = [listing for key, listing in incoming.items() if key not in known]
        ids = _insert(store, fresh, at, facts)
        changed = 0
        for key, was in known.items():
            ids[key] = was.advert_id
            changed += _see_again(store, was, incoming[key], at, facts)
    return Listed([ids[key] for key in incoming], len(fresh), changed)


def _incoming(adverts: Iterable[Advert]) -> dict[str, _Listing]:
    """Return the listings under their slugs; of one that comes twice the first."""
    found: dict[str, _Listing] = {}
    for advert in adverts:
        if not advert.slug or (key := advert.slug.casefold()) in found:
            continue
        packed, plain = _packed(advert)
        digest = blake2b(packed, digest_size=8).digest()
        found[key] = _Listing(key, advert, packed, plain, digest)
    return found


def _packed(advert: Advert) -> tuple[bytes, bool]:
    """Return what is stored of an advert, and whether that is a listing's short text."""
    text = listing_text(advert)
    return (pack(advert)[1], False) if text is None else (text.encode(), True)


def _known(store: Store, incoming: dict[str, _Listing]) -> dict[str, _Kept]:
    """Return what the library has of these listings."""
    rows = store.rows(_KNOWN, (json.dumps(list(incoming)),))
    known = {key: _Kept(*rest) for key, *rest in rows}
    for key, listing in incoming.items():
        # Find a job cuts slugs off: a long one may be that of an advert known by its beginning.
        if len(key) > SLUG_CUT and key not in known:
            found = owners(store, listing.advert, names_of(listing.advert))
            if found:
                known[key] = _Kept(found[0])
    return known


def _insert(store: Store, fresh: list[_Listing], at: datetime, facts: Facts) -> dict[str, int]:
    """Keep new listings, many a statement; return their ids."""
    if any(facts):
        fresh = [_with_facts(listing, facts) for listing in fresh]
    ids = {new.key: _insert_alone(store, new, at) for new in fresh if not new.plain}
    last: int = store.value(_LAST_ID) or 0
    numbered = list(enumerate([new for new in fresh if new.plain], last + 1))
    rows = [(n, *listed_row(new.advert, True), new.digest) for n, new in numbered]
    store.insert(
        "advert",
        _ADVERT,
        rows,
        board="nhsjobs",
        closed=False,
        listing=True,
        ended=False,
        added_at=(moment := kept.stamp(at)),
        fetched_at=moment,
    )
    store.insert("body", ("advert_id", "record"), [(n, new.packed) for n, new in numbered])
    names = [(new.key, new.advert.slug, n) for n, new in numbered]
    store.insert("reference", ("key", "value", "advert_id"), names, kind="slug")
    index.put_in_listings(store, last)
    many = ((n, new.advert) for n, new in numbered if len(new.advert.locations) > 1)
    store.insert("find_full", ("rowid", "text"), [(n, index.full_text(a)) for n, a in many])
    return ids | {new.key: n for n, new in numbered}


def _insert_alone(store: Store, new: _Listing, at: datetime) -> int:
    """Keep a new advert of which more is known than a search result says."""
    advert_id = kept.insert(store, new.advert, new.packed, at)
    name = ("slug", new.key, new.advert.slug, advert_id)
    store.run("INSERT INTO reference VALUES (?, ?, ?, ?)", name)
    store.run("UPDATE advert SET listed = ? WHERE id = ?", (new.digest, advert_id))
    return advert_id


def _see_again(store: Store, was: _Kept, listing: _Listing, at: datetime, facts: Facts) -> bool:
    """Take what a listing says of a known advert; return whether anything is different now."""
    if was.gone:
        pages.set_gone(store, was.advert_id, False, at)
    news = was.digest != listing.digest
    if not news and not facts.pattern and (was.band or not facts.band):
        return was.gone
    before = kept.load(store, was.advert_id)
    if any(facts):
        listing = _with_facts(listing, facts._replace(band=None if was.band else facts.band))
    after = merge(before, listing.advert)
    if news:
        store.run("UPDATE advert SET listed = ? WHERE id = ?", (listing.digest, was.advert_id))
    if before == after:
        return was.gone
    kept.update(store, was.advert_id, before, after)
    if is_listing(after):
        store.run("UPDATE advert SET fetched_at = ? WHERE id = ?", (kept.stamp(at), was.advert_id))
    changed = differences(before, after)
    if changed and news:
        kept.log(store, was.advert_id, at, "updated", in_words(before, after, changed))
    return bool(changed) or was.gone


def _with_facts(listing: _Listing, facts: Facts) -> _Listing:
    """Return a listing with what its search was narrowed to, where it does not say itself."""
    advert = listing.advert
    patterns = advert.working_pattern or ((facts.pattern,) if facts.pattern else ())
    advert = advert._replace(band=advert.band or facts.band, working_pattern=patterns)
    packed, plain = _packed(advert)
    return listing._replace(advert=advert, packed=packed, plain=plain)
