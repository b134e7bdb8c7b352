"""The board of applications, and what needs doing."""

from datetime import date, timedelta

import pytest

from nhsjobtui.library import Library
from nhsjobtui.model.application import Stage
from nhsjobtui.model.query import Query
from nhsjobtui.writing.board import board, todo
from tests.library.adverts import NOW, advert, put

TODAY = NOW.date()


def closing(library: Library, number: int, days: int) -> int:
    found = advert(number, closing=TODAY + timedelta(days=days))
    return put(library, found).advert_id


def test_applications_stand_by_stage_in_their_order(library: Library) -> None:
    ids = [closing(library, number, 30 - number) for number in range(6)]
    library.set_stage(ids[0], "interview")
    library.set_stage(ids[1], "drafting")
    library.set_stage(ids[2], "drafting")
    library.set_questions(ids[3], "Why?")
    library.set_shortlisted(ids[4], True)
    columns = board(library)
    assert [(c.name, [head.id for head in c.heads]) for c in columns] == [
        ("No stage yet", [ids[3]]),
        ("Drafting", [ids[2], ids[1]]),
        ("Interview", [ids[0]]),
    ]
    assert [c.stage for c in board(library, Query(stage="interview"))] == ["interview"]
    assert sum(len(c.heads) for c in board(library, limit=2)) == 2


@pytest.mark.parametrize(
    ("days", "stage", "said"),
    [
        (0, "drafting", "closes today, not applied yet"),
        (1, "interested", "closes tomorrow, not applied yet"),
        (7, "drafting", "closes in 7 days, not applied yet"),
        (8, "drafting", None),
        (-1, "drafting", None),
        (3, "applied", None),
        (3, "withdrawn", None),
        (-22, "applied", "no answer for 22 days since it closed on 19 October 2026"),
        (-21, "applied", None),
        (-40, "not_shortlisted", None),
        (-40, "interview", "interview, no day noted yet"),
    ],
)
def test_what_needs_doing(library: Library, days: int, stage: Stage, said: str | None) -> None:
    library.set_stage(closing(library, 1, days), stage)
    assert [one.words for one in todo(library, NOW)] == ([said] if said else [])


def test_only_what_the_person_cares_for_needs_doing(library: Library) -> None:
    library.set_shortlisted(closing(library, 1, 2), True)
    closing(library, 2, 2)
    assert [one.head.title for one in todo(library, NOW)] == ["Post 1"]


def test_the_nearest_comes_first_and_waiting_last(library: Library) -> None:
    waiting, soon, interview, over = (
        closing(library, number, days) for number, days in enumerate((-30, 5, -9, -20))
    )
    library.set_stage(waiting, "applied")
    library.set_stage(soon, "drafting")
    library.set_stage(interview, "interview", day=date(2026, 11, 12), time="10:00", note="Room 4")
    library.set_stage(over, "interview", day=date(2026, 11, 9))
    found = todo(library, NOW)
    assert [(one.kind, one.head.id) for one in found] == [
        ("interview", interview),
        ("closing", soon),
        ("waiting", waiting),
    ]
    assert (found[0].words, found[0].note) == ("interview on 12 November 2026 10:00", "Room 4")
