"""The search indexes: what of an advert is found, and what a person's words ask of them.

The indexes keep no text. To take an advert out, its words are derived again from its stored
record, so the functions that derive them are part of the file's version (see `schema`).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from nhsjobtui.library.store import Store
from nhsjobtui.model.advert import Advert

# The oldest table of characters that Python has: every letter and digit in it is one to SQLite
# too, whatever its version, so that a word taken from a query is always a single token there.
_CATEGORY = unicodedata.ucd_3_2_0.category
_WORD = re.compile(r"[^\W_]+")
SHORT_TEXT = " || ' ' || ".join(
    ("title", "employer", "place", "COALESCE(slug, '')", "COALESCE(number, '')")
)
"""The words of `short_text`, of a row of the table `advert`."""


def short_text(advert: Advert) -> str:
    """Return what is searched at once: title, employer, place and references."""
    parts = (advert.title, advert.employer, advert.place, advert.slug, advert.reference_number)
    return "\n".join(part for part in parts if part)


def full_text(advert: Advert) -> str:
    """Return everything an advert says, "" for a plain listing: its short text finds it."""
    return "" if _is_plain(advert) else every_word(advert)


def every_word(advert: Advert) -> str:
    """Return everything an advert says."""
    return "\n".join(part for part in _parts(advert) if part)


def _is_plain(advert: Advert) -> bool:
    """Say whether this is a listing with one place of work and nothing that only a page has.

    A million listings must stay small, and what the short text leaves out of one is little: the
    contract, and the cut beginning of the advert's text.
    """
    from nhsjobtui.model.merge import is_listing

    return (
        len(advert.locations) < 2
        and not (advert.documents or advert.contact or advert.pay_scheme)
        and is_listing(advert)
    )


def _parts(advert: Advert) -> Iterator[str | None]:
    yield short_text(advert)
    for place in advert.locations:
        yield from place.lines
        yield place.postcode
    yield from (advert.pay_scheme, advert.band, advert.salary.text)
    yield from (advert.contract, advert.duration, *advert.working_pattern)
    for section in advert.sections:
        yield section.heading
        yield section.text
    for group in advert.person_spec:
        yield group.name
        yield from group.essential
        yield from group.desirable
    contact = advert.contact
    yield from (contact.job_title, contact.name, contact.email, contact.phone)
    for document in advert.documents:
        yield document.name


def tokens(words: str) -> list[str]:
    """Return the letters and digits of a query, parted by everything else.

    Accents that stand alone are dropped: the index leaves them out.
    """
    kept = []
    for character in unicodedata.normalize("NFC", words):
        if _CATEGORY(character)[0] in "LN":
            kept.append(character)
        elif not "\u0300" <= character <= "\u0331":
            kept.append(" ")
    return list(dict.fromkeys("".join(kept).split()))


def has_words(text: str, wanted: Iterable[str]) -> bool:
    """Say whether a text has each of these tokens, or a longer one that begins with it.

    It is what the index would say, as far as Python knows SQLite's ways with rare letters.
    """
    words = _WORD.findall(_folded(text))
    return all(any(word.startswith(_folded(token)) for word in words) for token in wanted)


def _folded(text: str) -> str:
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFD", text) if _CATEGORY(c) != "Mn")
    return text.lower()


def match_expression(words: str) -> str:
    """Return the FTS5 query for "each of these words, or a longer one that begins with it".

    It is "" where there is no letter and no digit to look for.
    """
    return " ".join(f'"{token}"*' for token in tokens(words))


def put_in(store: Store, advert_id: int, advert: Advert) -> None:
    """Index an advert."""
    for table, text in (("find_short", short_text(advert)), ("find_full", full_text(advert))):
        _put(store, table, advert_id, text)


def put_in_listings(store: Store, after: int) -> None:
    """Index plain listings, all that came after an advert, many at a time."""
    store.run(
        f"INSERT INTO find_short (rowid, text) SELECT id, {SHORT_TEXT} FROM advert WHERE id > ?",  # noqa: S608
        (after,),
    )


def take_out(store: Store, advert_id: int, advert: Advert) -> None:
    """Remove an advert, given exactly as it was indexed."""
    for table, text in (("find_short", short_text(advert)), ("find_full", full_text(advert))):
        _take(store, table, advert_id, text)


def replace(store: Store, advert_id: int, before: Advert, after: Advert) -> None:
    """Index an advert anew, touching only the index whose text has changed."""
    for table, derive in (("find_short", short_text), ("find_full", full_text)):
        old, new = derive(before), derive(after)
        if old != new:
            _take(store, table, advert_id, old)
            _put(store, table, advert_id, new)


def _put(store: Store, table: str, advert_id: int, text: str) -> None:
    if text:
        store.run(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", (advert_id, text))  # noqa: S608


def _take(store: Store, table: str, advert_id: int, text: str) -> None:
    if text:
        store.run(
            f"INSERT INTO {table} ({table}, rowid, text) VALUES ('delete', ?, ?)",  # noqa: S608
            (advert_id, text),
        )


def put_own(store: Store, advert_id: int, advert: Advert, own: str) -> None:
    """Index the person's own words, with the advert's short text; none, no entry."""
    store.run("DELETE FROM find_own WHERE rowid = ?", (advert_id,))
    if own.strip():
        text = f"{short_text(advert)}\n{own}"
        store.run("INSERT INTO find_own (rowid, text) VALUES (?, ?)", (advert_id, text))
