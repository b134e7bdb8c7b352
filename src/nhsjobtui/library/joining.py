"""Two adverts that turn out to be one vacancy become one; nothing of the person's is lost."""

from datetime import datetime

from nhsjobtui.library import applications, index, kept
from nhsjobtui.library.rows import ref_of
from nhsjobtui.library.store import Store
from nhsjobtui.model.application import STAGES, Mark, Stage, StageDetail
from nhsjobtui.model.merge import merge

_CARRIES = (
    "SELECT EXISTS (SELECT 1 FROM application WHERE advert_id = ?1) "
    "OR EXISTS (SELECT 1 FROM mark WHERE advert_id = ?1)"
)


def join(store: Store, ids: list[int], at: datetime) -> int:
    """Join adverts into one and return its id: the first that carries something, or the oldest."""
    first, *others = sorted(ids, key=lambda advert_id: (not _carries(store, advert_id), advert_id))
    for other in others:
        _join_two(store, first, other, at)
    return first


def _carries(store: Store, advert_id: int) -> bool:
    return bool(store.value(_CARRIES, (advert_id,)))


def _join_two(store: Store, first: int, other: int, at: datetime) -> None:
    before, second = kept.load(store, first), kept.load(store, other)
    facts = (
        "SELECT slug, number, title, fetched_at, added_at, gone, listed FROM advert WHERE id = ?"
    )
    mine, theirs = store.row(facts, (first,)), store.row(facts, (other,))
    both = (before, second) if theirs[3] >= mine[3] else (second, before)
    store.run(
        "UPDATE advert SET fetched_at = ?, added_at = ?, gone = ?3, ended = closed OR ?3, "
        "listed = ? WHERE id = ?",
        (
            max(mine[3], theirs[3]),
            min(mine[4], theirs[4]),
            mine[5] and theirs[5],
            mine[6] or theirs[6],
            first,
        ),
    )
    left_over = _join_answers(store, first, other) + _join_details(store, first, other)
    for table in ("reference", "snapshot", "event", "sent"):
        store.run(f"UPDATE {table} SET advert_id = ? WHERE advert_id = ?", (first, other))  # noqa: S608
    store.run("UPDATE OR IGNORE fetch SET advert_id = ? WHERE advert_id = ?", (first, other))
    index.take_out(store, other, second)
    index.put_own(store, other, second, "")
    store.run("DELETE FROM advert WHERE id = ?", (other,))
    after = merge(*both)
    kept.update(store, first, before, after)
    kept.recount(store, first, after)
    name = theirs[2] or ref_of(other, theirs[0], theirs[1])
    detail = f"“{name}” turned out to be the same vacancy and was joined with it{left_over}"
    kept.log(store, first, at, "joined", detail)


def _join_answers(store: Store, first: int, other: int) -> str:
    """Give the first advert all answers of the other; return what the log must keep of them."""
    left_over = ""
    if _carries(store, other):
        left_over = _join_application(store, first, other)
        known = {mark.key: mark for mark in kept.marks(store, first)}
        for mark in kept.marks(store, other):
            if mark.key in known:
                left_over += _join_mark(store, first, known[mark.key], mark)
            else:
                store.run(
                    "UPDATE mark SET advert_id = ? WHERE advert_id = ? AND key = ?",
                    (first, other, mark.key),
                )
        # A step back would put one advert's old text over both.
        store.run("DELETE FROM journal WHERE advert_id IN (?, ?)", (first, other))
    else:
        store.run("UPDATE journal SET advert_id = ? WHERE advert_id = ?", (first, other))
    return left_over


def _join_application(store: Store, first: int, other: int) -> str:
    query = f"SELECT shortlisted, stage, plan, {kept.TEXTS} FROM application WHERE advert_id = ?"  # noqa: S608
    nothing = (0, None, "", "", "", "", "")
    mine, theirs = (store.row(query, (at,)) or nothing for at in (first, other))
    stages: list[Stage] = [stage for stage in (mine[1], theirs[1]) if stage]
    stage = max(stages, key=STAGES.index, default=None)
    store.run(
        f"INSERT OR REPLACE INTO application (advert_id, shortlisted, stage, plan, {kept.TEXTS}) "  # noqa: S608
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            first,
            mine[0] or theirs[0],
            stage,
            mine[2] or theirs[2],
            *map(both, mine[3:], theirs[3:]),
        ),
    )
    if len(set(stages)) == 2:
        return f"; their stages were {' and '.join(s.replace('_', ' ') for s in stages)}"
    return ""


def _join_mark(store: Store, first: int, mine: Mark, theirs: Mark) -> str:
    written = [mark.written_at for mark in (mine, theirs) if mark.written_at]
    status = mine.status if mine.status != "todo" else theirs.status
    store.run(
        "UPDATE mark SET status = ?, evidence = ?, own = ?, self_mark = ?, written_at = ? "
        "WHERE advert_id = ? AND key = ?",
        (
            status,
            both(mine.evidence, theirs.evidence),
            mine.own or theirs.own,
            theirs.self_mark if mine.self_mark is None else mine.self_mark,
            kept.stamp(max(written)) if written else None,
            first,
            mine.key,
        ),
    )
    if theirs.status in {status, "todo"}:
        return ""
    return f"; “{mine.text}” was {mine.status} in one and {theirs.status} in the other"


def _join_details(store: Store, first: int, other: int) -> str:
    """Give the first advert what is noted of the other's stages; return what the log must keep."""
    left_over = ""
    known = {detail.stage: detail for detail in applications.stages(store, first)}
    for theirs in applications.stages(store, other):
        mine = known.get(theirs.stage, theirs)
        detail = join_details(mine, theirs)
        store.run(
            "INSERT OR REPLACE INTO stage_detail VALUES (?, ?, ?, ?, ?)",
            (first, detail.stage, *applications.detail_row(detail)),
        )
        if theirs.day and (theirs.day, theirs.time) != (detail.day, detail.time):
            name = theirs.stage.replace("_", " ")
            left_over += f"; the day noted of {name} was {theirs.when} in the other"
    return left_over


def join_details(mine: StageDetail, theirs: StageDetail) -> StageDetail:
    """Return what both note of one stage: the first day there is, and both notes."""
    when = mine if mine.day else theirs
    notes = (mine.note, theirs.note)
    note = next((one for one in notes if all(other in one for other in notes)), both(*notes))
    return StageDetail(mine.stage, when.day, when.time, note)


def both(mine: str, theirs: str) -> str:
    """Return both texts, one after the other, each only once."""
    return "\n\n".join(dict.fromkeys(text for text in (mine, theirs) if text.strip()))
