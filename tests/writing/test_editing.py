"""The whole application in the person's own editor."""

import pytest

from nhsjobtui.errors import InputError
from nhsjobtui.library import Library
from nhsjobtui.writing.editing import editable, take_edited


def test_what_was_left_alone_changes_nothing(library: Library, nurse: int) -> None:
    text, before = editable(library.application(nurse)), library.application(nurse)
    assert text.startswith("# Staff Nurse, Teasel Ward\n# status: todo, met, partly, gap.")
    assert take_edited(library, nurse, text, text) == 0
    assert library.application(nurse) == before


def test_what_was_changed_is_kept_as_one_step(library: Library, nurse: int) -> None:
    text, before = editable(library.application(nurse)), library.entry(nurse)
    new = text.replace("Two students", "Three students").replace('"met"', '"partly"')
    new = new.replace("self_mark = 3\n", "").replace("Who supervises?", "Who leads?")
    assert take_edited(library, nurse, text, new) == 4
    rows = library.entry(nurse).criteria
    assert (rows[0].status, rows[0].self_mark) == ("partly", None)
    assert rows[2].evidence == "Three students, written after sending."
    assert library.application(nurse).questions == "How many beds?\nWho leads?"
    library.undo()
    assert library.entry(nurse) == before


def test_what_was_taken_out_stays_and_what_was_emptied_is_empty(
    library: Library, nurse: int
) -> None:
    text = editable(library.application(nurse))
    assert take_edited(library, nurse, text, 'questions = ""\n') == 1
    assert library.application(nurse).questions == ""
    assert library.entry(nurse).note.startswith("Ask about nights.")


def test_what_was_written_elsewhere_meanwhile_stays(library: Library, nurse: int) -> None:
    text = editable(library.application(nurse))
    key = library.entry(nurse).criteria[2].key
    library.set_evidence(nurse, key, "Two students, written after sending. And a third.")
    take_edited(library, nurse, text, text.replace("Two students", "Good students"))
    evidence = library.entry(nurse).criteria[2].evidence
    assert evidence.startswith("Good students, written after sending.")
    assert "And a third." in evidence


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("questions = ", "questions ", "cannot be read as TOML: .*line"),
        ('= "met"', '= "done"', r"Line \d+: criteria 1, status must be one of"),
        ("self_mark = 3", "self_mark = 7", r"Line \d+: .*self_mark is not a number from 0 to 3"),
        ("note = ", "notes = ", "notes is no name here. There are: note, questions"),
        ("evidence = ", "evidnce = ", r"Line \d+: criteria 1, evidnce is no name here"),
        ("[[criteria]]", "[[critera]]", "critera is no name here"),
        ('"Mentorship"', '"Something else"', "“Something else” is not on the checklist"),
    ],
)
def test_an_error_is_named_and_nothing_is_changed(
    library: Library, nurse: int, old: str, new: str, said: str
) -> None:
    text, before = editable(library.application(nurse)), library.application(nurse)
    assert old in text
    changed = text.replace(old, new).replace("How many beds?", "How many?")
    with pytest.raises(InputError, match=said):
        take_edited(library, nurse, text, changed)
    assert library.application(nurse) == before


def test_a_criterion_that_is_there_twice_is_refused(library: Library, nurse: int) -> None:
    text, before = editable(library.application(nurse)), library.application(nurse)
    head, first, *rest = text.split("[[criteria]]")
    changed = "[[criteria]]".join((head, first.replace("evidence = ", 'evidence = "New"#'), first))
    with pytest.raises(InputError, match=r"Line \d+: criteria 2, criterion is here twice"):
        take_edited(library, nurse, text, "[[criteria]]".join((changed, *rest)))
    assert library.application(nurse) == before


def test_a_criterion_added_elsewhere_meanwhile_can_be_written_for(
    library: Library, nurse: int
) -> None:
    text = editable(library.application(nurse))
    added = library.add_criterion(nurse, "Kind to patients")
    more = 'criterion = "Kind to patients"\nclass = "essential"\nevidence = "I sat with them."'
    assert take_edited(library, nurse, text, f"{text}\n[[criteria]]\n{more}\n") == 1
    rows = {row.key: row.evidence for row in library.entry(nurse).criteria}
    assert rows[added.key] == "I sat with them."


def test_the_line_named_is_the_one_that_is_wrong(library: Library, nurse: int) -> None:
    text = editable(library.application(nurse))
    changed = text.replace("self_mark = 3", "self_mark = 7")
    line = changed.split("\n").index("self_mark = 7") + 1
    with pytest.raises(InputError, match=f"Line {line}: "):
        take_edited(library, nurse, text, changed)
