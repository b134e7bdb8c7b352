import pytest

from nhsjobtui.model.assessment import assessed_by, only_at_interview, without_mark


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Typing (A/I)", {"application", "interview"}),
        ("Filing [A/I/T]", {"application", "interview", "test"}),
        ("Keeps calm (I)", {"interview"}),
        ("Keeps calm [I].", {"interview"}),
        ("Degree (A, C)", {"application", "certificate"}),
        ("Degree (A & C)", {"application", "certificate"}),
        ("Degree (AI)", {"application", "interview"}),
        ("Degree (AF/I)", {"application", "interview"}),
        ("Degree (Application form and interview)", {"application", "interview"}),
        ("Degree - A/I", {"application", "interview"}),
        ("Degree  A / I / T", {"application", "interview", "test"}),
        ("Lifting (assessed by interview)", {"interview"}),
        ("Registered nurse", set()),
        ("Use of email (IT)", set()),
        ("Further study (CPD)", set()),
        ("Knows the Mental Health Act (MHA)", set()),
        ("Care of adults (a)", set()),
        ("Band 5 or 6 (or equal)", set()),
        ("(I)", set()),
        ("Type I diabetes care", set()),
        ("Vitamin A", set()),
        ("Experience of A/B testing", set()),
    ],
)
def test_a_mark_at_the_end_says_how_a_criterion_is_assessed(text: str, means: set[str]) -> None:
    assert assessed_by(text) == means


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Typing (A/I)", "Typing"),
        ("Typing - A/I", "Typing"),
        ("Typing. [A/I/T]", "Typing."),
        ("Further study (CPD)", "Further study (CPD)"),
        ("Registered nurse", "Registered nurse"),
    ],
)
def test_the_words_stay_without_the_mark(text: str, words: str) -> None:
    assert without_mark(text) == words


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Keeps calm (I)", True),
        ("Keeps calm (I/T)", True),
        ("Keeps calm (A/I)", False),
        ("Keeps calm (T)", False),
        ("Keeps calm (I/C)", False),
        ("Keeps calm", False),
    ],
)
def test_what_is_assessed_at_interview_alone_is_told(text: str, only: bool) -> None:
    assert only_at_interview(text) is only
