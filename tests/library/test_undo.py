import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhsjobtui.library import Library
from nhsjobtui.model.advert import Advert, Group
from nhsjobtui.model.application import STATUSES
from tests.library.adverts import NURSE, Clock, advert, put


def sentences(library: Library, back: bool = True) -> list[str]:
    """Undo or redo everything there is."""
    said = []
    while done := (library.undo() if back else library.redo()):
        said.append(done.sentence)
    return said


def everything(library: Library, nurse: int) -> str:
    """Change each thing that can be changed; return the key of the criterion answered."""
    key = library.entry(nurse).criteria[0].key
    library.set_shortlisted(nurse, True)
    library.set_stage(nurse, "drafting")
    library.set_stage(nurse, "not_shortlisted")
    library.set_note(nurse, "Ask about nights.")
    library.set_status(nurse, key, "met")
    library.set_evidence(nurse, key, "Since 2019.")
    own = library.add_criterion(nurse, "Driving licence")
    library.set_evidence(nurse, own.key, "Full.")
    library.remove_criterion(nurse, own.key)
    return key


def test_nothing_done_leaves_nothing_to_undo(library: Library, nurse: int) -> None:
    assert library.undo() is None
    assert library.redo() is None


def test_every_change_can_be_taken_back_in_words(library: Library, nurse: int) -> None:
    before = library.entry(nurse)
    everything(library, nurse)
    assert sentences(library) == [
        "On the checklist again, “Driving licence”: Staff Nurse, Teasel Ward.",
        "Evidence for criterion 5 is back to what it was: Staff Nurse, Teasel Ward.",
        "Off the checklist again, “Driving licence”: Staff Nurse, Teasel Ward.",
        "Evidence for criterion 1 is back to what it was: Staff Nurse, Teasel Ward.",
        "Criterion 1 is “todo” again: Staff Nurse, Teasel Ward.",
        "The note is back to what it was: Staff Nurse, Teasel Ward.",
        "Stage “drafting” again: Staff Nurse, Teasel Ward.",
        "No stage again: Staff Nurse, Teasel Ward.",
        "Off the shortlist again: Staff Nurse, Teasel Ward.",
    ]
    assert library.entry(nurse) == before


def test_every_step_back_can_be_made_again(library: Library, nurse: int) -> None:
    everything(library, nurse)
    after = library.entry(nurse)
    sentences(library)
    assert sentences(library, back=False) == [
        "On the shortlist again: Staff Nurse, Teasel Ward.",
        "Stage “drafting” again: Staff Nurse, Teasel Ward.",
        "Stage “not shortlisted” again: Staff Nurse, Teasel Ward.",
        "The note is changed again: Staff Nurse, Teasel Ward.",
        "Criterion 1 is “met” again: Staff Nurse, Teasel Ward.",
        "Evidence for criterion 1 is changed again: Staff Nurse, Teasel Ward.",
        "On the checklist again, “Driving licence”: Staff Nurse, Teasel Ward.",
        "Evidence for criterion 5 is changed again: Staff Nurse, Teasel Ward.",
        "Off the checklist again, “Driving licence”: Staff Nurse, Teasel Ward.",
    ]
    assert library.entry(nurse) == after


def test_steps_stay_after_a_restart(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as library:
        nurse = put(library, NURSE).advert_id
        everything(library, nurse)
        after = library.entry(nurse)
        library.undo()
        library.undo()
    with Library.open(path, clock) as library:
        assert len(sentences(library, back=False)) == 2
        assert library.entry(nurse) == after
        assert len(sentences(library)) == 9


def test_two_programs_share_one_line_of_steps(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as one, Library.open(path, clock) as other:
        nurse = put(one, NURSE).advert_id
        one.set_note(nurse, "From the app.")
        other.set_stage(nurse, "applied")
        undone = one.undo()
        assert undone is not None
        assert undone.sentence.startswith("No stage again")
        assert other.undo() is not None
        assert one.entry(nurse).note == ""


def test_a_new_change_drops_what_was_taken_back(library: Library, nurse: int) -> None:
    library.set_note(nurse, "one")
    library.set_note(nurse, "two")
    library.undo()
    library.set_shortlisted(nurse, True)
    assert library.redo() is None
    library.undo()
    assert library.entry(nurse).note == "one"


def test_what_is_set_already_does_not_drop_what_was_taken_back(
    library: Library, nurse: int
) -> None:
    library.set_note(nurse, "one")
    library.undo()
    library.set_note(nurse, "")
    assert library.redo() is not None


def test_one_sitting_of_typing_is_one_step_and_one_event(library: Library, nurse: int) -> None:
    key = library.entry(nurse).criteria[0].key
    library.set_evidence(nurse, key, "Yesterday's.")
    for text in ("I", "I led", "I led a team"):
        library.set_evidence(nurse, key, text, continuing=text != "I")
    assert len(library.log(nurse)) == 3
    library.undo()
    assert library.entry(nurse).criteria[0].evidence == "Yesterday's."
    library.redo()
    assert library.entry(nurse).criteria[0].evidence == "I led a team"


@pytest.mark.parametrize("between", ["another field", "another advert", "undo"])
def test_typing_goes_on_only_in_the_newest_step(library: Library, nurse: int, between: str) -> None:
    other = put(library, advert(1)).advert_id
    library.set_note(nurse, "one")
    if between == "another field":
        library.set_shortlisted(nurse, True)
    elif between == "another advert":
        library.set_note(other, "elsewhere")
    else:
        library.set_note(nurse, "two")
        library.undo()
    library.set_note(nurse, "one and more", continuing=True)
    library.undo()
    assert library.entry(nurse).note == "one"


def test_typing_that_ends_where_it_began_is_no_step(library: Library, nurse: int) -> None:
    library.set_shortlisted(nurse, True)
    library.set_note(nurse, "x")
    library.set_note(nurse, "", continuing=True)
    assert sentences(library) == ["Off the shortlist again: Staff Nurse, Teasel Ward."]


def test_a_removed_criterion_comes_back_with_its_answer_and_in_its_place(
    library: Library, nurse: int
) -> None:
    own = [library.add_criterion(nurse, text) for text in ("Car", "Boat", "Horse")]
    library.set_evidence(nurse, own[1].key, "A small one.")
    before = library.entry(nurse).criteria
    library.remove_criterion(nurse, own[1].key)
    library.set_status(nurse, before[0].key, "met")
    library.undo()
    library.undo()
    assert library.entry(nurse).criteria == before


def test_an_advert_that_is_added_is_no_step(library: Library, nurse: int) -> None:
    library.set_note(nurse, "one")
    put(library, advert(1))
    undone = library.undo()
    assert undone is not None
    assert undone.advert_id == nurse
    assert library.count() == 2


def test_an_answer_to_a_criterion_the_advert_has_lost_can_be_taken_back(
    library: Library, nurse: int
) -> None:
    key = library.entry(nurse).criteria[0].key
    library.set_evidence(nurse, key, "Since 2019.")
    put(library, NURSE._replace(person_spec=(Group("", ("Something else",)),)))
    undone = library.undo()
    assert undone is not None
    assert undone.sentence.startswith("Evidence for criterion 2 is")
    assert [row.text for row in library.entry(nurse).criteria] == ["Something else"]
    library.redo()
    assert library.entry(nurse).criteria[1].evidence == "Since 2019."


def test_steps_are_in_the_log_in_few_words(library: Library, nurse: int) -> None:
    everything(library, nurse)
    made = len(library.log(nurse))
    sentences(library)
    sentences(library, back=False)
    events = library.log(nurse)[made:]
    assert [event.kind for event in events] == ["undone"] * 9 + ["redone"] * 9
    assert [event.detail for event in events[:10]] == [
        "on the checklist again: Driving licence",
        "evidence for criterion 5 back to what it was",
        "off the checklist again: Driving licence",
        "evidence for criterion 1 back to what it was",
        "criterion 1: todo again",
        "note back to what it was",
        "stage: drafting again",
        "no stage again",
        "off the shortlist again",
        "on the shortlist again",
    ]


def test_an_advert_without_a_title_goes_by_its_reference(library: Library) -> None:
    advert_id = put(library, Advert(slug="C9999-26-0101")).advert_id
    library.set_note(advert_id, "x")
    undone = library.undo()
    assert undone is not None
    assert undone.sentence == "The note is back to what it was: C9999-26-0101."


def test_a_criterion_added_over_an_emptied_answer_can_be_taken_back(
    library: Library, nurse: int
) -> None:
    first = library.entry(nurse).criteria[0]
    library.set_evidence(nurse, first.key, "Since 2019.")
    library.set_evidence(nurse, first.key, "")
    put(library, NURSE._replace(person_spec=(Group("", ("Something else",)),)))
    library.add_criterion(nurse, first.text, group=first.group)
    assert len(sentences(library)) == 3
    assert [row.text for row in library.entry(nurse).criteria] == ["Something else"]
    assert len(sentences(library, back=False)) == 3
    assert library.entry(nurse).criteria[1].own


def test_several_changes_can_be_one_step(library: Library, nurse: int) -> None:
    library.set_note(nurse, "before")
    before = library.entry(nurse)
    with library.one_step():
        for row in before.criteria[:2]:
            library.set_status(nurse, row.key, "met")
        library.add_criterion(nurse, "Driving licence")
    after = library.entry(nurse)
    undone = library.undo()
    assert undone is not None
    assert undone.sentence == "3 changes taken back: Staff Nurse, Teasel Ward."
    assert library.entry(nurse) == before
    redone = library.redo()
    assert redone is not None
    assert redone.sentence == "3 changes made again: Staff Nurse, Teasel Ward."
    assert library.entry(nurse) == after
    assert len(sentences(library)) == 2


def test_a_step_over_several_adverts_goes_by_the_first(library: Library, nurse: int) -> None:
    other = put(library, advert(1)).advert_id
    with library.one_step():
        library.set_shortlisted(other, True)
        library.set_stage(other, "applied")
        library.set_shortlisted(nurse, True)
    for done in (library.undo(), library.redo()):
        assert done is not None
        assert done.advert_id == other
        assert "3 changes" in done.sentence
        assert done.sentence.endswith(", on 2 adverts.")
    assert library.entry(nurse).head.shortlisted


def test_one_change_in_one_step_is_said_like_any_other(library: Library, nurse: int) -> None:
    with library.one_step():
        library.set_shortlisted(nurse, True)
    assert sentences(library) == ["Off the shortlist again: Staff Nurse, Teasel Ward."]


def test_one_step_in_which_nothing_changed_is_none(library: Library, nurse: int) -> None:
    library.set_note(nurse, "one")
    library.undo()
    with library.one_step():
        library.set_shortlisted(nurse, False)
    assert library.undo() is None
    assert library.redo() is not None


def test_one_step_inside_another_is_part_of_it(library: Library, nurse: int) -> None:
    before = library.entry(nurse)
    with library.one_step():
        library.set_shortlisted(nurse, True)
        with library.one_step():
            library.set_stage(nurse, "applied")
            library.set_note(nurse, "Sent.")
        library.set_stage(nurse, "interview")
    assert sentences(library) == ["4 changes taken back: Staff Nurse, Teasel Ward."]
    assert library.entry(nurse) == before


def test_a_failure_in_one_step_leaves_none_of_it(library: Library, nurse: int) -> None:
    before = library.entry(nurse)
    with pytest.raises(RuntimeError), library.one_step():
        library.set_shortlisted(nurse, True)
        raise RuntimeError
    assert library.entry(nurse) == before
    assert library.undo() is None


def test_typing_does_not_go_on_in_a_step_of_several_changes(library: Library, nurse: int) -> None:
    with library.one_step():
        library.set_shortlisted(nurse, True)
        library.set_note(nurse, "S")
        library.set_note(nurse, "Sent.", continuing=True)
    library.set_note(nurse, "Sent. Ring them.", continuing=True)
    library.undo()
    assert library.entry(nurse).note == "Sent."
    assert sentences(library) == ["2 changes taken back: Staff Nurse, Teasel Ward."]


def test_two_adverts_that_turn_out_to_be_one_keep_the_rest_of_a_step(
    library: Library, nurse: int
) -> None:
    one = Advert(title="Porter", slug="C9998-26-0202")
    other = Advert(title="Porter", reference_number="998-POR0202")
    first, second = (put(library, half).advert_id for half in (one, other))
    with library.one_step():
        for advert_id in (first, second, nurse):
            library.set_shortlisted(advert_id, True)
    put(library, one._replace(reference_number=other.reference_number))
    assert library.count() == 2
    assert sentences(library) == ["Off the shortlist again: Staff Nurse, Teasel Ward."]
    assert library.entry(first).head.shortlisted


Change = tuple[str, int, str, bool]
changes = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "shortlist",
                "stage",
                "day",
                "note",
                "questions",
                "plan",
                "status",
                "mark",
                "evidence",
                "add",
                "remove",
                "piece",
                "no-piece",
            ]
        ),
        st.integers(0, 5),
        st.sampled_from(["", "one", "two", "three"]),
        st.booleans(),
    ),
    max_size=25,
)


def make(library: Library, nurse: int, change: Change) -> None:
    """Make a change of the kind named, where it can be made."""
    kind, number, text, flag = change
    rows = library.entry(nurse).criteria
    row = rows[number % len(rows)]
    match kind:
        case "shortlist":
            library.set_shortlisted(nurse, flag)
        case "stage":
            library.set_stage(nurse, "drafting" if flag else None)
        case "day":
            library.set_stage(nurse, "interview", day=date(2026, 12, number + 1), note=text)
        case "questions":
            library.set_questions(nurse, text, continuing=flag)
        case "plan":
            library.set_plan(nurse, library.plan(nurse)._replace(word_limit=number, headings=flag))
        case "mark":
            library.set_self_mark(nurse, row.key, number if number < 4 else None)
        case "piece" if text:
            library.bank.add(text)
        case "no-piece" if library.bank.pieces():
            library.bank.remove(library.bank.pieces()[-1].id)
        case "note":
            library.set_note(nurse, text, continuing=flag)
        case "status":
            library.set_status(nurse, row.key, STATUSES[number % len(STATUSES)])
        case "evidence":
            library.set_evidence(nurse, row.key, text, continuing=flag)
        case "add" if text and all(text != other.text for other in rows):
            library.add_criterion(nurse, text, essential=flag)
        case "remove" if row.own:
            library.remove_criterion(nurse, row.key)


def state_of(library: Library, advert_id: int) -> tuple[object, ...]:
    """Return all that a person can change and take back."""
    whole = library.application(advert_id)
    own = (whole.questions, whole.plan, whole.stages)
    return library.entry(advert_id), own, library.bank.search()


@settings(max_examples=60, deadline=None)
@given(changes, st.integers(0, 10), st.integers(0, 3))
def test_whatever_was_done_all_steps_lead_back_and_forward_again(
    done: list[Change], turned: int, together: int
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "library.sqlite3", Clock()) as library,
    ):
        nurse = put(library, NURSE).advert_id
        before = state_of(library, nurse)
        for place, change in enumerate(done):
            if place < together:
                with library.one_step():
                    make(library, nurse, change)
                    make(library, nurse, ("stage", 0, "", place % 2 == 0))
            else:
                make(library, nurse, change)
            if place == turned:
                library.undo()
        after = state_of(library, nurse)
        back = sentences(library)
        assert state_of(library, nurse) == before
        forward = sentences(library, back=False)
        assert len(forward) >= len(back)
        if len(forward) == len(back):
            assert state_of(library, nurse) == after
