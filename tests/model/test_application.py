from hypothesis import given
from hypothesis import strategies as st

from nhsjobtui.model.advert import Advert, Group
from nhsjobtui.model.application import Coverage, Mark, checklist, coverage, criterion_key

ADVERT = Advert(
    person_spec=(
        Group("Qualifications", ("Registered nurse", "Degree"), ("Mentorship",)),
        Group("Experience", ("Ward work",)),
        Group("Other", (), ("Driving",)),
    )
)


def own(group: str, text: str, essential: bool = True) -> Mark:
    return Mark(group, essential, text, own=True)


def texts(advert: Advert, *marks: Mark) -> list[str]:
    return [criterion.text for criterion in checklist(advert, marks)]


def test_the_checklist_is_numbered_in_the_adverts_order() -> None:
    assert [(row.n, row.text) for row in checklist(ADVERT, ())] == [
        (1, "Registered nurse"),
        (2, "Degree"),
        (3, "Mentorship"),
        (4, "Ward work"),
        (5, "Driving"),
    ]


def test_a_key_forgives_case_spacing_and_end_punctuation_only() -> None:
    key = criterion_key("Qualifications", "Registered nurse", True)
    assert criterion_key("QUALIFICATIONS: ", " registered  NURSE. ", True) == key
    assert criterion_key("Qualifications", "Registered nurse", False) != key
    assert criterion_key("Experience", "Registered nurse", True) != key
    assert criterion_key("Qualifications", "Registered nurses", True) != key


def test_an_answer_finds_its_criterion_by_its_words() -> None:
    mark = Mark("qualifications", True, "degree;", "partly", "Nearly done.")
    row = checklist(ADVERT, [mark])[1]
    assert (row.text, row.status, row.evidence, row.own) == (
        "Degree",
        "partly",
        "Nearly done.",
        False,
    )


def test_a_criterion_that_a_group_has_twice_is_one_line() -> None:
    advert = Advert(person_spec=(Group("", ("Degree", "Ward work", "DEGREE.")),))
    rows = checklist(advert, [Mark("", True, "Degree", "met")])
    assert [(row.text, row.status) for row in rows] == [("Degree", "met"), ("Ward work", "todo")]


def test_the_same_words_in_two_groups_are_two_criteria() -> None:
    advert = Advert(person_spec=(Group("A", ("Degree",), ("Degree",)), Group("B", ("Degree",))))
    rows = checklist(advert, [Mark("B", True, "Degree", "met")])
    assert [row.status for row in rows] == ["todo", "todo", "met"]


def test_own_criteria_stand_at_the_end_of_their_class_in_their_group() -> None:
    assert texts(
        ADVERT,
        own("Qualifications", "First"),
        own("qualifications ", "Second"),
        own("Qualifications", "Wish", essential=False),
        own("Experience", "Wish too", essential=False),
        own("Other", "Must"),
        own("New", "Last"),
    ) == [
        "Registered nurse",
        "Degree",
        "First",
        "Second",
        "Mentorship",
        "Wish",
        "Ward work",
        "Wish too",
        "Must",
        "Driving",
        "Last",
    ]


def test_answers_to_what_the_advert_no_longer_asks_come_last() -> None:
    marks = [
        Mark("Old", True, "Forgotten", "todo", ""),
        Mark("Old", True, "Answered", "met"),
        Mark("Old", True, "Written", "todo", "Some words."),
        own("New", "Mine"),
    ]
    rows = checklist(ADVERT, marks)
    assert [(row.n, row.text, row.current) for row in rows[5:]] == [
        (6, "Mine", True),
        (7, "Answered", False),
        (8, "Written", False),
    ]


def test_coverage_counts_what_is_met_of_what_is_asked_now() -> None:
    marks = [
        Mark("Qualifications", True, "Degree", "met"),
        Mark("Qualifications", True, "Registered nurse", "partly"),
        Mark("Other", False, "Driving", "met"),
        Mark("Old", True, "Answered", "met"),
    ]
    assert coverage(checklist(ADVERT, marks)) == Coverage(1, 3, 1, 2)
    assert coverage(()) == Coverage()


@given(
    st.lists(
        st.builds(
            Mark,
            st.sampled_from(["", "Qualifications", "New"]),
            st.booleans(),
            st.text(),
            evidence=st.just("x"),
            own=st.booleans(),
        )
    )
)
def test_no_answer_is_ever_left_out(marks: list[Mark]) -> None:
    rows = checklist(ADVERT, marks)
    assert {mark.key for mark in marks} <= {row.key for row in rows}
    assert [row.n for row in rows] == list(range(1, len(rows) + 1))
    assert len({row.key for row in rows}) == len(rows)
