"""A page comes in: a new advert, another state of one that is known, or nothing new."""

import zlib
from datetime import date, datetime
from typing import NamedTuple

from nhsjobtui.clean import clean_line
from nhsjobtui.library import kept
from nhsjobtui.library.identity import owners
from nhsjobtui.library.joining import join
from nhsjobtui.library.names import Name, local_names, names_of
from nhsjobtui.library.rows import pack, ref_of
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import Added
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.merge import differences, is_listing, merge

_BOARD_NAMES = {
    "nhsjobs": "NHS Jobs",
    "findajob": "Find a job",
    "trac": "Trac",
    "unknown": "an unknown board",
}
_WHOLE = "the whole advert"


class _Page(NamedTuple):
    """One page as it came in."""

    advert: Advert
    packed: bytes
    digest: bytes
    raw: bytes
    raw_digest: bytes
    source: str

    @property
    def fetched(self) -> bool:
        return self.source.startswith(("https://", "http://"))


def add(store: Store, advert: Advert, raw: bytes, source: str, at: datetime) -> Added:
    """Keep a page, and the advert as it stands with it."""
    from hashlib import blake2b

    record, packed = pack(advert)
    digest, raw_digest = (blake2b(data, digest_size=16).digest() for data in (record, raw))
    page = _Page(advert, packed, digest, raw, raw_digest, clean_line(source))
    names = names_of(advert) or local_names(advert, digest.hex(), raw_digest.hex())
    with store.writing():
        known = owners(store, advert, names)
        if not known:
            return _new(store, page, names, at)
        if len(known) == 1 and _seen(store, known[0], page):
            if page.fetched:  # the copy is now known to be as young as this
                store.run(
                    "UPDATE advert SET fetched_at = ? WHERE id = ?", (kept.stamp(at), known[0])
                )
            return _added(store, known[0], ())
        return _update(store, page, names, known, at)


def _new(store: Store, page: _Page, names: tuple[Name, ...], at: datetime) -> Added:
    advert_id = kept.insert(store, page.advert, page.packed, at)
    _keep_page(store, advert_id, page, names, at)
    kept.log(store, advert_id, at, "added", f"added from {page.source}")
    ref = ref_of(advert_id, page.advert.slug, page.advert.reference_number)
    return Added(advert_id, ref, "new")


def _update(
    store: Store, page: _Page, names: tuple[Name, ...], known: list[int], at: datetime
) -> Added:
    advert_id = join(store, known, at)
    before = kept.load(store, advert_id)
    after = merge(before, page.advert)
    kept.update(store, advert_id, before, after)
    _keep_page(store, advert_id, page, names, at)
    store.run("UPDATE advert SET fetched_at = ? WHERE id = ?", (kept.stamp(at), advert_id))
    changed = differences(before, after)
    if is_listing(before) and not is_listing(page.advert):
        # What a listing does not say, or says in other words, is no change of the board's.
        moved = [n for n in ("title", "closing date") if n in changed and _said(before, n)]
        if not moved:
            kept.log(store, advert_id, at, "whole", f"{_WHOLE} came")
            return _added(store, advert_id, (_WHOLE,))
        changed = (_WHOLE, *moved)
    if changed:
        kept.log(store, advert_id, at, "updated", in_words(before, after, changed))
    else:
        board = _BOARD_NAMES[page.advert.board]
        kept.log(store, advert_id, at, "copy", f"another copy from {board}, nothing new in it")
    return _added(store, advert_id, changed)


def _seen(store: Store, advert_id: int, page: _Page) -> bool:
    """Say whether this page is here already.

    A page from the network is compared with the newest of its board only: what it went back to
    is news. A file may be any of the earlier ones.
    """
    rows = store.rows(
        "SELECT board, digest, raw_digest FROM snapshot WHERE advert_id = ? ORDER BY id DESC",
        (advert_id,),
    )
    newest = next((row[1] for row in rows if row[0] == page.advert.board), None)
    if newest == page.digest:
        return True
    return not page.fetched and any(
        (digest, raw_digest) == (page.digest, page.raw_digest) for _, digest, raw_digest in rows
    )


def _keep_page(
    store: Store, advert_id: int, page: _Page, names: tuple[Name, ...], at: datetime
) -> None:
    store.run(
        "INSERT INTO snapshot (advert_id, board, source, fetched_at, digest, raw_digest, record, "
        "raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            advert_id,
            page.advert.board,
            page.source,
            kept.stamp(at),
            page.digest,
            page.raw_digest,
            page.packed,
            zlib.compress(page.raw, 1),
        ),
    )
    store.run_each(
        "INSERT OR IGNORE INTO reference (kind, key, value, advert_id) VALUES (?, ?, ?, ?)",
        [(*name, advert_id) for name in names],
    )


def _added(store: Store, advert_id: int, changed: tuple[str, ...]) -> Added:
    slug, number = store.row("SELECT slug, number FROM advert WHERE id = ?", (advert_id,))
    ref = ref_of(advert_id, slug, number)
    return Added(advert_id, ref, "updated" if changed else "same", changed)


def in_words(before: Advert, after: Advert, changed: tuple[str, ...]) -> str:
    """Say what changed, with both dates where the closing date moved."""
    if before.closing and after.closing and before.closing != after.closing:
        dates = f"closing date from {_day(before.closing)} to {_day(after.closing)}"
        changed = tuple(dates if name == "closing date" else name for name in changed)
    return ", ".join(changed)


def _said(advert: Advert, name: str) -> bool:
    return bool(advert.title if name == "title" else advert.closing)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
