from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nhsjobtui.model.advert import Advert, Group
from nhsjobtui.model.application import Mark, checklist, coverage_words
from nhsjobtui.model.plain import plain_text
from nhsjobtui.model.star import is_written, with_star
from nhsjobtui.model.statement import Plan, Statement, put_together

ADVERT = Advert(
    person_spec=(
        Group("Qualifications", ("Registered nurse (A/C)", "A levels (A)"), ("Mentorship (A)",)),
        Group("Experience", ("A surgical ward (A/I)", "Keeps calm (I)")),
    )
)
ANSWERS = (
    Mark("Qualifications", True, "Registered nurse (A/C)", "met", "Registered since 2019."),
    Mark("Qualifications", False, "Mentorship (A)", "todo", "I mentor “two” students."),
    Mark("Experience", True, "A surgical ward (A/I)", "met", "• Elm Ward\n• Teasel Ward — nights"),
    Mark("Experience", True, "Keeps calm (I)", "todo", "I breathe out."),
    Mark("Experience", True, "Once asked for", "met", "No longer in the advert."),
)


def statement(**plan: Any) -> Statement:  # noqa: ANN401 - any field of a plan
    return put_together(checklist(ADVERT, ANSWERS), Plan()._replace(**plan))


def texts(made: Statement) -> list[str]:
    return [part.heading for part in made.parts]


def test_essential_criteria_come_first_in_the_specifications_own_order() -> None:
    assert texts(statement()) == ["Registered nurse", "A surgical ward", "Keeps calm", "Mentorship"]


def test_or_it_goes_group_by_group() -> None:
    assert texts(statement(order="group")) == [
        "Registered nurse", "Mentorship", "A surgical ward", "Keeps calm",
    ]  # fmt: skip


def test_the_text_is_plain_with_headings_and_two_paragraphs_of_its_own() -> None:
    made = statement(opening="Dear panel,", ending="I’d love to come.")
    assert made.text == (
        "Dear panel,\n\n"
        "Registered nurse\nRegistered since 2019.\n\n"
        "A surgical ward\nElm Ward\nTeasel Ward - nights\n\n"
        "Keeps calm\nI breathe out.\n\n"
        'Mentorship\nI mentor "two" students.\n\n'
        "I'd love to come."
    )
    assert (made.words, made.characters) == (len(made.text.split()), len(made.text))


def test_without_headings_only_the_evidence_is_there() -> None:
    assert statement(headings=False).text.startswith("Registered since 2019.\n\nElm Ward\n")


def test_what_has_no_evidence_is_named_and_never_in_the_text() -> None:
    made = statement()
    assert [row.text for row in made.missing] == ["A levels (A)"]
    assert "A levels" not in made.text


def test_criteria_for_the_interview_alone_can_be_left_out() -> None:
    made = statement(interview=False)
    assert texts(made) == ["Registered nurse", "A surgical ward", "Mentorship"]
    assert [row.text for row in made.left_out] == ["Keeps calm (I)", "Once asked for"]


def test_evidence_for_what_the_advert_no_longer_asks_is_left_out_and_said() -> None:
    assert [row.text for row in statement().left_out] == ["Once asked for"]
    assert "No longer in the advert" not in statement().text


def test_too_long_is_said_and_nothing_is_cut() -> None:
    made = statement(word_limit=3, character_limit=0)
    assert made.over
    assert made.counts() == f"{made.words} of 3 words ({made.words - 3} over), " + (
        f"{made.characters} characters"
    )
    assert "I breathe out." in made.text
    assert not statement().over
    assert statement().counts().endswith(" of 10,000 characters")


def test_headings_of_an_example_alone_are_no_evidence() -> None:
    scaffold = with_star("")
    assert scaffold == "Situation:\n\nTask:\n\nAction:\n\nResult:"
    assert not is_written(scaffold)
    assert is_written(scaffold.replace("Task:", "Task: to lead"))
    rows = checklist(ADVERT, [ANSWERS[0]._replace(evidence=scaffold)])
    assert not put_together(rows, Plan()).parts
    assert with_star(scaffold) == scaffold
    assert with_star("I led a team.\n").startswith("I led a team.\n\nSituation:\n\n")


def test_coverage_counts_ticks_and_evidence_apart() -> None:
    assert coverage_words(checklist(ADVERT, ANSWERS)) == (
        "essential 2 of 4 ticked, 3 with evidence; desirable 0 of 1 ticked, 1 with evidence"
    )


def test_bullets_smart_quotes_and_long_dashes_become_plain() -> None:
    assert plain_text("• one\n - two\n– three – four\n“five”… it’s\n\n\n\nsix  \n") == (
        'one\ntwo\nthree - four\n"five"... it\'s\n\nsix'
    )
    assert plain_text("10-12 patients\n-5 degrees\n1. first") == (
        "10-12 patients\n-5 degrees\n1. first"
    )


@given(st.text("ab •–—“”’…-*\n1.", max_size=40))
def test_plain_text_has_none_of_the_signs_that_forms_lose(text: str) -> None:
    once = plain_text(text)
    assert not set(once) & set("•“”’…–—")
    assert once.strip("\n ") == once
