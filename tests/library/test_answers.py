import pytest

from nhsjobtui.errors import InputError
from nhsjobtui.library import Library
from nhsjobtui.model.application import STAGES, Coverage, Criterion
from tests.library.adverts import NURSE, Clock, put


def criteria(library: Library, advert_id: int) -> dict[str, Criterion]:
    return {criterion.text: criterion for criterion in library.entry(advert_id).criteria}


def details(library: Library, advert_id: int) -> list[str]:
    return [event.detail for event in library.log(advert_id)][1:]


def test_the_checklist_is_there_before_anything_is_answered(library: Library, nurse: int) -> None:
    rows = library.entry(nurse).criteria
    assert [(row.n, row.text, row.essential, row.status) for row in rows] == [
        (1, "Registered nurse", True, "todo"),
        (2, "Study after registration", True, "todo"),
        (3, "Mentorship", False, "todo"),
        (4, "Six months on a surgical ward", True, "todo"),
    ]


def test_a_tick_counts_at_once(library: Library, nurse: int) -> None:
    rows = criteria(library, nurse)
    library.set_status(nurse, rows["Registered nurse"].key, "met")
    library.set_status(nurse, rows["Mentorship"].key, "met")
    library.set_status(nurse, rows["Study after registration"].key, "gap")
    assert library.heads([nurse])[nurse].coverage == Coverage(1, 3, 1, 1)
    library.set_status(nurse, rows["Registered nurse"].key, "todo")
    assert library.heads([nurse])[nurse].coverage == Coverage(0, 3, 1, 1)
    assert criteria(library, nurse)["Study after registration"].status == "gap"


def test_evidence_is_kept_to_the_letter(library: Library, nurse: int) -> None:
    key = criteria(library, nurse)["Mentorship"].key
    text = "I mentored two students:\n\n• one on nights\n• one on days — “well done”, tŷ 😀"
    library.set_evidence(nurse, key, text)
    assert criteria(library, nurse)["Mentorship"].evidence == text


def test_pasted_text_brings_no_terminal_codes_along(library: Library, nurse: int) -> None:
    key = criteria(library, nurse)["Mentorship"].key
    library.set_evidence(nurse, key, "red\x1b[31m \x00text\ud800")
    library.set_note(nurse, "note\x07")
    assert criteria(library, nurse)["Mentorship"].evidence == "red text\ufffd"
    assert library.entry(nurse).note == "note"


def test_the_log_tells_what_was_done_and_when(library: Library, nurse: int, clock: Clock) -> None:
    rows = criteria(library, nurse)
    clock.pass_by(minutes=5)
    library.set_shortlisted(nurse, True)
    library.set_stage(nurse, "not_shortlisted")
    library.set_stage(nurse, None)
    library.set_note(nurse, "Ask about nights.")
    library.set_note(nurse, "")
    library.set_status(nurse, rows["Mentorship"].key, "partly")
    library.set_evidence(nurse, rows["Registered nurse"].key, "Since 2019.")
    library.set_shortlisted(nurse, False)
    assert details(library, nurse) == [
        "put on the shortlist",
        "stage: not shortlisted",
        "stage taken away",
        "note changed",
        "note emptied",
        "criterion 3: partly",
        "evidence for criterion 1 changed",
        "taken off the shortlist",
    ]
    assert library.log(nurse)[-1].at == clock.now


def test_setting_what_is_set_already_does_nothing(library: Library, nurse: int) -> None:
    key = criteria(library, nurse)["Mentorship"].key
    library.set_shortlisted(nurse, False)
    library.set_stage(nurse, None)
    library.set_note(nurse, "")
    library.set_status(nurse, key, "todo")
    library.set_evidence(nurse, key, "")
    assert details(library, nurse) == []
    assert library.undo() is None


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_can_be_set(library: Library, nurse: int, stage: str) -> None:
    library.set_stage(nurse, stage)  # type: ignore[arg-type]
    assert library.entry(nurse).head.stage == stage


def test_a_word_that_is_no_stage_or_status_is_refused(library: Library, nurse: int) -> None:
    key = criteria(library, nurse)["Mentorship"].key
    with pytest.raises(InputError, match="“hired” is not a stage"):
        library.set_stage(nurse, "hired")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="“done” is not a status"):
        library.set_status(nurse, key, "done")  # type: ignore[arg-type]
    assert details(library, nurse) == []


def test_an_answer_to_no_criterion_is_refused(library: Library, nurse: int) -> None:
    with pytest.raises(InputError, match="not on the advert's checklist; nothing was changed"):
        library.set_evidence(nurse, "no such key", "Something")
    with pytest.raises(InputError, match="no longer in the library"):
        library.set_evidence(99, "no such key", "Something")


def test_a_criterion_can_be_added_where_the_advert_has_none(library: Library) -> None:
    advert_id = put(library, NURSE._replace(person_spec=())).advert_id
    first = library.add_criterion(advert_id, "  Registered\nnurse ")
    second = library.add_criterion(advert_id, "Mentorship", group="Training", essential=False)
    third = library.add_criterion(advert_id, "Degree", group="training")
    assert (first.n, first.text, first.group, first.essential, first.own) == (
        1,
        "Registered nurse",
        "",
        True,
        True,
    )
    rows = library.entry(advert_id).criteria
    assert [row.text for row in rows] == ["Registered nurse", "Degree", "Mentorship"]
    assert second.key != third.key
    library.set_status(advert_id, first.key, "met")
    assert library.entry(advert_id).head.coverage == Coverage(1, 2, 0, 1)


def test_a_criterion_added_to_a_group_stands_at_the_end_of_its_class(
    library: Library, nurse: int
) -> None:
    library.add_criterion(nurse, "Driving licence", group="QUALIFICATIONS")
    library.add_criterion(nurse, "Teaching", group="Experience", essential=False)
    rows = library.entry(nurse).criteria
    assert [(row.n, row.group, row.text) for row in rows] == [
        (1, "Qualifications", "Registered nurse"),
        (2, "Qualifications", "Study after registration"),
        (3, "Qualifications", "Driving licence"),
        (4, "Qualifications", "Mentorship"),
        (5, "Experience", "Six months on a surgical ward"),
        (6, "Experience", "Teaching"),
    ]


def test_a_criterion_that_is_there_or_empty_is_not_added(library: Library, nurse: int) -> None:
    with pytest.raises(InputError, match="is on the checklist already; nothing was added"):
        library.add_criterion(nurse, "registered NURSE.", group="qualifications")
    with pytest.raises(InputError, match="needs a text; nothing was added"):
        library.add_criterion(nurse, " \u200b ")
    assert library.undo() is None


def test_only_a_criterion_added_by_hand_can_be_removed(library: Library, nurse: int) -> None:
    own = library.add_criterion(nurse, "Driving licence")
    with pytest.raises(InputError, match="Criterion 1 is the advert's own; it was not removed"):
        library.remove_criterion(nurse, library.entry(nurse).criteria[0].key)
    library.remove_criterion(nurse, own.key)
    assert "Driving licence" not in criteria(library, nurse)
    assert library.entry(nurse).head.coverage == Coverage(0, 3, 0, 1)


def test_a_criterion_added_by_hand_that_the_advert_then_has_is_the_adverts(
    library: Library, nurse: int
) -> None:
    own = library.add_criterion(nurse, "Driving licence", group="Other")
    library.set_evidence(nurse, own.key, "Full, since 2015.")
    extra = NURSE.person_spec[0]._replace(
        name="Other", essential=("Driving licence.",), desirable=()
    )
    put(library, NURSE._replace(person_spec=(*NURSE.person_spec, extra)))
    row = criteria(library, nurse)["Driving licence."]
    assert (row.own, row.evidence, row.key) == (False, "Full, since 2015.", own.key)
    assert len(library.entry(nurse).criteria) == 5
