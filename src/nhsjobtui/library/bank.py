"""The evidence bank: everything the person ever wrote, whichever advert it was for."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from nhsjobtui.errors import InputError
from nhsjobtui.library import kept
from nhsjobtui.library.changing import Place, change
from nhsjobtui.library.index import match_expression, tokens
from nhsjobtui.library.pieces import put_piece
from nhsjobtui.library.rows import ref_of
from nhsjobtui.library.store import Store
from nhsjobtui.model.dates import day_words
from nhsjobtui.model.deadline import london

_FOUND = (
    "SELECT find_bank.rowid, find_bank.criterion, find_bank.evidence, "
    "COALESCE(mark.written_at, piece.written_at), advert.id, slug, number, title, employer, "
    "mark.essential, mark.group_name "
    "FROM find_bank LEFT JOIN mark ON mark.id = find_bank.rowid "
    "LEFT JOIN piece ON piece.id = -find_bank.rowid LEFT JOIN advert ON advert.id = mark.advert_id"
)
_NEWEST = "ORDER BY COALESCE(mark.written_at, piece.written_at, '') DESC, find_bank.rowid DESC"


class Kept(NamedTuple):
    """One text in the bank.

    `id` is "e7" for evidence and "p3" for a general piece, of which the criterion and all of the
    advert are empty.
    """

    id: str
    text: str
    written_at: datetime | None
    criterion: str = ""
    group: str = ""
    essential: bool = True
    advert_id: int | None = None
    ref: str = ""
    title: str = ""
    employer: str = ""

    @property
    def place(self) -> str:
        """Which advert it was written for, and when, in a line."""
        return ", ".join(filter(None, (self.where, self.day)))

    @property
    def where(self) -> str:
        """Which advert it was written for."""
        advert = f"{self.ref} {self.title}".strip() or "a general piece"
        return ", ".join(filter(None, (advert, self.employer)))

    @property
    def day(self) -> str:
        """The day it was written, in London; "" where that is not known."""
        return day_words(self.written_at.astimezone(london()).date()) if self.written_at else ""


class Bank:
    """The evidence of every advert and the general pieces; it lives as long as its library."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def search(self, words: str = "", limit: int | None = None) -> list[Kept]:
        """Return what has all the words, or longer ones that begin so, newest first."""
        match = match_expression(words)
        where = "WHERE find_bank MATCH ?2" if match else ""
        if words.strip() and not match:
            return []
        values = (
            (-1 if limit is None else limit, match) if match else (-1 if limit is None else limit,)
        )
        return self._read(f"{where} {_NEWEST} LIMIT ?1", values)

    def candidates(self, words: Iterable[str], limit: int) -> list[Kept]:
        """Return evidence whose criterion has a word that begins so, the likeliest first.

        All of it where there is no more than `limit`.
        """
        count = self._store.value("SELECT count(*) FROM mark WHERE evidence != ''")
        if count <= limit:
            return self._read("WHERE find_bank.rowid > 0", ())
        found = dict.fromkeys(token for word in words for token in tokens(word))
        match = "criterion : (" + " OR ".join(f'"{token}"*' for token in found) + ")"
        rest = "WHERE find_bank MATCH ? AND find_bank.rowid > 0 ORDER BY rank LIMIT ?"
        return self._read(rest, (match, limit)) if found else []

    def get(self, kept_id: str) -> Kept:
        """Return one text; raise InputError where there is none of that name."""
        kind, number = kept_id[:1].casefold(), kept_id[1:]
        if kind in {"e", "p"} and number.isascii() and number.isdigit() and len(number) < 16:
            row = int(number) if kind == "e" else -int(number)
            if found := self._read("WHERE find_bank.rowid = ?", (row,)):
                return found[0]
        from nhsjobtui.clean import clean_line

        raise InputError(
            f"There is no “{clean_line(kept_id)}” in the bank.", "“nhsjobtui bank” lists it."
        )

    def add(self, text: str, written_at: datetime | None = None) -> Kept:
        """Keep a general piece; one that is there already is not kept twice."""
        from nhsjobtui.clean import clean

        text = clean(text).strip("\n")
        if not text.strip():
            raise InputError("There is no text to keep; the bank is as it was.")
        now = self._now()
        with self._store.writing():
            piece, _ = put_piece(self._store, text, written_at or now, now)
        return self.get(piece)

    def pieces(self) -> list[Kept]:
        """Return the general pieces, oldest first."""
        return self._read("WHERE find_bank.rowid < 0 ORDER BY find_bank.rowid DESC", ())

    def replace(self, kept_id: str, text: str, *, continuing: bool = False) -> None:
        """Change a general piece; `continuing` for one more save in the same sitting."""
        from nhsjobtui.clean import clean

        number, now = self._piece(kept_id), self._now()
        value = json.dumps((clean(text), kept.stamp(now)), ensure_ascii=False)
        with self._store.writing():
            place = Place(None, "piece", number)
            change(self._store, place, value, now, "", continuing=continuing)

    def remove(self, kept_id: str) -> Kept:
        """Remove a general piece; undo brings it back. Evidence goes with its advert only."""
        number, before = self._piece(kept_id), self.get(kept_id)
        with self._store.writing():
            change(self._store, Place(None, "piece", number), None, self._now(), "")
        return before

    def _piece(self, kept_id: str) -> str:
        found = self.get(kept_id)
        if found.advert_id is not None:
            raise InputError(
                f"{found.id} is the evidence for a criterion of {found.ref}; it was left alone.",
                "Only general pieces can be changed or removed here.",
            )
        return found.id[1:]

    def _read(self, rest: str, values: tuple[object, ...]) -> list[Kept]:
        return [
            Kept(
                id=f"e{row}" if row > 0 else f"p{-row}",
                text=evidence,
                written_at=datetime.fromisoformat(at) if at else None,
                criterion=criterion,
                group=group or "",
                essential=essential is None or bool(essential),
                advert_id=advert_id,
                ref=ref_of(advert_id, slug, number) if advert_id is not None else "",
                title=title or "",
                employer=employer or "",
            )
            for (
                row, criterion, evidence, at, advert_id, slug, number, title, employer, essential,
                group,
            ) in self._store.rows(f"{_FOUND} {rest}", values)
        ]  # fmt: skip
