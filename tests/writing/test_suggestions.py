"""What was written before is offered where it fits, and only there."""

import pytest

from nhsjobtui.errors import InputError
from nhsjobtui.library import Library
from nhsjobtui.model.advert import Group
from nhsjobtui.writing.resembling import ENOUGH, normalised, similarity, words_to_look_for
from nhsjobtui.writing.suggestions import copy_evidence, suggestions
from tests.library.adverts import Clock, advert, put


def with_criteria(library: Library, number: int, *texts: str) -> int:
    found = advert(number, person_spec=(Group("Experience", texts),))
    return put(library, found).advert_id


def key(library: Library, advert_id: int, text: str) -> str:
    return next(row.key for row in library.entry(advert_id).criteria if row.text == text)


def write(library: Library, advert_id: int, criterion: str, text: str) -> None:
    library.set_evidence(advert_id, key(library, advert_id, criterion), text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Able to work as part of an MDT", "Experience of working in a multidisciplinary team"),
        ("Good IT skills", "Computer literate"),
        ("Keeps own CPD up to date", "Evidence of continuing professional development"),
        ("Registered nurse", "Current NMC registration"),
        ("Knowledge of IPC", "Understands infection control"),
        ("Experience of haemodialysys", "Haemodialysis experience"),
    ],
)
def test_criteria_that_ask_for_the_same_resemble_each_other(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one) >= ENOUGH


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Experience of working with children", "Experience of working with spreadsheets"),
        ("Good communication skills", "Good organisational skills"),
        ("Time management", "Change management"),
        ("Computer literate", "Literate and numerate"),
        ("Can do it all", "IT skills"),
    ],
)
def test_phrases_that_nearly_every_criterion_has_count_for_nothing(one: str, other: str) -> None:
    assert similarity(one, other) < ENOUGH


def test_marks_case_and_signs_make_no_difference() -> None:
    assert normalised("Health & Safety – knowledge (A/I)") == normalised(
        "health and safety knowledge"
    )
    assert similarity("Registered Nurse (A/C)", "registered nurse.") == 1.0


def test_the_same_comes_first_then_what_is_similar_with_advert_and_date(
    library: Library, clock: Clock
) -> None:
    first = with_criteria(library, 1, "Able to work as part of an MDT (A/I)", "Typing")
    second = with_criteria(library, 2, "Multidisciplinary team working")
    here = with_criteria(library, 3, "Multidisciplinary team working")
    write(library, first, "Able to work as part of an MDT (A/I)", "Ward rounds.")
    write(library, first, "Typing", "Sixty words a minute.")
    clock.pass_by(days=-30)
    write(library, second, "Multidisciplinary team working", "Case conferences.")
    found = suggestions(library, here, key(library, here, "Multidisciplinary team working"))
    assert [(one.kept.text, one.same) for one in found] == [
        ("Case conferences.", True),
        ("Ward rounds.", False),
    ]
    assert (found[0].kept.title, found[0].kept.written_at) == ("Post 2", clock.now)


def test_what_was_copied_around_is_offered_once_and_ones_own_never(library: Library) -> None:
    ids = [with_criteria(library, number, "Good IT skills") for number in (1, 2, 3)]
    for advert_id in ids:
        write(library, advert_id, "Good IT skills", "Spreadsheets.")
    assert len(suggestions(library, ids[0], key(library, ids[0], "Good IT skills"))) == 1
    for advert_id in ids[1:]:
        write(library, advert_id, "Good IT skills", "")
    assert suggestions(library, ids[0], key(library, ids[0], "Good IT skills")) == []


def test_a_copy_is_a_copy(library: Library) -> None:
    first, second = (with_criteria(library, n, "Good IT skills") for n in (1, 2))
    write(library, first, "Good IT skills", "Spreadsheets.")
    at = key(library, second, "Good IT skills")
    library.set_evidence(second, at, "E-mail.\n")
    (found,) = suggestions(library, second, at)
    assert copy_evidence(library, second, at, found.kept.text) == "E-mail.\n\nSpreadsheets."
    write(library, first, "Good IT skills", "Changed.")
    assert library.entry(second).criteria[0].evidence == "E-mail.\n\nSpreadsheets."
    assert copy_evidence(library, second, at, "Spreadsheets.") == "E-mail.\n\nSpreadsheets."


def test_among_very_much_the_index_finds_the_few(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nhsjobtui.writing.suggestions._CANDIDATES", 20)
    texts = [f"Knows apparatus {number}" for number in range(60)]
    many = with_criteria(library, 1, *texts, "Able to work as part of an MDT")
    with library.batch():
        for text in (*texts, "Able to work as part of an MDT"):
            write(library, many, text, f"Did {text}")
    here = with_criteria(library, 2, "Multidisciplinary working", "Good IT skills")
    (found,) = suggestions(library, here, key(library, here, "Multidisciplinary working"))
    assert found.kept.criterion == "Able to work as part of an MDT"
    assert suggestions(library, here, key(library, here, "Good IT skills")) == []
    assert "mdt" in words_to_look_for("Multidisciplinary working")


def test_a_criterion_that_is_not_there_is_said(library: Library) -> None:
    here = with_criteria(library, 1, "Typing")
    with pytest.raises(InputError):
        suggestions(library, here, "other")
    with pytest.raises(InputError):
        copy_evidence(library, here, "other", "x")


def test_headings_alone_are_not_offered(library: Library) -> None:
    first, second = (with_criteria(library, n, "Typing") for n in (1, 2))
    write(library, first, "Typing", "Situation:\n\nTask:")
    assert suggestions(library, second, key(library, second, "Typing")) == []
