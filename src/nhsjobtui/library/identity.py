"""Which adverts of the library a page or a typed reference means."""

from collections.abc import Iterable

from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError
from nhsjobtui.library.names import WEAK, Name, is_weak, may_be_cut, shaped
from nhsjobtui.library.store import Store
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.cut import cut
from nhsjobtui.model.references import SLUG_CUT, looks_like_address, read_address

_AFTER = "\U0010ffff"
_AT = "SELECT advert_id FROM reference WHERE kind = ? AND key = ?"
_RANGE = "SELECT DISTINCT advert_id FROM reference WHERE kind = ? AND key > ? AND key < ?"


def owners(store: Store, advert: Advert, names: Iterable[Name]) -> list[int]:
    """Return the adverts that share a name with this one, the surest first."""
    found: list[int] = []
    for name in names:
        at = store.value(_AT, (name.kind, name.key))
        if at is None and name.kind == "slug":
            at = _by_cut_slug(store, advert, name)
        if at is not None and not (name.kind == "number" and _is_other(store, advert, at, name)):
            found.append(at)
    return list(dict.fromkeys(found))


def _by_cut_slug(store: Store, advert: Advert, name: Name) -> int | None:
    """Return the one advert whose slug is this one cut off, or the other way round."""
    if may_be_cut(advert, name):
        found = store.rows(_RANGE, ("slug", name.key, name.key + _AFTER))
        return found[0][0] if len(found) == 1 else None
    if len(name.key) <= SLUG_CUT:
        return None
    cut = name.key[:SLUG_CUT]
    row = store.row(
        "SELECT id, board FROM advert JOIN reference ON advert_id = id "
        "WHERE kind = 'slug' AND key = ?",
        (cut,),
    )
    longer = store.rows(_RANGE, ("slug", cut, cut + _AFTER))
    return row[0] if row and row[1] == "findajob" and not longer else None


def _is_other(store: Store, advert: Advert, advert_id: int, name: Name) -> bool:
    """Say whether two adverts of one number are two all the same.

    Both must have a slug, and the slugs must differ: employers use "001" again and again, and
    another employer's own numbers may look like Trac's.
    """
    slug, employer = store.row("SELECT slug, employer FROM advert WHERE id = ?", (advert_id,))
    if not (slug and advert.slug and slug.casefold() != advert.slug.casefold()):
        return False
    mine = (advert.employer or "").casefold()
    return is_weak(name) or bool(mine and employer and mine != employer.casefold())


def find(store: Store, ref: str) -> int:
    """Return the advert that a typed reference means."""
    text = clean_line(ref)
    if not text:
        raise InputError(
            "No reference was given.", "Give a slug, a reference number or an address."
        )
    found = _candidates(store, text)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(sorted(_shown(store, advert_id) for advert_id in found[:5]))
        raise InputError(
            f"“{cut(text)}” is the reference number of {len(found)} adverts.",
            f"Give a slug or an address instead ({names}).",
        )
    raise InputError(f"No advert “{cut(text)}” is in the library.", _hint(store, text))


def _candidates(store: Store, text: str) -> list[int]:
    if looks_like_address(text) or "://" in text:
        address = read_address(text)
        if address is None:
            raise InputError(
                f"“{cut(text)}” is not the address of an advert.",
                "An NHS Jobs advert's address has /candidate/jobadvert/ in it.",
            )
        reference = address.reference
        return [row[0] for row in store.rows(_AT, (reference.kind, reference.key))]
    key = text.casefold()
    known = [(name.kind, name.key) for name in shaped(text)]
    known += [(kind, key) for kind in ("slug", "number", "trac", "findajob")]
    for kind, spelling in dict.fromkeys(known):
        if found := [row[0] for row in store.rows(_AT, (kind, spelling))]:
            return found
    if key.startswith("local-") and key[6:].isdecimal() and key.isascii() and len(key) < 25:
        return [
            row[0]
            for row in store.rows(
                "SELECT DISTINCT advert_id FROM reference WHERE advert_id = ? AND kind = 'local'",
                (int(key[6:]),),
            )
        ]
    return [row[0] for row in store.rows(_RANGE, ("number", key + WEAK, key + WEAK + _AFTER))]


def _hint(store: Store, text: str) -> str:
    """Return what the person may have meant: references that begin with what was typed."""
    key = text.casefold()
    near = store.rows(
        "SELECT DISTINCT value FROM reference WHERE kind IN ('slug', 'number') "
        "AND key > ? AND key < ? ORDER BY key LIMIT 3",
        (key, key + _AFTER),
    )
    if near:
        return f"Did you mean {' or '.join(row[0] for row in near)}?"
    return "“nhsjobtui list” shows what is there."


def _shown(store: Store, advert_id: int) -> str:
    slug, employer = store.row("SELECT slug, employer FROM advert WHERE id = ?", (advert_id,))
    return str(slug or employer or f"local-{advert_id}")
