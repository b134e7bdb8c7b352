"""An application comes in from a file: a new one as it was, a known one merged by criterion."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Literal, NamedTuple

from nhsjobtui.library import applications, kept, sent
from nhsjobtui.library.answers import keep_mark, next_mark
from nhsjobtui.library.changing import Field, Place, change
from nhsjobtui.library.identity import owners
from nhsjobtui.library.joining import both, join, join_details
from nhsjobtui.library.journal import one_step
from nhsjobtui.library.names import Name, local_names, names_of
from nhsjobtui.library.pieces import put_piece
from nhsjobtui.library.rows import pack, ref_of
from nhsjobtui.library.store import Store
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.application import STAGES, Criterion, Mark, is_answered
from nhsjobtui.model.merge import differences, merge
from nhsjobtui.model.statement import Plan
from nhsjobtui.model.whole import Application


class Imported(NamedTuple):
    """What taking in an application did; `changed` and `kept` are sentences.

    `kept` tells of what was in both and differed, and where each of the two is now.
    """

    advert_id: int
    ref: str
    title: str
    outcome: Literal["new", "merged", "same"]
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def take_in(store: Store, whole: Application, at: datetime) -> Imported:
    """Keep an application; merging is one step of undo, and no text of either side is lost."""
    advert = whole.advert
    names = [*names_of(advert), *(Name(*name) for name in whole.names)]  # type: ignore[arg-type]
    with one_step(store):
        known = owners(store, advert, dict.fromkeys(names))
        if known:
            merged = _Merging(store, join(store, known, at), at)
            merged.take(whole)
            changed, said = tuple(merged.changed), tuple(merged.kept)
            return _imported(store, merged.advert_id, changed, said)
        advert_id = _new(store, whole, names, at)
    return _imported(store, advert_id, (), ())._replace(outcome="new")


def _imported(
    store: Store, advert_id: int, changed: tuple[str, ...], said: tuple[str, ...]
) -> Imported:
    slug, number, title = store.row(
        "SELECT slug, number, title FROM advert WHERE id = ?", (advert_id,)
    )
    outcome: Literal["merged", "same"] = "merged" if changed or said else "same"
    return Imported(advert_id, ref_of(advert_id, slug, number), title, outcome, changed, said)


def _new(store: Store, whole: Application, names: list[Name], at: datetime) -> int:
    """Keep an application that is not here, exactly as it was where it comes from."""
    record, packed = pack(whole.advert)
    advert_id = kept.insert(store, whole.advert, packed, at)
    store.run(
        "UPDATE advert SET added_at = ?, fetched_at = ?, gone = ?3, ended = closed OR ?3 "
        "WHERE id = ?4",
        (kept.stamp(whole.added_at), kept.stamp(whole.fetched_at), whole.gone, advert_id),
    )
    if not names:
        from hashlib import blake2b

        digest = blake2b(record, digest_size=16).hexdigest()
        names = list(local_names(whole.advert, digest, digest))
    _keep_names(store, advert_id, names)
    plan = whole.plan
    own = (
        whole.shortlisted,
        whole.stage,
        applications.write_plan(plan),
        whole.note,
        plan.opening,
        plan.ending,
        whole.questions,
    )
    if any(own):
        store.run(
            f"INSERT INTO application (advert_id, shortlisted, stage, plan, {kept.TEXTS}) "  # noqa: S608
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (advert_id, *own),
        )
    marks = {mark.key: mark for mark in whole.answers}
    store.run_each(
        "INSERT INTO mark (advert_id, key, group_name, essential, text, status, evidence, own, "
        "self_mark, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(advert_id, key, *_row(mark)) for key, mark in marks.items()],
    )
    for detail in whole.stages:
        store.run(
            "INSERT OR IGNORE INTO stage_detail VALUES (?, ?, ?, ?, ?)",
            (advert_id, detail.stage, *applications.detail_row(detail)),
        )
    _keep_history(store, advert_id, whole)
    kept.recount(store, advert_id, whole.advert)
    return advert_id


def _row(mark: Mark) -> tuple[object, ...]:
    written = kept.stamp(mark.written_at) if mark.written_at else None
    return (*mark[:6], mark.self_mark, written)


def _keep_names(store: Store, advert_id: int, names: Iterable[Name]) -> None:
    store.run_each(
        "INSERT OR IGNORE INTO reference (kind, key, value, advert_id) VALUES (?, ?, ?, ?)",
        [(*name, advert_id) for name in names],
    )


def _keep_history(store: Store, advert_id: int, whole: Application) -> None:
    """Keep the lines of the log and the copies sent that are not here yet."""
    here = applications.load(store, advert_id)
    for line in whole.log:
        if line not in here.log:
            kept.log(store, advert_id, line.at, line.kind, line.detail)
    for copy in whole.sent:
        if copy not in here.sent:
            sent.put(store, advert_id, copy)


class _Merging:
    """One application of a file put together with the one that is here."""

    def __init__(self, store: Store, advert_id: int, at: datetime) -> None:
        self.store, self.advert_id, self.at = store, advert_id, at
        self.mine = applications.whole(store, advert_id)
        self.changed: list[str] = []
        self.kept: list[str] = []

    def take(self, theirs: Application) -> None:
        """Take in all that is new in the file's."""
        self._advert(theirs)
        self._application(theirs)
        rows = {row.key: row for row in kept.criteria(self.store, self.advert_id, self._now())}
        for mark in theirs.answers:
            row = rows.get(mark.key)
            if row is None and (mark.own or is_answered(mark)):
                value = json.dumps((next_mark(self.store), *_row(mark)), ensure_ascii=False)
                self._put("criterion", value, f"added: {mark.text}", key=mark.key)
            elif row is not None:
                self._answer(row, mark)
        _keep_history(self.store, self.advert_id, theirs)

    def _now(self) -> Advert:
        return kept.load(self.store, self.advert_id)

    def _advert(self, theirs: Application) -> None:
        before, mine = self.mine.advert, self.mine
        newer = theirs.fetched_at > mine.fetched_at
        pages = (before, theirs.advert) if newer else (theirs.advert, before)
        after = merge(*pages)
        kept.update(self.store, self.advert_id, before, after)
        self.store.run(
            "UPDATE advert SET fetched_at = ?, added_at = ? WHERE id = ?",
            (
                kept.stamp(max(theirs.fetched_at, mine.fetched_at)),
                kept.stamp(min(theirs.added_at, mine.added_at)),
                self.advert_id,
            ),
        )
        _keep_names(self.store, self.advert_id, (Name(*name) for name in theirs.names))  # type: ignore[arg-type]
        if differences(before, after):
            self.changed.append(f"advert: {', '.join(differences(before, after))}")
            kept.log(self.store, self.advert_id, self.at, "imported", self.changed[-1])

    def _application(self, theirs: Application) -> None:
        mine = self.mine
        if theirs.shortlisted and not mine.shortlisted:
            self._put("shortlisted", "1", "put on the shortlist")
        stages = [stage for stage in (mine.stage, theirs.stage) if stage]
        later = max(stages, key=STAGES.index, default=None)
        if later != mine.stage:
            self._put("stage", later, f"stage: {str(later).replace('_', ' ')}")
        if len(set(stages)) == 2:
            both_stages = " and ".join(stage.replace("_", " ") for stage in stages)
            self.kept.append(f"The stages were {both_stages}; it is {later} now.")
        texts: tuple[tuple[Field, str, str, str], ...] = (
            ("note", "note", mine.note, theirs.note),
            ("questions", "questions", mine.questions, theirs.questions),
            ("opening", "opening paragraph", mine.plan.opening, theirs.plan.opening),
            ("ending", "closing paragraph", mine.plan.ending, theirs.plan.ending),
        )
        for field, name, here, there in texts:
            self._text(field, name, here, there)
        self._plan(theirs.plan)
        known = {detail.stage: detail for detail in mine.stages}
        for detail in theirs.stages:
            ours = known.get(detail.stage, detail)
            after = join_details(ours, detail)
            name = detail.stage.replace("_", " ")
            if after != known.get(detail.stage):
                value = json.dumps(applications.detail_row(after), ensure_ascii=False)
                self._put("stage_detail", value, f"noted of the stage {name}", key=detail.stage)
            if detail.day and (detail.day, detail.time) != (after.day, after.time):
                self.kept.append(
                    f"The day noted here of the stage {name} stayed; the file has {detail.when}."
                )
            if after.note not in {ours.note, detail.note}:
                self.kept.append(f"Both notes on the stage {name} are kept, one below the other.")

    def _text(self, field: Field, name: str, here: str, there: str) -> None:
        if not there.strip() or there.strip() in here:
            return
        if here.strip() and here.strip() not in there:
            self.kept.append(f"Both texts of the {name} are kept, one below the other.")
            there = both(here, there)
        self._put(field, there, f"{name} changed")

    def _plan(self, theirs: Plan) -> None:
        here, there = map(applications.write_plan, (self.mine.plan, theirs))
        if here == there or not there:
            return
        if here:
            self.kept.append("How the statement is put together stayed as it is here.")
        else:
            self._put("plan", there, "statement put together anew")

    def _answer(self, row: Criterion, theirs: Mark) -> None:
        keep_mark(self.store, self.advert_id, row)
        if theirs.status not in {row.status, "todo"}:
            if row.status == "todo":
                self._put("status", theirs.status, f"criterion {row.n}: {theirs.status}", row.key)
            else:
                self.kept.append(
                    f"Criterion {row.n} stayed “{row.status}”; the file says “{theirs.status}”."
                )
        if theirs.self_mark not in {row.self_mark, None}:
            if row.self_mark is None:
                words = f"criterion {row.n}: own mark {theirs.self_mark}"
                self._put("self_mark", str(theirs.self_mark), words, row.key)
            else:
                self.kept.append(
                    f"Criterion {row.n} kept your own mark {row.self_mark}; "
                    f"the file has {theirs.self_mark}."
                )
        self._evidence(row, theirs)

    def _evidence(self, row: Criterion, theirs: Mark) -> None:
        """Let the newer text stand, and keep the older in the bank where the newer lacks it."""
        here, there = row.evidence.strip(), theirs.evidence.strip()
        if not there or there == here:
            return
        newer = theirs.written_at is not None and (
            row.written_at is None or theirs.written_at > row.written_at
        )
        takes = not here or newer
        if takes:
            self._put(
                "evidence", theirs.evidence, f"evidence for criterion {row.n} changed", row.key
            )
            self.store.run(
                "UPDATE mark SET written_at = ? WHERE advert_id = ? AND key = ?",
                (_row(theirs)[-1], self.advert_id, row.key),
            )
        winner, loser = (there, here) if takes else (here, there)
        if not loser or loser in winner:
            return
        at = row.written_at if takes else theirs.written_at
        piece, is_new = put_piece(self.store, loser, at or self.at, self.at)
        if takes or is_new:
            stands = "the file's text is newer and stands now" if takes else "yours here stayed"
            self.kept.append(f"Criterion {row.n}: {stands}; the other is {piece} in the bank.")

    def _put(self, field: Field, value: str | None, words: str, key: str = "") -> None:
        change(self.store, Place(self.advert_id, field, key), value, self.at, words)
        self.changed.append(words)
