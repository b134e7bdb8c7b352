"""Which adverts a query means, in which order; and the heads the list draws."""

import json
from array import array
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from nhsjobtui.library.index import SHORT_TEXT, has_words, match_expression, tokens
from nhsjobtui.library.rows import HEAD_QUERY, head_of
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import Head
from nhsjobtui.model.deadline import closes_at, today
from nhsjobtui.model.query import Query, Sort, band_key

Scope = Literal["all", "short", "text"]
"""Where words are looked for: everywhere; in title, employer, place and references; elsewhere."""
_MOST_DAYS = 36_500
_PAGE = 500  # values in one statement

_OVER = "(ended OR COALESCE(closes_at <= :now, 0))"
_ORDERS: dict[Sort, str] = {
    "closing": f"{_OVER}, closes_at IS NULL, iif({_OVER}, -closes_at, closes_at), "
    f"iif({_OVER}, -id, id)",
    "posted": "posted DESC, id DESC",
    "title": "title_key, id",
    "salary": "yearly DESC, id DESC",
}
# All by closing date, piece by piece out of one index: open ones, those without a date, closed.
_PIECES = (
    "SELECT id FROM advert WHERE {where} ended = 0 AND closes_at > :now "
    "ORDER BY closes_at, id LIMIT :limit",
    "SELECT id FROM advert WHERE {where} ended = 0 AND closes_at IS NULL ORDER BY id LIMIT :limit",
    "SELECT id, closes_at FROM advert WHERE {where} ended = 0 AND closes_at <= :now UNION ALL "
    "SELECT id, closes_at FROM advert WHERE {where} ended = 1 "
    "ORDER BY closes_at DESC, id DESC LIMIT :limit",
)

_SHORT, _FULL, _OWN = (
    f"FROM {table} WHERE {table} MATCH :match" for table in ("find_short", "find_full", "find_own")
)
_FEW = 1_000
"""Adverts that are sooner looked up one by one than found while going through all."""
_DENSE = 4_000
"""Where hits² is above this × adverts, reading rows until enough have the words beats a set."""


class _Asked(NamedTuple):
    """A query as SQL; `few` where its conditions name the adverts one by one."""

    conditions: list[str]
    values: dict[str, object]
    few: bool


class First(NamedTuple):
    """The first of the adverts asked for, in order, and how many there are in all."""

    ids: "array[int]"
    total: int


def ids(
    store: Store, query: Query, scope: Scope, now: datetime, limit: int | None = None
) -> "array[int]":
    """Return the ids of the adverts asked for, in order; the first `limit` of them if given."""
    asked, match = _asked(query, now), match_expression(query.words)
    if match:
        asked = _with_words(asked, match, scope, hits=_hits(store, match, scope))
    return _ordered(store, query.sort, asked, limit)


def first(store: Store, query: Query, scope: Scope, now: datetime, size: int) -> First:
    """Return at least the first `size` adverts asked for, and the exact number of all."""
    asked, match = _asked(query, now), match_expression(query.words)
    if match and asked.conditions:  # counting them takes as long as finding them
        found = ids(store, query, scope, now)
        return First(found, len(found))
    if match:
        return _first_with_words(store, query, asked, scope=scope, size=size)
    found = _ordered(store, query.sort, asked, size)
    if len(found) < size:
        return First(found, len(found))
    return First(found, store.value(f"SELECT count(*) FROM advert{_where(asked)}", asked.values))  # noqa: S608


def _first_with_words(
    store: Store, query: Query, asked: _Asked, *, scope: Scope, size: int
) -> First:
    match = match_expression(query.words)
    if scope == "short" and " " not in match:
        hits = _hits(store, match, scope)
        found = _first_of_many(store, query, asked, size) if _is_dense(store, hits) else None
        if found is None:
            narrow = _with_words(asked, match, scope, hits=hits)
            found = _ordered(store, query.sort, narrow, size)
        return First(found, hits)
    # To look for several words, or in several indexes, takes longer than to keep whose they are.
    having = _having(store, match, scope)
    found = _first_of_many(store, query, asked, size, having) if len(having) >= _FEW else None
    if found is None:
        found = _ordered(store, query.sort, _among(asked, having), size)
    return First(found, len(having))


def _having(store: Store, match: str, scope: Scope) -> set[int]:
    """Return the adverts that have the words."""

    def ids(which: str) -> set[int]:
        return store.id_set(f"SELECT rowid AS id {which}", {"match": match})

    if scope == "short":
        return ids(_SHORT)
    without = f"AND rowid NOT IN (SELECT rowid {_SHORT})" if scope == "text" else ""
    text = ids(f"{_FULL} {without}") | ids(f"{_OWN} {without}")
    return text if scope == "text" else text | ids(_SHORT)


def _among(asked: _Asked, ids: set[int]) -> _Asked:
    few = asked.few or len(ids) < _FEW
    condition = f"{'' if few else '+'}id IN (SELECT value FROM json_each(:ids))"  # noqa: S608
    return _Asked([*asked.conditions, condition], {**asked.values, "ids": json.dumps([*ids])}, few)


def _where(asked: _Asked) -> str:
    return f" WHERE {' AND '.join(asked.conditions)}" if asked.conditions else ""


def _hits(store: Store, match: str, scope: Scope) -> int:
    """Count the adverts that have the words; a listing has no full text, only the short one."""
    short = f"(SELECT count(*) {_SHORT})"
    text = (
        f"(SELECT count(*) {_FULL} AND rowid NOT IN (SELECT rowid {_SHORT})) + "
        f"(SELECT count(*) {_OWN} AND rowid NOT IN (SELECT rowid {_SHORT}) "
        f"AND rowid NOT IN (SELECT rowid {_FULL}))"
    )
    sql = {"short": short, "all": f"{short} + {text}", "text": text}[scope]
    return int(store.value(f"SELECT {sql}", {"match": match}))


def _is_dense(store: Store, hits: int) -> bool:
    everything = store.value("SELECT max(id) FROM advert") or 0
    return hits * hits > _DENSE * everything


def _first_of_many(
    store: Store, query: Query, asked: _Asked, size: int, having: set[int] | None = None
) -> "array[int] | None":
    """Return the first adverts that have the words, reading rows in order until there are enough.

    `having` are those that have them, where that is known. None where the open ones are not
    enough, by closing date.
    """
    wanted, found = tokens(query.words), array(store.IDS)
    text = SHORT_TEXT if having is None else "''"
    rows, order = "", _ORDERS[query.sort]
    if query.sort == "closing":
        rows, order = "WHERE ended = 0 AND closes_at > :now", "closes_at, id"
    sql = f"SELECT id, {text} FROM advert {rows} ORDER BY {order}"  # noqa: S608
    for advert_id, short in store.each(sql, asked.values):
        if advert_id in having if having is not None else has_words(short, wanted):
            found.append(advert_id)
            if len(found) == size:
                return found
    return None


def _with_words(asked: _Asked, match: str, scope: Scope, *, hits: int) -> _Asked:
    """Return what is asked with the words as one more condition, the way that is quickest.

    A few adverts are looked up one by one and sorted. Of many it is quicker to go through all in
    order, and to find in a set made first whether one has the words.
    """
    few = asked.few or hits < _FEW
    if scope == "short":
        words = f"{'' if few else '+'}id IN (SELECT rowid {_SHORT})"
    else:
        tables = (_FULL, _OWN, _SHORT) if scope == "all" else (_FULL, _OWN)
        matches = [f"SELECT rowid {table}" for table in tables]
        if few:
            words = f"id IN ({' UNION '.join(matches)})"
        else:
            words = f"({' OR '.join(f'+id IN ({sql})' for sql in matches)})"
    if scope == "text":
        words += f" AND +id NOT IN (SELECT rowid {_SHORT})"
    return _Asked([*asked.conditions, words], {**asked.values, "match": match}, few)


def _ordered(store: Store, sort: Sort, asked: _Asked, limit: int | None) -> "array[int]":
    """Return the adverts that meet the conditions, in order."""
    values = {**asked.values, "limit": -1 if limit is None else limit}
    if sort != "closing" or asked.few:
        sql = f"SELECT id FROM advert{_where(asked)} ORDER BY {_ORDERS[sort]} LIMIT :limit"  # noqa: S608
        return store.ids(sql, values)
    where = "".join(f"{condition} AND " for condition in asked.conditions)
    found = array(store.IDS)
    for piece in _PIECES:
        if limit is None or len(found) < limit:
            found += store.ids(piece.format(where=where), values)
            values["limit"] = -1 if limit is None else limit - len(found)
    return found


def _asked(query: Query, now: datetime) -> _Asked:
    """Return what a query asks besides its words."""
    conditions: list[str] = []
    values: dict[str, object] = {"now": int(now.timestamp())}
    if query.shortlisted:
        conditions.append("id IN (SELECT advert_id FROM application WHERE shortlisted)")
    if query.stage:
        values["stage"] = query.stage
        conditions.append("id IN (SELECT advert_id FROM application WHERE stage = :stage)")
    if query.among is not None:
        values["among"] = json.dumps(sorted(query.among))
        conditions.append("id IN (SELECT value FROM json_each(:among))")
    few = bool(conditions)
    if query.still_open:
        conditions.append("ended = 0 AND COALESCE(closes_at > :now, 1)")
    if query.band:
        values["band"] = band = band_key(query.band)
        # Band 8 is 8a to 8d.
        conditions.append("band_key BETWEEN :band AND '8d'" if band == "8" else "band_key = :band")
    if query.closing_within is not None:
        days = max(-1, min(query.closing_within, _MOST_DAYS))
        end = closes_at(today(now) + timedelta(days=days))
        values["end"] = int(end.timestamp()) if end else None
        conditions.append("ended = 0 AND closes_at > :now AND closes_at <= :end")
    for number, match in enumerate(filter(None, map(match_expression, query.without.split()))):
        # In the short text only: nearly every advert somewhere names a nurse or a bank.
        values[f"without{number}"] = match
        without = _SHORT.replace(":match", f":without{number}")
        conditions.append(f"+id NOT IN (SELECT rowid {without})")
    return _Asked(conditions, values, few)


def heads(store: Store, wanted: Sequence[int]) -> dict[int, Head]:
    """Return the heads of these adverts; an id that is no longer in the library is left out."""
    found: dict[int, Head] = {}
    for start in range(0, len(wanted), _PAGE):
        page = wanted[start : start + _PAGE]
        marks = ",".join("?" * len(page))
        for row in store.rows(f"{HEAD_QUERY} WHERE id IN ({marks})", page):
            found[row[0]] = head_of(row)
    return found
