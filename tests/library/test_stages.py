from datetime import date

import pytest

from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.model.application import StageDetail
from tests.library.adverts import NURSE, Clock, put


def details(library: Library, advert_id: int) -> list[str]:
    return [event.detail for event in library.log(advert_id)][1:]


def test_a_stage_is_logged_with_its_day_who_and_where(
    library: Library, nurse: int, clock: Clock
) -> None:
    library.set_stage(nurse, "applied", note="through Trac")
    clock.pass_by(days=3)
    day = date(2026, 12, 3)
    library.set_stage(nurse, "interview", day=day, time="10:00", note="Room 4,\nPriya")
    assert details(library, nurse) == [
        "stage: applied: through Trac",
        "stage: interview on 3 December 2026 10:00: Room 4, Priya",
    ]
    assert library.log(nurse)[-1].at == clock.now
    assert library.stages(nurse) == [
        StageDetail("applied", None, None, "through Trac"),
        StageDetail("interview", day, "10:00", "Room 4,\nPriya"),
    ]


def test_an_interview_that_moves_keeps_its_note_and_the_log_keeps_both(
    library: Library, nurse: int
) -> None:
    library.set_stage(nurse, "interview", day=date(2026, 12, 3), time="10:00", note="Room 4")
    library.set_stage(nurse, "interview", day=date(2026, 12, 4))
    assert library.stages(nurse) == [StageDetail("interview", date(2026, 12, 4), None, "Room 4")]
    assert details(library, nurse) == [
        "stage: interview on 3 December 2026 10:00: Room 4",
        "stage: interview on 4 December 2026",
    ]
    undone = library.undo()
    assert undone is not None
    assert undone.sentence.startswith("What is noted of the stage is back to what it was: ")
    assert library.stages(nurse)[0].time == "10:00"


def test_a_stage_and_its_note_are_one_step(library: Library, nurse: int) -> None:
    library.set_stage(nurse, "drafting")
    library.set_stage(nurse, "interview", day=date(2026, 12, 3))
    undone = library.undo()
    assert undone is not None
    assert undone.sentence == f"Stage “drafting” again: {NURSE.title}."
    assert library.stages(nurse) == []
    redone = library.redo()
    assert redone is not None
    assert redone.sentence == f"Stage “interview” again: {NURSE.title}."
    assert library.stages(nurse)[0].day == date(2026, 12, 3)


def frozen(library: Library, advert_id: int) -> bytes:
    return library.application(advert_id).sent[-1].record.encode()


def test_what_was_sent_stays_byte_for_byte_whatever_is_changed_later(
    library: Library, nurse: int, clock: Clock
) -> None:
    rows = library.entry(nurse).criteria
    library.set_evidence(nurse, rows[0].key, "Since 2019 – “really”.")
    library.set_opening(nurse, "Dear panel,")
    assert library.sent(nurse) is None
    library.set_stage(nurse, "applied")
    before, shown = frozen(library, nurse), library.sent(nurse)
    clock.pass_by(days=1)
    library.set_evidence(nurse, rows[0].key, "Changed.")
    library.set_opening(nurse, "")
    library.set_note(nurse, "Sent.")
    library.set_status(nurse, rows[0].key, "gap")
    library.set_self_mark(nurse, rows[1].key, 0)
    library.set_shortlisted(nurse, True)
    library.add_criterion(nurse, "More")
    put(library, NURSE._replace(title="Another title", closing=date(2026, 12, 1), person_spec=()))
    library.set_gone(nurse, True)
    library.set_stage(nurse, "interview")
    library.set_stage(nurse, "applied")
    for _ in range(4):
        library.undo()
    assert frozen(library, nurse) == before
    assert library.sent(nurse) == shown
    assert shown is not None
    assert shown.text == 'Dear panel,\n\nRegistered nurse\nSince 2019 - "really".'
    assert (shown.entry.head.title, shown.entry.head.stage) == (NURSE.title, "applied")
    assert shown.entry.criteria[0].evidence == "Since 2019 – “really”."


def test_sending_it_anew_freezes_it_anew_and_keeps_the_first(
    library: Library, nurse: int, clock: Clock
) -> None:
    library.set_stage(nurse, "applied")
    library.set_stage(nurse, "drafting")
    library.set_note(nurse, "Withdrawn and written again.")
    clock.pass_by(days=1)
    library.set_stage(nurse, "applied")
    copies = library.application(nurse).sent
    assert len(copies) == 2
    assert library.sent(nurse) is not None
    assert copies[1].at == clock.now
    assert "written again" in copies[1].record
    assert "written again" not in copies[0].record


def test_a_copy_survives_when_two_adverts_turn_out_to_be_one(library: Library) -> None:
    trac = NURSE._replace(board="trac", slug=None, url=None, reference_number="999-AAA1111")
    one, two = put(library, NURSE).advert_id, put(library, trac).advert_id
    library.set_stage(one, "drafting", note="here")
    library.set_stage(two, "applied", note="there")
    put(library, NURSE._replace(reference_number="999-AAA1111"), "both")
    assert len(library.application(one).sent) == 1
    assert [detail.note for detail in library.stages(one)] == ["here", "there"]


def test_own_marks_are_zero_to_three(library: Library, nurse: int) -> None:
    key = library.entry(nurse).criteria[0].key
    library.set_self_mark(nurse, key, 0)
    assert library.entry(nurse).criteria[0].self_mark == 0
    with pytest.raises(InputError):
        library.set_self_mark(nurse, key, 4)
    undone = library.undo()
    assert undone is not None
    assert undone.sentence == f"Criterion 1 has no own mark again: {NURSE.title}."
    assert library.entry(nurse).criteria[0].self_mark is None


def test_texts_of_an_application_are_found_and_can_be_taken_back(
    library: Library, nurse: int
) -> None:
    from nhsjobtui.model.query import Query

    library.set_questions(nurse, "How many hippopotami?")
    library.set_questions(nurse, "How many hippopotami? And where?", continuing=True)
    assert list(library.ids(Query.parse("hippopotami"))) == [nurse]
    undone = library.undo()
    assert undone is not None
    assert undone.sentence == f"Your questions are as they were: {NURSE.title}."
    assert list(library.ids(Query.parse("hippopotami"))) == []


def test_all_of_an_advert_that_is_gone_from_the_library_is_a_sentence(library: Library) -> None:
    for ask in (library.application, library.plan):
        with pytest.raises(NhsJobTuiError):
            ask(99)
    assert (library.stages(99), library.sent(99)) == ([], None)
