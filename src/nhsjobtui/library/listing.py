"""Which adverts a query means, in which order; and the heads the list draws."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from nhsjobtui.library.index import match_expression
from nhsjobtui.library.rows import HEAD_QUERY, head_of
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import Head
from nhsjobtui.model.deadline import closes_at, today
from nhsjobtui.model.query import Query, Sort, band_key

Scope = Literal["all", "short"]
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


@dataclass(slots=True)
class _Asked:
    """A query as SQL; `few` where its conditions name the adverts one by one."""

    conditions: list[str]
    values: dict[str, object]
    few: bool


def ids(
    store: Store, query: Query, scope: Scope, now: datetime, limit: int | None = None
) -> "array[int]":
    """Return the ids of the adverts asked for, in order; the first `limit` of them if given."""
    asked = _asked(query, now)
    without = _without(store, query)
    match = match_expression(query.words)
    if not match:
        ordered = _ordered(store, query.sort, asked, None if without else limit)
        return array("q", [a for a in ordered if a not in without][:limit] if without else ordered)
    found = _matching(store, match, scope) - without
    # A few are looked up and sorted; of many it is quicker to go through everything in order.
    if asked.few or len(found) < (store.value("SELECT max(id) FROM advert") or 0) // 10:
        asked.conditions.append("id IN (SELECT value FROM json_each(:found))")
        asked.values["found"] = json.dumps(list(found))
        asked.few = True
        return array("q", _ordered(store, query.sort, asked, limit))
    ordered = _ordered(store, query.sort, asked, None)
    return array("q", [advert_id for advert_id in ordered if advert_id in found][:limit])


def _without(store: Store, query: Query) -> set[int]:
    """Return the adverts whose short text has a word that must not be there.

    Most adverts somewhere name a nurse, a manager or a bank: their whole text would leave out all.
    """
    found: set[int] = set()
    for match in filter(None, map(match_expression, query.without.split())):
        found |= _matching(store, match, "short")
    return found


def _matching(store: Store, match: str, scope: Scope) -> set[int]:
    """Return the adverts that have all the words, in their own text or in the person's."""
    # The whole text has the short text in it, but a listing has no whole text.
    tables = ("find_short",) if scope == "short" else ("find_short", "find_full", "find_own")
    found: set[int] = set()
    for table in tables:
        sql = f"SELECT rowid AS id FROM {table} WHERE {table} MATCH ? LIMIT -1"  # noqa: S608
        found.update(store.ids(sql, (match,)))
    return found


def _ordered(store: Store, sort: Sort, asked: _Asked, limit: int | None) -> list[int]:
    """Return the adverts that meet the conditions, in order."""
    values = asked.values | {"limit": -1 if limit is None else limit}
    if sort != "closing" or asked.few:
        where = f"WHERE {' AND '.join(asked.conditions)}" if asked.conditions else ""
        sql = f"SELECT id FROM advert {where} ORDER BY {_ORDERS[sort]} LIMIT :limit"  # noqa: S608
        return store.ids(sql, values)
    where = "".join(f"{condition} AND " for condition in asked.conditions)
    found: list[int] = []
    for piece in _PIECES:
        found += store.ids(piece.format(where=where), values)
        if limit is not None:
            values["limit"] = limit - len(found)
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
