"""Two adverts that a third page shows to be one."""

from datetime import date

import pytest

from nhsjobtui.errors import InputError
from nhsjobtui.library import Library
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.application import StageDetail
from nhsjobtui.model.query import Query
from tests.library.adverts import NUMBER, NURSE, SLUG, Clock, put

BY_SLUG = NURSE._replace(reference_number=None)
BY_NUMBER = NURSE._replace(board="trac", slug=None, url=None, contract="Fixed term")
LINK = Advert(board="nhsjobs", slug=SLUG, reference_number=NUMBER)


@pytest.fixture
def two(library: Library, clock: Clock) -> tuple[int, int]:
    """The ids of one vacancy that is kept twice."""
    first = put(library, BY_SLUG, "nhs.html").advert_id
    clock.pass_by(hours=1)
    second = put(library, BY_NUMBER, "trac.html").advert_id
    assert first != second
    return first, second


def test_two_adverts_become_one_with_all_their_names_and_pages(
    library: Library, two: tuple[int, int]
) -> None:
    joined = put(library, LINK)
    assert library.count() == 1
    assert library.find(SLUG) == library.find(NUMBER) == joined.advert_id == two[0]
    assert library.entry(joined.advert_id).sources == ("nhs.html", "trac.html", "advert.html")
    assert list(library.ids(Query("teasel"))) == list(library.ids()) == [joined.advert_id]
    assert [event.kind for event in library.log(joined.advert_id)][:3] == [
        "added",
        "added",
        "joined",
    ]
    with pytest.raises(InputError):
        library.entry(two[1])


def test_the_one_that_carries_something_stays(library: Library, two: tuple[int, int]) -> None:
    library.set_note(two[1], "Rang on Monday.")
    assert put(library, LINK).advert_id == two[1]
    assert library.entry(two[1]).note == "Rang on Monday."
    undone = library.undo()
    assert undone is not None
    assert undone.advert_id == two[1]
    assert library.entry(two[1]).note == ""


def test_steps_of_the_one_that_goes_can_still_be_taken_back(
    library: Library, two: tuple[int, int]
) -> None:
    library.set_note(two[1], "Rang on Monday.")
    library.undo()
    put(library, LINK)
    assert library.redo() is not None
    assert library.entry(library.find(SLUG)).note == "Rang on Monday."


def test_nothing_the_person_did_to_either_is_lost(library: Library, two: tuple[int, int]) -> None:
    first, second = two
    keys = [criterion.key for criterion in library.entry(first).criteria]
    library.set_evidence(first, keys[0], "Registered since 2019.")
    library.set_evidence(second, keys[0], "Registered, no conditions.")
    library.set_evidence(second, keys[1], "A course in wound care.")
    library.set_evidence(first, keys[2], "Mentor of two students.")
    library.set_evidence(second, keys[2], "Mentor of two students.")
    library.set_status(second, keys[0], "met")
    library.set_status(first, keys[1], "gap")
    library.set_status(second, keys[1], "partly")
    library.add_criterion(second, "Car owner", group="Other")
    library.set_note(first, "Near the station.")
    library.set_note(second, "Ask about nights.")
    library.set_shortlisted(second, True)
    library.set_stage(first, "applied")
    library.set_stage(second, "drafting")

    joined = library.entry(put(library, LINK).advert_id)

    answers = {
        criterion.text: (criterion.status, criterion.evidence) for criterion in joined.criteria
    }
    assert answers["Registered nurse"] == (
        "met",
        "Registered since 2019.\n\nRegistered, no conditions.",
    )
    assert answers["Study after registration"] == ("gap", "A course in wound care.")
    assert answers["Mentorship"] == ("todo", "Mentor of two students.")
    assert answers["Car owner"] == ("todo", "")
    assert joined.note == "Near the station.\n\nAsk about nights."
    assert joined.head.shortlisted
    assert joined.head.stage == "applied"
    assert joined.head.coverage.essential_met == 1
    (event,) = [event for event in library.log(joined.head.id) if event.kind == "joined"]
    assert "their stages were applied and drafting" in event.detail
    assert "“Study after registration” was gap in one and partly in the other" in event.detail
    assert list(library.ids(Query("wound station"))) == [joined.head.id]


def test_no_step_back_can_put_one_text_over_both(library: Library, two: tuple[int, int]) -> None:
    key = library.entry(two[0]).criteria[0].key
    library.set_evidence(two[0], key, "Mine.")
    library.set_evidence(two[1], key, "Yours.")
    joined = put(library, LINK).advert_id
    assert library.undo() is None
    assert library.entry(joined).criteria[0].evidence == "Mine.\n\nYours."


def test_three_can_become_one(library: Library, two: tuple[int, int]) -> None:
    address = "https://findajob.dwp.gov.uk/details/12345678"
    third = put(library, Advert(board="findajob", url=address, title="Nurse")).advert_id
    library.set_shortlisted(third, True)
    joined = put(library, LINK._replace(board="findajob", url=address))
    assert library.count() == 1
    assert joined.advert_id == third
    assert library.entry(third).head.shortlisted


def test_what_is_noted_of_a_stage_is_kept_from_both(library: Library, two: tuple[int, int]) -> None:
    day, later = date(2026, 6, 3), date(2026, 6, 4)
    library.set_stage(two[0], "interview", day=day, time="10:00", note="Room 4")
    library.set_stage(two[1], "interview", day=later, note="Ask for Priya")
    library.set_stage(two[1], "drafting", note="begun on the bus")
    joined = put(library, LINK).advert_id
    assert library.stages(joined) == [
        StageDetail("drafting", None, None, "begun on the bus"),
        StageDetail("interview", day, "10:00", "Room 4\n\nAsk for Priya"),
    ]
    (event,) = (event for event in library.log(joined) if event.kind == "joined")
    assert "the day noted of interview was 4 June 2026 in the other" in event.detail
